"""Write a table of articles so that reading it gives the same table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.errors import InputError, ReadError, import_extra
from newskit.inputs import as_articles
from newskit.reading.formats import format_of_ending
from newskit.reading.rows import is_missing
from newskit.spreadsheets import write_xlsx


def write_articles(articles: pd.DataFrame, path: str | Path) -> Path:
    """Write articles to a file that `read_articles` reads back unchanged.

    Parameters
    ----------
    articles : pandas.DataFrame
        Articles, as `read_articles` returns them.
    path : str or pathlib.Path
        Where to; the ending decides: `.csv` (UTF-8, lists as JSON), `.jsonl`, `.parquet` or
        `.xlsx`. A file that is there is written over. In a CSV cells stand as they are: a
        spreadsheet may run a cell that begins with "=", so open files of unknown origin with care.
        In `.xlsx` they never run. Excel knows no zones: instants are text in UTC, wall clocks are
        Excel's own times to the millisecond, `timezone` is text. A text over 16,000 characters goes
        on in columns behind it.

    Returns
    -------
    pathlib.Path
        The file that was written.

    Raises
    ------
    InputError
        If the ending is not one of these, `articles` is not a frame of articles, a cell holds half
        a character, or a sheet of Excel is too small.
    ReadError
        If the file cannot be written.
    MissingExtraError
        If Parquet is written without pyarrow, or `.xlsx` without openpyxl.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from newskit.reading import load_example, read_articles, write_articles
    >>> articles = load_example("ferry")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_articles(articles, Path(folder) / "articles.csv")
    ...     read_articles(path).equals(articles)
    True
    """
    path = Path(path)
    write = _WRITERS.get(format_of_ending(path.suffix.lower()).name)
    if write is None:
        expected = f"expected .csv, .jsonl, .parquet or .xlsx: {str(path)!r}"
        raise InputError(f"path ends in {path.suffix!r}; {expected}.")

    if not isinstance(articles, pd.DataFrame):
        raise InputError(
            f"articles is {type(articles).__name__}; expected a DataFrame of articles."
        )

    frame = as_articles(articles)
    try:
        write(frame, path)
    except UnicodeEncodeError as err:
        broken = f"a lone surrogate ({err.object[err.start]!r})"
        raise InputError(f"A cell holds {broken}, which no file can hold.") from err
    except OSError as err:
        raise ReadError(f"{str(path)!r} could not be written: {err.strerror or err}.") from err

    return path


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    # pandas alone would write lists as Python prints them, which nothing else reads.
    columns = {name: list(map(_json_list, _cells(frame[name]))) for name in frame.columns}
    written = pd.DataFrame(columns, dtype="object")
    text = written.to_csv(index=False, lineterminator="\n")
    if "\r" in text:  # with an end of line that has it, Python puts such cells in marks
        text = written.to_csv(index=False, lineterminator="\r\n")

    # As bytes first: a cell that no file can hold leaves no half file.
    path.write_bytes(text.encode())


def _write_jsonl(frame: pd.DataFrame, path: Path) -> None:
    # DataFrame.to_json would write times as numbers, and other scripts as escapes.
    columns = [_cells(frame[name]) for name in frame.columns]
    lines = []
    for row in zip(*columns, strict=True):
        record = dict(zip(frame.columns, row, strict=True))
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")

    path.write_bytes("".join(lines).encode())


def _write_parquet(frame: pd.DataFrame, path: Path) -> None:
    import_extra("pyarrow", "parquet", "Writing Parquet")
    frame.to_parquet(path, engine="pyarrow", index=False)


_WRITERS = {"csv": _write_csv, "jsonl": _write_jsonl, "parquet": _write_parquet, "xlsx": write_xlsx}


def _json_list(cell: Any) -> Any:
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, list) else cell


def _cells(column: pd.Series) -> list[Any]:
    """Return the cells as JSON can hold them: strings, numbers, lists, None; times in ISO form."""
    return list(map(_cell, column))


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return value

    if is_missing(value):
        return None

    if isinstance(value, pd.Timestamp):
        return value.isoformat()

    # JSON knows Python's numbers only, not NumPy's.
    return value.item() if hasattr(value, "item") else value
