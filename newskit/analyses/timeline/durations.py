"""Lengths of time, and times counted from another one."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import (
    CLOCK_UNITS,
    Time,
    amount,
    clock_span,
    placed,
    shift,
    unit_span,
)
from newskit.analyses.timeline.reported_quarter import years_before
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER, TimePhrase
from newskit.analyses.timeline.units import UNIT_KINDS, quantity, unit_of

# How many units "a few" may be: the span of a vague time runs from the most to the fewest.
FEWEST, MOST = 1, 10
_PAST: Final = Time("DATE", "PAST_REF")
# Counted to the day: two weeks later is a day. Longer units are counted to the month, the year.
_SHORT_UNITS: Final = ("D", "W")
_PAIRS: Final = (("TH", "TM"), ("TM", "TS"), ("Y", "M"), ("W", "D"), ("M", "W"), ("D", "TH"))
_SECONDS: Final = {"TS": 1, "TM": 60, "TH": 3600}
# "36 hours later" is told to the hour; "500 hours later" is a length.
MOST_HOURS: Final = 72
_HALVES: Final = {"Y": (6, "M"), "TH": (30, "TM"), "TM": (30, "TS")}
# What the half of a unit is counted in.
_PARTS: Final = {"C": (100, "Y"), "Y": (12, "M"), "E": (10, "Y"), "M": (30, "D"), "W": (7, "D")}
_AFTER_A_LENGTH: Final = ("of", "after", "before")


def ago(phrase: TimePhrase) -> Time | None:
    """Read a time counted from another one.

    "Ago" and "back" count from publication, "earlier" and "later" from the time mentioned before.
    """
    unit = unit_of(phrase)
    n = quantity(phrase)
    if phrase.has("ago"):
        return _ago(n, unit, phrase)

    # An hour later: than the clock told last.
    if unit in CLOCK_UNITS:
        moved = _on_the_clock(n, unit, phrase)
        return moved or Time("DURATION", amount(n, unit))

    # A few days later: the calendar cannot say. A week later than planned.
    if not isinstance(n, int) or phrase.next_word() == "than":
        return Time("DURATION", amount(n, unit))
    if phrase.has("later"):
        return _from_mentioned(n, unit, phrase)
    if unit != "Y":
        return _from_mentioned(-n, unit, phrase)

    # Two years earlier: than the quarter, the month of the sentence, or the year.
    month = phrase.mentioned() if phrase.told_here else None
    is_month = month is not None and month.precision == "month"
    seen = phrase.quarter_compared() or (month if is_month else unit_span(phrase.anchor, "Y"))
    return years_before(seen, n) or _PAST


def _ago(n: int | float | None, unit: str, phrase: TimePhrase) -> Time:
    if unit in CLOCK_UNITS:
        return Time("TIME", "PAST_REF")

    if not isinstance(n, int):
        return _inexactly_ago(n, unit, phrase)

    # A year ago in a report on the third quarter is that quarter of the year before.
    reported = phrase.quarter_compared()
    if n == 1 and unit == "Y" and reported is not None:
        return years_before(reported, 1) or _PAST

    # Two decades ago: twenty years.
    span = "Y" if unit == "E" else unit
    return unit_span(shift(phrase.anchor, -n, unit), span) or _PAST


def _inexactly_ago(
    n: float | None,
    unit: str,
    phrase: TimePhrase,
) -> Time:
    # Two and a half years ago: to the month.
    if n is not None and unit in _PARTS:
        parts, part = _PARTS[unit]
        moved = shift(phrase.anchor, -round(n * parts), part)
        return unit_span(moved, part) or _PAST

    # A few days ago.
    first, last = (shift(phrase.anchor, -k, unit) for k in (MOST, FEWEST))
    return placed(_PAST, first, last, "vague")


def in_time(phrase: TimePhrase) -> Time | None:
    """Read "in two weeks' time", counted from publication."""
    unit, n = unit_of(phrase), quantity(phrase)
    if unit in CLOCK_UNITS or not isinstance(n, int) or phrase.ahead.word != "in":
        return None

    return unit_span(shift(phrase.anchor, n, unit), unit)


def from_now(phrase: TimePhrase) -> Time | None:
    """Read "a month from now"."""
    words = [lexeme.word for lexeme in phrase.those("in", "ref")]
    unit, n = unit_of(phrase), quantity(phrase)
    if words != ["from", "now"] or unit in CLOCK_UNITS or not isinstance(n, int):
        return None

    return unit_span(shift(phrase.anchor, n, unit), unit)


def ago_this(phrase: TimePhrase) -> Time | None:
    """Read "ten years ago this month", "a year ago today"."""
    counted, *part = phrase.those(*UNIT_KINDS)
    unit, n = str(counted.value), quantity(phrase)
    if unit in CLOCK_UNITS or not isinstance(n, int):
        return None

    moved = shift(phrase.anchor, -n, unit)
    return unit_span(moved, str(part[0].value) if part else "D")


def quarters_of(phrase: TimePhrase) -> Time | None:
    """Read "a quarter of an hour", "three quarters of an hour"; nobody says so of a day."""
    if phrase.value("unit") != "TH":
        return None

    n = phrase.number("small", "worded") or 1
    return Time("DURATION", amount(15 * n, "TM")).fixed()


def unit_long(phrase: TimePhrase) -> Time:
    """Read "a week-long siege", "the months-long strike"."""
    is_one = phrase.has("unit", "quarter", "century", "weekend")
    return Time("DURATION", amount(1 if is_one else None, unit_of(phrase))).fixed()


def two_units(phrase: TimePhrase) -> Time | None:
    """Read "six hours and 20 minutes", "three years and four months"."""
    first, second = (str(lexeme.value) for lexeme in phrase.those(*UNIT_KINDS))
    if (first, second) not in _PAIRS:
        return None

    counted = phrase.those("small", "number", "worded", "year", "a")
    large = amount(counted[0].number(), first)
    small = amount(counted[1].number(), second)
    return Time("DURATION", large + small.removeprefix("PT").removeprefix("P")).fixed()


def _on_the_clock(
    n: int | float | None,
    unit: str,
    phrase: TimePhrase,
) -> Time | None:
    seen = phrase.mentioned()
    is_clock = seen is not None and seen.precision in ("minute", "hour")
    if not is_clock or seen is None or seen.begin is None:
        return None

    # Some hours later; 500 hours later.
    seconds = (n or 0) * _SECONDS[unit]
    if not 0 < seconds <= MOST_HOURS * _SECONDS["TH"]:
        return None

    lasts = timedelta(seconds=seconds)
    moved = seen.begin + lasts if phrase.has("later") else seen.begin - lasts
    return clock_span(moved.date(), moved.hour, moved.minute)


def _from_mentioned(n: int, unit: str, phrase: TimePhrase) -> Time:
    # "A decade earlier" in a text that told no time before.
    told = phrase.day_mentioned() or (phrase.anchor if n < 0 else None)
    moved = shift(told, n, unit)
    # A decade after a year is a year.
    if unit == "E":
        unit = "Y"
    if unit not in _SHORT_UNITS:
        return unit_span(moved, unit) or Time("DATE", "XXXX")

    # Two days after 2019 is not a day.
    seen = phrase.mentioned()
    if seen is None or seen.precision not in DAY_OR_FINER:
        return unit_span(shift(phrase.anchor, n, unit), unit) or Time("DATE", "XXXX-XX-XX")

    return unit_span(moved, "D") or Time("DATE", "XXXX")


def length(phrase: TimePhrase) -> Time | None:
    """Read how long something lasts: two weeks, a 10-year term; "$3 a year" says how often."""
    # An age.
    if phrase.has("old"):
        return None

    # "Second" is an ordinal in the list of words.
    unit = unit_of(phrase) if phrase.has(*UNIT_KINDS) else "TS"
    if false_positives.is_not_a_length(phrase, unit):
        return None

    # Half an hour, half a century; the half-year results are of a half of the calendar.
    if phrase.has("half") and not phrase.has("and"):
        return _half_of(unit, phrase)

    # "12 to 18 months" does not say how many.
    numbers = phrase.those("small", "number", "worded")
    is_range = len(numbers) > 1 and phrase.has("to", "or", "hyphen")
    n = None if is_range else quantity(phrase)
    return Time("DURATION", amount(n, unit)).fixed()


def _half_of(unit: str, phrase: TimePhrase) -> Time | None:
    if unit == "Y" and not phrase.has("a"):
        return None

    n, part = _HALVES.get(unit, (0.5, unit))
    return Time("DURATION", amount(n, part)).fixed()


def units(phrase: TimePhrase) -> Time | None:
    """Read "years", "days" alone, where a word beside it says that they are a length."""
    # The first hours.
    if phrase.has("the"):
        return Time("DURATION", amount(None, unit_of(phrase))).fixed()

    unit = str(phrase.value("units", "quarters"))
    # Three-quarters of voters, a matter of days.
    is_share = unit == "Q" and phrase.followed_by("of")
    if is_share or phrase.led_by("hyphen", "of"):
        return None

    is_told = phrase.led_by("in", "before", "the") or phrase.after.lower() in _AFTER_A_LENGTH

    # "Hours later", "for hours": common, and no length anybody can compare.
    if unit in CLOCK_UNITS or not is_told:
        return None

    return Time("DURATION", amount(None, unit)).fixed()
