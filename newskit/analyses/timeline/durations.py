"""Lengths of time, and times counted from another one."""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import CLOCK_UNITS, Time, amount, midnight, shift, unit_span
from newskit.analyses.timeline.context import DAY_OR_FINER, Context, TimePhrase
from newskit.analyses.timeline.reported_quarter import years_before
from newskit.analyses.timeline.units import UNIT_KINDS, quantity, unit_of

# How many units "a few" may be: the span of a vague time runs from the most to the fewest.
FEWEST, MOST = 1, 10
_PAST: Final = Time("DATE", "PAST_REF")
# Counted to the day: two weeks later is a day. Longer units are counted to the month, the year.
_SHORT_UNITS: Final = ("D", "W")
_AFTER_A_LENGTH: Final = ("of", "after", "before")


def ago_or_later(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a time counted from another one.

    "Ago" and "back" count from publication, "earlier" and "later" from the time mentioned before.
    """
    unit, n = unit_of(phrase), quantity(phrase)
    if phrase.has("ago"):
        return _ago(n, unit, context)

    # A few days later, two hours earlier: the calendar cannot say.
    if unit in CLOCK_UNITS or not isinstance(n, int):
        return Time("DURATION", amount(n, unit))
    if phrase.has("later"):
        return _from_mentioned(n, unit, context)
    if unit == "Y":
        return _years_earlier(n, context)
    return _from_mentioned(-n, unit, context)


def _ago(n: int | float | None, unit: str, context: Context) -> Time:
    if unit in CLOCK_UNITS:
        return Time("TIME", "PAST_REF")
    if not isinstance(n, int):
        return _a_few_ago(unit, context)

    # A year ago in a report on the third quarter is that quarter of the year before.
    reported = context.quarter_reported()
    if n == 1 and unit == "Y" and reported is not None:
        return years_before(reported, 1) or _PAST
    return unit_span(shift(context.anchor, -n, unit), unit) or _PAST


def _a_few_ago(unit: str, context: Context) -> Time:
    begin = shift(context.anchor, -MOST, unit)
    end = shift(context.anchor, -FEWEST, unit)
    if begin is None or end is None:
        return _PAST
    return _PAST._replace(begin=midnight(begin), end=midnight(end), precision="vague")


def _years_earlier(n: int, context: Context) -> Time:
    seen = context.quarter_reported() or unit_span(context.anchor, "Y")
    moved = years_before(seen, n) if seen else None
    return moved or _PAST


def _from_mentioned(n: int, unit: str, context: Context) -> Time:
    seen = context.mentioned()
    if unit not in _SHORT_UNITS:
        found = unit_span(shift(context.day_mentioned(), n, unit), unit)
        return found or Time("DATE", "XXXX")

    # Two days after 2019 is not a day.
    if seen is None or seen.precision not in DAY_OR_FINER:
        return Time("DATE", "XXXX-XX-XX")
    return unit_span(shift(context.day_mentioned(), n, unit), "D") or Time("DATE", "XXXX")


def length(phrase: TimePhrase, context: Context) -> Time | None:
    """Read how long something lasts: two weeks, a 10-year term; "$3 a year" says how often."""
    # An age.
    if phrase.has("old"):
        return None

    unit = unit_of(phrase) if phrase.has(*UNIT_KINDS) else "TS"
    if false_positives.is_not_a_length(phrase, context, unit):
        return None
    n = None if _is_range(phrase) else quantity(phrase)
    return Time("DURATION", amount(n, unit)).fixed()


def _is_range(phrase: TimePhrase) -> bool:
    """Say whether two numbers are named, "12 to 18 months": how many it is, is not said."""
    numbers = phrase.those("small", "number", "worded")
    return len(numbers) > 1 and phrase.has("to", "or", "hyphen")


def units(phrase: TimePhrase, context: Context) -> Time | None:
    """Read "years", "days" alone, where a word beside it says that they are a length."""
    # The first hours.
    if phrase.has("the"):
        return Time("DURATION", amount(None, unit_of(phrase))).fixed()

    # Three-quarters, a matter of days.
    if context.led_by("hyphen", "of"):
        return None

    unit = str(phrase.value("units", "quarters"))
    is_told = context.led_by("in", "before", "the") or context.after.lower() in _AFTER_A_LENGTH
    if unit in CLOCK_UNITS or not is_told:
        return None
    return Time("DURATION", amount(None, unit)).fixed()
