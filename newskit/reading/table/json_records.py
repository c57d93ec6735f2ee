"""Where the articles are in what a JSON file holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any

import pandas as pd

from newskit.column_names import known_columns, match_columns
from newskit.reading.table.sections import without_sections
from newskit.reading.table.told_by_cells import outlet_of_title

_JSON_FEED = "jsonfeed.org"
_DEEPEST = 4  # objects in objects in which a list of articles is looked for


def records_in(content: Any, article_id: str) -> list[Any] | None:
    """Return the articles in what a JSON file holds; None where there are none.

    Parameters
    ----------
    content : object
        What the file holds.
    article_id : str
        The id of an article that is alone in its file.
    """
    written = _written_frame(content)
    if written:
        return written

    lists = list(_lists(content, _DEEPEST))
    if not isinstance(content, dict):
        return _best_of(lists)

    outlet = _outlet_of_feed(content)
    if outlet:
        return [{"publisher": outlet} | one for one in content["items"] if isinstance(one, dict)]

    alone = [{"article_id": article_id} | content]
    if _states(content, "text"):
        return alone

    # An object with a headline and a list may be a feed; without one it is an article.
    if not lists and _states(content, "headline"):
        return alone

    return _best_of(lists)


def is_article(content: Any) -> bool:
    """Say whether what a line holds is no page of articles: an article of any shape."""
    if not isinstance(content, dict):
        return True

    lists = list(_lists(content, _DEEPEST))
    return _states(content, "text") or not any(map(is_of_articles, lists))


def articles_in(content: Any) -> list[Any]:
    """Return the articles of one document among several; what is none stands for itself."""
    if isinstance(content, dict) and is_article(content):
        return [content]

    return records_in(content, "") or [content]


def flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object without objects in it.

    Examples
    --------
    >>> flat({"title": "Rain", "fields": {"body": "It rained."}})
    {'title': 'Rain', 'fields.body': 'It rained.'}
    """
    cells: dict[str, Any] = {}
    for name, value in without_sections(record).items():
        # {"source": {"id": null, "name": "The Bay Courier"}} is a name, and stays one cell.
        # {"headline": {"main": "Rain", "name": null}} is none.
        if isinstance(value, dict) and not value.get("name"):
            cells |= {f"{name}.{inner}": cell for inner, cell in value.items()}
        else:
            cells[name] = value

    return cells


def _outlet_of_feed(content: Mapping[str, Any]) -> str | None:
    is_feed = _JSON_FEED in str(content.get("version")) and isinstance(content.get("items"), list)
    return outlet_of_title(str(content.get("title") or "")) if is_feed else None


def _best_of(lists: list[list[Any]]) -> list[Any] | None:
    """Return the first list of articles, else the first."""
    of_articles = list(filter(is_of_articles, lists))
    best = of_articles or lists
    return best[0] if best else None


def _lists(found: Any, depth: int) -> Iterator[list[Any]]:
    """Return the lists of objects in what a file holds, and the frames that were written."""
    if isinstance(found, list) and _holds(dict, found):
        yield found

    if not isinstance(found, dict) or depth == 0:
        return

    for inner in found.values():
        rows = _written_frame(inner)
        if rows:
            yield rows

        yield from _lists(inner, depth - 1)


def is_of_articles(records: list[Any]) -> bool:
    """Say whether the first of a list of records has a text or a headline."""
    first = records[0]
    return isinstance(first, dict) and (_states(first, "text") or _states(first, "headline"))


def _states(found: Mapping[str, Any], column: str) -> bool:
    """Say whether an object states a column itself, and not in the objects of a list."""
    cells = {name: [cell] for name, cell in flat(found).items() if _is_plain(cell)}
    return column in match_columns(pd.DataFrame(cells)).values()


def _is_plain(cell: Any) -> bool:
    """Say whether a cell is a text, or a list of paragraphs."""
    paragraphs = cell if isinstance(cell, list) else [cell]
    return bool(paragraphs) and _are(str, paragraphs)


def _written_frame(found: Any) -> list[Any] | None:
    """Return the rows of a frame that was written by columns, or in pieces."""
    if not isinstance(found, dict) or not found:
        return None

    in_pieces = _in_pieces(found.get("columns"), found.get("data"))
    if in_pieces is not None:
        return in_pieces

    if _are(list, found.values()):
        return _of_lists(found)

    if _are(dict, found.values()):
        return _of_objects(found)

    return None


def _in_pieces(names: Any, rows: Any) -> list[Any] | None:
    """Return the rows of {"columns": ["text", ...], "data": [["It rained.", ...], ...]}."""
    if not _are(list, (names, rows)):
        return None

    if not _are(list, rows):
        return None

    plain = list(map(str, names))
    return [dict(zip(plain, row, strict=False)) for row in rows]


def _of_lists(found: Mapping[str, list[Any]]) -> list[Any] | None:
    """Return the rows of {"text": ["It rained.", ...], "title": ["Rain", ...]}."""
    lengths = set(map(len, found.values()))
    if len(lengths) > 1 or not _knows(found):
        return None

    rows = zip(*found.values(), strict=True)
    return [dict(zip(found, row, strict=True)) for row in rows]


def _of_objects(found: Mapping[str, dict[str, Any]]) -> list[Any] | None:
    """Return the rows of {"text": {"0": "It rained.", ...}}, or of {"x7": {"text": ...}}."""
    keys: dict[str, None] = {}
    for inner in found.values():
        keys |= dict.fromkeys(inner)

    if _knows(found):
        columns = [map(inner.get, keys) for inner in found.values()]
        return [dict(zip(found, row, strict=True)) for row in zip(*columns, strict=True)]

    if not _knows(keys):
        return None

    return [{"article_id": key} | record for key, record in found.items()]


def _knows(names: Iterable[str]) -> bool:
    """Say whether a text or a headline is among names."""
    return bool(known_columns(names) & {"text", "headline"})


def _are(kind: type, values: Iterable[Any]) -> bool:
    return all(map(isinstance, values, repeat(kind)))


def _holds(kind: type, values: Iterable[Any]) -> bool:
    return any(map(isinstance, values, repeat(kind)))
