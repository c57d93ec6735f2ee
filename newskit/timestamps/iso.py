"""Dates and times in ISO 8601, as machines write them: 2024-11-30, 2024-11-30T07:53:12+05:30."""

from __future__ import annotations

import datetime as dt
import re

from newskit.timestamps.offsets import parse_offset

_ISO = re.compile(
    r"""
    (?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)
    (?:
        [T\s]+ (?P<hour>\d\d) :?(?P<minute>\d\d) (?: :?(?P<second>\d\d) (?:[.,]\d+)? )?
        \s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?
    )?
    (?:\[[\w/]+\])?                                  # [Europe/Paris], as Java adds it
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_iso(text: str) -> bool:
    """Say whether a text has the form of ISO 8601; 2024-02-30 has it too."""
    return _ISO.fullmatch(text) is not None


def read_iso(text: str) -> dt.date | None:
    """Return what a text in ISO 8601 states: a day, or a day with its clock.

    None for a text of another form, and for a day or a clock that does not exist. Fractions of a
    second are left out; 24:00 is the midnight at which the day begins.

    Examples
    --------
    >>> read_iso("2024-11-30"), read_iso("2024-02-30")
    (datetime.date(2024, 11, 30), None)
    >>> read_iso("20241130T075312.250+0530").isoformat()
    '2024-11-30T07:53:12+05:30'
    """
    match = _ISO.fullmatch(text)
    if match is None:
        return None

    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["hour"] is None:
            return day
        clock = dt.time(int(match["hour"]) % 24, int(match["minute"]), int(match["second"] or 0))
    except ValueError:  # 31 February, 25:61
        return None

    return dt.datetime.combine(day, clock, _zone(match["zone"]))


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None

    if text[0].isalpha():  # Z, UTC and GMT are one and the same
        return dt.UTC

    offset = parse_offset(text)
    return None if offset is None else dt.timezone(offset)
