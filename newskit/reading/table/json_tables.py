"""JSON lines, and JSON files: a list of articles wherever it stands in them, or one article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from newskit import tables
from newskit.column_names import match_columns
from newskit.errors import ReadError
from newskit.reading.columns import ARTICLES
from newskit.reading.decoding import decode
from newskit.reading.file import File
from newskit.reading.rows import Hints
from newskit.reading.table.raw_rows import RawRow, frame_of

_DEEPEST = 4  # objects in objects in which a list of articles is looked for


def read_jsonl(file: File, hints: Hints) -> pd.DataFrame:
    """Return the frame of a file with one JSON object per line; blank lines are passed over.

    A line that is not a JSON object is a row with `error`.

    Raises
    ------
    ReadError
        If no line is a JSON object.
    """
    decoded = decode(file.path.read_bytes())
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
    decoded = decode(file.path.read_bytes())
    try:
        content = json.loads(decoded.text)
    except (ValueError, RecursionError) as err:  # RecursionError: brackets nested too deep
        first = _row_of_line(decoded.text.lstrip().partition("\n")[0], 1)
        if not first.error:
            return _of_lines(decoded.text, decoded.warning)

        raise ReadError(f"The file is not JSON: {err}.") from err

    found = _written_frame(content) or _alone(content, "text", file)
    found = found or _in_lists(content) or _alone(content, "headline", file)
    if not found:
        kind = type(content).__name__
        raise ReadError(f"The file holds {kind}; expected a list of articles, or one article.")

    rows = [_row(one, number) for number, one in enumerate(found, 1)]
    return _frame(rows, decoded.warning)


def _alone(content: Any, column: str, file: File) -> list[Any] | None:
    """Return the only article of a file, which has the name of the file; None if it is none."""
    if not isinstance(content, dict) or not _states(content, column):
        return None

    return [{"article_id": file.article_id} | content]


def _of_lines(text: str, warning: str | None) -> pd.DataFrame:
    lines = enumerate(text.split("\n"), start=1)
    rows = [_row_of_line(line, number) for number, line in lines if line.strip()]
    return _frame(rows, warning)


def _row_of_line(line: str, number: int) -> RawRow:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as err:
        return RawRow({}, f"Line {number} is not JSON: {err}.")

    if isinstance(found, dict):
        return RawRow(_flat(found))

    kind = type(found).__name__
    return RawRow({}, f"Line {number} holds {kind}; expected one JSON object per line.")


def _row(found: Any, number: int) -> RawRow:
    if isinstance(found, dict):
        return RawRow(_flat(found))

    kind = type(found).__name__
    return RawRow({}, f"Entry {number} of the list holds {kind}; expected a JSON object.")


def _frame(rows: list[RawRow], warning: str | None) -> pd.DataFrame:
    if not rows:
        return tables.empty(ARTICLES)

    names = dict.fromkeys(name for row in rows for name in row.cells)
    return frame_of(rows, names, [warning])


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object without objects in it: {"fields": {"body": ...}} has "fields.body"."""
    flat: dict[str, Any] = {}
    for name, value in record.items():
        # {"source": {"id": null, "name": "The Bay Courier"}} is a name, and stays one cell.
        if isinstance(value, dict) and "name" not in value:
            flat |= {f"{name}.{inner}": cell for inner, cell in value.items()}
        else:
            flat[name] = value

    return flat


def _states(found: Mapping[str, Any], column: str) -> bool:
    """Say whether an object states a column itself, and not in the objects of a list."""
    cells = {name: [cell] for name, cell in _flat(found).items() if _is_plain(cell)}
    return column in match_columns(pd.DataFrame(cells)).values()


def _is_plain(cell: Any) -> bool:
    if isinstance(cell, list):  # of paragraphs
        return bool(cell) and all(isinstance(one, str) for one in cell)

    return isinstance(cell, str)


def _in_lists(found: Any) -> list[Any] | None:
    """Return the first list in a file whose objects are articles, else the first of objects."""
    lists = list(_lists(found, _DEEPEST))
    articles = (listed for listed in lists if _is_article(listed[0]))
    return next(articles, lists[0] if lists else None)


def _lists(found: Any, depth: int) -> Iterator[list[Any]]:
    """Return the lists of objects in what a file holds."""
    if isinstance(found, list) and any(isinstance(one, dict) for one in found):
        yield found

    if not isinstance(found, dict) or depth == 0:
        return

    for inner in found.values():
        yield from filter(None, [_written_frame(inner)])
        yield from _lists(inner, depth - 1)


def _is_article(found: Any) -> bool:
    return isinstance(found, dict) and any(_states(found, name) for name in ("text", "headline"))


def _written_frame(found: Any) -> list[Any] | None:
    """Return the rows of a frame that was written by columns, or in pieces."""
    if not isinstance(found, dict) or not found:
        return None

    names, rows = found.get("columns"), found.get("data")
    if isinstance(names, list) and isinstance(rows, list):
        return [dict(zip(names, row, strict=False)) for row in rows if isinstance(row, list)]

    columns = list(found.values())
    if all(isinstance(column, list) for column in columns):
        return _of_lists(found)

    return _of_objects(found) if all(isinstance(column, dict) for column in columns) else None


def _of_lists(found: Mapping[str, list[Any]]) -> list[Any] | None:
    """Return the rows of {"text": ["It rained.", ...], "title": ["Rain", ...]}."""
    lengths = {len(column) for column in found.values()}
    if len(lengths) > 1 or not _knows(found):
        return None

    cells = zip(*found.values(), strict=True)
    return [dict(zip(found, row, strict=True)) for row in cells]


def _of_objects(found: Mapping[str, dict[str, Any]]) -> list[Any] | None:
    """Return the rows of {"text": {"0": "It rained.", ...}, ...}, or {"x7": {"text": ...}, ...}."""
    keys = list(dict.fromkeys(key for column in found.values() for key in column))
    if _knows(found):
        return [{name: column.get(key) for name, column in found.items()} for key in keys]

    return [{"article_id": key} | row for key, row in found.items()] if _knows(keys) else None


def _knows(names: Iterable[str]) -> bool:
    """Say whether a text or a headline is among names."""
    known = match_columns(pd.DataFrame(columns=list(names)))
    return bool({"text", "headline"} & set(known.values()))
