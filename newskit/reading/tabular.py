"""From any frame with a column of texts to the articles table, one row per article."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from newskit import tables
from newskit.reading.cleaning import clean
from newskit.reading.columns import ARTICLES
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.moments import moment_columns, moment_of_cell
from newskit.reading.rows import Hints, Row, is_missing

_NAMES = frozenset(column.name for column in ARTICLES)
_SAY_WHICH = "Say which column holds the article's text: columns={'body': 'text'}."


def articles_of_frame(
    frame: pd.DataFrame,
    columns: Mapping[str, str] | None,
    hints: Hints,
    stated: Row,
    stem: str | None = None,
) -> pd.DataFrame:
    """Return the articles table of a raw frame; columns it does not state are kept behind it.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row per article.
    columns : mapping of str to str, optional
        Names in the frame -> names in the articles table.
    hints : Hints
        What fills missing cells: publisher and zone.
    stated : dict
        `source` and `format` of all rows, where the frame has no such column.
    stem : str, optional
        What article ids are made of where the frame has none; by default its index.

    Raises
    ------
    InputError
        If `columns` names a column that is not there, or there is no column `text`.
    """
    renamed = _rename(frame, columns) if columns else frame
    tables.need_columns(renamed, ["text"], "articles", _SAY_WHICH)

    # A table of several outlets or forms may state both itself.
    given = _given(hints)
    given |= {name: cell for name, cell in stated.items() if name not in renamed.columns}

    rows = []
    for number, record in enumerate(renamed.reset_index(drop=True).to_dict("records")):
        label = f"{stem}-{number}" if stem else str(renamed.index[number])
        rows.append(_row(record, label, given, hints.day_first))

    articles = tables.from_rows(ARTICLES, rows)
    # Labels, ratings and ids of the user's own are what the analysis is for.
    for name in renamed.columns:
        if name not in _NAMES:
            articles[name] = renamed[name].to_numpy()

    return articles


def _rename(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    tables.need_columns(frame, columns, "articles", "columns= must name columns that are there.")

    # {"body": "text"} for a table that has a `text` too: the column that was named is meant.
    replaced = set(columns.values()) & set(frame.columns) - set(columns)
    return frame.drop(columns=list(replaced)).rename(columns=dict(columns))


def _given(hints: Hints) -> Row:
    """Return the cells that hints fill where a row has none of its own."""
    given: Row = {"publisher": hints.publisher}
    if hints.timezone:
        given |= {"timezone": hints.timezone, "timezone_source": hints.timezone_source}

    return given


def _row(
    record: Mapping[Any, Any],
    label: str,
    given: Row,
    day_first: bool | None,
) -> Row:
    row = dict(given)
    for column in ARTICLES:
        value = record.get(column.name)
        if is_missing(value):
            continue

        cell = _CELLS[column.dtype](value)
        if cell is not None:  # a flag that says neither true nor false, a time that says nothing
            row[column.name] = cell

    # Ids are strings: 007 and 7 are two articles.
    row["article_id"] = str(row.get("article_id", label))
    for name in ("published", "updated"):
        # newskit's own files state every column of a time, other tables this one only.
        is_own = f"{name}_local" in record
        row |= _own_moment(name, row) if is_own else _moment(name, row, day_first)

    return row | _checked_text(row)


def _text(value: Any) -> str:
    return clean(value) if isinstance(value, str) else str(value)


def _flag(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).strip().casefold())


def _clock(value: Any) -> pd.Timestamp | None:
    moment = moment_of_cell(value, None, None)
    return None if moment is None else pd.Timestamp(moment).tz_localize(None)


def _instant(value: Any) -> Any:
    return value  # read by _moment, which knows the row's zone


def _list(value: Any) -> list[Any]:
    """Return a list from a list, an array, JSON, or names separated by semicolons."""
    if isinstance(value, str):
        return _listed(value)

    return list(value) if isinstance(value, Iterable) else [str(value)]


def _listed(value: str) -> list[Any]:
    if value.startswith("["):
        try:
            return list(json.loads(value))
        except (ValueError, RecursionError):
            pass  # a text that happens to begin with a bracket

    parts = [part.strip() for part in value.split(";")]
    return list(filter(None, parts))


_CELLS: dict[str, Callable[[Any], Any]] = {
    tables.STRING: _text,
    tables.FLAG: _flag,
    tables.CLOCK: _clock,
    tables.INSTANT: _instant,
    tables.LIST: _list,
}


def _own_moment(name: str, row: Row) -> Row:
    value = row.get(name)
    return {name: None if value is None else moment_of_cell(value, "UTC", None)}


def _moment(name: str, row: Row, day_first: bool | None) -> Row:
    """Fill the columns of a time from the one that states it."""
    value = row.get(name)
    moment = moment_of_cell(value, row.get("timezone"), day_first)
    if value is not None and moment is None:
        warning = f"{name} {value!r} could not be read as a time"
        row["warnings"] = [*row.get("warnings", []), warning]

    printed = value if isinstance(value, str) else None
    filled = {name: None} | moment_columns(name, moment, printed)
    if filled[name] is not None:
        filled["timezone_source"] = row.get("timezone_source") or "stated"

    return filled


def _checked_text(row: Row) -> Row:
    """Say what is wrong with a text that cannot be analyzed."""
    if row.get("error"):
        return {}

    text = row.get("text") or ""
    if not text.strip():
        return {"text": None, "error": "The row has no text."}

    if len(text) > MAX_ARTICLE:
        limit = f"the limit for one article is {MAX_ARTICLE:,}"
        return {"text": None, "error": f"The text has {len(text):,} characters; {limit}."}

    return {}
