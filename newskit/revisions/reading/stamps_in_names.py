"""When something was seen: stamps of up to 14 digits, in the names of files and in indexes."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # "1889" and "3000" in a name are no captures of a web page
_LONGEST_NAME = 1_000  # characters of a path that are looked at
_WHOLE = (4, 6)
"""Digits of a year, or a month: so few are a stamp only where nothing else is in the name."""
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<sep>[-_.]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)"
    r"(?:[T_ .-]?(?P<hour>\d\d)[-_:.h]?(?P<minute>\d\d)(?:[-_:.]?(?P<second>\d\d))?"
    r"|(?P<only_hour>\d\d))?Z?(?!\d)"
)
_DIGITS = re.compile(r"\d{4,14}")


class NamedTime(NamedTuple):
    """The time in a name: when, the name without it, and whether more than its day is told."""

    time: dt.datetime
    rest: str
    has_clock: bool


def moment_of_stamp(digits: str) -> dt.datetime | None:
    """Return the time of a stamp of 4 to 14 digits, in UTC; None where there is no such time.

    Examples
    --------
    >>> moment_of_stamp("20240601173000").isoformat(), moment_of_stamp("20241301")
    ('2024-06-01T17:30:00+00:00', None)
    """
    if not _DIGITS.fullmatch(digits) or len(digits) % 2:
        return None

    parts = [digits[:4], *(digits[i : i + 2] for i in range(4, len(digits), 2))]
    numbers = [*map(int, parts), *(1, 1, 0, 0, 0)[len(parts) - 1 :]]
    return _moment(*numbers)


def time_in_name(name: str) -> NamedTime | None:
    """Return the last time in the name of a file or folder, if there is one.

    Examples
    --------
    >>> time_in_name("ferry-20240601T1730Z").rest, time_in_name("ferry-1889")
    ('ferry', None)
    """
    if len(name) in _WHOLE:
        moment = moment_of_stamp(name)
        return NamedTime(moment, "", False) if moment else None

    found = None
    for match in _IN_NAME.finditer(name[:_LONGEST_NAME]):
        moment = _of_match(match)
        if moment:
            rest = name[: match.start()] + name[match.end() :]
            has_clock = bool(match["hour"] or match["only_hour"])
            found = NamedTime(moment, rest.strip("-_. "), has_clock)

    return found


def _of_match(match: re.Match[str]) -> dt.datetime | None:
    clock = match["hour"] or match["only_hour"], match["minute"], match["second"]
    return _moment(*map(int, match.group("year", "month", "day")), *(int(n or 0) for n in clock))


def _moment(*numbers: int) -> dt.datetime | None:
    year, month, day, hour, minute, second = numbers
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None

    try:
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=dt.UTC)
    except ValueError:  # month 00, hour 24: real indexes have them
        return None
