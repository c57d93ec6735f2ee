"""A capture: what an article was at one time, and how that time is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from newskit import tables
from newskit.reading.columns import ARTICLES
from newskit.reading.rows import Hints, Row
from newskit.reading.table.articles_of_frame import articles_of_frame
from newskit.revisions.columns import VERSIONS

_OF_CAPTURES = ("captured", "captured_source", "last_seen")
CAPTURES = (*ARTICLES, *tables.chosen(VERSIONS, *_OF_CAPTURES))
"""Columns of articles, and of their captures."""


def capture(
    row: Row,
    captured: dt.datetime | None,
    source: str,
    *warnings: str,
    last_seen: dt.datetime | None = None,
) -> Row:
    """Return a row of articles with the time at which it was seen, and what to know of that."""
    known = {
        "captured": captured,
        "captured_source": source if captured else "none",
        "last_seen": last_seen,
    }
    return row | known | {"warnings": [*row.get("warnings", []), *warnings]}


def failed(why: str, **cells: Any) -> Row:
    """Return the row of a capture that holds no text: it says nothing of what was deleted."""
    return cells | {"error": why}


def table_of(captures: Iterable[Row]) -> pd.DataFrame:
    """Return the captures as a table; several may have one `article_id`."""
    return tables.from_rows(CAPTURES, captures)


def table_of_cells(
    records: Iterable[Mapping[str, Any]],
    form: str,
    source: str,
    hints: Hints,
) -> pd.DataFrame:
    """Return the table of captures whose articles are cells of a database: they may hold HTML."""
    kept = list(records)
    if not kept:
        return table_of([])

    names = [name for name in kept[0] if name not in (*_OF_CAPTURES, "notes")]
    cells = pd.DataFrame([[record[name] for name in names] for record in kept], columns=names)
    stated: Row = {"source": source, "format": form}
    articles = articles_of_frame(cells.astype(object), hints, stated)
    rows = articles.to_dict("records")
    return table_of(_with_capture(row, of) for row, of in zip(rows, kept, strict=True))


def _with_capture(row: Mapping[Any, Any], of: Mapping[str, Any]) -> Row:
    known = {name: of.get(name) for name in _OF_CAPTURES}
    return {**row, **known, "warnings": [*row["warnings"], *of.get("notes", ())]}
