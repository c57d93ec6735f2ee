"""Times in the cells of tables: as machines write and count them, else as outlets print them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from numbers import Real
from typing import Any

import pandas as pd

from newskit.timestamps import parse_timestamps
from newskit.timestamps.iso import read_iso
from newskit.timestamps.zones import load_zone

_LONGEST = 200  # characters of a time
# "Mon, 06 May 2024 07:30:00 +0000"
_RFC_2822 = re.compile(
    r"(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d\d?:\d\d(?::\d\d)? ?(?:[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)"
)
_COMPACT = re.compile(r"((?:19|20)\d{6})(\d{4})(\d\d)?")  # 20240506073000
_COUNT = re.compile(r"(\d{9,19})(?:\.\d*)?")  # 1714980600
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}\b")
_MONTHS = 12
# Below each, a count since 1970 is of so many to the second: seconds up to the year 5138.
_PER_SECOND = ((1e11, 1), (1e14, 1_000), (1e17, 1_000_000), (1e20, 1_000_000_000))
_EARLIEST = 1e8  # seconds; smaller numbers are years, or days as 20240506
_MIDNIGHT = dt.time()


def moment_of_cell(value: Any, timezone: str | None, day_first: bool | None) -> dt.date | None:
    """Return what a cell says; None if it says nothing.

    A cell may hold an ISO string, the date of an e-mail, a count of seconds or milliseconds since
    1970, a printed timestamp, a date or a datetime. A wall clock without a zone gets `timezone`,
    where one is given.
    """
    if isinstance(value, str):
        text = value.strip()[:_LONGEST]
        moment = _written_by_machine(text) or _printed(text, timezone, day_first)
    elif isinstance(value, Real):
        moment = _written_by_machine(f"{float(value):.0f}")
    else:
        moment = _of_object(value)

    is_wall_clock = isinstance(moment, dt.datetime) and moment.tzinfo is None
    if timezone and is_wall_clock and isinstance(moment, dt.datetime):
        return moment.replace(tzinfo=load_zone(timezone))

    return moment


def are_days(values: Iterable[Any]) -> bool:
    """Say whether all times of a column are midnights without a zone: days that a program wrote."""
    moments = [_plain_moment(value) for value in values]
    clocks = [moment for moment in moments if isinstance(moment, dt.datetime)]
    is_day = [clock.time() == _MIDNIGHT and clock.tzinfo is None for clock in clocks]
    return bool(clocks) and None not in moments and all(is_day)


def day_order(values: Iterable[Any]) -> bool | None:
    """Return whether the day is written first, where some date of a column can only be read so."""
    found = [_SLASHED.match(value.strip()) for value in values if isinstance(value, str)]
    pairs = [(int(match[1]), int(match[3])) for match in found if match]
    day_leads = any(first > _MONTHS for first, _ in pairs)
    month_leads = any(second > _MONTHS for _, second in pairs)
    return day_leads if day_leads != month_leads else None


def _plain_moment(value: Any) -> dt.date | None:
    return read_iso(value.strip()) if isinstance(value, str) else _of_object(value)


def _written_by_machine(text: str) -> dt.date | None:
    compact = _COMPACT.fullmatch(text)
    if compact:
        day, clock, second = compact.groups()
        moment = read_iso(f"{day}T{clock}{second or '00'}")
        if moment:
            return moment

    count = _COUNT.fullmatch(text)
    if count:
        return _counted(int(count[1]))

    if _RFC_2822.fullmatch(text):
        try:
            return parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):  # 31 February
            return None

    return read_iso(text)


def _counted(number: int) -> dt.datetime | None:
    """Return the instant of a count since 1970, in seconds or in parts of a second."""
    for limit, per_second in _PER_SECOND:
        if number < limit:
            seconds = number / per_second
            return dt.datetime.fromtimestamp(seconds, dt.UTC) if seconds >= _EARLIEST else None

    return None


def _printed(text: str, timezone: str | None, day_first: bool | None) -> dt.date | None:
    stamps = parse_timestamps(text, timezone=timezone, day_first=day_first)
    return stamps.published or stamps.updated


def _of_object(value: Any) -> dt.date | None:
    if value is pd.NaT:  # it passes for a datetime
        return None

    # Pandas' times have nanoseconds, which no outlet prints.
    if isinstance(value, pd.Timestamp):
        return value.floor("us").to_pydatetime(warn=False)

    return value if isinstance(value, dt.date) else None
