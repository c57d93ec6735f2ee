"""Holidays whose day follows from the year: fixed days, nth weekdays, Easter, and other calendars.

The days of Islamic, Hindu, Chinese and Jewish festivals stand in `moving_holidays.csv`, which says
where they are from; beyond its years they are not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from newskit.csv_files import csv_rows
from newskit.timestamps.calendar_words import FULL_WEEKDAYS


class Holiday(NamedTuple):
    """How the day of a holiday is found; `holidays.csv` explains the classes."""

    reckoning: str
    month: int
    number: int
    weekday: int
    days_after: int
    n_days: int
    listed: str


def _read(row: Mapping[str, str]) -> Holiday:
    month, number, days = (int(row[name] or 0) for name in ("month", "number", "days_after"))
    weekday = FULL_WEEKDAYS.get(row["weekday"], 0)
    length, listed = int(row["n_days"]), row["listed"]
    return Holiday(row["class"], month, number, weekday, days, length, listed)


HOLIDAYS: Final = {row["word"]: _read(row) for row in csv_rows(__package__, "holidays.csv")}

# Year -> festival -> its days, MM-DD.
_LISTED: Final = {int(row["year"]): row for row in csv_rows(__package__, "moving_holidays.csv")}


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    Source: the anonymous Gregorian algorithm (Meeus, Jones, Butcher).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, skip = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, left = divmod(rest, 4)
    weekday = (32 + 2 * skip + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """Return the nth weekday (Monday is 0) of a month; -1 is the last."""
    # The fourth Thursday: the first one, and three weeks.
    if which > 0:
        first = date(year, month, 1)
        to_weekday = (weekday - first.weekday()) % 7
        return first + timedelta(days=to_weekday + 7 * (which - 1))

    # The last Monday: back from the last day of the month.
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def holiday(name: str, year: int) -> list[date]:
    """Return the first day of a holiday in a year: one, two of an Islamic year, or none if unknown.

    >>> holiday("diwali", 2025), holiday("ramadan", 2030), holiday("holi", 1789)
    ([datetime.date(2025, 10, 20)], [datetime.date(2030, 1, 5), datetime.date(2030, 12, 26)], [])
    """
    found = HOLIDAYS[name]
    if found.reckoning == "table":
        listed = _LISTED.get(year, {}).get(found.listed, "")
        days = [date.fromisoformat(f"{year:04d}-{day}") for day in listed.split()]
        return [day + timedelta(days=found.days_after) for day in days]

    if found.reckoning == "fixed":
        return [date(year, found.month, found.number)]

    # Good Friday is two days before Easter, Election Day one after a Monday.
    later = timedelta(days=found.days_after)
    if found.reckoning == "easter":
        return [easter(year) + later]

    return [nth_weekday(year, found.month, found.weekday, found.number) + later]
