"""A time as machines write it (ISO 8601, the dates of e-mails), else as outlets print it."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from newskit.errors import InputError
from newskit.timestamps import parse_timestamps
from newskit.timestamps.iso import is_iso, read_iso

# Seconds or milliseconds since 1970, from 2001 to 2030; 2024050607 are a day and an hour.
_SECONDS = re.compile(r"(1[0-8]\d{8})(?:\d{3})?(?:\.\d+)?")

# Characters of a time; longer texts are sentences.
MAX_TIME = 120


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
    since_1970 = _SECONDS.fullmatch(text)
    if since_1970:
        return dt.datetime.fromtimestamp(int(since_1970[1]), dt.UTC)

    if is_iso(text):
        return read_iso(text)

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
