"""The calendar: days, weeks, months and longer stretches as half-open spans, with TIMEX3 values.

A unit is written as TIMEX3 writes it: D, W, M, Q, Y, E (decade), C (century), 2W (fortnight), WE
(weekend), H (half of a year), and TS, TM, TH for what a clock counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

# A publication day outside these years anchors nothing, so that no sum leaves the calendar.
FIRST_YEAR, LAST_YEAR = 1000, 3000
# Python's calendar ends with 9999, and a span ends a day after its last.
_LAST_SHIFTED_YEAR = 9998
# In the year 9857: room for any span that begins there.
_LAST_SHIFTED_DAY = 3_600_000

CLOCK_UNITS: Final = ("TS", "TM", "TH")
IN_DAYS: Final = {"D": 1, "W": 7, "2W": 14, "WE": 7}
IN_MONTHS: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
# How a unit of whole months is written, and its name as a precision.
_PERIODS: Final = {
    "M": ("{year:04d}-{number:02d}", "month"),
    "Q": ("{year:04d}-Q{number}", "quarter"),
    "H": ("{year:04d}-H{number}", "half-year"),
    "Y": ("{year:04d}", "year"),
    "E": ("{decade:03d}", "decade"),
    "C": ("{century:02d}", "century"),
}
PRECISIONS: Final = {"D": "day", "W": "week", "2W": "week", "WE": "weekend"} | {
    unit: precision for unit, (_, precision) in _PERIODS.items()
}
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Part of the day: the hour it begins, and how many hours it lasts. Night reaches into the next day.
PARTS: Final = {"MO": (5, 7), "AF": (12, 6), "EV": (17, 6), "NI": (18, 12)}
# How TIMEX3 counts a unit that has no letter of its own.
_COUNTED: Final = {"E": (10, "Y"), "C": (100, "Y"), "2W": (2, "W"), "WE": (1, "WE")}
_UNCOUNTED: Final = {"E": "E", "C": "C"}


class Time(NamedTuple):
    """What a time expression means; begin and end are None where the calendar has no place."""

    type: str
    value: str
    begin: datetime | None = None
    end: datetime | None = None
    precision: str | None = None
    relative: bool = True
    # Of a clock that is printed with its zone: the moment in UTC, and the name of the zone.
    instant: datetime | None = None
    zone: str | None = None

    def fixed(self) -> Time:
        """Return it as a time that is printed in full: it does not depend on another time."""
        return self._replace(relative=False)


def first_day(seen: Time | None) -> date | None:
    """Return the day that a time begins; None if it has no place."""
    begin = seen and seen.begin
    return begin.date() if begin else None


def midnight(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time())


def span(value: str, begin: date, end: date, precision: str) -> Time:
    """Return the days from the first to the one before the last."""
    return Time("DATE", value, midnight(begin), midnight(end), precision)


def day_span(day: date) -> Time:
    """Return a calendar day."""
    return span(day.isoformat(), day, day + timedelta(days=1), "day")


def _week_span(day: date) -> Time:
    """Return the ISO week of a day, Monday to Monday."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return span(f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=7), "week")


def _weekend_span(day: date) -> Time:
    """Return Saturday and Sunday of the ISO week of a day."""
    year, week, weekday = day.isocalendar()
    saturday = day + timedelta(days=6 - weekday)
    return span(f"{year:04d}-W{week:02d}-WE", saturday, saturday + timedelta(days=2), "weekend")


def _months_span(
    year: int,
    month: int,
    n: int,
    value: str,
    precision: str,
) -> Time:
    """Return `n` months from the first of a month."""
    end_year, month_before = divmod(year * 12 + month - 1 + n, 12)
    return span(value, date(year, month, 1), date(end_year, month_before + 1, 1), precision)


def period(unit: str, year: int, number: int = 1) -> Time:
    """Return a month, quarter or half of a year by its number; or the year, decade, century."""
    n = IN_MONTHS[unit]
    # A decade is of the years that share all digits but the last: 1990 to 1999.
    n_years = max(n // 12, 1)
    first = year // n_years * n_years

    form, precision = _PERIODS[unit]
    value = form.format(year=first, number=number, decade=first // 10, century=first // 100)
    return _months_span(first, (number - 1) * n + 1, n, value, precision)


def season_span(year: int, season: str) -> Time:
    """Return a meteorological season of the northern half; winter counts to the year it begins."""
    return _months_span(year, SEASONS[season], 3, f"{year:04d}-{season}", "season")


def part_span(day: date, part: str) -> Time:
    """Return a part of a day."""
    hour, n_hours = PARTS[part]
    begin = midnight(day) + timedelta(hours=hour)
    end = begin + timedelta(hours=n_hours)
    return Time("TIME", f"{day.isoformat()}T{part}", begin, end, "part-of-day")


def clock_span(day: date, hour: int, minute: int) -> Time:
    """Return a minute of a day, or an hour of it where no minute is printed (-1)."""
    begin = midnight(day) + timedelta(hours=hour, minutes=max(minute, 0))
    value = f"{day.isoformat()}T{hour:02d}:{max(minute, 0):02d}"

    # "At 5" may be any minute of the hour; its TIMEX3 value cannot say so.
    if minute < 0:
        return Time("TIME", value, begin, begin + timedelta(hours=1), "hour")

    return Time("TIME", value, begin, begin + timedelta(minutes=1), "minute")


_DAY_UNITS: Final = {"D": day_span, "W": _week_span, "2W": _week_span, "WE": _weekend_span}


def unit_span(day: date | None, unit: str) -> Time | None:
    """Return the week, month, quarter ... of a day; None of a day that is not known."""
    if day is None:
        return None
    if unit in _DAY_UNITS:
        return _DAY_UNITS[unit](day)

    # The number in the year; a year, or longer, is its own first.
    number = (day.month - 1) // IN_MONTHS[unit] + 1
    return period(unit, day.year, number)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        made = date(year, month, day)
    except (ValueError, OverflowError):
        # February 30; March ten thousand billion.
        return None

    return made if year <= _LAST_SHIFTED_YEAR else None


def same_day_in(years: Iterable[int], month: int, day: int) -> list[date]:
    """Return the day in each of the years that has it."""
    return [found for year in years if (found := make_day(year, month, day))]


def closest(days: Iterable[date], to: date) -> date | None:
    """Return the day with the fewest days to another one; None out of no days."""
    return min(days, key=lambda day: abs((day - to).days), default=None)


def in_direction(
    days: list[date],
    anchor: date,
    tense: str | None,
) -> date | None:
    """Return the last day up to the anchor (past), the first from it on (future), or the closest.

    The days are in order. If none lies on the side that the tense names, the closest is taken.
    """
    sides: dict[str | None, list[date]] = {
        "past": days[: bisect_right(days, anchor)],
        "future": days[bisect_left(days, anchor) :],
    }
    return closest(sides.get(tense) or days, anchor)


def shift(day: date | None, n: int, unit: str) -> date | None:
    """Move a day by `n` units, none below a day; None off the calendar, and of no day."""
    if day is None:
        return None
    if unit in IN_MONTHS:
        return _shift_months(day, n * IN_MONTHS[unit])

    # 900,000 weeks ago.
    days = n * IN_DAYS[unit]
    on_calendar = 1 < day.toordinal() + days < _LAST_SHIFTED_DAY
    if not on_calendar:
        return None
    return day + timedelta(days=days)


def _shift_months(day: date, n: int) -> date | None:
    """Move a day by months; the 31st becomes the last day of a shorter month."""
    year, month_before = divmod(day.year * 12 + day.month - 1 + n, 12)
    if not 1 <= year <= _LAST_SHIFTED_YEAR:
        return None

    _, last = monthrange(year, month_before + 1)
    return date(year, month_before + 1, min(day.day, last))


def placed(
    time: Time,
    first: date | None,
    last: date | None,
    precision: str,
) -> Time:
    """Return a time from one day to another; as it is where one of them is not known."""
    if first is None or last is None:
        return time

    # The day that "the past three years" begin is before publication, that of "the next" after.
    begin, end = sorted((midnight(first), midnight(last)))
    return time._replace(begin=begin, end=end, precision=precision)


def amount(n: int | float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration; None counts as an unknown number.

    >>> amount(3, "Y"), amount(None, "W"), amount(2, "E"), amount(0.5, "TH")
    ('P3Y', 'PXW', 'P20Y', 'PT0.5H')
    """
    prefix = "PT" if unit in CLOCK_UNITS else "P"
    times, letter = _COUNTED.get(unit, (1, unit[-1]))
    # An unknown number of decades is not one of years.
    if n is None:
        return f"{prefix}X{_UNCOUNTED.get(unit, letter)}"

    # Whole numbers in full: "1000000", never "1e+06".
    if isinstance(n, int):
        return f"{prefix}{n * times}{letter}"
    return f"{prefix}{n * times:g}{letter}"
