"""Nexis until 2019, pages: the blocks of the text form, each in an element of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.html_lines import cut_off, lines_of, parse_html
from newskit.reading.exports.nexis_blocks import article_of
from newskit.reading.exports.nexis_text import SEPARATOR, stated_in
from newskit.reading.exports.printed_blocks import CENTERED, PrintedBlock

_ANCHOR = re.compile(r"<a\s+name\s*=\s*[\"']?DOC_ID_", re.IGNORECASE)
_DOCFULL = re.compile(r"<DOCFULL>", re.IGNORECASE)
_IN_TEXT = re.compile(r">[^<>\w]{0,20}(?P<line>(?:\w+ )?\d+ (?:of|von|de|van) \d+(?: \w+)?)\s*<")
_ERROR = "there is an error in this document"
_DROPPED = "a document before this one was the service's error message: it is left out"


def looks_like(content: Content) -> bool:
    """Say whether a page has the anchors or the comments of Nexis."""
    if not content.is_html:
        return False

    return bool(_ANCHOR.search(content.head) or _DOCFULL.search(content.head))


def stated(content: Content) -> int | None:
    """Return the number in "1 of 30 DOCUMENTS"."""
    lines = (match["line"] for match in _IN_TEXT.finditer(content.text))
    return stated_in(list(filter(None, map(SEPARATOR.match, lines))))


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a page; the service's error messages are none."""
    text = content.text
    divider = _ANCHOR if _ANCHOR.search(text) else _DOCFULL
    begins = [match.start() for match in divider.finditer(text)]
    warnings: list[str] = []
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=False):
        blocks = _blocks(text[begin:end])
        if any(_ERROR in block.text for block in blocks[:3]):
            warnings = [_DROPPED]
            continue

        record, is_closed = article_of(blocks)
        record.warnings += warnings
        warnings = []
        if end == len(text) and not is_closed and blocks:
            record.error = cut_off(text, blocks[-1].text)

        yield record


def _blocks(part: str) -> list[PrintedBlock]:
    """Return the blocks of an article; editions have the class of the outlet, or of the date."""
    # The comment that an article begins in, where it is divided at comments.
    page = part.partition("-->")[2] if part[:20].upper().startswith("<DOCFULL>") else part
    found = list(_printed(parse_html(page)))
    if found and SEPARATOR.fullmatch(found[0][1].text):
        del found[0]

    at_margin = {name for name, block in found if block.label}
    dates = [name for name, block in found if block.is_date]
    outlets = [name for name, _ in found]
    centered = {*outlets[:1], *dates[:1]} - at_margin
    for name, block in found:
        block.indent = CENTERED * (name in centered)

    return [block for _, block in found]


def _printed(root: Any) -> Iterator[tuple[str, PrintedBlock]]:
    """Return the class and the lines of every paragraph, and of divisions without one."""
    for node in root.iter("p", "div"):
        holds_paragraphs = node.tag == "div" and node.find(".//p") is not None
        lines = [] if holds_paragraphs else [line.text for line in lines_of(node, breaks=True)]
        if lines:
            yield _class_of(node), PrintedBlock(lines)


def _class_of(node: Any) -> str:
    division = next(node.iterancestors("div"), node) if node.tag == "p" else node
    return division.get("class") or ""
