"""Tables of articles: CSV, JSON lines, Parquet and data frames, one article a row."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import InputError, ReadError, missing_extra
from newskit.reading.cleaning import clean
from newskit.reading.columns import ARTICLES
from newskit.reading.decoding import decode
from newskit.reading.limits import MAX_ARTICLE
from newskit.reading.moments import moment_columns, moment_of_cell
from newskit.reading.rows import Row

STATED = ARTICLES
NAMES = [c.name for c in STATED]


def read_table(path: Path, form: str) -> pd.DataFrame:
    """Return the raw frame of a table file.

    Raises
    ------
    ReadError
        If the file is not what its form says.
    MissingExtraError
        If Parquet is read without pyarrow.
    """
    return _READERS[form](path)


def _csv(path: Path) -> pd.DataFrame:
    text = decode(path.read_bytes()).text
    try:
        return pd.read_csv(io.StringIO(text), dtype="string", keep_default_na=False, na_values=[""])
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as err:
        raise ReadError(f"The file is no CSV table: {err}.") from err


def _jsonl(path: Path) -> pd.DataFrame:
    rows = []
    for number, line in enumerate(decode(path.read_bytes()).text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as err:
            raise ReadError(f"Line {number} is not JSON: {err}.") from err
        if not isinstance(row, dict):
            raise ReadError(f"Line {number} holds {type(row).__name__}; expected one JSON object a line.")
        rows.append(row)
    return pd.DataFrame(rows, dtype="object") if rows else tables.empty(ARTICLES)


def _parquet(path: Path) -> pd.DataFrame:
    if find_spec("pyarrow") is None:
        raise missing_extra("pyarrow", "parquet", "Reading Parquet")
    import pyarrow as pa

    try:
        return pd.read_parquet(path, engine="pyarrow")
    except (pa.ArrowInvalid, OSError) as err:
        raise ReadError(f"The file is no Parquet table: {err}.") from err


_READERS: dict[str, Callable[[Path], pd.DataFrame]] = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}


def articles_of_frame(
    frame: pd.DataFrame, columns: Mapping[str, str] | None, given: Row, stem: str | None = None
) -> pd.DataFrame:
    """Return the articles table of a raw frame; columns that the table does not state are kept behind it.

    Parameters
    ----------
    frame : pandas.DataFrame
        One article a row.
    columns : mapping of str to str, optional
        Names in the frame -> names in the articles table.
    given : dict
        What fills missing cells (publisher, timezone ...); `source` and `format` only where the frame has no
        such column.
    stem : str, optional
        What article ids are made of where the frame has none; by default its index.

    Raises
    ------
    InputError
        If `columns` names a column that is not there, or there is no column `text`.
    """
    renamed = _rename(frame, columns)
    if "text" not in renamed.columns:
        raise InputError(
            f"The table has no column 'text'. Its columns: {', '.join(map(str, frame.columns)) or 'none'}. "
            "Say which holds the article's text: columns={'body': 'text'}."
        )
    records = [{str(k): v for k, v in record.items()} for record in renamed.reset_index(drop=True).to_dict("records")]
    labels = [f"{stem}-{i}" for i in range(len(records))] if stem else [str(i) for i in renamed.index]
    lacking = {k: v for k, v in given.items() if k not in ("source", "format") or k not in renamed.columns}
    rows = [_row(record, label, lacking) for record, label in zip(records, labels, strict=True)]
    articles = tables.from_rows(ARTICLES, rows)
    for name in renamed.columns:
        if name not in NAMES:
            articles[name] = renamed[name].to_numpy()
    return articles


def _rename(frame: pd.DataFrame, columns: Mapping[str, str] | None) -> pd.DataFrame:
    if not columns:
        return frame
    absent = [name for name in columns if name not in frame.columns]
    if absent:
        raise InputError(
            f"columns names {absent[0]!r}, which the table does not have. "
            f"Its columns: {', '.join(map(str, frame.columns))}."
        )
    taken = [new for old, new in columns.items() if new in frame.columns and new not in columns]
    return frame.drop(columns=taken).rename(columns=dict(columns))


def _row(record: Row, label: str, given: Row) -> Row:
    row = dict(given)
    for column in STATED:
        value = _value(record.get(column.name), column.dtype)
        if value is not None:
            row[column.name] = value
    row["article_id"] = str(row.get("article_id", label))
    for name in ("published", "updated"):
        row |= _moment(record, name, row)
    return row | _checked_text(row)


def _value(value: Any, dtype: str) -> Any:
    """Return the cell for a column, or None when it is missing."""
    if dtype == tables.LIST:
        return _list(value)
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    if dtype == tables.CLOCK:
        moment = moment_of_cell(value, None, None)
        return None if moment is None else pd.Timestamp(moment).tz_localize(None)
    if dtype == tables.INSTANT:
        return value
    if dtype == tables.FLAG:
        return {"true": True, "false": False}.get(str(value).strip().casefold())
    return clean(value) if isinstance(value, str) else str(value)


def _list(value: Any) -> list[Any] | None:
    """Return a list from a list, an array, JSON, or names parted by semicolons."""
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    if not isinstance(value, str):
        return list(value) if hasattr(value, "__iter__") else [str(value)]
    if value.startswith("["):
        try:
            parsed = json.loads(value)
            return parsed if isinstance(parsed, list) else [str(parsed)]
        except (ValueError, RecursionError):
            pass  # a text that happens to begin with a bracket
    return [part.strip() for part in value.split(";") if part.strip()]


def _moment(record: Row, name: str, row: Row) -> Row:
    """Fill the columns of a time that the table states in one column only."""
    value = row.get(name)
    if f"{name}_local" in record:  # written by newskit: every column is there
        return {name: None if value is None else moment_of_cell(value, "UTC", None)}
    moment = moment_of_cell(value, row.get("timezone"), row.get("_day_first"))
    printed = value if isinstance(value, str) else None
    if value is not None and moment is None:
        row["warnings"] = [*row.get("warnings", []), f"{name} {value!r} could not be read as a time"]
    filled = {name: None} | moment_columns(name, moment, printed)
    aware = filled[name] is not None and moment is not None
    return filled | ({"timezone_source": row.get("timezone_source") or "stated"} if aware else {})


def _checked_text(row: Row) -> Row:
    """Say what is wrong with a text that cannot be analyzed."""
    text = row.get("text")
    if row.get("error"):
        return {}
    if text is None or not text.strip():
        return {"text": None, "error": "The row has no text."}
    if len(text) > MAX_ARTICLE:
        why = f"The text has {len(text):,} characters; the limit for one article is {MAX_ARTICLE:,}."
        return {"text": None, "error": why}
    return {}
