"""What a cell of somebody's table says, in the type of its column of the articles table."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import filterfalse
from typing import Any

import pandas as pd

from newskit import tables
from newskit.reading.cleaning import clean
from newskit.reading.page.author_names import split_names
from newskit.reading.shared.bylines import names
from newskit.reading.shared.language_names import language_code
from newskit.reading.table.people import persons, plain_line, without_post
from newskit.timestamps.cell_times import moment_of_cell

_LONGEST_LIST = 20_000  # characters of a list that is read as Python writes it
# As NumPy writes lists: ['Ann Lee' 'Bo Ek'], which to Python is one string.
_NO_COMMA = re.compile(r"(['\"])\s+(['\"])")
_LAST_FIRST = re.compile(r"([A-Z][\w'’-]{1,30}), ([A-Z][\w'’.-]{0,30}(?: [A-Z]\.?)?)")
_TWO_ADDRESSES = re.compile(r"https?://[^/]+(https?://.+)")  # as News Category has some
_TAG_NAMES = ("value", "term", "label", "name", "title")
_FLAGS = {"true": True, "false": False}


def value_of(cell: Any, dtype: str) -> Any:
    """Return what a cell says, in the type of its column; None where it says nothing in it."""
    return _CELLS[dtype](cell)


def own_value_of(cell: Any, dtype: str) -> Any:
    """Return what a cell says that newskit wrote: its texts are clean, and stay what they are."""
    is_text = isinstance(cell, str) and dtype == tables.STRING

    # Unless an editor has changed the newlines.
    return cell if is_text and "\r" not in cell else value_of(cell, dtype)


def names_of(cell: Any) -> list[str]:
    """Return the people that a cell names, in whatever way it joins them.

    Examples
    --------
    >>> names_of("By Ann Lee and Bo Ek"), names_of("['Ann Lee', 'Bo Ek']")
    (['Ann Lee', 'Bo Ek'], ['Ann Lee', 'Bo Ek'])
    >>> names_of("Lee, Ann; Ek, Bo")
    ['Ann Lee', 'Bo Ek']
    """
    return list(_names_in(cell)) if isinstance(cell, str) else _names(cell)


@lru_cache(10_000)
def _names_in(cell: str) -> tuple[str, ...]:
    return tuple(_names(cell))


def _names(cell: Any) -> list[str]:
    people: dict[str, None] = {}
    for stated in map(_text, filterfalse(_is_agency, _list(cell))):
        people |= dict.fromkeys(_people(stated))

    return persons(list(people))


def byline_of(cell: Any) -> str:
    """Return the line of a cell that names authors.

    >>> byline_of(["Reuters", "Staff"]), byline_of("By Reuters")
    ('Reuters; Staff', 'By Reuters')
    """
    return "; ".join(map(_text, _list(cell)))


def outlet_of(cell: Any) -> str:
    """Return the name in a cell; in {'id': None, 'name': 'X'} too, as frames with objects have."""
    is_object = isinstance(cell, str) and cell.startswith("{")
    found = _literal(cell) if is_object else cell
    if not isinstance(found, Mapping):
        return _text(cell).removeprefix("www.")

    return _text(found.get("name") or found.get("title") or found)  # Event Registry's have a title


def language_of(cell: Any) -> str:
    """Return the code of a language by its code or its name; what is not known as it stands.

    >>> language_of("English"), language_of("deu"), language_of("pt-BR")
    ('en', 'de', 'pt-BR')
    """
    printed = _text(cell)
    return language_code(printed) or printed


def address_of(cell: Any) -> str:
    """Return an address with its scheme, and without another site's before it.

    >>> address_of("//harbor.example/1"), address_of("https://a.examplehttp://harbor.example/1")
    ('https://harbor.example/1', 'http://harbor.example/1')
    """
    url = _text(cell).strip()
    twice = _TWO_ADDRESSES.fullmatch(url)
    if twice:
        return twice[1]

    return f"https:{url}" if url.startswith("//") else url


def tags_of(cell: Any) -> list[Any]:
    """Return the tags of a cell: a list, or a text that parts them by ; or | or a comma."""
    if not isinstance(cell, str) or cell.startswith("["):
        return list(map(_tag, _list(cell)))

    mark = next(filter(cell.__contains__, ";|,"), ";")
    return _parts(cell, mark)


def _tag(stated: Any) -> Any:
    """Return the words of a tag that is an object: {"name": "subject", "value": "Ferries"}."""
    if not isinstance(stated, Mapping):
        return stated

    words = filter(None, map(stated.get, _TAG_NAMES))
    return next(words, str(stated))


def _is_agency(stated: Any) -> bool:
    """Say whether an author that is an object is stated to be an agency, as Event Registry does."""
    return isinstance(stated, Mapping) and stated.get("isAgency") is True


@lru_cache(10_000)
def _people(stated: str) -> tuple[str, ...]:
    """Return the people of one author's cell: who writes at all writes again."""
    return tuple(_people_in(plain_line(stated)))


def _people_in(text: str) -> list[str]:
    pieces = list(map(without_post, split_names([text])))
    match = _LAST_FIRST.fullmatch(text)
    # Behind the comma of a whole name stands a role; "Lee, Reuters" is two.
    if match and len(pieces) == 1:
        return [f"{match[2]} {match[1]}"]

    known = list(map(names, pieces))
    if not any(known):
        return pieces

    # "Ann Lee, Political Editor": beside a name, words that are none are a role or an outlet.
    people: list[str] = []
    for piece, found in zip(pieces, known, strict=True):
        is_single = " " not in piece
        people += [piece] if is_single else found

    return people


def _text(value: Any) -> str:
    if isinstance(value, str):
        return clean(value)

    if isinstance(value, Mapping):
        whole = json.dumps(dict(value), ensure_ascii=False, default=str)
        return clean(str(value.get("name") or whole))

    # Paragraphs one by one.
    if isinstance(value, Iterable):
        return "\n\n".join(map(_text, value))

    return str(value)


def _flag(value: Any) -> bool | None:
    return _FLAGS.get(str(value).strip().casefold())


def _clock(value: Any) -> pd.Timestamp | None:
    moment = moment_of_cell(value, None, None)
    return None if moment is None else pd.Timestamp(moment).tz_localize(None)


def _instant(value: Any) -> Any:
    return value  # read with the zone of its row


def _list(value: Any) -> list[Any]:
    """Return a list from a list, an array, a list as JSON or Python write it, or parts with ";"."""
    if isinstance(value, Mapping):
        return [value]

    if not isinstance(value, str):
        return list(value) if isinstance(value, Iterable) else [str(value)]

    found = _literal(value) if value.startswith("[") else None
    return found if isinstance(found, list) else _parts(value, ";")


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

    written = _NO_COMMA.sub(r"\1, \2", value)
    try:
        return ast.literal_eval(written)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


_CELLS: dict[str, Callable[[Any], Any]] = {
    tables.STRING: _text,
    tables.FLAG: _flag,
    tables.CLOCK: _clock,
    tables.INSTANT: _instant,
    tables.LIST: _list,
}
