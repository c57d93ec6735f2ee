"""Offsets from UTC: read in every form that is in use, written in one."""

from __future__ import annotations

import datetime as dt
import re

# The minus may be the typographic one (U+2212), which our own reports print.
_OFFSET = re.compile(r"(?:UTC|GMT)?(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")
_DAY = dt.timedelta(days=1)


def parse_offset(text: str) -> dt.timedelta | None:
    """Return the offset that a text states, or None: a day or more is not an offset.

    Examples
    --------
    >>> for text in ("+05:30", "+5:30", "+0530", "UTC+5:30", "GMT-3:30", "UTC", "+25"):
    ...     print(text, parse_offset(text))
    +05:30 5:30:00
    +5:30 5:30:00
    +0530 5:30:00
    UTC+5:30 5:30:00
    GMT-3:30 -1 day, 20:30:00
    UTC None
    +25 None
    """
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None

    length = dt.timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    # Python's zones hold less than a day.
    if length >= _DAY:
        return None

    return length if match["sign"] == "+" else -length


def offset_text(offset: dt.timedelta) -> str:
    """Write an offset as ISO 8601 does.

    >>> offset_text(parse_offset("UTC+5:30")), offset_text(parse_offset("GMT-3:30"))
    ('+05:30', '-03:30')
    """
    sign = "-" if offset < dt.timedelta() else "+"
    hours, minutes = divmod(abs(offset) // dt.timedelta(minutes=1), 60)
    return f"{sign}{hours:02d}:{minutes:02d}"
