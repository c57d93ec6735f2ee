"""Lines that print when an article was published or updated."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.csv_files import rule_words
from newskit.reading.shared.lines import TextLine
from newskit.timestamps.calendar_words import MONTH_NAMES, WEEKDAYS
from newskit.timestamps.grammar import PrintedItem, printed_items
from newskit.timestamps.items import Ago, Clock, Day, Label
from newskit.timestamps.scan import scan

_MAX_LENGTH = 220  # characters
_BARE_CLOCK = 20  # characters: "15:26 GMT" alone; in a longer line a clock may be anything
_SHORT_AGE = 60  # characters
_NAME_WORDS = 5  # before an age without "ago"
# How many other words, and how many of those in small letters, may stand beside a timestamp: a
# byline and a role do, a sentence has more. With a label or a clock it is surely a timestamp.
_BESIDE_IF_SURE = (16, 4)
_BESIDE = (8, 2)

_AGE = re.compile(
    r"(.*?)\b\d{1,3}\s*(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?)(?:\s+ago)?",
    re.IGNORECASE,
)
_FILLER = rule_words(__package__)["timestamp_filler"].union(WEEKDAYS)
_DIGIT = re.compile(r"\d")
# "by Harbor TimesMarch 3, 20250912": no comments and 912 views stood beside the day.
_DAY = rf"(?:{'|'.join(MONTH_NAMES)}) \d{{1,2}},? 20\d\d"
_GLUED_TO_A_NAME = re.compile(rf"(?<=[a-z])(?={_DAY})")
_GLUED_TO_A_COUNT = re.compile(rf"({_DAY})(?=\d)")
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
    if len(line.text) > _MAX_LENGTH or not _could_print_a_time(line.text):
        return None

    text = unglued(line.text)
    found = printed_items(scan(text))
    kinds = {type(one.item) for one in found}
    labels = frozenset(one.item.field for one in found if isinstance(one.item, Label))

    # A clock without a day is a timestamp only if the line says so, or holds little else.
    lone_clock = Clock in kinds and (labels or len(text) < _BARE_CLOCK)
    if not lone_clock and not kinds & {Day, Ago}:
        return _bare_age(text)

    # "The old bridge fell on 5 May 2024." is one; "Updated at 9 a.m." only ends like one.
    ends_sentence = line.closed and not text.rstrip().endswith((".m.", "ET."))
    sure = bool(labels) or Clock in kinds
    if _is_sentence(_words_beside(text, found), ends_sentence, sure):
        return None

    before, after = text[: found[0].start].rstrip(), text[found[-1].end :]
    return PrintedStamp(before, after, labels, Day in kinds, Clock in kinds, Ago in kinds)


def unglued(text: str) -> str:
    """Part a day from the name before it and the number behind it, where a margin was lost."""
    return _GLUED_TO_A_COUNT.sub(r"\1 ", _GLUED_TO_A_NAME.sub(" ", text))


def _could_print_a_time(text: str) -> bool:
    """Say whether there is anything to read: a digit, or "an hour ago"."""
    return bool(_DIGIT.search(text)) or "ago" in text.casefold()


def _is_sentence(
    beside: list[str],
    ends_sentence: bool,
    sure: bool,
) -> bool:
    """Say whether too much else stands in the line for it to be a timestamp."""
    words = [word for word in beside if word.casefold() not in _FILLER]
    small = sum(word.islower() and len(word) > 2 for word in words)
    if ends_sentence and small > 1:
        return True

    most_words, most_small = _BESIDE_IF_SURE if sure else _BESIDE
    return len(words) > most_words or small > most_small


def _words_beside(text: str, found: list[PrintedItem]) -> list[str]:
    """Return the words of a line that are not part of what is printed of the time."""
    rest = []
    at = 0
    for one in found:
        rest.append(text[at : one.start])
        at = one.end

    return _WORD.findall(" ".join([*rest, text[at:]]))


def _bare_age(text: str) -> PrintedStamp | None:
    """Read "Jane Doe 7 hours", where "ago" is left out."""
    match = _AGE.fullmatch(text) if len(text) < _SHORT_AGE else None
    if match is None or len(match[1].split()) > _NAME_WORDS:
        return None

    return PrintedStamp(match[1], "", frozenset(), False, False, True)
