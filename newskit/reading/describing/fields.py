"""Which fields were found in a file: what they are called there, and here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit.column_names import match_columns
from newskit.reading.columns import ARTICLES
from newskit.reading.describing.beginning import Look
from newskit.reading.describing.first_lines import shortened, without_secrets
from newskit.reading.rows import is_missing

EXTRA, BEHIND, NOT_READ = "extra", "behind", "not read"
"""Where a field is kept that is none of newskit's: in the column `extra`, or as a column behind."""
_TIMES = {"published": "published_local", "updated": "updated_local"}
# What newskit says of a row, not the source.
_OWN = frozenset(
    (
        *("source", "format", "subhead_before", "timezone", "timezone_source", "zone_conflict"),
        *("extra", "provenance", "dropped", "warnings", "error"),
        *(f"{time}_{part}" for time in _TIMES for part in ("local", "text", "precision")),
    )
)
_NAMES = {"date": "published", "paragraphs": "text"}
"""What the readers of exports call columns of articles."""
_MADE = {"language": "the words of the text"}
"""Where fields are from that no source states."""
_ID = "article_id"
"""Made of the file's name where the source has none: then it is no field of it."""
_NOTED = ["error", "warnings"]
"""Columns in which readers note what is wrong with a row."""
_NO_NAME = "(no name)"
_EXAMPLE, _LOOK = 60, 1_000
_MOST_NAMES = 3
"""Places of one field that are named: a byline of pages is found in a dozen."""
_BY_TABLE = "table:"

Cells = dict[str, Any]


def fields(look: Look) -> list[Cells]:
    """Return a row for every field that was found in a file."""
    if look.articles is None:
        n_articles = 0 if look.raw is None else len(look.raw)
        rows = list(_not_read(look.raw))
    else:
        read = look.articles[look.articles["error"].isna()]
        n_articles = len(read)
        rows = [*_columns(read, look), *_extra(read), *_behind(read)]

    shared = {"source": look.file.name, "n_articles": n_articles}
    return [row | shared for row in rows]


def _columns(read: pd.DataFrame, look: Look) -> Iterator[Cells]:
    """Return the columns of articles that are filled."""
    places = _places(read)
    own_names = set(map(str, look.columns))
    for column in ARTICLES:
        name = column.name
        if name in _OWN:
            continue

        filled = _filled(_times(read, name) if name in _TIMES else read[name])
        own = name if name in own_names else _MADE.get(name)
        place = places.get(name, own)
        if len(filled) and (place or name != _ID):
            yield _cells(name, place, filled, name)


def _times(read: pd.DataFrame, name: str) -> pd.Series:
    """Return the times of a column as printed, else as they were read."""
    local = read[_TIMES[name]]
    is_told = local.notna() | read[name].notna()
    printed = read[f"{name}_text"].fillna(local.astype(str))
    return printed.where(is_told)


def _extra(read: pd.DataFrame) -> Iterator[Cells]:
    """Return what an archive says beyond the columns."""
    kept: dict[str, list[Any]] = {}
    for cell in read["extra"].dropna():
        for name, value in _object(cell).items():
            kept.setdefault(name, []).append(value)

    for name, values in kept.items():
        yield _cells(None, name, pd.Series(values, dtype=object), EXTRA)


def _behind(read: pd.DataFrame) -> Iterator[Cells]:
    """Return the columns of a table that articles do not have."""
    stated = [column.name for column in ARTICLES]
    for name in read.columns.difference(stated, sort=False):
        yield _cells(None, str(name) or _NO_NAME, _filled(read[name]), BEHIND)


def _not_read(raw: pd.DataFrame | None) -> Iterator[Cells]:
    """Return the columns of a table that was not understood, and what is known of them."""
    if raw is None:
        return

    known = match_columns(raw)
    for name in raw.columns.difference(_NOTED, sort=False):
        yield _cells(known.get(name), str(name), _filled(raw[name]), NOT_READ)


def _cells(
    field: str | None,
    found: str | None,
    filled: pd.Series,
    kept: str,
) -> Cells:
    return {
        "field": field,
        "found": found,
        "filled": len(filled),
        "example": _shown(filled.iloc[0]) if len(filled) else None,
        "kept": kept,
    }


def _places(read: pd.DataFrame) -> dict[str, str]:
    """Return where each field was found; the places of most articles first."""
    counted: dict[str, Counter[str]] = {}
    for cell, times in read["provenance"].dropna().value_counts().items():
        for name, place in _object(str(cell)).items():
            told = str(place).removeprefix(_BY_TABLE)
            column = _NAMES.get(name, name)
            counted.setdefault(column, Counter())[told] += int(times)

    return {name: _joined(places) for name, places in counted.items()}


def _joined(places: Counter[str]) -> str:
    told = [place for place, _ in places.most_common()]
    more = f" and {len(told) - _MOST_NAMES} more" if len(told) > _MOST_NAMES else ""
    return ", ".join(told[:_MOST_NAMES]) + more


def _object(cell: str) -> dict[str, Any]:
    """Return an object that newskit wrote; what a table calls so may be anything."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return {}

    return found if isinstance(found, dict) else {}


def _filled(cells: pd.Series) -> pd.Series:
    """Return the cells that hold something."""
    return cells[[_is_filled(cell) for cell in cells]]


def _is_filled(cell: Any) -> bool:
    is_empty = isinstance(cell, str | list | dict) and not cell
    return not is_missing(cell) and not is_empty


def _shown(cell: Any) -> str:
    """Return a value on one line, shortened; of a list its entries."""
    told = "; ".join(map(str, cell)) if isinstance(cell, list) else str(cell)
    return shortened(without_secrets(told[:_LOOK]), _EXAMPLE)
