"""Fill the columns of a publication or update time from a timestamp or from a cell of a table."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from newskit.timestamps import parse_timestamps
from newskit.timestamps.zones import load_zone


def moment_columns(
    name: str,
    moment: dt.date | None,
    printed: str | None,
) -> dict[str, Any]:
    """Return the columns of one timestamp, with its `name` (published or updated) before them."""
    if moment is None:
        return {}

    local, precision = dt.datetime.combine(moment, dt.time()), "day"
    if isinstance(moment, dt.datetime):
        local, precision = moment, "minute"

    return {
        # Without a zone a wall clock is not an instant.
        name: local.astimezone(dt.UTC) if local.tzinfo else None,
        f"{name}_local": local.replace(tzinfo=None),
        f"{name}_text": printed,
        f"{name}_precision": precision,
    }


def moment_of_cell(
    value: Any,
    timezone: str | None,
    day_first: bool | None,
) -> dt.date | None:
    """Return what a cell says; None if it says nothing.

    A cell may hold an ISO string, a printed timestamp, a date or a datetime. A wall clock without a
    zone gets `timezone`, where one is given.
    """
    if isinstance(value, str):
        stamps = parse_timestamps(value.strip(), timezone=timezone, day_first=day_first)
        return stamps.published or stamps.updated

    if value is pd.NaT:  # it passes for a datetime
        return None

    # Pandas' times have nanoseconds, which no outlet prints.
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime()

    if timezone and isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.replace(tzinfo=load_zone(timezone))

    return value if isinstance(value, dt.date) else None
