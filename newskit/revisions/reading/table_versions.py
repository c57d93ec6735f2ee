"""Tables in which an article has several rows: which column says when, and which article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from newskit.column_names import known_as
from newskit.csv_files import csv_rows
from newskit.errors import ReadError
from newskit.reading.file import File
from newskit.reading.formats import form_of, read_as
from newskit.reading.rows import Hints, Row, is_missing
from newskit.reading.table.articles_of_frame import articles_of_frame
from newskit.revisions.addresses import canonical_url
from newskit.revisions.capture_times import capture_column, capture_times
from newskit.revisions.reading.capture import table_of

_NAMES = csv_rows(__package__, "table_columns.csv")
_KINDS = ("article", "maybe article", "address")
"""Kinds of columns that tell articles apart, the surest first."""
_SIGNS = str.maketrans("", "", "_-. ")
_ONLY = "article"
"""What the article is called of a table that tells no articles apart."""


def read_table(file: File, hints: Hints) -> pd.DataFrame:
    """Return the captures of a file that holds a table."""
    form = form_of(file, None)
    # A ReadError of a part is a cell of its row; the whole table is one or is none.
    found = read_as(form, file, hints)
    if not isinstance(found, pd.DataFrame):
        raise ReadError(f"{file.name!r} holds no table.")

    return captures_of_frame(found, hints, form.name, file.name)


def captures_of_frame(
    frame: pd.DataFrame,
    hints: Hints,
    form: str = "table",
    source: str | None = None,
) -> pd.DataFrame:
    """Return the captures of a frame with one row per article and time it was seen."""
    frame = frame.reset_index(drop=True)
    told = {field: name for name, field in (hints.columns or {}).items()}
    keys = _article_keys(frame, told.pop("article_id", None))
    captured = told.pop("captured", None) or capture_column(frame, keys)
    order, seen = _named(frame, "order"), _named(frame, "last seen")

    # These are no columns of an article.
    apart = [name for name in (captured, order, seen) if name is not None]
    named = hints._replace(columns={name: field for field, name in told.items()})
    stated: Row = {"source": source, "format": form}
    articles = articles_of_frame(frame.drop(columns=apart), named, stated)

    pairs = zip(articles.to_dict("records"), keys, strict=True)
    rows = [_texts(row) | {"article_id": key} for row, key in pairs]
    _put_times(rows, frame, captured, hints.timezone)
    _put_last_seen(rows, frame, seen, hints.timezone)
    return table_of(_in_order(rows, frame, order))


def _texts(row: Mapping[Any, Any]) -> Row:
    return {str(name): cell for name, cell in row.items()}


def _article_keys(frame: pd.DataFrame, told: Any) -> pd.Series:
    """Return what tells the articles of rows apart: as told, their id, or their address."""
    name = told if told is not None else _column_of_ids(frame)
    if name is not None:
        return pd.Series([_key(cell) for cell in frame[name].tolist()])

    addresses = known_as(frame, "url")
    if addresses:
        return pd.Series([_key(cell, canonical_url) for cell in frame[addresses[0]]])

    return pd.Series([_key(_ONLY)] * len(frame))


def _column_of_ids(frame: pd.DataFrame) -> Any:
    """Return the column of ids; one that may be of rows counts where a value comes twice."""
    name = _named(frame, "article")
    if name is not None:
        return name

    maybe = _named(frame, "maybe article")
    is_of_articles = maybe is not None and not frame[maybe].is_unique
    return maybe if is_of_articles else None


def _key(cell: Any, written: Callable[[str], str] = str) -> str:
    return _ONLY if is_missing(cell) else written(str(cell))


def _named(names: Iterable[Any], kind: str) -> Any:
    """Return the surest of the names of a kind."""
    spelled = {str(name).casefold().translate(_SIGNS): name for name in names}
    for row in _NAMES:
        if row["class"] == kind and row["word"] in spelled:
            return spelled[row["word"]]

    return None


def _put_times(
    rows: list[Row],
    frame: pd.DataFrame,
    column: Any,
    zone: str | None,
) -> None:
    if column is None:
        return

    read = capture_times(frame[column], zone)
    for row, time, warnings in zip(rows, read.times, read.warnings, strict=True):
        row["captured"] = None if is_missing(time) else time
        row["captured_source"] = "none" if is_missing(time) else "table"
        row["warnings"] = [*row["warnings"], *warnings]


def _put_last_seen(
    rows: list[Row],
    frame: pd.DataFrame,
    column: Any,
    zone: str | None,
) -> None:
    if column is None:
        return

    for row, time in zip(rows, capture_times(frame[column], zone).times, strict=True):
        row["last_seen"] = None if is_missing(time) else time


def _in_order(
    rows: list[Row],
    frame: pd.DataFrame,
    order: Any,
) -> list[Row]:
    """Put rows in the order of the numbers of their versions, if they have any."""
    if order is None:
        return rows

    numbers = pd.to_numeric(frame[order], errors="coerce").fillna(float("inf")).tolist()
    return [rows[place] for place in sorted(range(len(rows)), key=numbers.__getitem__)]


def key_of(record: Mapping[Any, Any], hints: Hints) -> str | None:
    """Return what tells the article of one row of a table; None where no column does."""
    told = {field: name for name, field in (hints.columns or {}).items()}
    names = [told.get("article_id")]
    names += [_named(record, kind) for kind in _KINDS]
    for name in names:
        if name in record and not is_missing(record[name]):
            return str(record[name])

    return None
