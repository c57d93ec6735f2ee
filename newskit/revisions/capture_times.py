"""When each version was captured: the column that says so, and what its cells mean."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, NamedTuple

import pandas as pd

from newskit.csv_files import csv_rows
from newskit.tables import INSTANT
from newskit.timestamps.cell_times import moment_of_cell
from newskit.timestamps.iso import read_iso

_SIGNS = re.compile(r"[\W_]+")
_RANKS = {
    row["word"]: n
    for n, row in enumerate(csv_rows(__package__, "words.csv"))
}
_KINDS = {row["word"]: row["class"] for row in csv_rows(__package__, "words.csv")}
_SHOWN = 40  # characters of a cell that a warning repeats


class Captures(NamedTuple):
    """Capture times of the rows of a frame, and what is to be said of each."""

    times: pd.Series
    warnings: list[list[str]]


def stated_moment(text: str) -> dt.datetime | None:
    """Return a time as ISO writes it, with its zone; None where it is none.

    >>> stated_moment("2024-05-03T10:00:00Z"), stated_moment("2024-05-03")
    (datetime.datetime(2024, 5, 3, 10, 0, tzinfo=datetime.timezone.utc), None)
    """
    found = read_iso(text)
    if not isinstance(found, dt.datetime) or found.tzinfo is None:
        return None
    return found


def capture_column(frame: pd.DataFrame, ids: pd.Series) -> Any | None:
    """Return the name of the column of capture times, or None.

    A `date` is when an article appeared, unless its versions differ in it.
    """
    found = []
    for name in frame.columns:
        key = _SIGNS.sub("", str(name).casefold())
        kind = _KINDS.get(key)
        is_capture = kind == "capture" or (
            kind == "doubtful_capture" and _differs(frame[name], ids)
        )
        if is_capture:
            found.append((_RANKS[key], name))

    return min(found, key=lambda pair: pair[0])[1] if found else None


def _differs(cells: pd.Series, ids: pd.Series) -> bool:
    """Say whether the rows of one article differ in a column."""
    pairs = set(zip(ids, map(str, cells), strict=True))
    return len(pairs) > ids.nunique()


def capture_times(cells: pd.Series, timezone: str | None) -> Captures:
    """Read capture times; a clock without a zone is of `timezone`, else of UTC, as crawlers write.

    What cannot be read is no time, and said in a warning.
    """
    moments, warnings = [], []
    for cell in cells.astype(object):
        moment, warning = capture_time(cell, timezone or "UTC")
        moments.append(moment)
        warnings.append([warning] if warning else [])

    return Captures(pd.Series(moments, index=cells.index, dtype=INSTANT), warnings)


def capture_time(cell: Any, timezone: str) -> tuple[dt.datetime | None, str | None]:
    """Return the time in one cell, in UTC, and what is wrong with it."""
    if cell is None or pd.isna(cell) or not str(cell).strip():
        return None, None

    moment = moment_of_cell(cell, timezone, None)
    if moment is None:
        return None, f"capture time cannot be read: {str(cell)[:_SHOWN]!r}"

    if isinstance(moment, dt.datetime):
        return moment.astimezone(dt.UTC), None
    return dt.datetime.combine(moment, dt.time(), dt.UTC), "capture time is a day only"
