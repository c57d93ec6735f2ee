"""ProQuest: which lines of an article are its head, its text, what closes that, and its labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import filterfalse
from typing import NamedTuple

from newskit.reading.exports.labels import folded_label, labeled, labels_of
from newskit.reading.exports.pieces import first_at

LABELS = labels_of("proquest")
TEXT = "text"
DOCUMENT_N = re.compile(r"\s*(?:document|email) \d+ of (?P<n>\d+)\s*$", re.IGNORECASE)
URL = re.compile(r"\s*(?P<url>https?://\S+)")
CAPTION = re.compile(r"\s*(?:caption|photo|illustration)s?\s*:\s*(?P<value>.*)$", re.IGNORECASE)
CREDIT = re.compile(r"\s*credit\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_CAPTION_OR_CREDIT = re.compile(
    r"\s*(?:caption|photo|illustration)s?\s*:|\s*credit\s*:", re.IGNORECASE
)
_CLOSES = re.compile(r"(?:CAPTION|CREDIT)S?\s*:|[-–—* ]{3,}$")
_CLOSING_LINES = 8
"""Lines at the end of a text in which what closes it begins."""

Lines = Sequence[str]


class ArticleLines(NamedTuple):
    """The lines of an article: above its text, the text, the labels below."""

    head: Lines
    text: Lines
    tail: Lines


def field_of(line: str) -> str:
    """Return the field of a line's label; empty without one."""
    said = labeled(line, LABELS)
    return said.field if said else ""


def parts_of(lines: Lines) -> ArticleLines:
    """Divide the lines of a text, which has blank lines between its labels."""
    labels = (n for n, line in enumerate(lines) if field_of(line) == TEXT)
    text_at = next(labels, None)
    end = _text_end(lines, text_at or 0)
    if text_at is None:
        return ArticleLines(lines[:end], [], lines[end:])

    said = labeled(lines[text_at], LABELS)
    first = said.value if said else ""
    return ArticleLines(lines[:text_at], [first, *lines[text_at + 1 : end]], lines[end:])


def _text_end(lines: Lines, begin: int) -> int:
    """Return where the last run of labels begins: a text has lines like labels, but no such run."""
    end = len(lines)
    for number in range(len(lines) - 1, begin, -1):
        opens_block = lines[number].strip() and not lines[number - 1].strip()
        if opens_block and not field_of(lines[number]):
            break

        if opens_block:
            end = number

    return end


def split_head(head: Lines, title: str) -> tuple[str, Lines]:
    """Return the headline, which has no label and may be like one, and the lines below it."""
    lines = list(filterfalse(DOCUMENT_N.match, head))
    first = first_at(lines, str.strip) or 0
    end = first
    while end < len(lines) and _is_of_headline(lines[end], title):
        end += 1

    return " ".join(lines[first:end]), lines[end:]


def _is_of_headline(line: str, title: str) -> bool:
    if folded_label(line) == folded_label(title):
        return bool(title)

    is_other = field_of(line) or URL.match(line)
    return bool(line.strip()) and not is_other


def text_end(lines: Lines) -> int:
    """Return where a text ends: captions, credits and addresses close it."""
    end = len(lines)
    while end and _CAPTION_OR_CREDIT.match(lines[end - 1]):
        end -= 1

    # "CAPTION: A ferry." may go on below; behind a line of dashes stand credits and addresses.
    first = max(1, len(lines) - _CLOSING_LINES)
    closing = first_at(lines[:end], _CLOSES.match, first)
    return end if closing is None else closing
