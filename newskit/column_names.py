"""Which column of somebody's table is the text, the headline, the day: known by its name.

The names are in column_names.csv. What a name promises is checked against the cells: a `content`
that holds numbers is no text, an `id` that occurs twice tells no articles apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sized
from typing import Any

import pandas as pd

from newskit.csv_files import csv_rows

_SIGNS = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,99}[)\]]")  # "Date (as printed)"
_NUMBER = re.compile(r"\s*[\d.,:/+-]*\s*")
_ADDRESS = re.compile(r"\s*(?:\w{2,12}://|www\.)\S*\s*")
_IN_ADDRESS = re.compile(r"[./]")
_IN_UTC = ("utc", "gmt")
_CLOCK = re.compile(r"\d\d?[:.]\d\d")
_WHOLE_ADDRESS = re.compile(r"\s*https?://\S+\s*")
_STRUCTURE = re.compile(r"\s*[\[{]")  # a list of pictures, as Python or JSON write it
_FILE = re.compile(r"\S{1,200}\.(?:txt|x?html?|mhtml|csv|json|jsonl|parquet|xlsx|docx|pdf)")
_LONGEST = 100  # characters of a name, where a line may be no header
_LOOKED_AT = 100
"""Cells of a column that are looked at; what they hold, the others hold too."""
_PROSE = 200
"""Characters that the cells of a column of texts have on average, at least; headlines have 65."""

_ADDED: dict[str, list[str]] = {"prefix": [], "suffix": []}
"""What may stand before a name and behind it."""
_NO_NAME = ("aside", "address")
_OTHERS: dict[str, str] = {}
"""Names that stand for no column by themselves: `aside` is prose but no article's text, and
`address` an outlet's name in most tables and an address in some."""
_RANKS: dict[str, tuple[str, int]] = {}
for _rank, _row in enumerate(csv_rows(__package__, "column_names.csv")):
    if _row["class"] in _ADDED:
        _ADDED[_row["class"]].append(_row["word"])
    elif _row["class"] in _NO_NAME:
        _OTHERS[_row["word"]] = _row["class"]
    else:
        _RANKS[_row["word"]] = _row["class"], _rank

# By its own name a column is known before all others, unless the list says otherwise.
for _column in {column for column, _ in _RANKS.values()}:
    _RANKS.setdefault(_SIGNS.sub("", _column), (_column, -1))


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
    known = _known(frame.columns)
    found: dict[Any, str] = {}
    for column in dict.fromkeys(column for column, _ in known.values()):
        names = _fitting(known, frame, column)
        if names and column not in taken:
            found[_best(column, names, frame)] = column

    if "url" in taken.union(found.values()):
        return found

    # Trafilatura's `source` is where the page is from.
    free = [name for name in frame.columns if name not in found]
    addresses = (
        name for name in free if _is_aside(name, "address") and _holds_addresses(frame[name])
    )
    return found | {name: "url" for name in [*addresses][:1]}


def rename_columns(frame: pd.DataFrame, names: Mapping[Any, str]) -> pd.DataFrame:
    """Give columns other names; one that has such a name, and was not meant, is left out."""
    replaced = set(names.values()).intersection(frame.columns) - set(names)
    return frame.drop(columns=list(replaced)).rename(columns=names)


def known_columns(names: Iterable[Any]) -> set[str]:
    """Return the columns of articles that names stand for, whatever the cells are."""
    return {column for column, _ in _known(names).values()}


def n_known(names: Iterable[Any], told: Iterable[str]) -> int:
    """Return how many columns are known or told in a line: it may be a header, or a row."""
    texts = {name for name in names if isinstance(name, str) and 0 < len(name) < _LONGEST}
    return len(known_columns(texts)) + len(texts.intersection(told))


def known_as(frame: pd.DataFrame, column: str) -> list[Any]:
    """Return the names in a frame that can stand for a column of articles, the surer ones first."""
    return _fitting(_known(frame.columns), frame, column)


def is_in_utc(name: str) -> bool:
    """Say whether the name of a column of times states that they are in UTC: date_gmt."""
    return name.casefold().endswith(_IN_UTC)


def prose_columns(frame: pd.DataFrame) -> list[str]:
    """Return the columns whose cells are as long as articles, and whose names say nothing else."""
    known = {name for name, (column, _) in _known(frame.columns).items() if column != "text"}
    others = [name for name in frame.columns if name not in known and not _is_aside(name, "aside")]
    return [str(name) for name in others if _is_prose(frame[name])]


def _known(names: Iterable[Any]) -> dict[Any, tuple[str, int]]:
    """Return the names that are known -> the column that each stands for, and its rank."""
    distinct = dict.fromkeys(names)
    prefixes = (*_ADDED["prefix"], _common_prefix(distinct))
    found = {name: _look_up(str(name), prefixes) for name in distinct}
    return {name: known for name, known in found.items() if known}


def _fitting(known: Mapping[Any, tuple[str, int]], frame: pd.DataFrame, column: str) -> list[Any]:
    """Return the names that stand for a column and whose cells fit, the surer ones first."""
    ranks = {
        name: rank
        for name, (stands_for, rank) in known.items()
        if stands_for == column and _fits(column, name, frame[name])
    }
    # Of a byline in parts, `byline` itself holds nothing: {"original": "By Ann Lee"} or [].
    # What a program found for tags is none where the page states none.
    empty = {
        name for name in ranks if column != "tags" and len(ranks) > 1 and is_blank(frame[name])
    }
    return sorted(ranks, key=lambda name: (name in empty, ranks[name]))


def is_blank(cells: pd.Series) -> bool:
    """Say whether a column holds nothing: NA, empty texts, empty lists.

    >>> is_blank(pd.Series([None, "", []])), is_blank(pd.Series(["", "Rain"]))
    (True, False)
    """
    return not any(map(says, cells))


def says(cell: Any) -> bool:
    """Say whether a cell holds something: not NA, no empty text or list."""
    if isinstance(cell, Sized):
        return len(cell) > 0

    return not pd.isna(cell)


def _is_aside(name: Any, kind: str) -> bool:
    return _OTHERS.get(_SIGNS.sub("", str(name).casefold())) == kind


def _holds_addresses(cells: pd.Series) -> bool:
    looked_at = cells.dropna().head(_LOOKED_AT).map(str)
    return not looked_at.empty and all(map(_WHOLE_ADDRESS.fullmatch, looked_at))


def _is_prose(cells: pd.Series) -> bool:
    looked_at = cells.dropna().head(_LOOKED_AT).map(str)
    is_plain = not any(map(_STRUCTURE.match, looked_at)) and _is_words(looked_at.to_list())
    return is_plain and _mean_length(cells) >= _PROSE


def _look_up(name: str, prefixes: Iterable[str]) -> tuple[str, int] | None:
    """Look up a name, then the name without what may be added: "newstitle" is "title"."""
    key = _SIGNS.sub("", _IN_BRACKETS.sub("", name.casefold()))
    if key in _RANKS:
        return _RANKS[key]

    short = [key, *(key.removesuffix(suffix) for suffix in _ADDED["suffix"])]
    rests = (one.removeprefix(prefix) for one in dict.fromkeys(short) for prefix in ("", *prefixes))
    rest = next(filter(_RANKS.__contains__, rests), None)
    if rest is None:
        return None

    # A name that is known as it stands is surer.
    column, rank = _RANKS[rest]
    return column, rank + len(_RANKS)


def _common_prefix(names: Collection[Any]) -> str:
    """Return the word that all names begin with: nyt_title, nyt_body, nyt_date."""
    first = {_SIGNS.split(str(name).casefold())[0] for name in names}
    is_common = len(first) == 1 and len(names) > 1
    return first.pop() if is_common else ""


def _best(column: str, names: list[Any], frame: pd.DataFrame) -> Any:
    """Of several columns of texts the longest is meant, else the one with the surest name."""
    if column != "text":
        return names[0]

    has_own = "text" in names and bool(frame["text"].notna().any())
    return "text" if has_own else max(names, key=lambda name: _mean_length(frame[name]))


def _fits(column: str, name: Any, cells: pd.Series) -> bool:
    """Say whether the cells are what the name promises; empty cells break no promise."""
    if column == "article_id":
        return name == column or _is_key(cells)

    check = _CHECKS.get(column)
    looked_at = cells.dropna().head(_LOOKED_AT)
    if check is None or name == column or looked_at.empty:
        return True

    return check(list(map(str, looked_at)))


def _is_key(cells: pd.Series) -> bool:
    is_whole = bool(cells.notna().all())
    return is_whole and cells.map(str).is_unique


def _is_words(cells: list[str]) -> bool:
    """Say whether cells hold something else than numbers, addresses and names of files."""
    return not any(all(map(pattern.fullmatch, cells)) for pattern in (_NUMBER, _ADDRESS, _FILE))


def _is_outlet(cells: list[str]) -> bool:
    """Say whether cells may name outlets; by www.harbor.example, too, but not by an address."""
    no_names = (_NUMBER, _WHOLE_ADDRESS, _FILE)
    return not any(all(map(pattern.fullmatch, cells)) for pattern in no_names)


def _is_clock(cells: list[str]) -> bool:
    return all(map(_CLOCK.match, cells))


def _is_address(cells: list[str]) -> bool:
    return any(map(_IN_ADDRESS.search, cells))


_CHECKS: Mapping[str, Callable[[list[str]], bool]] = {
    "authors": _is_words,
    "byline": _is_words,
    "clock": _is_clock,
    "headline": _is_words,
    "publisher": _is_outlet,
    "section": _is_words,
    "standfirst": _is_words,
    "text": _is_words,
    "url": _is_address,
}


def _mean_length(cells: Any) -> float:
    looked_at = cells.dropna().head(_LOOKED_AT)
    texts = looked_at.map(str)
    return 0.0 if texts.empty else float(texts.map(len).mean())
