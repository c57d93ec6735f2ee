"""A time as machines write it (ISO 8601, the dates of e-mails), else as outlets print it."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from newskit.errors import InputError
from newskit.timestamps import parse_timestamps

_OFFSET = r"(?P<offset>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)"
_CLOCK = rf"(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?\s*{_OFFSET}?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})-?(?P<month>\d\d)-?(?P<day>\d\d)(?:[T\s]+{_CLOCK})?"
    r"(?:\[[\w/]+\])?",  # Java adds [Europe/Paris]
    re.IGNORECASE,
)
MAX_TIME = 120
"""Characters of a time; longer texts are sentences."""


class StatedMoment(NamedTuple):
    """A moment, the text it was read from, and how it was found."""

    moment: dt.date
    text: str
    how: str

    @property
    def clock(self) -> dt.datetime | None:
        """The moment if a time of day is stated."""
        return self.moment if isinstance(self.moment, dt.datetime) else None

    @property
    def day(self) -> dt.date:
        """The day as it is written, whatever the zone."""
        return self.clock.date() if self.clock else self.moment


def read_moment(text: str, day_first: bool | None = None) -> dt.date | None:
    """Return what a machine-readable or a printed time says; None if it says nothing."""
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match:
        return _iso(match)
    if not 0 < len(text) <= MAX_TIME:
        return None

    # "Mon, 06 May 2024 07:30:00 GMT"; what is not in this form is read as a printed line.
    with contextlib.suppress(ValueError, TypeError, IndexError):
        return parsedate_to_datetime(text)
    try:
        line = parse_timestamps(text, day_first=day_first)
    except InputError:
        return None
    return line.published or line.updated


def _iso(match: re.Match[str]) -> dt.date | None:
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    try:
        date = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        clock = dt.time(hour % 24, minute, second)
    except ValueError:  # 2024-02-30
        return None

    if match["hour"] is None:
        return date
    return dt.datetime.combine(date, clock, _zone(match["offset"]))


def _zone(offset: str | None) -> dt.tzinfo | None:
    if offset is None:
        return None
    if offset[0] not in "+-":
        return dt.UTC

    # +02, +0200, +02:00
    digits = offset[1:].replace(":", "").ljust(4, "0")
    distance = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if distance >= dt.timedelta(days=1):
        return None
    return dt.timezone(-distance if offset[0] == "-" else distance)
