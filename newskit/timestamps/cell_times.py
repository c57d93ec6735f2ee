"""Times in the cells of tables: as machines write and count them, else as outlets print them."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from numbers import Real
from typing import Any

import pandas as pd

from newskit.timestamps.iso import read_iso
from newskit.timestamps.parse_timestamps import parse_timestamps
from newskit.timestamps.zones import load_zone

_LONGEST = 200  # characters of a time
# "Mon, 06 May 2024 07:30:00 +0000"
_RFC_2822 = re.compile(
    r"(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d\d?:\d\d(?::\d\d)? ?"
    r"(?:[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)"
)
_COMPACT = re.compile(r"((?:19|20)\d{6})(\d{4})(\d\d)?")  # 20240506073000
_COUNT = re.compile(r"(-?\d{9,19})(?:\.\d*)?")  # 1714980600
# Days since 1900, as Excel counts them, from 1982 to 2064: 45418.3125
_EXCEL_COUNT = re.compile(r"[345]\d{4}(?:\.\d{1,12})?")
_EXCEL_ZERO = dt.datetime(1899, 12, 30)
_SECONDS_PER_DAY = 86_400
_EXCEL_DAY = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d\d)")  # 6-May-24
_SLASHED = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}\b")
_MONTHS = 12
# Below each, a count since 1970 is of so many to the second: seconds up to the year 5138.
_PER_SECOND = ((1e11, 1), (1e14, 1_000), (1e17, 1_000_000), (1e20, 1_000_000_000))
_EARLIEST = 1e8  # seconds; smaller numbers are years, or days as 20240506
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MIDNIGHT = dt.time()


def moment_of_cell(value: Any, timezone: str | None, day_first: bool | None) -> dt.date | None:
    """Return what a cell says; None if it says nothing.

    A cell may hold an ISO string, the date of an e-mail, a count of seconds or milliseconds since
    1970 or of Excel's days, a printed timestamp, a date or a datetime. A wall clock without a zone
    gets `timezone`, where one is given.
    """
    if isinstance(value, str):
        value = _EXCEL_DAY.sub(r"\1 \2 \3", value.strip()[:_LONGEST])

    moment = _plain_moment(value)
    if moment is None and isinstance(value, str):
        stamps = parse_timestamps(value, timezone=timezone, day_first=day_first)
        moment = stamps.published or stamps.updated

    if not isinstance(moment, dt.datetime) or moment.tzinfo is not None:
        return moment

    return moment.replace(tzinfo=load_zone(timezone)) if timezone else moment


def are_days(values: Iterable[Any]) -> bool:
    """Say whether all times of a column are midnights: days that a program wrote.

    It writes them without a zone, or in UTC, as pandas and the archive of the New York Times do.
    """
    # Most columns say no at their first cell.
    moments = map(_plain_moment, values)
    first = next(moments, None)
    return _is_midnight(first) and all(map(_is_midnight, moments))


def day_order(values: Iterable[Any]) -> bool | None:
    """Return whether the day is written first, where some date of a column can only be read so."""
    matches = filter(None, map(_SLASHED.match, map(str, values)))
    firsts, seconds = {0}, {0}
    for match in matches:
        firsts.add(int(match[1]))
        seconds.add(int(match[3]))

    day_leads, month_leads = max(firsts) > _MONTHS, max(seconds) > _MONTHS
    # A column of both orders shows nothing.
    return day_leads if day_leads != month_leads else None


def _is_midnight(moment: dt.date | None) -> bool:
    if not isinstance(moment, dt.datetime):
        return moment is not None

    return moment.time() == _MIDNIGHT and not moment.utcoffset()


def _plain_moment(value: Any) -> dt.date | None:
    """Return what a cell says beyond doubt, without a zone or an order of day and month."""
    if isinstance(value, str):
        return _written(value.strip())

    if isinstance(value, Real):
        return _written(f"{float(value):f}".rstrip("0").rstrip("."))

    if value is pd.NaT:  # it passes for a datetime
        return None

    # Pandas' times have nanoseconds, which no outlet prints.
    if isinstance(value, pd.Timestamp):
        return value.floor("us").to_pydatetime(warn=False)

    return value if isinstance(value, dt.date) else None


def _written(text: str) -> dt.date | None:
    """Return a time as machines write it."""
    compact = _COMPACT.fullmatch(text)
    if compact:
        day, clock, second = compact.groups("00")
        moment = read_iso(f"{day}T{clock}{second}")
        if moment:
            return moment

    count = _COUNT.fullmatch(text)
    if count:
        return _counted(int(count[1]))

    if _EXCEL_COUNT.fullmatch(text):
        return _excel_moment(float(text))

    if _RFC_2822.fullmatch(text):
        with contextlib.suppress(ValueError, TypeError, IndexError):  # 31 February
            return parsedate_to_datetime(text)

    return read_iso(text)


def _excel_moment(days: float) -> dt.date:
    moment = _EXCEL_ZERO + dt.timedelta(seconds=round(days * _SECONDS_PER_DAY))
    return moment.date() if days.is_integer() else moment


def _counted(number: int) -> dt.datetime | None:
    """Return the instant of a count since 1970, in seconds or in parts of a second."""
    for limit, per_second in _PER_SECOND:
        if abs(number) >= limit:
            continue

        # A number below zero is no year, and no day as 20240506.
        seconds = number / per_second
        is_time = seconds >= _EARLIEST or number < 0
        return _EPOCH + dt.timedelta(seconds=seconds) if is_time else None

    return None
