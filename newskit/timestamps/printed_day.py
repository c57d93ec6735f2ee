"""A day as it is printed: with or without a year, its numbers in an order that may be open."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from newskit.timestamps.day_order import day_and_month, day_first_in
from newskit.timestamps.items import Day


class PrintedDay(NamedTuple):
    """A day of which the year may be missing."""

    year: int | None
    month: int
    day: int

    def with_year_of(self, other: PrintedDay, *, not_before: bool) -> PrintedDay:
        """Return the day, without a year of its own, in the year of another day.

        It becomes a day of the next year where it must not lie before the other one, and a day of
        the year before where it must not lie behind it.
        """
        if self.year is not None or other.year is None:
            return self

        before, behind = self[1:] < other[1:], self[1:] > other[1:]
        year = other.year + before if not_before else other.year - behind
        return self._replace(year=year)

    def date(self) -> dt.date | None:
        """Return the day of the calendar; None without a year and for 31 February."""
        if self.year is None:
            return None

        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


# In no year is it a day of the calendar.
NO_DAY = PrintedDay(None, 0, 0)


def ordered_day(
    day: Day | None,
    zone: str | None,
    day_first: bool | None,
) -> PrintedDay:
    """Return a day with its month; NO_DAY where none is printed, or where 06/01 may be both."""
    if day is None:
        return NO_DAY

    if not day.either:
        return PrintedDay(day.year, day.month, day.day)

    if day_first is None:
        # 06.01.2026 is German, Russian, Turkish ..., never American.
        day_first = day.dotted or day_first_in(zone)

    known = day_and_month(day.month, day.day, day_first)
    return PrintedDay(day.year, known[1], known[0]) if known else NO_DAY
