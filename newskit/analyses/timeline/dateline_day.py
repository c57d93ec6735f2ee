"""The day that an agency's text opens with: LONDON, June 14 (AP) - early on Saturday ..."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from newskit.timestamps.calendar_words import DAY_OF_YEAR, MONTHS

# Characters: ST. JOHN'S, Newfoundland and Labrador, June 14
_LONGEST_PLACE: Final = 60
_DATED: Final = re.compile(
    rf"^[^\W\d_][^\n]{{0,{_LONGEST_PLACE}}}?,\s({DAY_OF_YEAR})\s*"
    r"(?:\([^()\n]{1,30}\)\s*)?(?:—|–|--|-|:)\s",
    re.MULTILINE,
)
# Characters: corrections and points in three lines may stand above the dateline.
_FAR: Final = 600
_WORDS: Final = re.compile(r"[^\W_]+")


def day_of_dateline(text: object, published: date | None) -> date | None:
    """Return the day of publication, by the dateline where that tells the day before or after.

    A stamp may be in UTC, where it is still Friday while the place of the dateline has Saturday.

    >>> day_of_dateline("LUND, June 14 (AP) - It rained early on Saturday.", date(2025, 6, 13))
    datetime.date(2025, 6, 14)
    """
    if published is None or not isinstance(text, str):
        return published

    opening = _DATED.search(text, 0, _FAR)
    if opening is None:
        return published

    for step in (-1, 1):
        day = published + timedelta(days=step)
        if _is_told(day, opening[1]):
            return day

    return published


def _is_told(day: date, printed: str) -> bool:
    words = _WORDS.findall(printed.casefold())
    return str(day.day) in words and day.month in map(MONTHS.get, words)
