"""ProQuest, text only: articles between rules of sixty underscores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newskit.csv_files import rule_words
from newskit.reading.content import Content
from newskit.reading.exports.exported import Exported
from newskit.reading.exports.proquest_fields import article_of, stated_in
from newskit.reading.exports.proquest_lines import TEXT, field_of, parts_of

_RULE = re.compile(r"^[ \t]*_{60}[ \t]*$", re.MULTILINE)
_LABEL = re.compile(
    r"^\s*full\s?text\s*:|^\s*proquest\s?document\s?id\s*:", re.IGNORECASE | re.MULTILINE
)
_LAST_FIELDS = rule_words(__package__, "fields.csv")["proquest_last"]
_CUT = "The article is cut off: below its text no label follows; its last line is {!r}"


def looks_like(content: Content) -> bool:
    """Say whether a text has the rules and the labels of ProQuest."""
    if content.is_html:
        return False

    return bool(_RULE.search(content.head)) and bool(_LABEL.search(content.head))


def stated(content: Content) -> int | None:
    """Return the number of "Document 1 of 500"."""
    return stated_in(content.text)


def records(content: Content) -> Iterator[Exported]:
    """Return the articles of a text."""
    articles = _articles(content.text)
    for number, lines in enumerate(articles, start=1):
        record = article_of(parts_of(lines))
        if number == len(articles) and not _is_whole(lines):
            printed = list(filter(str.strip, lines))
            record.error = _CUT.format(printed[-1].strip()[-80:])

        yield record


def _articles(text: str) -> list[list[str]]:
    """Return the lines of each article; a rule within a text does not divide it."""
    found: list[list[str]] = []
    for block in _RULE.split(text):
        lines = block.split("\n")
        is_open = bool(found) and not _is_whole(found[-1])
        begins = bool(_LABEL.search(block)) and (not is_open or _has_text(lines))
        if begins:
            found.append(lines)
        elif is_open:
            found[-1] += lines

    return found


def _has_text(lines: Sequence[str]) -> bool:
    return TEXT in map(field_of, lines)


def _is_whole(lines: Sequence[str]) -> bool:
    return not _LAST_FIELDS.isdisjoint(map(field_of, lines))
