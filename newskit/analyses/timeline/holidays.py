"""Holidays whose day follows from the year: fixed days, nth weekdays (American where countries differ), Easter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

FIXED: Final = {
    "christmas day": (12, 25), "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14), "st. patrick's day": (3, 17),
    "halloween": (10, 31), "veterans day": (11, 11), "armistice day": (11, 11), "fourth of july": (7, 4),
    "bastille day": (7, 14), "juneteenth": (6, 19), "april fools' day": (4, 1),
}  # fmt: skip
# (month, weekday, which one; -1 is the last)
NTH: Final = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "presidents' day": (2, 0, 3), "presidents day": (2, 0, 3), "columbus day": (10, 0, 2),
    "martin luther king jr. day": (1, 0, 3), "martin luther king day": (1, 0, 3), "mother's day": (5, 6, 2),
    "father's day": (6, 6, 3),
}  # fmt: skip
EASTER: Final = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "ash wednesday": -46, "palm sunday": -7,
    "maundy thursday": -3, "pentecost": 49,
}  # fmt: skip
ELECTION: Final = ("election day",)
BLACK_FRIDAY: Final = ("black friday",)
NAMES: Final = (*FIXED, *NTH, *EASTER, *ELECTION, *BLACK_FRIDAY)


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
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def holiday(name: str, year: int) -> date:
    """Return the day of a holiday in a year."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in EASTER:
        return easter(year) + timedelta(days=EASTER[name])
    if name in ELECTION:
        return nth_weekday(year, 11, 0, 1) + timedelta(days=1)
    if name in BLACK_FRIDAY:
        return nth_weekday(year, 11, 3, 4) + timedelta(days=1)
    return nth_weekday(year, *NTH[name])
