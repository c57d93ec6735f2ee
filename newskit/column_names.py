"""Which column of somebody's table is the text, the headline, the day: known by its name.

The names are in column_names.csv. What a name promises is checked against the cells: a `content`
that holds numbers is no text, an `id` that occurs twice tells no articles apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from newskit.csv_files import rows_of

_SIGNS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\s*[\d.,:/+-]*\s*")
_ADDRESS = re.compile(r"\s*(?:\w{2,12}://|www\.)\S*\s*")
_FILE = re.compile(r"\S{1,200}\.(?:txt|x?html?|mhtml|csv|json|jsonl|parquet|xlsx|docx|pdf)")
_LOOKED_AT = 100
"""Cells of a column that are looked at; what they hold, the others hold too."""
_PROSE = 200
"""Characters that the cells of a column of texts have on average, at least; headlines have 65."""

_RANKS: dict[str, tuple[str, int]] = {}
_PREFIXES: set[str] = set()
for _rank, _row in enumerate(rows_of(__package__, "column_names.csv")):
    if _row["class"] == "prefix":
        _PREFIXES.add(_row["word"])
    else:
        _RANKS[_row["word"]] = _row["class"], _rank

# By its own name a column is known before all others.
for _column in {column for column, _ in _RANKS.values()}:
    _RANKS[_SIGNS.sub("", _column)] = _column, -1

TABULAR = frozenset(column for column, _ in _RANKS.values())
"""The columns of the articles table that are known by name."""


def match_columns(frame: pd.DataFrame, taken: frozenset[str] = frozenset()) -> dict[Any, str]:
    """Return the columns that are known by name: name in the frame -> column of articles.

    Parameters
    ----------
    frame : pandas.DataFrame
        Any table; each of its names stands for one column.
    taken : frozenset of str
        Columns of articles that have been found already.

    Examples
    --------
    >>> cells = {"Article.Title": ["Rain"], "BODY": ["It rained."], "id": [7], "rating": [3]}
    >>> match_columns(pd.DataFrame(cells))
    {'Article.Title': 'headline', 'BODY': 'text', 'id': 'article_id'}
    """
    found: dict[Any, str] = {}
    for column, names in _candidates(frame).items():
        fitting = [name for name in names if _fits(column, name, frame[name])]
        if fitting and column not in taken:
            found[_best(column, fitting, frame)] = column

    return {name: found[name] for name in frame.columns if name in found}


def rivals(frame: pd.DataFrame, column: str) -> list[Any]:
    """Return the names in a frame that could stand for a column, the surer ones first."""
    names = _candidates(frame).get(column, [])
    return [name for name in names if _fits(column, name, frame[name])]


def prose_columns(frame: pd.DataFrame) -> list[str]:
    """Return the columns, whatever their names, whose cells are as long as articles."""
    return [str(name) for name in frame.columns if _mean_length(frame[name]) >= _PROSE]


def _candidates(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """Return column of articles -> the names that may stand for it, the surer ones first."""
    common = _common_prefix(frame)
    ranked: dict[str, list[tuple[int, Any]]] = {}
    for name in frame.columns:
        known = _known(_SIGNS.sub("", str(name).casefold()), common)
        if known:
            column, rank = known
            ranked.setdefault(column, []).append((rank, name))

    return {
        column: [name for _, name in sorted(names, key=lambda pair: pair[0])]
        for column, names in ranked.items()
    }


def _known(key: str, common: str) -> tuple[str, int] | None:
    """Look up a name, then the name without what may stand before it: "newstitle" is "title"."""
    if key in _RANKS:
        return _RANKS[key]

    for prefix in filter(None, (common, *_PREFIXES)):
        rest = key.removeprefix(prefix)
        if rest != key and rest in _RANKS:
            column, rank = _RANKS[rest]
            return column, rank + len(_RANKS)

    return None


def _common_prefix(frame: pd.DataFrame) -> str:
    """Return the word that all names begin with: nyt_title, nyt_body, nyt_date."""
    names = [_SIGNS.split(str(name).casefold()) for name in frame.columns]
    first = {parts[0] for parts in names}
    return first.pop() if len(first) == 1 and len(names) > 1 else ""


def _best(column: str, names: list[Any], frame: pd.DataFrame) -> Any:
    """Of several columns of texts the longest is meant, else the one with the surest name."""
    if column != "text" or "text" in names:
        return names[0]

    return max(names, key=lambda name: _mean_length(frame[name]))


def _fits(column: str, name: Any, cells: pd.Series) -> bool:
    """Say whether the cells are what the name promises."""
    check = _CHECKS.get(column)
    if check is None or name == column:
        return True

    looked_at = cells.dropna().head(_LOOKED_AT)
    return check(cells) if column == "article_id" else looked_at.empty or check(looked_at)


def _is_key(cells: pd.Series) -> bool:
    shown = cells.map(str)
    return bool(cells.notna().all() and shown.is_unique)


def _all(pattern: re.Pattern[str], cells: pd.Series) -> bool:
    return all(pattern.fullmatch(str(cell)) for cell in cells)


def _is_words(cells: pd.Series) -> bool:
    """Say whether cells hold something else than numbers, addresses and names of files."""
    return not any(_all(pattern, cells) for pattern in (_NUMBER, _ADDRESS, _FILE))


def _is_address(cells: pd.Series) -> bool:
    return any("." in str(cell) or "/" in str(cell) for cell in cells)


_CHECKS: Mapping[str, Callable[[pd.Series], bool]] = {
    "article_id": _is_key,
    "authors": _is_words,
    "byline": _is_words,
    "headline": _is_words,
    "publisher": _is_words,
    "section": _is_words,
    "standfirst": _is_words,
    "text": _is_words,
    "url": _is_address,
}


def _mean_length(cells: Any) -> float:
    lengths = list(_lengths(cells.dropna().head(_LOOKED_AT)))
    return sum(lengths) / len(lengths) if lengths else 0.0


def _lengths(cells: pd.Series) -> Iterator[int]:
    for cell in cells:
        yield len(cell) if isinstance(cell, str) else len("".join(map(str, _pieces(cell))))


def _pieces(cell: Any) -> list[Any]:
    return cell if isinstance(cell, list) else []
