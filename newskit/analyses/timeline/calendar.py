"""The calendar: days, weeks, months and longer stretches as half-open spans, with their TIMEX3 values."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

# A publication day outside these years anchors nothing, so that no sum leaves the calendar.
FIRST_YEAR, LAST_YEAR = 1000, 3000
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Part of the day: the hour it begins, and how many hours it lasts. Night reaches into the next day.
PARTS = {"MO": (5, 7), "AF": (12, 6), "EV": (17, 6), "NI": (18, 12)}


class Time(NamedTuple):
    """What a time expression means; begin and end are None where it cannot be placed on the calendar."""

    type: str
    value: str
    begin: datetime | None = None
    end: datetime | None = None
    precision: str | None = None
    relative: bool = True


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
    return _date(value, date(year, month, 1), date(last // 12, last % 12 + 1, 1), precision)


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
    """Return a meteorological season of the northern half; winter is counted to the year it begins in."""
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
    return Time("TIME", f"{day.isoformat()}T{part}", begin, begin + timedelta(hours=n_hours), "part-of-day")


def clock_span(day: date, hour: int, minute: int | None) -> Time:
    """Return an hour of a day, or a minute of it where minutes are printed."""
    begin = midnight(day) + timedelta(hours=hour, minutes=minute or 0)
    length = timedelta(hours=1) if minute is None else timedelta(minutes=1)
    precision = "hour" if minute is None else "minute"
    return Time("TIME", f"{day.isoformat()}T{hour:02d}:{minute or 0:02d}", begin, begin + length, precision)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, day) if day <= last else None


def shift_months(day: date, n: int) -> date | None:
    """Move a day by months; the 31st becomes the last day of a shorter month. None off the calendar."""
    number = day.year * 12 + day.month - 1 + n
    year, month = number // 12, number % 12 + 1
    if not 1 <= year <= 9998:
        return None
    return make_day(year, month, day.day) or date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


# Days or months in a unit.
IN_DAYS = {"D": 1, "N": 1, "W": 7, "2W": 14, "WE": 7}
IN_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def shift(day: date, n: int, unit: str) -> date | None:
    """Move a day by `n` units; None off the calendar or for units below a day."""
    if unit in IN_DAYS:
        days = n * IN_DAYS[unit]
        return day + timedelta(days=days) if 1 < day.toordinal() + days < 3_600_000 else None
    return shift_months(day, n * IN_MONTHS[unit]) if unit in IN_MONTHS else None


def unit_span(day: date, unit: str) -> Time:
    """Return the week, month, quarter ... that a day belongs to."""
    if unit in ("D", "N"):
        return day_span(day)
    if unit in ("W", "2W"):
        return week_span(day)
    if unit == "WE":
        return weekend_span(day)
    if unit == "M":
        return month_span(day.year, day.month)
    if unit == "Q":
        return quarter_span(day.year, (day.month + 2) // 3)
    return {"Y": year_span, "E": decade_span, "C": century_span}[unit](day.year)


def amount(n: int | float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration; None counts as an unknown number.

    >>> amount(3, "Y"), amount(None, "W"), amount(2, "E"), amount(0.5, "TH")
    ('P3Y', 'PXW', 'P20Y', 'PT0.5H')
    """
    if n is None and unit in ("E", "C"):
        return f"PX{unit}"
    if unit == "TH" and isinstance(n, float) and n > 1:
        return f"PT{int(n)}H{round(n % 1 * 60)}M"
    times, letter = {"E": (10, "Y"), "C": (100, "Y"), "2W": (2, "W"), "N": (1, "D")}.get(unit, (1, unit[-1]))
    if unit == "WE":
        times, letter = 1, "WE"
    number = "X" if n is None else f"{n * times:g}" if isinstance(n, float) else str(n * times)
    return f"P{'T' if unit[0] == 'T' else ''}{number}{letter}"
