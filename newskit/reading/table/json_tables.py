"""JSON lines, and JSON files: a list of articles wherever it stands in them, or one article."""

from __future__ import annotations

import io
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
from newskit.reading.shared.shown import shown
from newskit.reading.table.json_documents import documents, without_comment
from newskit.reading.table.json_lists import JsonStream
from newskit.reading.table.json_records import articles_in, flat, is_article, records_in
from newskit.reading.table.raw_rows import RawRow, frame_of

_OPENING = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?://[^\n]*\n\s*)*(?:\{\s*"|\[\s*\{)')


def read_jsonl(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a file with one JSON object per line; blank lines are passed over.

    A line that is not a JSON object is a row with `error`.

    Raises
    ------
    ReadError
        If no line is a JSON object.
    """
    decoded = decode(file.read_table())
    text, passed_over = without_comment(decoded.text)
    rows = _of_lines(text, file.skipped_lines + 1)
    return _frame(rows, decoded.warning, passed_over, may_fail=file.is_later)


def read_json(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a JSON file.

    It may hold a list of objects, at the top or within objects; one object, which is one article;
    or what `DataFrame.to_json` writes. A file of JSON lines may have this ending too, and so may
    several documents one behind the other.

    Raises
    ------
    ReadError
        If it is not JSON, or holds no object.
    """
    decoded = decode(file.read_table())
    text, passed_over = without_comment(decoded.text)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as err:  # RecursionError: brackets nested too deep
        rows = _of_several(text) or _before_damage(text)
        if rows is None:
            raise ReadError(f"The file is not JSON: {err}: {shown(text)}.") from err

        return _frame(rows, decoded.warning, passed_over)

    found = records_in(content, file.article_id)
    if found is None:
        kind = type(content).__name__
        raise ReadError(f"The file holds {kind}; expected a list of articles, or one article.")

    return _frame(_rows_of_list(found), decoded.warning, passed_over)


def looks_like_json(opening: bytes) -> bool:
    """Say whether bytes begin as an object, or as a list of objects."""
    return _OPENING.match(opening) is not None


def _of_several(text: str) -> list[RawRow] | None:
    """Return the rows of a file of several documents: articles on lines, or pages of an API."""
    first = next(documents(text), None)  # an empty file has none
    if first is None or first.error:
        return None

    is_line = not _row_of_line(text.lstrip().partition("\n")[0], 1).error
    if is_line and is_article(first.content):
        return _of_lines(text)

    rows: list[RawRow] = []
    for content, error in documents(text):
        rows += [RawRow({}, error)] if error else _rows_of_list(articles_in(content))

    return rows


def _before_damage(text: str) -> list[RawRow] | None:
    """Return the rows of a list that breaks off, and one that says where; None where none is."""
    stream = JsonStream(io.BytesIO(text.encode("utf-8", "surrogatepass")))
    found: list[Any] = []
    try:
        found.extend(json.loads(entry.data) for entry in stream.entries())
    except ReadError as err:
        return [*_rows_of_list(found), RawRow({}, str(err))] if found else None

    return None


def _rows_of_list(found: list[Any]) -> list[RawRow]:
    return [
        _row(one, f"Entry {number} of the list", "a JSON object")
        for number, one in enumerate(found, start=1)
    ]


def _of_lines(text: str, first: int = 1) -> list[RawRow]:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), first) if line.strip()]
    if lines and _is_page(lines[0][1]):
        return [row for number, line in lines for row in _rows_of_page(line, number)]

    return [_row_of_line(line, number) for number, line in lines]


def _is_page(line: str) -> bool:
    """Say whether a line holds a page of articles, as an API answers."""
    content = next(documents(line)).content
    return isinstance(content, dict) and not is_article(content)


def _rows_of_page(line: str, number: int) -> list[RawRow]:
    row = _row_of_line(line, number)
    return [row] if row.error else _rows_of_list(articles_in(json.loads(line)))


def _row_of_line(line: str, number: int) -> RawRow:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as err:
        return RawRow({}, f"Line {number} is not JSON: {err}: {shown(line)}.")

    return _row(found, f"Line {number}", "one JSON object per line")


def _row(found: Any, place: str, expected: str) -> RawRow:
    if isinstance(found, dict):
        return RawRow(flat(found))

    kind = type(found).__name__
    return RawRow({}, f"{place} holds {kind}; expected {expected}.")


def _frame(rows: list[RawRow], *warnings: str | None, may_fail: bool = False) -> pd.DataFrame:
    if not rows:
        return tables.empty(ARTICLES)

    names: dict[Any, None] = {}
    for row in rows:
        names |= dict.fromkeys(row.cells)

    return frame_of(rows, names, warnings, may_fail)
