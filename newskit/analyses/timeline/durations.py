"""Lengths of time, and times counted from another one."""

from __future__ import annotations

from datetime import date
from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import Time, amount, day_span, midnight, shift, unit_span
from newskit.analyses.timeline.context import DAY_OR_FINER, Context, TimePhrase
from newskit.analyses.timeline.reported_quarter import years_before
from newskit.analyses.timeline.units import UNIT_KINDS, quantity, unit_of
from newskit.analyses.timeline.words import letters_of

# How many units "a few" may be: the span of a vague time runs from the most to the fewest.
FEWEST, MOST = 1, 10
_SHORT_UNITS: Final = ("D", "W")  # counted to the day; longer ones to the month, quarter, year
_COUNTS: Final = letters_of("small", "number", "worded")


def ago_or_later(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a time counted from another one.

    "Ago" and "back" count from publication, "earlier" and "later" from the time mentioned before.
    """
    unit, n = unit_of(phrase), quantity(phrase)
    if phrase.has("ago"):
        return _ago(n, unit, context)
    if unit[0] == "T" or not isinstance(n, int):
        return Time("DURATION", amount(n, unit))

    is_earlier = phrase.has("earlier")
    if is_earlier and unit == "Y":
        return _years_earlier(n, context)
    return _from_mentioned(-n if is_earlier else n, unit, context)


def _ago(n: int | float | None, unit: str, context: Context) -> Time:
    if unit[0] == "T":
        return Time("TIME", "PAST_REF")
    if not isinstance(n, int):
        return _vague(context.anchor, unit)

    reported = context.quarter_reported()
    if n == 1 and unit == "Y" and reported:  # profit in the third quarter a year ago
        return years_before(reported, 1) or Time("DATE", "PAST_REF")
    moved = shift(context.anchor, -n, unit) if context.anchor else None
    return unit_span(moved, unit) if moved else Time("DATE", "PAST_REF")


def _vague(anchor: date | None, unit: str) -> Time:
    """Place "a few days ago"."""
    unplaced = Time("DATE", "PAST_REF")
    if anchor is None:
        return unplaced
    begin, end = shift(anchor, -MOST, unit), shift(anchor, -FEWEST, unit)
    if begin is None or end is None:
        return unplaced
    return unplaced._replace(begin=midnight(begin), end=midnight(end), precision="vague")


def _years_earlier(n: int, context: Context) -> Time:
    seen = context.quarter_reported()
    if seen is None and context.anchor is not None:
        seen = unit_span(context.anchor, "Y")
    moved = years_before(seen, n) if seen else None
    return moved or Time("DATE", "PAST_REF")


def _from_mentioned(n: int, unit: str, context: Context) -> Time:
    seen = context.mentioned()
    is_short = unit in _SHORT_UNITS
    if seen is None or seen.begin is None:
        return Time("DATE", "XXXX-XX-XX" if is_short else "XXXX")
    if is_short and seen.precision not in DAY_OR_FINER:
        return Time("DATE", "XXXX-XX-XX")  # two days after 2019

    moved = shift(seen.begin.date(), n, unit)
    if moved is None:
        return Time("DATE", "XXXX")
    return day_span(moved) if is_short else unit_span(moved, unit)


def length(phrase: TimePhrase, context: Context) -> Time | None:
    """Read how long something lasts: two weeks, a 10-year term; "$3 a year" says how often."""
    if phrase.has("old"):
        return None  # an age
    unit = unit_of(phrase) if phrase.has(*UNIT_KINDS) else "TS"
    if false_positives.is_not_a_length(phrase, context, unit):
        return None
    n = None if _is_range(phrase) else quantity(phrase)
    return Time("DURATION", amount(n, unit)).fixed()


def _is_range(phrase: TimePhrase) -> bool:
    """Say whether two numbers are named, "12 to 18 months": how many it is, is not said."""
    counted = [code for code in phrase.codes if code in _COUNTS]
    return len(counted) > 1 and phrase.has("to", "or", "hyphen")


def units(phrase: TimePhrase, context: Context) -> Time | None:
    """Read "years", "days" alone, where a word beside it says that they are a length."""
    if phrase.has("the"):  # the first hours
        return _open_length(unit_of(phrase))
    if context.led_by("hyphen", "of"):
        return None  # three-quarters, a matter of days

    unit = str(phrase.value("units", "quarters"))
    is_told = context.led_by("in", "before", "the") or context.after.lower() in _AFTER_A_LENGTH
    if unit[0] == "T" or not is_told:
        return None
    return _open_length(unit)


def _open_length(unit: str) -> Time:
    return Time("DURATION", amount(None, unit)).fixed()


_AFTER_A_LENGTH: Final = ("of", "after", "before")
