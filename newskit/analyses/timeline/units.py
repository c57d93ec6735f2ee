"""Weeks, months, years and other units: "last week", "the year", "the past three years"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline.calendar import (
    Time,
    amount,
    day_span,
    midnight,
    shift,
    unit_span,
    year_span,
)
from newskit.analyses.timeline.context import DAY_OR_FINER, Context, TimePhrase
from newskit.analyses.timeline.reported_quarter import quarter_spoken_of

ONE_UNIT: Final = ("unit", "quarter", "century", "weekend")
UNIT_KINDS: Final = (*ONE_UNIT, "units", "quarters", "weekends")
# What stands for a unit that cannot be placed; any other is an open year.
_OPEN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
# "The following day" comes after a day, not after the year mentioned last.
_FINE_ENOUGH: Final = {"D": DAY_OR_FINER, "M": ("day", "month"), "Q": ("quarter",)}


def unit_of(phrase: TimePhrase) -> str:
    """Return the unit of a phrase: D, W, M, Q, Y, ..."""
    found = phrase.find_last(*UNIT_KINDS)
    return str(found.value) if found else ""


def open_unit(unit: str) -> Time:
    """Return a unit without a place on the calendar."""
    return Time("DATE", _OPEN.get(unit, "XXXX"))


def this_unit(phrase: TimePhrase, context: Context) -> Time | None:
    """Read "last week", "this year", "next quarter", "that day", "the following month"."""
    unit = unit_of(phrase)
    step = phrase.step()
    of_a_clock = unit[0] == "T"
    if of_a_clock or (unit == "D" and step is not None):
        return None
    if phrase.has("that", "following"):
        return _beside_mentioned(phrase, context, unit)
    if context.anchor is None:
        return open_unit(unit)

    moved = shift(context.anchor, step or 0, unit)
    return narrow(unit_span(moved, unit), phrase, context.anchor) if moved else None


def _beside_mentioned(phrase: TimePhrase, context: Context, unit: str) -> Time | None:
    step = phrase.whole("following")  # 1, -1 for "previous", 0 for "that"
    fine_enough = _FINE_ENOUGH.get(unit, ()) if step else ()
    seen = context.day_mentioned(*fine_enough)
    if seen is None:
        return open_unit("D" if unit == "D" else "Y")
    moved = shift(seen, step, unit)
    return unit_span(moved, unit) if moved else None


def narrow(found: Time, phrase: TimePhrase, anchor: date) -> Time:
    """End "earlier this month" with the publication day, and begin "later this month" with it."""
    today, begin, end = midnight(anchor), found.begin, found.end
    if begin is None or end is None or not begin <= today < end:
        return found

    if phrase.has("earlier"):
        first_day_over = begin + timedelta(days=1)  # on the first of a month, that day is meant
        return found._replace(end=max(today, first_day_over))
    return found._replace(begin=today) if phrase.has("later") else found


def the_unit(phrase: TimePhrase, context: Context) -> Time | None:
    """Read "the year", "the quarter", "the latest period": the one spoken of."""
    if context.followed_by("hyphen"):
        return None  # a quarter-to-quarter comparison

    unit = unit_of(phrase)
    if unit == "Q" or phrase.has("period"):
        return quarter_spoken_of(context)
    if unit == "WE":
        return _the_weekend(context)
    if unit == "D":
        return _the_day(phrase, context)
    return _the_whole_unit(phrase, context, unit)


def _the_weekend(context: Context) -> Time:
    if context.anchor is None:
        return open_unit("WE")
    in_the_week = context.anchor.weekday() < 5
    is_past = in_the_week and context.tense() != "future"
    return unit_span(context.anchor - timedelta(weeks=is_past), "WE")


def _the_day(phrase: TimePhrase, context: Context) -> Time | None:
    if not phrase.has("end", "earlier", "later"):
        return None
    seen = context.mentioned("day")
    if seen is not None:
        return seen
    return day_span(context.anchor) if context.anchor else open_unit("D")


def _the_whole_unit(phrase: TimePhrase, context: Context, unit: str) -> Time | None:
    has_edge = phrase.has("end", "edge", "earlier", "later")
    if unit != "Y" and not (has_edge and unit in ("M", "W", "C")):
        return None

    measures = context.after.lower() in ("ended", "ending", "before", "after")
    if measures or context.anchor is None:  # "in the year ended June 30" is a length
        return Time("DURATION", amount(1, unit))
    if phrase.has("latest"):
        return year_before(context)
    return narrow(unit_span(context.anchor, unit), phrase, context.anchor)


def year_before(context: Context) -> Time:
    """Return the year before publication."""
    return year_span(context.anchor.year - 1) if context.anchor else open_unit("Y")


def quantity(phrase: TimePhrase) -> int | float | None:
    """Return how many units a phrase counts; None for a few."""
    counted = phrase.value("small", "number", "worded", "year", "couple")
    if isinstance(counted, int | float):
        return counted
    if phrase.has("few"):
        return None
    return 1 if phrase.has("a", *ONE_UNIT) else None


def stretch(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a stretch that ends or begins with publication.

    The past three years, the next few weeks, recent months.
    """
    unit = unit_of(phrase)
    of_a_clock = unit[0] == "T"
    if of_a_clock and phrase.has("hyphen"):
        return None  # a last-minute deal

    is_counted = phrase.has("small", "number", "worded", "few", "couple")
    is_single = phrase.has(*ONE_UNIT) and not is_counted
    is_open = phrase.has("following", "recent")
    if is_single and (is_open or unit in ("Q", "WE", "M")):
        return None if phrase.has("recent") else this_unit(phrase, context)

    n = 1 if is_single else quantity(phrase)
    length = Time("DURATION", amount(n, unit))
    if is_open or of_a_clock or not isinstance(n, int):
        return length
    return _beside_publication(length, n if phrase.has("next") else -n, unit, context)


def _beside_publication(length: Time, n: int, unit: str, context: Context) -> Time:
    """Place a length before publication, or after it; as a length alone, if that cannot be."""
    other = shift(context.anchor, n, unit) if context.anchor else None
    if context.anchor is None or other is None:
        return length
    begin, end = sorted((midnight(context.anchor), midnight(other)))
    return length._replace(begin=begin, end=end, precision=PRECISIONS[unit])


# The name of a unit as a precision.
PRECISIONS: Final = {
    "D": "day",
    "W": "week",
    "2W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
    "C": "century",
}
