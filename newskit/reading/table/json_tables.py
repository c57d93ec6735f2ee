"""JSON lines, and JSON files: a list of articles wherever it stands in them, or one article."""

from __future__ import annotations

import json
import re
from typing import Any

import pandas as pd

from newskit import tables
from newskit.errors import ReadError
from newskit.reading.columns import ARTICLES
from newskit.reading.decoding import decode
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.json_records import flat, records_in
from newskit.reading.table.raw_rows import RawRow, frame_of

_OPENING = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{)')


def read_jsonl(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a file with one JSON object per line; blank lines are passed over.

    A line that is not a JSON object is a row with `error`.

    Raises
    ------
    ReadError
        If no line is a JSON object.
    """
    decoded = decode(file.read_table())
    return _of_lines(decoded.text, decoded.warning)


def read_json(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a JSON file.

    It may hold a list of objects, at the top or within objects; one object, which is one article;
    or what `DataFrame.to_json` writes. A file of JSON lines may have this ending too.

    Raises
    ------
    ReadError
        If it is not JSON, or holds no object.
    """
    decoded = decode(file.read_table())
    try:
        content = json.loads(decoded.text)
    except (ValueError, RecursionError) as err:  # RecursionError: brackets nested too deep
        first = _row_of_line(decoded.text.lstrip().partition("\n")[0], 1)
        if not first.error:
            return _of_lines(decoded.text, decoded.warning)

        raise ReadError(f"The file is not JSON: {err}.") from err

    found = records_in(content, file.article_id)
    if found is None:
        kind = type(content).__name__
        raise ReadError(f"The file holds {kind}; expected a list of articles, or one article.")

    rows = [
        _row(one, f"Entry {number} of the list", "a JSON object")
        for number, one in enumerate(found, start=1)
    ]
    return _frame(rows, decoded.warning)


def looks_like_json(opening: bytes) -> bool:
    """Say whether bytes begin as an object, or as a list of objects."""
    return _OPENING.match(opening) is not None


def _of_lines(text: str, warning: str | None) -> pd.DataFrame:
    lines = enumerate(text.split("\n"), start=1)
    rows = [_row_of_line(line, number) for number, line in lines if line.strip()]
    return _frame(rows, warning)


def _row_of_line(line: str, number: int) -> RawRow:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as err:
        return RawRow({}, f"Line {number} is not JSON: {err}.")

    return _row(found, f"Line {number}", "one JSON object per line")


def _row(found: Any, place: str, expected: str) -> RawRow:
    if isinstance(found, dict):
        return RawRow(flat(found))

    kind = type(found).__name__
    return RawRow({}, f"{place} holds {kind}; expected {expected}.")


def _frame(rows: list[RawRow], warning: str | None) -> pd.DataFrame:
    if not rows:
        return tables.empty(ARTICLES)

    names: dict[Any, None] = {}
    for row in rows:
        names |= dict.fromkeys(row.cells)

    return frame_of(rows, names, [warning])
