"""Nexis until 2019, pages: the blocks of the text form, each in an element of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.html_lines import lines_of, parse_html, with_cut
from newskit.reading.exports.nexis_blocks import article_of
from newskit.reading.exports.nexis_text import SEPARATOR, stated_in
from newskit.reading.exports.pieces import divided_at, first_of
from newskit.reading.exports.printed_blocks import CENTERED, PrintedBlock, joined

_ANCHOR = re.compile(r"<a\s+name\s*=\s*[\"']?DOC_ID_", re.IGNORECASE)
_DOCFULL = re.compile(r"<DOCFULL>", re.IGNORECASE)
_IN_TEXT = re.compile(r">[^<>\w]{0,20}(?P<line>(?:\w+ )?\d+ (?:of|von|de|van) \d+(?: \w+)?)\s*<")
# The comment that an article begins in, where it is divided at comments.
_COMMENT = re.compile(r"\A<DOCFULL>[^>]{0,20}-->", re.IGNORECASE)
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


def records(content: Content) -> list[Exported]:
    """Return the articles of a page; the service's error messages are none."""
    text = content.text
    return with_cut(_whole_records(text), text)


def _whole_records(text: str) -> Iterator[Exported]:
    divider = _ANCHOR if _ANCHOR.search(text) else _DOCFULL
    begins = [match.start() for match in divider.finditer(text)]
    warnings: list[str] = []
    for part in divided_at(text, begins):
        blocks = _blocks(part)
        if _ERROR in joined(blocks[:3]):
            warnings = [_DROPPED]
            continue

        record = article_of(blocks)
        record.warnings += warnings
        warnings = []
        yield record


def _blocks(part: str) -> list[PrintedBlock]:
    """Return the blocks of an article; editions have the class of the outlet, or of the date."""
    found = _printed(parse_html(_COMMENT.sub("", part)))
    if found and SEPARATOR.fullmatch(found[0].text):
        del found[0]

    at_margin = {block.kind for block in found if block.label}
    dated = first_of(found, lambda block: block.is_date)
    heads = [*found[:1], *filter(None, [dated])]
    centered = {block.kind for block in heads} - at_margin
    for block in found:
        block.indent = CENTERED * (block.kind in centered)

    return found


def _printed(root: Any) -> list[PrintedBlock]:
    """Return the lines of every paragraph, and of divisions without one."""
    found = []
    for node in root.xpath("//p | //div[not(.//p)]"):
        lines = [line.text for line in lines_of(node, breaks=True)]
        division = next(node.iterancestors("div"), node) if node.tag == "p" else node
        if lines:
            found.append(PrintedBlock(lines, kind=division.get("class", "")))

    return found
