"""Factiva, XML of its programs (PPSResponse): an element an article."""

from __future__ import annotations

import re
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.wrapping import joined_blocks
from newskit.reading.exports.xml_tree import XmlTree, parse_xml, with_damage

_FIELDS = {
    "accessionNo": "archive_id", "reference": "reference", "baseLanguage": "language",
    "copyright": "credit", "headline": "headline", "byline": "byline", "pages": "page",
    "sectionName": "section", "publisherName": "publisher_name", "sourceName": "publisher",
    "sourceCode": "source_code", "wordCount": "length", "edition": "edition",
    "credit": "credit_line", "descField": "description", "columnName": "column",
    "artWork": "art", "volume": "volume",
}  # fmt: skip
_DATES = ("publicationDate", "publicationDateTime")
_CODES = ("region", "newsSubject", "industry", "company")
_TEXTS = ("leadParagraph", "tailParagraphs")
_RESULT_SET = re.compile(r"<[\w:]{0,40}esultSet\b[^>]{0,1000}>")
_COUNT = re.compile(r"\bcount=[\"'](\d+)")


def looks_like(content: Content) -> bool:
    """Say whether the root is that of Factiva's programs."""
    return "PPSResponse" in content.start or "ppsarticle" in content.start


def stated(content: Content) -> int | None:
    """Return the number that the result set states."""
    counts = map(_COUNT.search, _RESULT_SET.findall(content.text))
    count = next(filter(None, counts), None)
    return int(count[1]) if count else None


def records(content: Content) -> list[Exported]:
    """Return the articles of a response; where it is damaged, those before the damage."""
    tree = parse_xml(content.text)
    return with_damage((_record(node, tree) for node in tree.named("article")), tree)


def _record(article: Any, tree: XmlTree) -> Exported:
    record = Exported()
    for child in article:
        name = tree.name(child)
        if name in _TEXTS:
            record.paragraphs += _paragraphs(child, tree)
        elif name in _DATES:
            date = tree.first(child, "dateTime") or tree.text(child)
            record.put("date", " ".join(date.split()), f"xml:{name}")
        elif name in _CODES:
            record.put(name, _coded(child, tree), f"xml:{name}")
        elif name in _FIELDS:
            record.put(_FIELDS[name], tree.text(child), f"xml:{name}")

    return record


def _paragraphs(node: Any, tree: XmlTree) -> list[str]:
    """Return the paragraphs of a text: elements, or lines that are wrapped."""
    marked = map(tree.text, tree.within(node, "paragraph"))
    return list(marked) or joined_blocks(tree.text(node).split("\n"))


def _coded(node: Any, tree: XmlTree) -> str:
    names = " ".join(map(tree.text, tree.within(node, "name", "descriptor")))
    return f"{node.get('code', '')}: {names}".strip(": ")
