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
NOTICE = re.compile(
    r"\s*(?:database copyright|contact (?:us|proquest)|terms and cond)", re.IGNORECASE
)
"""What stands below the last article."""
_LIKE_LABEL = re.compile(r"[A-Z][A-Za-z /]{2,34}:\s*\S")
_BRACKETED = "author affiliation|illustration|photograph|photo|graph|graphic|sidebar|caption|credit"
_CLOSES = re.compile(
    rf"(?:CAPTION|CREDIT)S?\s*:|\[(?i:{_BRACKETED})s?\]\s*$|(?:Photograph|Illustration)s?\s*$"
)
DASHES = re.compile(r"[-–—*_ ]+")
# Captions and credits, and how to reach who wrote it.
_IS_CLOSING = re.compile(
    r"\s*(?:caption|photo|illustration)s?\s*:|\s*credit\s*:"
    r"|(?:contact|e-?mail|reach|write to|follow)\b.*\S@\S"
    r"|.*\b(?:can|may) be reached (?:at|by|via)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S@\S")
_NOTE_LINES = 3
"""Lines from the dashes on: the dashes, and a note of one or two."""
_CLOSING_LINES = 8
"""Lines at the end of a text in which what closes it begins."""

Lines = Sequence[str]


class ArticleLines(NamedTuple):
    """The lines of an article: above its text, the text, the labels below."""

    head: list[str]
    text: list[str]
    tail: list[str]


def field_of(line: str) -> str:
    """Return the field of a line's label; empty without one."""
    said = labeled(line, LABELS)
    return said.field if said else ""


def parts_of(lines: list[str]) -> ArticleLines:
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
        if not opens_block:
            continue

        # Of the labels between others not all are known: "Journal subject: General Interest".
        if field_of(lines[number]):
            end = number
        elif not _LIKE_LABEL.match(lines[number]) or NOTICE.match(lines[number]):
            break

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
    while end > 1 and _IS_CLOSING.match(lines[end - 1]):
        end -= 1

    # "CAPTION: A ferry." may go on below.
    first = max(1, len(lines) - _CLOSING_LINES)
    closing = first_at(lines[:end], _CLOSES.match, first)
    if closing is not None:
        return closing

    # Behind a line of dashes stand a note or an address; or one more part of the text.
    dashes = first_at(lines[:end], DASHES.fullmatch, first) or end
    note = lines[dashes:]
    is_note = len(note) <= _NOTE_LINES or any(map(_ADDRESS.search, note))
    return dashes if is_note else end
