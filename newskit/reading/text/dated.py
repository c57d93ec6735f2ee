"""Lines that print when an article was published or updated."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.reading.text.lines import Line
from newskit.timestamps.grammar import PrintedItem, printed_items
from newskit.timestamps.items import Ago, Clock, Day, Label
from newskit.timestamps.scan import scan

_MAX_LENGTH = 220
_AGE = re.compile(
    r"(.*?)\b\d{1,3}\s*(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?)(?:\s+ago)?", re.IGNORECASE
)
_FILLER = frozenset(
    "on at by the last first date updated update published posted mon tue tues wed thu thur thurs fri sat sun monday "
    "tuesday wednesday thursday friday saturday sunday min mins minute minutes read ago and an am pm gmt edited timer "
    "of local time".split()
)
_HINT = re.compile(r"\d|\bago\b", re.IGNORECASE)  # without one of these there is nothing to read
_WORD = re.compile(r"[^\W\d_]+")


class Stamp(NamedTuple):
    """A line with a stamp in it."""

    before: str
    """What stands before the stamp: often the byline."""
    after: str
    labels: frozenset[str]
    has_day: bool
    has_clock: bool
    relative: bool


def stamp_of(line: Line) -> Stamp | None:
    """Return the stamp of a line that is there to print one; a sentence that names a day is none."""
    text = line.text
    if len(text) > _MAX_LENGTH or not _HINT.search(text):
        return None
    found = printed_items(scan(text))
    day, clock, ago = (_first(found, kind) for kind in (Day, Clock, Ago))
    labels = frozenset(span.item.field for span in found if isinstance(span.item, Label))
    if not (day or ago or (clock and (labels or len(text) < 20))):
        return _bare_age(text)
    if _is_sentence(line, found, bool(labels or clock)):
        return None
    first, last = found[0], found[-1]
    return Stamp(text[: first.start], text[last.end :], labels, bool(day), bool(clock), bool(ago))


def _first(found: list[PrintedItem], kind: type) -> PrintedItem | None:
    return next((span for span in found if isinstance(span.item, kind)), None)


def _is_sentence(line: Line, found: list[PrintedItem], sure: bool) -> bool:
    """Say whether too much else stands in the line for it to be a stamp."""
    rest, at = [], 0
    for span in found:
        rest.append(line.text[at : span.start])
        at = span.end
    words = [w for w in _WORD.findall(" ".join([*rest, line.text[at:]])) if w.casefold() not in _FILLER]
    small = sum(w.islower() and len(w) > 2 for w in words)
    if line.closed and small > 1 and not line.text.rstrip().endswith((".m.", "ET.")):
        return True
    return len(words) > (16 if sure else 8) or small > (4 if sure else 2)


def _bare_age(text: str) -> Stamp | None:
    """Read "Jane Doe 7 hours", where "ago" is left out."""
    match = _AGE.fullmatch(text) if len(text) < 60 else None
    if match is None or len(match[1].split()) > 5:
        return None
    return Stamp(match[1], "", frozenset(), False, False, True)
