"""From the cells of one row of somebody's table to a row of articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from newskit.column_names import is_in_utc
from newskit.csv_files import rule_words
from newskit.reading.columns import ARTICLES
from newskit.reading.rows import Hints, Row
from newskit.reading.shared.dateline import dateline
from newskit.reading.table.cells import (
    address_of,
    byline_of,
    language_of,
    names_of,
    outlet_of,
    own_value_of,
    tags_of,
    value_of,
)
from newskit.reading.table.named_columns import NamedFrame
from newskit.reading.table.people import without_outlet
from newskit.reading.table.row_warnings import (
    check_text,
    length_error,
    strip_ends,
    strip_markup,
    warn,
)
from newskit.reading.table.told_by_cells import (
    cut_outlet_of_headline,
    host_of,
    name_of_host,
    put_opening,
    put_outlet_of_address,
    put_outlet_of_opening,
)
from newskit.timestamps.table_times import TIMES, TableTimes, TimeHints, own_moment

_DTYPES = {column.name: column.dtype for column in ARTICLES}
_READ: Mapping[str, Callable[[Any], Any]] = {
    "authors": names_of,
    "tags": tags_of,
    "publisher": outlet_of,
    "language": language_of,
    "captured": own_moment,
    "url": address_of,
}
_MISSING = rule_words(__package__)["missing"]
_LONGEST_MISSING = 40
"""Characters of a cell that may say "n/a", with blanks around it."""
# Of columns of addresses: in a column of names, such as the Guardian's, an address is a slip.
_OF_ADDRESSES = ("domain", "host", "site", "media", "source")
_REMOVED = "[removed]"  # NewsAPI, in all cells of an article that was taken back


class RowReader:
    """Reads the rows of one table: what all rows share is found out once."""

    def __init__(self, named: NamedFrame, hints: Hints, stated: Row) -> None:
        self.named, self.hints, self.stated = named, hints, stated
        in_utc = [name for name in TIMES if is_in_utc(named.found.get(name, name))]
        zones = hints.timezone, hints.timezone_source, hints.day_first, hints.outlets
        times = TimeHints(*zones, in_utc)
        if hints.settled:
            times = times._replace(days=hints.settled.days, order=hints.settled.order)

        self.times = TableTimes(named.frame, times)

        # Where the bylines are all there is, the names are in them.
        columns = set(named.frame.columns)
        self._has_bylines = "byline" in columns and "authors" not in columns
        self._has_outlets = "publisher" in columns
        self._needs_text = "text" in columns

        found = dict(named.found)
        if self._has_bylines:
            found["authors"] = found.get("byline", "table:byline")

        noted = json.dumps(found, ensure_ascii=False, sort_keys=True)
        self._provenance = noted if found else None

    def row(self, record: Mapping[Any, Any], label: str) -> Row:
        """Return the row of a record; `label` is its id where it has none."""
        given = {name: cell for name, cell in record.items() if cell is not None}
        if self.named.is_own:
            return self.stated | self._own(given, label)

        row = self._values(given)
        row["article_id"] = str(row.get("article_id", label))
        warn(row, *self.named.notes)
        self._complete(row)
        _keep_byline(row, given)
        strip_markup(row)
        strip_ends(row, self.stated.get("format") == "feed")
        check_text(row, self._needs_text)
        return self.stated | row

    def _own(self, given: Mapping[Any, Any], label: str) -> Row:
        """Return a row that newskit wrote."""
        row = {name: own_value_of(cell, _DTYPES[name]) for name, cell in given.items()}
        row.setdefault("article_id", label)
        for name in TIMES:
            row[name] = own_moment(row.get(name))

        return row

    def _values(self, given: Mapping[Any, Any]) -> Row:
        row: Row = {}
        for name, cell in given.items():
            error = length_error(name, cell)
            value = None if error else self._value(name, cell)
            if error:
                row["error"] = error

            # A flag that says neither true nor false, a text of nothing but controls.
            if value is not None and value != "":
                row[name] = value

        return row

    def _value(self, name: str, cell: Any) -> Any:
        if _says_nothing(name, cell):
            return None

        read = _READ.get(name)
        value = read(cell) if read else value_of(cell, _DTYPES[name])
        is_line = isinstance(value, str) and name != "text"
        return value.strip() if is_line else value

    def _complete(self, row: Row) -> None:
        """Fill what the hints, the outlet and other cells say."""
        row.setdefault("provenance", self._provenance)
        if self._has_bylines and row.get("byline"):
            row["authors"] = names_of(row["byline"])

        # Before the publisher of all is filled in: the row's own decides its zone.
        self._note(row, self._found_in_cells(row))
        warn(row, *self.times.fill(row))
        row.setdefault("publisher", self.hints.publisher)
        self._name_outlet(row)
        self._leave_out_outlet(row)
        if cut_outlet_of_headline(row):
            how = json.loads(row["provenance"] or "{}").get("headline", "table:headline")
            self._note(row, {"headline": f"{how}, without the outlet behind it"})

        opening = str(row.get("text") or "").partition("\n")[0]
        place = dateline(opening)
        if place and "dateline" not in row:
            row["dateline"] = place
            self._note(row, {"dateline": "rule:dateline"})

    def _name_outlet(self, row: Row) -> None:
        """Put the name of an outlet for its address, where the column is one of names."""
        column = self.named.found.get("publisher", "").casefold()
        stated = str(row.get("publisher") or "")
        is_address = "." in stated and " " not in stated
        if is_address and not any(map(column.__contains__, _OF_ADDRESSES)):
            row["publisher"] = name_of_host(stated, self.hints.outlets) or stated

    def _leave_out_outlet(self, row: Row) -> None:
        people = row.get("authors")
        if people:
            outlets = [row.get("publisher") or "", host_of(str(row.get("url") or ""))]
            row["authors"] = list(without_outlet(people, filter(None, outlets)))

    def _found_in_cells(self, row: Row) -> dict[str, str]:
        """Fill what other cells say, and return how it was found."""
        found = put_opening(row)
        if "byline" in found:
            row["authors"] = names_of(row["byline"])
            found["authors"] = found["byline"]

        if self._has_outlets or self.hints.publisher or row.get("publisher"):
            return found

        how = put_outlet_of_address(row, self.hints.outlets)
        return found | ({"publisher": how} if how else put_outlet_of_opening(row))

    def _note(self, row: Row, found: Mapping[str, str]) -> None:
        if found:
            noted = json.loads(row["provenance"] or "{}") | found
            row["provenance"] = json.dumps(noted, ensure_ascii=False, sort_keys=True)


def _keep_byline(row: Row, given: Mapping[Any, Any]) -> None:
    """Keep what names nobody but an agency or the outlet: it is a byline."""
    is_nobody = row.get("authors") == [] and not row.get("byline")
    printed = byline_of(given.get("authors", "")) if is_nobody else ""
    if printed:
        row["byline"] = printed


def _says_nothing(name: str, cell: Any) -> bool:
    """Say whether a cell holds what programs write for nothing; a headline may be "None"."""
    is_text = isinstance(cell, str)
    if not is_text or (len(cell) > _LONGEST_MISSING and not cell.isspace()):
        return False

    small = cell.strip().casefold()
    return small in _MISSING and (name != "headline" or small == _REMOVED)
