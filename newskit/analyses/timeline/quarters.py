"""Quarters and halves of a year: which one is meant."""

from __future__ import annotations

from datetime import date
from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import Time, amount, first_day, period, shift, unit_span
from newskit.analyses.timeline.direction import direction
from newskit.analyses.timeline.reported_quarter import OWN_QUARTER, years_before
from newskit.analyses.timeline.time_phrase import MONTH_KINDS, TimePhrase
from newskit.analyses.timeline.units import quantity, the_unit, this_unit, unit_of, year_before

# She sees no recovery before Q4.
_DEADLINES: Final = ("before", "by", "until", "till")
_PRECISIONS: Final = {"M": "month", "W": "week", "D": "day", "Y": "year"}
# Months: the results of a quarter that is just over are still to come.
JUST_OVER: Final = 3


def quarter(phrase: TimePhrase) -> Time | None:
    """Read a quarter: the third quarter, next year's first quarter, last quarter."""
    if phrase.has("half"):
        return half(phrase)

    # The past quarter century.
    if phrase.followed_by("century"):
        return None

    number = _which(phrase)
    if number is None:
        read = the_unit if phrase.has("latest") else this_unit
        return read(phrase)

    if not 1 <= number <= 4:
        return None

    year = phrase.year()
    if year is not None:
        return period("Q", year, number).fixed()
    if phrase.anchor is None:
        return Time("DATE", f"XXXX-Q{number}")

    # Next year's first quarter; "Q1 last week" is of no week.
    if phrase.has("unit") and unit_of(phrase.without("quarter")) == "Y":
        return period("Q", phrase.anchor.year + phrase.steps(), number)

    return period("Q", _year_of_quarter(number, phrase, phrase.anchor), number)


def _year_of_quarter(number: int, phrase: TimePhrase, anchor: date) -> int:
    # In April, "first-quarter results will rise" is of the quarter that ended in March.
    first_month, last_month = 3 * number - 2, 3 * number
    is_just_over = 0 <= anchor.month - last_month <= JUST_OVER
    is_deadline = phrase.ahead.word in _DEADLINES and phrase.tense() != "past"
    is_ahead = is_deadline or phrase.tense() == "future"
    if is_ahead and not is_just_over:
        return anchor.year + (last_month < anchor.month)

    return anchor.year - (first_month > anchor.month)


def _which(phrase: TimePhrase) -> int | None:
    """Return which quarter or half: its number; the last one of a year is the fourth or second."""
    number = phrase.number("nth", "second", "q", "h")
    if number is not None:
        return number

    # "Last quarter" is the one before, "the last quarter of 2019" the fourth.
    of_a_year = phrase.has("last") and phrase.has("of", "s")
    if not of_a_year:
        return None

    return 2 if phrase.has("half") else 4


def quarter_of_month(phrase: TimePhrase) -> Time | None:
    """Read "the December quarter", the three months to December, as that quarter."""
    # The July-September quarter ends with the second month; the January-June period is none.
    months = [lexeme.number() for lexeme in phrase.those(*MONTH_KINDS)]
    if (months[-1] - months[0]) % 12 not in (0, 2):
        return None

    number = (months[-1] + 2) // 3
    year = phrase.year()
    if year is not None:
        return period("Q", year, number).fixed()
    if phrase.anchor is None:
        return Time("DATE", f"XXXX-Q{number}")

    return period("Q", _year_of_quarter(number, phrase, phrase.anchor), number)


def named_half(phrase: TimePhrase) -> Time | None:
    """Read "first-half profit"; a first-half goal is of a match."""
    return half(phrase) if false_positives.is_of_business(phrase) else None


def half(phrase: TimePhrase) -> Time | None:
    """Read a half of a year; the half of a decade counts as the decade."""
    if phrase.has("decade"):
        return period("E", phrase.whole("decade")).fixed()

    number = _which(phrase)
    if number not in (1, 2):
        return None

    year = phrase.year()
    if year is not None:
        return period("H", year, number).fixed()

    # The first half of the month.
    has_unit = phrase.has("unit", "weekend", "century")
    if has_unit and unit_of(phrase) != "Y":
        return None
    if phrase.anchor is None:
        return Time("DATE", f"XXXX-H{number}")
    if has_unit:
        return period("H", phrase.anchor.year + phrase.steps(), number)

    # H1 of a March is to come or, told, of the year before.
    is_to_come = 6 * number - 5 > phrase.anchor.month and direction(phrase) != "future"
    return period("H", phrase.anchor.year - is_to_come, number)


def half_reported(phrase: TimePhrase) -> Time | None:
    """Read "the first half" where a sentence speaks of sales or profit; else it is of a match."""
    return half(phrase) if phrase.of_business else None


def same_period(phrase: TimePhrase) -> Time | None:
    """Read "the same quarter last year", "the same period a year earlier"."""
    unit = "Q" if phrase.has("quarter") else str(phrase.value("unit") or "")
    seen = _same_as(phrase, unit)
    begin = first_day(seen)
    if begin is None:
        return year_before(phrase) if phrase.has("period") else None

    # Each is compared with the year before the one spoken of, or with the year that is printed.
    printed = phrase.year() or begin.year - 1
    return years_before(seen, begin.year - printed)


def _same_as(phrase: TimePhrase, unit: str) -> Time | None:
    if phrase.has("period"):
        return phrase.quarter_compared() or phrase.mentioned("half-year", "month", "year")
    # Results are of the quarter before, where none is named.
    if phrase.has("quarter"):
        last = unit_span(shift(phrase.anchor, -1, "Q"), "Q")
        return phrase.quarter_reported() or last

    if phrase.has("half"):
        return phrase.mentioned("half-year") or unit_span(phrase.anchor, "Y")

    wanted = _PRECISIONS.get(unit, "")
    return phrase.mentioned(wanted) or unit_span(phrase.anchor, unit or "Y")


def two_quarters(phrase: TimePhrase) -> Time | None:
    """Read "the first two quarters of 1990" as the first half."""
    are_two = phrase.whole("worded") == 2
    are_first = phrase.number("nth") in (1, None)
    if not are_two or not are_first:
        return None
    return half(phrase)


def year_earlier(phrase: TimePhrase) -> Time | None:
    """Read "the year-earlier period": what was last spoken of, a year before."""
    if phrase.value("unit") != "Y":
        return None

    # The year-earlier nine months.
    counted = phrase.value("units", "quarters")
    if counted is not None:
        return Time("DURATION", amount(quantity(phrase), str(counted)))

    seen = _compared(phrase)
    if seen is None:
        return year_before(phrase)
    return years_before(seen, 1)


def _compared(phrase: TimePhrase) -> Time | None:
    """Return what something is compared with a year earlier."""
    is_quarter = phrase.has("quarter")
    # "The year-earlier third quarter" names it.
    if is_quarter and phrase.has("nth", "second") and phrase.anchor:
        return quarter(phrase.without("earlier", "ago", "unit"))

    # The year-earlier figures of nine months.
    if phrase.of_months and not is_quarter:
        return None

    reported = phrase.quarter_reported()
    if reported is not None or is_quarter:
        return reported

    return phrase.mentioned("half-year", "year", "month")


def period_of_year(phrase: TimePhrase) -> Time:
    """Read "the 1988 period": the quarter spoken of, in that year."""
    year = phrase.whole("year")
    whole = period("Y", year).fixed()
    seen = phrase.quarter_compared()
    if seen is None or seen.begin is None:
        return whole

    # The quarter ended Aug. 26, and "the 1988 period": the three months to an August 26.
    if seen.value.endswith(OWN_QUARTER):
        return years_before(seen, int(seen.value[:4]) - year) or whole

    return period("Q", year, (seen.begin.month + 2) // 3)
