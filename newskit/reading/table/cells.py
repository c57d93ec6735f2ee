"""What a cell of somebody's table says, in the type of its column of the articles table."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from newskit import tables
from newskit.reading.cleaning import clean
from newskit.reading.page.author_names import split_names
from newskit.reading.shared.bylines import names
from newskit.reading.table.moments import moment_of_cell

_LONGEST_LIST = 20_000  # characters of a list that is read as Python writes it
# As NumPy writes lists: ['Ann Lee' 'Bo Ek'], which to Python is one string.
_NO_COMMA = re.compile(r"(['\"])\s+(['\"])")
_LAST_FIRST = re.compile(r"([A-Z][\w'’-]{1,30}), ([A-Z][\w'’.-]{0,30}(?: [A-Z]\.?)?)")


def value_of(cell: Any, dtype: str) -> Any:
    """Return what a cell says, in the type of its column; None where it says nothing in it."""
    return _CELLS[dtype](cell)


def own_value_of(cell: Any, dtype: str) -> Any:
    """Return what a cell says that newskit wrote: its texts are clean, and stay what they are."""
    is_clean = isinstance(cell, str) and dtype == tables.STRING and "\r" not in cell
    return cell if is_clean else value_of(cell, dtype)


def names_of(cell: Any) -> list[str]:
    """Return the people that a cell names, in whatever way it joins them.

    Examples
    --------
    >>> names_of("By Ann Lee and Bo Ek"), names_of("['Ann Lee', 'Bo Ek']")
    (['Ann Lee', 'Bo Ek'], ['Ann Lee', 'Bo Ek'])
    >>> names_of("Lee, Ann; Ek, Bo")
    ['Ann Lee', 'Bo Ek']
    """
    people = [name for one in _list(cell) for name in _people(_text(one))]
    return list(dict.fromkeys(people))


def outlet_of(cell: Any) -> str:
    """Return the name in a cell; in {'id': None, 'name': 'X'} too, as frames with objects have."""
    found = _literal(cell) if isinstance(cell, str) and cell.startswith("{") else cell
    return _text(found if isinstance(found, Mapping) else cell)


def tags_of(cell: Any) -> list[Any]:
    """Return the tags of a cell: a list, or a text that parts them by ; or | or a comma."""
    for mark in ";|,":
        if isinstance(cell, str) and mark in cell and not cell.startswith("["):
            return _parts(cell, mark)

    return _list(cell)


def _people(text: str) -> list[str]:
    pieces = split_names([text])
    match = _LAST_FIRST.fullmatch(text)
    # Behind the comma of a whole name stands a role; "Lee, Reuters" is two.
    if match and len(pieces) == 1:
        return [f"{match[2]} {match[1]}"]

    found = [(piece, names(piece)) for piece in pieces]
    if not any(known for _, known in found):
        return pieces

    # "Ann Lee, Political Editor": beside a name, words that are none are a role or an outlet.
    people = [known or ([] if " " in piece else [piece]) for piece, known in found]
    return [name for known in people for name in known]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return clean(value)

    if isinstance(value, Mapping):
        return clean(str(value.get("name") or json.dumps(dict(value), ensure_ascii=False)))

    # Paragraphs one by one.
    if isinstance(value, Iterable):
        return "\n\n".join(map(_text, value))

    return str(value)


def _flag(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).strip().casefold())


def _clock(value: Any) -> pd.Timestamp | None:
    moment = moment_of_cell(value, None, None)
    return None if moment is None else pd.Timestamp(moment).tz_localize(None)


def _instant(value: Any) -> Any:
    return value  # read with the zone of its row


def _list(value: Any) -> list[Any]:
    """Return a list from a list, an array, a list as JSON or Python write it, or parts with ";"."""
    if not isinstance(value, str):
        is_list = isinstance(value, Iterable) and not isinstance(value, Mapping)
        return list(value) if is_list else [value if isinstance(value, Mapping) else str(value)]

    if value.startswith("["):
        found = _literal(value)
        if isinstance(found, list):
            return found

    return _parts(value, ";")


def _parts(value: str, mark: str) -> list[Any]:
    return list(filter(None, map(str.strip, value.split(mark))))


def _literal(value: str) -> Any:
    """Return what a text writes as JSON or Python do; None where it is a text like any other."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        pass

    if len(value) > _LONGEST_LIST:
        return None

    try:
        return ast.literal_eval(_NO_COMMA.sub(r"\1, \2", value))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


_CELLS: dict[str, Callable[[Any], Any]] = {
    tables.STRING: _text,
    tables.FLAG: _flag,
    tables.CLOCK: _clock,
    tables.INSTANT: _instant,
    tables.LIST: _list,
}
