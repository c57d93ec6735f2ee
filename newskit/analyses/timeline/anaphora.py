"""Times counted from another day: the day before, the next day, a week ago Monday, Tuesday week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import days
from newskit.analyses.timeline.calendar import (
    Time,
    first_day,
    part_span,
    shift,
    unit_span,
)
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER, TimePhrase
from newskit.analyses.timeline.units import UNIT_KINDS, quantity, unit_of

_FROM: Final = ("from", "on")
_IN_DAYS: Final = ("D", "W", "2W")


def told_day(phrase: TimePhrase, unit: str) -> Time | None:
    """Return what a story told last: a day for days, else any time."""
    return phrase.mentioned(*DAY_OR_FINER) if unit == "D" else phrase.mentioned()


def beside_told(phrase: TimePhrase, unit: str, step: int) -> Time | None:
    """Return the unit before or after what the story told last; days are counted to the day."""
    seen = told_day(phrase, unit)
    begin = seen.begin.date() if seen and seen.begin else None
    return unit_span(shift(begin, step, unit), unit)


def beside(phrase: TimePhrase) -> Time | None:
    """Read "the day before", "the week after", "two days before"; not "the day before the vote"."""
    unit = unit_of(phrase)
    n = quantity(phrase)
    sign = phrase.whole("before")
    if not isinstance(n, int) or unit not in ("D", "W", "M", "Y"):
        return None

    is_counted = not phrase.has("the")
    return beside_told(phrase, unit, sign * n) if not is_counted else _counted(phrase, sign * n)


def beside_a_day(phrase: TimePhrase) -> Time | None:
    """Read "the day after Thanksgiving", "two days before Christmas"."""
    unit = unit_of(phrase)
    n = quantity(phrase)
    # "Less than two weeks before Election Day" is a length.
    if unit not in ("D", "W") or not isinstance(n, int) or phrase.has("about"):
        return None

    at = phrase.lexemes.index(phrase.find("before"))
    found = days.day(phrase.reduced_to(phrase.lexemes[at + 1 :]))
    moved = shift(first_day(found), n * phrase.whole("before"), unit)
    return unit_span(moved, unit)


def _counted(phrase: TimePhrase, n: int) -> Time | None:
    """Return "two weeks before" as the day it was, where the story told a day."""
    unit = unit_of(phrase)
    seen = phrase.day_mentioned(*DAY_OR_FINER)
    return unit_span(shift(seen, n, unit), "D" if unit in _IN_DAYS else unit)


def next_part(phrase: TimePhrase, part: str) -> Time | None:
    """Read "the next morning", "the night before"."""
    step = phrase.whole("before") if phrase.has("before") else 1
    day = shift(phrase.day_mentioned(*DAY_OR_FINER) or phrase.anchor, step, "D")
    return part_span(day, part) if day else Time("TIME", f"XXXX-XX-XXT{part}")


def from_a_day(phrase: TimePhrase) -> Time | None:
    """Read "a week ago Monday", "a week from Friday", "a week on Tuesday", "Tuesday week"."""
    unit = str(phrase.value(*UNIT_KINDS))
    n = quantity(phrase)
    anchor = phrase.anchor
    if anchor is None or unit not in _IN_DAYS or not isinstance(n, int):
        return None

    if phrase.has("ago"):
        day = _counted_from(phrase, anchor, is_back=True)
        return unit_span(shift(day, -n, unit), "D")

    # "A week in Monday's papers" is none of them.
    ends_in_unit = phrase.lexemes[-1].kind == "unit"
    is_from = phrase.find("in", "on").word in _FROM
    if not (ends_in_unit or is_from):
        return None

    day = _counted_from(phrase, anchor, is_back=False)
    return unit_span(shift(day, n, unit), "D")


def two_away(phrase: TimePhrase) -> Time | None:
    """Read "the week before last", "the night before last", "the week after next"."""
    sign = phrase.whole("before")
    if phrase.step() != sign or phrase.lexemes[-1].word == "past":
        return None

    if phrase.has("part"):
        night = shift(phrase.anchor, 2 * sign, "D")
        return part_span(night, str(phrase.value("part"))) if night else None

    unit = unit_of(phrase)
    in_days = unit in ("D", "W", "2W", "WE", "M", "Q", "Y", "E")
    return unit_span(shift(phrase.anchor, 2 * sign, unit), unit) if in_days else None


def _counted_from(phrase: TimePhrase, anchor: date, *, is_back: bool) -> date:
    """Return today, the last Monday, or the next one."""
    if phrase.has("today"):
        return anchor + timedelta(days=phrase.whole("today"))

    ahead = (phrase.whole("weekday", "shortday") - anchor.weekday()) % 7
    if is_back and ahead > 0:
        ahead -= 7
    return anchor + timedelta(days=ahead)
