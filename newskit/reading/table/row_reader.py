"""From the cells of one row of somebody's table to a row of articles."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from newskit.errors import ReadError
from newskit.reading.columns import ARTICLES
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.moments import moment_columns
from newskit.reading.rows import Hints, Row, is_missing
from newskit.reading.table.cells import names_of, outlet_of, own_value_of, tags_of, value_of
from newskit.reading.table.markup import without_markup
from newskit.reading.table.moments import are_days, day_order, moment_of_cell
from newskit.reading.table.named_columns import NamedFrame
from newskit.timestamps.offsets import offset_text
from newskit.timestamps.outlets import UNKNOWN_OUTLET, Outlet, find_outlet
from newskit.timestamps.zones import find_zone, load_zone

_DTYPES = {column.name: column.dtype for column in ARTICLES}
_TIMES = ("published", "updated")
_WITH_MARKUP = ("text", "headline", "standfirst", "byline", "caption")
_CUT = re.compile(r"\[\+\d+ chars\]\s*$")
"""How a news API ends a text that it does not give whole."""
_NO_TEXT = "The row has no text."
_READ: Mapping[str, Callable[[Any], Any]] = {
    "authors": names_of,
    "tags": tags_of,
    "publisher": outlet_of,
}


class RowReader:
    """Reads the rows of one table: what all rows share is found out once."""

    def __init__(self, named: NamedFrame, hints: Hints, stated: Row) -> None:
        self.named, self.hints, self.stated = named, hints, stated
        self._outlets: dict[str, Outlet] = {}

        frame = named.frame
        cells = {name: frame[name].dropna().tolist() for name in _TIMES if name in frame.columns}
        self._days = {name for name, values in cells.items() if are_days(values)}
        self._order = {name: day_order(values) for name, values in cells.items()}
        self._needs_text = "text" in frame.columns and not named.is_own

        found = {column: f"table:{name}" for column, name in named.before.items()}
        # Where the bylines are all there is, the names are in them.
        self._has_bylines = "byline" in frame.columns and "authors" not in frame.columns
        if self._has_bylines:
            found["authors"] = found.get("byline", "table:byline")

        is_renamed = {column for column, name in named.before.items() if column != name}
        told = {column: how for column, how in found.items() if column in is_renamed}
        self._provenance = json.dumps(told, ensure_ascii=False, sort_keys=True) if told else None

    def row(self, record: Mapping[Any, Any], label: str) -> Row:
        """Return the row of a record."""
        row = self._cells(record)
        row["article_id"] = str(row.get("article_id", label))
        if self.named.is_own:
            times: Row = {name: _own_moment(row.get(name)) for name in _TIMES}
            return self.stated | row | times | _checked_text(row, self._needs_text)

        if self.named.notes:
            _warn(row, *self.named.notes)

        self._complete(row)
        _strip_markup(row)
        return self.stated | row | _checked_text(row, self._needs_text)

    def _cells(self, record: Mapping[Any, Any]) -> Row:
        row: Row = {}
        for name, value in record.items():
            if name not in _DTYPES or is_missing(value):
                continue

            read = None if self.named.is_own else _READ.get(name)
            as_typed = own_value_of if self.named.is_own else value_of
            cell = read(value) if read else as_typed(value, _DTYPES[name])
            # A flag that says neither true nor false, a text of nothing but controls.
            if cell is not None and cell != "":
                row[name] = cell

        return row

    def _complete(self, row: Row) -> None:
        """Fill what the hints, the outlet and other cells say."""
        outlet = self._outlet(row)
        row["publisher"] = row.get("publisher") or self.hints.publisher
        row["provenance"] = row.get("provenance") or self._provenance
        if self._has_bylines and row.get("byline"):
            row["authors"] = names_of(row["byline"])

        zone = row.get("timezone")
        if zone and find_zone(zone) is None:
            _warn(row, f"timezone {zone!r} is no zone that is known")
            del row["timezone"]

        if not row.get("timezone"):
            row |= self._zone(outlet)

        for name in _TIMES:
            if row.get(name) is None:
                continue

            # A part of newskit's own table states the wall clock beside the instant.
            if f"{name}_local" in self.named.frame.columns:
                row[name] = _own_moment(row[name])
            else:
                self._put_time(name, row, outlet)

    def _outlet(self, row: Row) -> Outlet:
        """Return the outlet of the row's own publisher, else that of all."""
        stated = row.get("publisher")
        if not stated:
            zone = self.hints.timezone if self.hints.timezone_source == "outlet" else None
            return UNKNOWN_OUTLET._replace(zone=zone, day_first=self.hints.day_first)

        if stated not in self._outlets:
            found = find_outlet(stated, self.hints.outlets)
            self._outlets[stated] = found or UNKNOWN_OUTLET

        return self._outlets[stated]

    def _zone(self, outlet: Outlet) -> Row:
        if self.hints.timezone and self.hints.timezone_source == "given":
            return {"timezone": self.hints.timezone, "timezone_source": "given"}

        return {"timezone": outlet.zone, "timezone_source": "outlet"} if outlet.zone else {}

    def _put_time(self, name: str, row: Row, outlet: Outlet) -> None:
        """Fill the columns of a time from the one that states it."""
        value, zone = row.pop(name), row.get("timezone")
        order = self._order[name] if outlet.day_first is None else outlet.day_first
        moment = moment_of_cell(value, zone, order)
        if moment is None:
            _warn(row, f"{name} {value!r} could not be read as a time")
            return

        if isinstance(moment, dt.datetime):
            moment = moment.date() if name in self._days else _in_zone(moment, row)

        printed = value if isinstance(value, str) else None
        row |= moment_columns(name, moment, printed)


def _in_zone(moment: dt.datetime, row: Row) -> dt.datetime:
    """Return a moment in the row's zone; a zone that the cell states becomes the row's."""
    if moment.tzinfo is None:
        return moment

    row["timezone_source"] = row.get("timezone_source") or "stated"
    if row.get("timezone"):
        return moment.astimezone(load_zone(row["timezone"]))

    key = getattr(moment.tzinfo, "key", None)
    offset = moment.utcoffset() or dt.timedelta()
    row["timezone"] = key or (offset_text(offset) if offset else "UTC")
    return moment


def _own_moment(value: Any) -> dt.date | None:
    return None if value is None else moment_of_cell(value, "UTC", None)


def _strip_markup(row: Row) -> None:
    """Take HTML out of the cells that are measured, and say so."""
    stripped = []
    for name in _WITH_MARKUP:
        cell = row.get(name) or ""
        try:
            plain = without_markup(cell)
        except ReadError as err:
            row |= {name: None, "error": row.get("error") or str(err)}
            continue

        if plain != cell:
            row[name] = plain
            stripped.append(name)

    if stripped:
        _warn(row, f"markup was taken out of {', '.join(stripped)}")


def _warn(row: Row, *warnings: str) -> None:
    row["warnings"] = [*row.get("warnings", []), *warnings]


def _checked_text(row: Row, needs_text: bool) -> Row:
    """Say what is wrong with a text that cannot be analyzed, or is not whole."""
    text = row.get("text") or ""
    if row.get("error") or not (text or needs_text):
        return {}

    if not text.strip():
        return {"text": None, "error": _NO_TEXT}

    if len(text) > MAX_ARTICLE:
        limit = f"the limit for one article is {MAX_ARTICLE:,}"
        return {"text": None, "error": f"The text has {len(text):,} characters; {limit}."}

    if _CUT.search(text):
        _warn(row, "the text is not whole: where it ends, its source has cut it")
        return {"warnings": row["warnings"]}

    return {}
