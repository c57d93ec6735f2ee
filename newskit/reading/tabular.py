"""From any frame with a column of texts to the articles table, one row per article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.reading.cleaning import clean
from newskit.reading.columns import ARTICLES
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.moments import moment_columns, moment_of_cell
from newskit.reading.rows import Hints, Row, is_missing

_NAMES = frozenset(column.name for column in ARTICLES)
_FLAGS = {"true": True, "false": False}


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
    renamed = _rename(frame, columns)
    tables.need_columns(
        renamed,
        ["text"],
        "articles",
        "Say which column holds the article's text: columns={'body': 'text'}.",
    )

    unstated = {name: cell for name, cell in stated.items() if name not in renamed.columns}
    given = _given(hints) | unstated
    records = renamed.reset_index(drop=True).to_dict("records")
    labels = [f"{stem}-{i}" if stem else str(index) for i, index in enumerate(renamed.index)]

    rows = []
    for record, label in zip(records, labels, strict=True):
        named = {str(name): cell for name, cell in record.items()}
        rows.append(_row(named, label, given, hints.day_first))

    articles = tables.from_rows(ARTICLES, rows)
    for name in renamed.columns:
        if name not in _NAMES:
            articles[name] = renamed[name].to_numpy()
    return articles


def _rename(frame: pd.DataFrame, columns: Mapping[str, str] | None) -> pd.DataFrame:
    if not columns:
        return frame

    absent = [name for name in columns if name not in frame.columns]
    if absent:
        there = ", ".join(map(str, frame.columns))
        raise InputError(
            f"columns names {absent[0]!r}, which the table does not have. Its columns: {there}."
        )

    # {"body": "text"} in a table that has a `text` too: the one that was named is meant.
    replaced = [new for new in columns.values() if new in frame.columns and new not in columns]
    return frame.drop(columns=replaced).rename(columns=dict(columns))


def _given(hints: Hints) -> Row:
    """Return the cells that hints fill where a row has none of its own."""
    given: Row = {"publisher": hints.publisher}
    if hints.timezone:
        given |= {"timezone": hints.timezone, "timezone_source": hints.timezone_source}
    return given


def _row(record: Row, label: str, given: Row, day_first: bool | None) -> Row:
    row = dict(given)
    for column in ARTICLES:
        value = _value(record.get(column.name), column.dtype)
        if value is not None:
            row[column.name] = value

    row["article_id"] = str(row.get("article_id", label))
    for name in ("published", "updated"):
        row |= _moment(record, name, row, day_first)
    return row | _checked_text(row)


def _value(value: Any, dtype: str) -> Any:
    """Return the cell for a column, or None when it is missing."""
    if is_missing(value):
        return None
    if dtype == tables.LIST:
        return _list(value)
    if dtype == tables.CLOCK:
        return _clock(value)
    if dtype == tables.INSTANT:
        return value
    if dtype == tables.FLAG:
        return _FLAGS.get(str(value).strip().casefold())
    return clean(value) if isinstance(value, str) else str(value)


def _clock(value: Any) -> pd.Timestamp | None:
    moment = moment_of_cell(value, None, None)
    return None if moment is None else pd.Timestamp(moment).tz_localize(None)


def _list(value: Any) -> list[Any]:
    """Return a list from a list, an array, JSON, or names separated by semicolons."""
    if not isinstance(value, str):
        return list(value) if hasattr(value, "__iter__") else [str(value)]

    if value.startswith("["):
        try:
            parsed = json.loads(value)
            return parsed if isinstance(parsed, list) else [str(parsed)]
        except (ValueError, RecursionError):
            pass  # a text that happens to begin with a bracket

    parts = [part.strip() for part in value.split(";")]
    return [part for part in parts if part]


def _moment(record: Row, name: str, row: Row, day_first: bool | None) -> Row:
    """Fill the columns of a time that the table states in one column only."""
    value = row.get(name)
    written_by_newskit = f"{name}_local" in record  # so the other columns are there too
    if written_by_newskit:
        return {name: None if value is None else moment_of_cell(value, "UTC", None)}

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
    text = row.get("text")
    if row.get("error"):
        return {}
    if text is None or not text.strip():
        return {"text": None, "error": "The row has no text."}
    if len(text) > MAX_ARTICLE:
        limit = f"the limit for one article is {MAX_ARTICLE:,}"
        return {"text": None, "error": f"The text has {len(text):,} characters; {limit}."}
    return {}
