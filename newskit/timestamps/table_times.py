"""The times in the rows of a table, in the zone that the row, its publisher or the user states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit.timestamps.cell_times import are_days, day_order, moment_of_cell
from newskit.timestamps.moment_columns import moment_columns
from newskit.timestamps.offsets import offset_text
from newskit.timestamps.outlets import UNKNOWN_OUTLET, Outlet, find_outlet
from newskit.timestamps.zones import find_zone, load_zone

TIMES = ("published", "updated")
Cells = dict[Any, Any]
_WEB = 1996
"""The year from which on newspapers have a web site, and articles a clock."""


class TimeHints(NamedTuple):
    """What is said of the times of all rows."""

    timezone: str | None = None
    """An IANA name or an offset."""
    timezone_source: str = "given"
    """How that zone is known: given or outlet."""
    day_first: bool | None = None
    """Whether 06/01 is 6 January."""
    outlets: pd.DataFrame | None = None
    """The table of outlets to look in; None for newskit's own."""
    in_utc: Collection[str] = ()
    """The times whose clocks are in UTC, as the names of their columns say (date_gmt)."""
    days: Mapping[str, bool] = {}
    """Whether a time is a day, where other rows of the table have said so."""
    order: Mapping[str, bool | None] = {}
    """Whether the day is written first in a time, where other rows have shown it."""


class TableTimes:
    """Reads the times of the rows of one table; what its columns tell is found out once."""

    def __init__(self, frame: pd.DataFrame, hints: TimeHints) -> None:
        self.hints = hints
        self._outlets: dict[str, Outlet] = {}

        # A part of newskit's own table states the wall clock beside the instant.
        self._with_local = {name for name in TIMES if f"{name}_local" in frame.columns}
        cells = {
            name: frame[name].dropna().tolist() for name in frame.columns.intersection(list(TIMES))
        }
        self.days = {name: are_days(values) for name, values in cells.items()}
        self.order = {name: day_order(values) for name, values in cells.items()}
        for name in cells:
            self.days[name] &= hints.days.get(name, True)

        self.order |= {name: order for name, order in hints.order.items() if order is not None}

    def fill(self, row: Cells) -> list[str]:
        """Fill the columns of both times, and the zone; return what could not be read."""
        outlet = self._outlet(row)
        problems = self._put_zone(row, outlet)
        for name in TIMES:
            if row.get(name) is None:
                continue

            if name in self._with_local:
                row[name] = own_moment(row[name])
            else:
                problems += self._put_time(name, row, outlet)

        return problems

    def _outlet(self, row: Cells) -> Outlet:
        """Return the outlet of the row's own publisher, else that of all."""
        stated = row.get("publisher")
        if not stated:
            is_outlets = self.hints.timezone_source == "outlet"
            zone = self.hints.timezone if is_outlets else None
            return UNKNOWN_OUTLET._replace(zone=zone, day_first=self.hints.day_first)

        # Looked up once: a table has few outlets and many rows.
        if stated not in self._outlets:
            found = find_outlet(stated, self.hints.outlets)
            self._outlets[stated] = found or UNKNOWN_OUTLET

        return self._outlets[stated]

    def _put_zone(self, row: Cells, outlet: Outlet) -> list[str]:
        problems = []
        stated = row.pop("timezone", None)
        is_given = self.hints.timezone_source == "given"
        if stated and find_zone(stated) is not None:
            row["timezone"] = stated
            return []

        if stated:
            problems.append(f"timezone {stated!r} is no zone that is known")

        # What the user says of the zone goes before what is known of the outlet.
        if self.hints.timezone and is_given:
            row |= {"timezone": self.hints.timezone, "timezone_source": "given"}
        elif outlet.zone:
            row |= {"timezone": outlet.zone, "timezone_source": "outlet"}

        return problems

    def _put_time(self, name: str, row: Cells, outlet: Outlet) -> list[str]:
        """Fill the columns of a time from the one that states it."""
        order = outlet.day_first
        if order is None:
            order = self.order.get(name)

        value = row.pop(name)
        zone = "UTC" if name in self.hints.in_utc else row.get("timezone")
        moment = moment_of_cell(value, zone, order)
        if moment is None:
            return [f"{name} {value!r} could not be read as a time"]

        if isinstance(moment, dt.datetime):
            is_day = self.days.get(name) or _is_before_clocks(moment)
            moment = moment.date() if is_day else _in_zone(moment, row)

        printed = value if isinstance(value, str) else None
        row |= moment_columns(name, moment, printed)
        return []


def own_moment(value: Any) -> dt.date | None:
    """Return an instant as newskit writes it."""
    return None if value is None else moment_of_cell(value, "UTC", None)


def _is_before_clocks(moment: dt.datetime) -> bool:
    """Say whether a midnight in UTC is a day: the NYT's archive of 1926 knows no other clock."""
    is_midnight = moment.timetz() == dt.time(tzinfo=dt.UTC)
    return is_midnight and moment.year < _WEB


def _in_zone(moment: dt.datetime, row: Cells) -> dt.datetime:
    """Return a moment in the row's zone; a zone that the cell states becomes the row's."""
    if moment.tzinfo is None:
        return moment

    row["timezone_source"] = row.get("timezone_source") or "stated"
    if row.get("timezone"):
        return moment.astimezone(load_zone(row["timezone"]))

    # A cell that states UTC says nothing of where the outlet is, but it is all that is known.
    offset = moment.utcoffset() or dt.timedelta()
    plain = offset_text(offset) if offset else "UTC"
    row["timezone"] = getattr(moment.tzinfo, "key", plain)
    return moment
