"""The calendar: days, weeks, months and longer stretches as half-open spans, with TIMEX3 values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

# A publication day outside these years anchors nothing, so that no sum leaves the calendar.
FIRST_YEAR, LAST_YEAR = 1000, 3000
_LAST_SHIFTED_YEAR = 9998  # Python's calendar ends with 9999, and a span ends a day after its last
_LAST_SHIFTED_DAY = 3_600_000  # in the year 9857: room for any span that begins there
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Part of the day: the hour it begins, and how many hours it lasts. Night reaches into the next day.
PARTS: Final = {"MO": (5, 7), "AF": (12, 6), "EV": (17, 6), "NI": (18, 12)}


class Time(NamedTuple):
    """What a time expression means; begin and end are None where the calendar has no place."""

    type: str
    value: str
    begin: datetime | None = None
    end: datetime | None = None
    precision: str | None = None
    relative: bool = True

    @property
    def first_day(self) -> date | None:
        """The day it begins."""
        return self.begin.date() if self.begin else None

    def fixed(self) -> Time:
        """Return it as a time that is printed in full: it does not hang on another time."""
        return self._replace(relative=False)


def midnight(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time())


def _date(value: str, begin: date, end: date, precision: str) -> Time:
    return Time("DATE", value, midnight(begin), midnight(end), precision)


def day_span(day: date) -> Time:
    """Return a calendar day."""
    return _date(day.isoformat(), day, day + timedelta(days=1), "day")


def week_span(day: date) -> Time:
    """Return the ISO week of a day, Monday to Monday."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return _date(f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=7), "week")


def weekend_span(day: date) -> Time:
    """Return Saturday and Sunday of the ISO week of a day."""
    year, week, weekday = day.isocalendar()
    saturday = day + timedelta(days=6 - weekday)
    return _date(f"{year:04d}-W{week:02d}-WE", saturday, saturday + timedelta(days=2), "weekend")


def months_span(year: int, month: int, n: int, value: str, precision: str) -> Time:
    """Return `n` months from the first of a month."""
    last = year * 12 + month - 1 + n
    end = date(last // 12, last % 12 + 1, 1)
    return _date(value, date(year, month, 1), end, precision)


def month_span(year: int, month: int) -> Time:
    """Return a month."""
    return months_span(year, month, 1, f"{year:04d}-{month:02d}", "month")


def quarter_span(year: int, quarter: int) -> Time:
    """Return a quarter of a calendar year."""
    return months_span(year, 3 * quarter - 2, 3, f"{year:04d}-Q{quarter}", "quarter")


def half_span(year: int, half: int) -> Time:
    """Return a half of a calendar year."""
    return months_span(year, 6 * half - 5, 6, f"{year:04d}-H{half}", "half-year")


def season_span(year: int, season: str) -> Time:
    """Return a meteorological season of the northern half; winter counts to the year it begins."""
    return months_span(year, SEASONS[season], 3, f"{year:04d}-{season}", "season")


def year_span(year: int) -> Time:
    """Return a year."""
    return months_span(year, 1, 12, f"{year:04d}", "year")


def decade_span(year: int) -> Time:
    """Return the decade of a year."""
    first = year // 10 * 10
    return months_span(first, 1, 120, f"{first // 10:03d}", "decade")


def century_span(year: int) -> Time:
    """Return the hundred years of a year that share its first two digits."""
    first = year // 100 * 100
    return months_span(first, 1, 1200, f"{first // 100:02d}", "century")


def part_span(day: date, part: str) -> Time:
    """Return a part of a day."""
    hour, n_hours = PARTS[part]
    begin = midnight(day) + timedelta(hours=hour)
    end = begin + timedelta(hours=n_hours)
    return Time("TIME", f"{day.isoformat()}T{part}", begin, end, "part-of-day")


def clock_span(day: date, hour: int, minute: int | None) -> Time:
    """Return an hour of a day, or a minute of it where minutes are printed."""
    begin = midnight(day) + timedelta(hours=hour, minutes=minute or 0)
    value = f"{day.isoformat()}T{hour:02d}:{minute or 0:02d}"

    if minute is None:
        return Time("TIME", value, begin, begin + timedelta(hours=1), "hour")
    return Time("TIME", value, begin, begin + timedelta(minutes=1), "minute")


def _last_of_month(year: int, month: int) -> date:
    first_after = date(year + month // 12, month % 12 + 1, 1)
    return first_after - timedelta(days=1)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    in_range = 1 <= year <= _LAST_SHIFTED_YEAR and 1 <= month <= 12
    if not in_range:
        return None
    exists = 1 <= day <= _last_of_month(year, month).day
    return date(year, month, day) if exists else None


def same_day_in(years: Iterable[int], month: int, day: int) -> list[date]:
    """Return the day in each of the years that has it."""
    days = [make_day(year, month, day) for year in years]
    return [found for found in days if found]


def closest(days: Iterable[date], to: date) -> date | None:
    """Return the day with the fewest days to another one; None out of no days."""
    return min(days, key=lambda day: abs((day - to).days), default=None)


def in_direction(days: list[date], anchor: date, tense: str | None) -> date | None:
    """Return the last day up to the anchor (past), the first from it on (future), or the closest.

    Where no day lies on the side that the tense names, the closest is taken as well.
    """
    best = closest(days, anchor)
    if tense == "past":
        return max((day for day in days if day <= anchor), default=best)
    if tense == "future":
        return min((day for day in days if day >= anchor), default=best)
    return best


def shift_months(day: date, n: int) -> date | None:
    """Move a day by months; the 31st becomes the last day of a shorter month."""
    number = day.year * 12 + day.month - 1 + n
    year, month = number // 12, number % 12 + 1
    if not 1 <= year <= _LAST_SHIFTED_YEAR:
        return None  # off the calendar
    return make_day(year, month, day.day) or _last_of_month(year, month)


# Days or months in a unit.
IN_DAYS: Final = {"D": 1, "W": 7, "2W": 14, "WE": 7}
IN_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def shift(day: date, n: int, unit: str) -> date | None:
    """Move a day by `n` units; None off the calendar or for units below a day."""
    if unit in IN_MONTHS:
        return shift_months(day, n * IN_MONTHS[unit])
    if unit not in IN_DAYS:
        return None

    days = n * IN_DAYS[unit]
    on_calendar = 1 < day.toordinal() + days < _LAST_SHIFTED_DAY
    return day + timedelta(days=days) if on_calendar else None


_UNIT_SPANS: Final[Mapping[str, Callable[[date], Time]]] = {
    "D": day_span,
    "W": week_span,
    "2W": week_span,
    "WE": weekend_span,
    "M": lambda day: month_span(day.year, day.month),
    "Q": lambda day: quarter_span(day.year, (day.month + 2) // 3),
    "Y": lambda day: year_span(day.year),
    "E": lambda day: decade_span(day.year),
    "C": lambda day: century_span(day.year),
}


def unit_span(day: date, unit: str) -> Time:
    """Return the week, month, quarter ... that a day belongs to."""
    return _UNIT_SPANS[unit](day)


# How TIMEX3 counts a unit that has no letter of its own.
_ISO: Final = {"E": (10, "Y"), "C": (100, "Y"), "2W": (2, "W"), "WE": (1, "WE")}


def amount(n: int | float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration; None counts as an unknown number.

    >>> amount(3, "Y"), amount(None, "W"), amount(2, "E"), amount(0.5, "TH")
    ('P3Y', 'PXW', 'P20Y', 'PT0.5H')
    """
    if n is None and unit in ("E", "C"):
        return f"PX{unit}"
    if unit == "TH" and isinstance(n, float) and n > 1:
        return f"PT{int(n)}H{round(n % 1 * 60)}M"

    times, letter = _ISO.get(unit, (1, unit[-1]))
    prefix = "PT" if unit[0] == "T" else "P"
    return f"{prefix}{_digits(n, times)}{letter}"


def _digits(n: int | float | None, times: int) -> str:
    if n is None:
        return "X"
    # Whole numbers in full: "1000000", never "1e+06".
    return f"{n * times:g}" if isinstance(n, float) else str(n * times)
