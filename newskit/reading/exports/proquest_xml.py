"""ProQuest, XML of TDM Studio and of Historical Newspapers, mostly one article a file."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.html_lines import lines_of, parse_html
from newskit.reading.exports.proquest_fields import put_text
from newskit.reading.exports.wrapping import joined_blocks
from newskit.reading.exports.xml_tree import XmlTree, parse_xml, with_damage

_TDM = re.compile(r"<RECORD\b")
_HISTORICAL = re.compile(r"<Record\b[^>]*>.{0,500}<RecordID>", re.DOTALL)
_AUTHOR_ROLES = ("author", "byline", "")
_ESCAPED = re.compile(r"</|<p\b|<br\b")
_TDM_FIELDS = {
    "headline": ("Title",),
    "date": ("NumericDate", "AlphaDate"),
    "archive_id": ("GOID",),
    "page": ("StartPage", "Pagination"),
    "section": ("Section",),
    "url": ("URL",),
    "language": ("RawLang", "Language"),
    "credit": ("Copyright", "CopyrightData"),
    "standfirst": ("AbsText", "Abstract"),
    "dateline": ("Dateline",),
    "object_type": ("ObjectType",),
}
_HISTORICAL_FIELDS = {
    "headline": "RecordTitle",
    "date": "NumericPubDate",
    "archive_id": "RecordID",
    "page": "Pagination",
    "language": "LanguageCode",
    "url": "URLDocView",
    "object_type": "ObjectType",
    "action": "ActionCode",
    "standfirst": "Abstract",
}


def looks_like(content: Content) -> bool:
    """Say whether the root is that of TDM Studio or of Historical Newspapers."""
    head = content.start
    is_tdm = bool(_TDM.search(head)) and "<GOID" in head
    return is_tdm or bool(_HISTORICAL.search(head))


def records(content: Content) -> list[Exported]:
    """Return the articles of a file; mostly it is one."""
    tree = parse_xml(content.text)
    found = [_of_tdm(node, tree) for node in tree.named("RECORD")]
    found += [_of_historical(node, tree) for node in tree.named("Record")]
    return with_damage(found, tree)


def _of_tdm(node: Any, tree: XmlTree) -> Exported:
    record = Exported()
    # What is told of the publication stands apart from what is told of the article.
    for publication in tree.within(node, "PubFrosting", "DFS"):
        name = tree.first(publication, "Title", "PubTitle")
        record.put("publisher", "" if record.publisher else name, "xml:PubFrosting")

    article = next(tree.within(node, "Obj"), node)
    for field, names in _TDM_FIELDS.items():
        value = tree.first(article, *names)
        # A title outside of the article is the publication's.
        if not value and field != "headline":
            value = tree.first(node, *names)

        record.put(field, value, f"xml:{names[0]}")

    _put_people(record, node, tree)
    record.tags = [tree.text(one) for one in tree.within(node, "GenSubjTerm", "ClassTerm")]
    texts = [_paragraphs(text, tree) for text in tree.within(node, "Text", "FullText")]
    put_text(record, chain.from_iterable(texts))
    return record


def _of_historical(node: Any, tree: XmlTree) -> Exported:
    record = Exported()
    for field, name in _HISTORICAL_FIELDS.items():
        record.put(field, tree.first(node, name), f"xml:{name}")

    for publication in tree.within(node, "Publication"):
        record.put("publisher", tree.first(publication, "Title"), "xml:Publication")

    _put_people(record, node, tree)
    for text in tree.within(node, "FullText"):
        record.paragraphs += _paragraphs(text, tree)

    return record


def _put_people(record: Exported, node: Any, tree: XmlTree) -> None:
    authors = filter(_is_author, tree.within(node, "Contributor"))
    people = sorted(authors, key=_order)
    printed = list(filter(None, (_name(one, tree) for one in people)))
    record.authors = printed
    record.put("byline", "; ".join(printed), "xml:Contributor")


def _is_author(person: Any) -> bool:
    return person.get("ContribRole", "Author").casefold() in _AUTHOR_ROLES


def _order(person: Any) -> int:
    number = person.get("ContribOrder") or ""
    return int(number) if number.isdecimal() else 0


def _name(person: Any, tree: XmlTree) -> str:
    given, family = tree.first(person, "FirstName"), tree.first(person, "LastName")
    if given and family:
        names = (given, tree.first(person, "MiddleName"), family, tree.first(person, "Suffix"))
        return " ".join(filter(None, names))

    return tree.first(person, "OriginalForm", "PersonName", "NormalizedDisplayForm")


def _paragraphs(node: Any, tree: XmlTree) -> list[str]:
    """Return the paragraphs of a text, which may be HTML, escaped or not, or the OCR of a page."""
    text = tree.text(node)
    if _ESCAPED.search(text):
        return [line.text for line in lines_of(parse_html(text), breaks=True)]

    inner = map(tree.text, tree.within(node, "p", "P", "paragraph"))
    return list(inner) or joined_blocks(text.split("\n"))
