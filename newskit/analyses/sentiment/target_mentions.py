"""Where an article means a target: its name as written, and what the register of names adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit.analyses.names.mentions import mentions
from newskit.analyses.names.name_forms import bare_name

# Of pronouns and nouns: who is meant has to be likelier than this.
_SURE = 0.8
_NAMED = ("full", "short", "acronym")

_Found = dict[tuple[int, int], str]


def mentions_of_targets(articles: pd.DataFrame, names: list[str]) -> Iterator[dict[str, Any]]:
    """Find every mention of some targets, in the order of the articles."""
    texts = articles["text"]
    holds_one = [isinstance(text, str) and any(name in text for name in names) for text in texts]
    # Without other columns: a headline has offsets of its own.
    named = articles.loc[holds_one, ["article_id", "text"]]
    registered = _registered(named) if len(named) else {}
    for article, text in zip(named["article_id"], named["text"], strict=True):
        known = registered.get(str(article), {})
        rows = [(at, name, form) for name in names for at, form in _mentions(text, name, known)]
        for (start, end), name, form in sorted(rows):
            place = {"article_id": article, "target": name, "start": start, "end": end}
            yield place | {"form": form}


def _registered(articles: pd.DataFrame) -> dict[str, dict[int, list[Any]]]:
    """Return article -> number of a name -> its mentions that are sure enough."""
    found: dict[str, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    rows: Any = mentions(articles).itertuples()
    for row in rows:
        if row.form in _NAMED or row.confidence >= _SURE:
            found[row.article_id][row.name_id].append(row)
    return found


def _mentions(
    text: str, name: str, known: dict[int, list[Any]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Return where a target is meant, and in which form; what overlaps is one mention."""
    found: _Found = {(at, at + len(name)): "full" for at in _places(text, name)}
    for rows in known.values():
        if any(_is_called(row, name) for row in rows):
            for row in rows:
                _add(found, text, row, name)
    yield from found.items()


def _is_called(row: Any, name: str) -> bool:
    """Whether a mention is the name that was asked for; not Halls for Hall."""
    return row.form in _NAMED and name in (bare_name(row.text), row.name)


def _add(found: _Found, text: str, row: Any, name: str) -> None:
    """Take a mention of the register; the name as written, inside it, is the same mention."""
    end = row.start + len(bare_name(text[row.start : row.end]))
    inside = [place for place in found if place[0] < end and row.start < place[1]]
    if not inside:
        found[row.start, end] = row.form
    elif row.form in _NAMED and row.text != row.name:
        found[inside[0]] = row.form


def _places(text: str, name: str) -> Iterator[int]:
    """Find where a name stands as a whole: Hall, but not in Halls or Marshall."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, after = text[max(0, at - 1) : at], text[end : end + 1]
        if not before.isalnum() and not after.isalnum():
            yield at
        at = text.find(name, end)
