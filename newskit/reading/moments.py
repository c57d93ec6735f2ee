"""Fill the columns of a publication or update time from a stamp or from a cell of a table."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from newskit.timestamps import parse_timestamps
from newskit.timestamps.zones import load_zone


def moment_columns(name: str, moment: dt.date | None, printed: str | None) -> dict[str, Any]:
    """Return the columns of one stamp: `published` or `updated`, `..._local`, `..._text`, `..._precision`."""
    if moment is None:
        return {}
    timed = isinstance(moment, dt.datetime)
    local = moment if isinstance(moment, dt.datetime) else dt.datetime.combine(moment, dt.time())
    aware = timed and local.tzinfo is not None
    return {
        name: local.astimezone(dt.UTC) if aware else None,
        f"{name}_local": local.replace(tzinfo=None),
        f"{name}_text": printed,
        f"{name}_precision": "minute" if timed else "day",
    }


def moment_of_cell(value: Any, timezone: str | None, day_first: bool | None) -> dt.date | None:
    """Return what a cell says: an ISO string, a printed stamp, a date or a datetime; None if it says nothing."""
    if isinstance(value, str):
        return _of_string(value.strip(), timezone, day_first)
    if isinstance(value, dt.datetime) and not pd.isna(value):
        plain = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
        return plain.replace(tzinfo=load_zone(timezone)) if timezone and plain.tzinfo is None else plain
    return value if isinstance(value, dt.date) else None


def _of_string(value: str, timezone: str | None, day_first: bool | None) -> dt.date | None:
    stamps = parse_timestamps(value, timezone=timezone, day_first=day_first)
    return stamps.published or stamps.updated
