"""Trafilatura, XML and TEI: one page a file, or several elements <doc> one behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.xml_tree import XmlTree, parse_xml, with_damage

_DOC = re.compile(r"<doc\s[^>]*\b(?:fingerprint|hostname|sitename)=")
_DECLARATIONS = re.compile(r"<\?xml[^>]{0,200}\?>")
_FIELDS = {
    "title": "headline", "sitename": "publisher", "author": "byline", "date": "date",
    "source": "url", "url": "url", "excerpt": "standfirst", "description": "standfirst",
    "categories": "section", "fingerprint": "fingerprint", "id": "archive_id",
    "language": "language", "license": "license", "image": "image", "pagetype": "pagetype",
}  # fmt: skip
_PARAGRAPHS = ("p", "item", "quote", "cell", "code", "lb")
_WITHIN = ("item", "quote", "cell")
_HOST = re.compile(r"\s*\([^()]*\)\s*\Z")  # "Harbor Post (harbor.example)"


def looks_like(content: Content) -> bool:
    """Say whether an element <doc> opens as trafilatura's do, or a TEI has its fingerprint."""
    head = content.start
    is_tei = "<TEI" in head and 'type="fingerprint"' in head
    return is_tei or _DOC.search(head[:5_000]) is not None


def records(content: Content) -> list[Exported]:
    """Return the pages; where the file is damaged, those before the damage."""
    tree = parse_xml(f"<all>{_DECLARATIONS.sub('', content.text)}</all>")
    found = [_of_doc(node, tree) for node in tree.named("doc")]
    found += [_of_tei(node, tree) for node in tree.named("TEI")]
    return with_damage(found, tree)


def _of_doc(doc: Any, tree: XmlTree) -> Exported:
    record = Exported()
    cells: dict[str, str] = dict(doc.attrib)
    record.tags = _parts(cells.pop("tags", ""))
    for name, cell in cells.items():
        record.put(_FIELDS.get(name, name), cell, f"xml:{name}")

    # Where the site has no name, its address is all that is known.
    record.fill("publisher", record.extra.get("hostname"), "xml:hostname")
    _put_authors(record, _parts(record.byline))
    mains = [node for node in doc if tree.name(node) != "comments"]
    record.paragraphs = list(_paragraphs(mains, tree))
    return record


def _of_tei(tei: Any, tree: XmlTree) -> Exported:
    record = Exported()
    header = next(tree.within(tei, "teiHeader"), tei)
    record.put("headline", tree.first(header, "title"), "tei:title")
    whole = next(tree.within(header, "biblFull"), header)
    record.put("publisher", _HOST.sub("", tree.first(whole, "publisher")), "tei:publisher")
    record.put("date", tree.first(whole, "date"), "tei:date")
    targets = [one.get("target") for one in tree.within(header, "ptr")]
    record.put("url", next(filter(None, targets), ""), "tei:ptr")
    record.put("standfirst", tree.first(header, "abstract"), "tei:abstract")
    for term in tree.within(header, "term"):
        _put_term(record, term.get("type"), tree.text(term))

    first = next(tree.within(header, "titleStmt"), header)
    _put_authors(record, list(map(tree.text, tree.within(first, "author"))))
    entries = [one for one in tree.within(tei, "div") if one.get("type") != "comments"]
    record.paragraphs = list(_paragraphs(entries[:1], tree))
    return record


def _put_term(record: Exported, kind: str | None, words: str) -> None:
    if kind == "categories":
        record.put("section", words, "tei:categories")
    else:
        record.tags += _parts(words)


def _put_authors(record: Exported, names: list[str]) -> None:
    """Fill the people; a program joins them, nobody printed them so."""
    record.byline = ""
    record.authors = names or None


def _parts(joined: str) -> list[str]:
    return list(filter(None, map(str.strip, joined.split(";"))))


def _paragraphs(nodes: list[Any], tree: XmlTree) -> Iterator[str]:
    """Return the paragraphs of a body, without subheads; a list is a paragraph an item."""
    for node in nodes:
        for one in tree.within(node, *_PARAGRAPHS):
            above = set(map(tree.name, one.iterancestors()))
            text = " ".join(tree.text(one).split())
            if text and above.isdisjoint(_WITHIN):
                yield text
