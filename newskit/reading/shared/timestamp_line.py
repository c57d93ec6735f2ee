"""Lines that print when an article was published or updated."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.reading.shared.lines import TextLine
from newskit.timestamps.calendar_words import WEEKDAYS
from newskit.timestamps.grammar import PrintedItem, printed_items
from newskit.timestamps.items import Ago, Clock, Day, Label
from newskit.timestamps.scan import scan
from newskit.word_lists import words_of

_MAX_LENGTH = 220  # characters
_BARE_CLOCK = 20  # characters: "15:26 GMT" alone; in a longer line a clock may be anything
_SHORT_AGE = 60  # characters
_NAME_WORDS = 5  # before an age without "ago"
# How many other words, and of those in small letters, may stand beside a timestamp: a byline and a
# role do, a sentence has more. With a label or a clock the line is surely a timestamp.
_WORDS_IF_SURE, _WORDS = 16, 8
_SMALL_IF_SURE, _SMALL = 4, 2

_AGE = re.compile(
    r"(.*?)\b\d{1,3}\s*(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?)(?:\s+ago)?",
    re.IGNORECASE,
)
_FILLER = words_of(__package__)["timestamp_filler"].union(WEEKDAYS)
_HINT = re.compile(r"\d|\bago\b", re.IGNORECASE)  # without one of these there is nothing to read
_WORD = re.compile(r"[^\W\d_]+")


class PrintedStamp(NamedTuple):
    """A timestamp in a line of its own, and what stands beside it there."""

    before: str
    """What stands before it: often the byline."""
    after: str
    labels: frozenset[str]
    """What it is said to be: published, updated."""
    has_day: bool
    has_clock: bool
    relative: bool
    """Whether it is an age: "2 hours ago"."""


def stamp_of(line: TextLine) -> PrintedStamp | None:
    """Return the timestamp of a line that is there to print one; not of a sentence with a day."""
    text = line.text
    if len(text) > _MAX_LENGTH or not _HINT.search(text):
        return None

    found = printed_items(scan(text))
    day, clock, ago = (_first(found, kind) for kind in (Day, Clock, Ago))
    labels = frozenset(span.item.field for span in found if isinstance(span.item, Label))
    lone_clock = clock and (labels or len(text) < _BARE_CLOCK)
    if not (day or ago or lone_clock):
        return _bare_age(text)
    if _is_sentence(line, found, sure=bool(labels or clock)):
        return None

    before, after = text[: found[0].start], text[found[-1].end :]
    return PrintedStamp(before, after, labels, bool(day), bool(clock), bool(ago))


def _first(found: list[PrintedItem], kind: type) -> PrintedItem | None:
    return next((span for span in found if isinstance(span.item, kind)), None)


def _is_sentence(line: TextLine, found: list[PrintedItem], sure: bool) -> bool:
    """Say whether too much else stands in the line for it to be a timestamp."""
    words = [w for w in _words_beside(line.text, found) if w.casefold() not in _FILLER]
    small = sum(word.islower() and len(word) > 2 for word in words)
    ends_in_time = line.text.rstrip().endswith((".m.", "ET."))
    if line.closed and small > 1 and not ends_in_time:
        return True
    if sure:
        return len(words) > _WORDS_IF_SURE or small > _SMALL_IF_SURE
    return len(words) > _WORDS or small > _SMALL


def _words_beside(text: str, found: list[PrintedItem]) -> list[str]:
    rest, at = [], 0
    for span in found:
        rest.append(text[at : span.start])
        at = span.end
    return _WORD.findall(" ".join([*rest, text[at:]]))


def _bare_age(text: str) -> PrintedStamp | None:
    """Read "Jane Doe 7 hours", where "ago" is left out."""
    match = _AGE.fullmatch(text) if len(text) < _SHORT_AGE else None
    if match is None or len(match[1].split()) > _NAME_WORDS:
        return None
    return PrintedStamp(match[1], "", frozenset(), False, False, True)
