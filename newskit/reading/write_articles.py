"""Write a table of articles so that reading it gives the same table."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.errors import InputError, ReadError, missing_extra
from newskit.inputs import as_articles
from newskit.reading.columns import ARTICLES
from newskit.reading.sources import FORMATS

_STATED = {c.name: c.dtype for c in ARTICLES}


def write_articles(articles: pd.DataFrame, path: str | Path) -> Path:
    """Write articles to a CSV, JSON lines or Parquet file that `read_articles` reads back unchanged.

    Parameters
    ----------
    articles : pandas.DataFrame
        Articles, as `read_articles` returns them.
    path : str or pathlib.Path
        Where to; the ending decides: `.csv` (UTF-8, lists as JSON), `.jsonl` or `.parquet`. A file that
        is there is written over. Cells are written as they are: a spreadsheet may run a cell that begins
        with "=", so open files of unknown origin with care.

    Returns
    -------
    pathlib.Path
        The file that was written.

    Raises
    ------
    InputError
        If the ending is not one of these, or `articles` is no frame of articles.
    ReadError
        If the file cannot be written.
    MissingExtraError
        If Parquet is written without pyarrow.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from newskit.reading import load_example, read_articles, write_articles
    >>> articles = load_example("harbor")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_articles(articles, Path(folder) / "articles.csv")
    ...     read_articles(path).equals(articles)
    True
    """
    path = Path(path)
    form = FORMATS.get(path.suffix.lower())
    if form is None or form == "text":
        raise InputError(f"path ends in {path.suffix!r}; expected .csv, .jsonl or .parquet: {str(path)!r}.")
    if not isinstance(articles, pd.DataFrame):
        raise InputError(f"articles is {type(articles).__name__}; expected a DataFrame of articles.")
    frame = as_articles(articles)
    if form == "parquet" and find_spec("pyarrow") is None:
        raise missing_extra("pyarrow", "parquet", "Writing Parquet")
    try:
        _write(frame, path, form)
    except OSError as err:
        raise ReadError(f"{str(path)!r} could not be written: {err.strerror or err}.") from err
    return path


def _write(frame: pd.DataFrame, path: Path, form: str) -> None:
    if form == "parquet":
        frame.to_parquet(path, engine="pyarrow", index=False)
    elif form == "csv":
        text = _plain(frame).to_csv(index=False, lineterminator="\n")
        path.write_text(text, encoding="utf-8", newline="\n")
    else:
        names = list(frame.columns)
        rows = zip(*(_cells(frame[name]) for name in names), strict=True)
        lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with lists as JSON and times in ISO form."""
    return pd.DataFrame({name: [_json_list(v) for v in _cells(frame[name])] for name in frame.columns}, dtype="object")


def _json_list(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _cells(column: pd.Series) -> list[Any]:
    """Return the cells as JSON can hold them: strings, numbers, lists, None."""
    return [_cell(value) for value in column]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return value
    if value is None or value is pd.NaT or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
