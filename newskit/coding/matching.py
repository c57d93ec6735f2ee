"""Which row of a table stands where a unit stands: by article, and by the characters they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from newskit.coding.codes import code_text
from newskit.coding.scales import number
from newskit.errors import InputError, did_you_mean
from newskit.tables import need_columns
from newskit.text.arrays import Array

_REMEDY: Final = "Give a table of newskit, nk.sentiment(articles, unit='sentence') for example."


class UnitPlace(NamedTuple):
    """Where a unit stands."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True)
class _Rows:
    """The rows of an article, by where they begin: their places, and their numbers in the table."""

    start: Array
    end: Array
    number: Array

    def nearest(self, place: UnitPlace) -> int | None:
        """Return the row that shares most with a place; None where none shares a character."""
        reach = np.maximum.accumulate(self.end)
        first = int(np.searchsorted(reach, place.start, side="right"))
        last = int(np.searchsorted(self.start, place.end))
        start, end = self.start[first:last], self.end[first:last]
        shared = np.minimum(end, place.end) - np.maximum(start, place.start)
        if not (shared > 0).any():
            return None

        together = np.maximum(end, place.end) - np.minimum(start, place.start)
        return int(self.number[first + int(np.argmax(shared / together))])


def places_of(units: pd.DataFrame) -> list[UnitPlace]:
    """Return where each unit stands; the article is in its unit_id, whatever a spreadsheet did.

    Raises
    ------
    InputError
        If the sheets do not say it.
    """
    return [_place(row) for row in units.to_dict("records")]


def _place(row: dict[Any, Any]) -> UnitPlace:
    article, colon, _ = row["unit_id"].rpartition(":")
    stated = article if colon else code_text(row["article_id"])
    bounds = [number(code_text(row[name]) or "") for name in ("start", "end")]
    if stated is None or None in bounds:
        raise InputError(
            f"The sheets do not say where the unit {row['unit_id']!r} stands: they need "
            "article_id, start and end, as nk.coding.sheet writes them."
        )

    return UnitPlace(stated, *(int(bound or 0) for bound in bounds))


def rows_at(
    places: Sequence[UnitPlace],
    table: Any,
    one_each: bool,
) -> list[int | None]:
    """Return for each place the row of the table that stands there.

    Raises
    ------
    InputError
        If it is no such table, none of its articles was coded, or (with `one_each`) two rows stand
        at one place.
    """
    need_columns(table, ["article_id"], "table", _REMEDY)
    whole = table.assign(number=range(len(table)))
    if "field" in table.columns:
        whole = whole[whole["field"].eq("text").fillna(False)]

    _check_articles(places, set(table["article_id"]))
    if {"start", "end"}.issubset(table.columns):
        key = ["article_id", "start", "end"]
        rows = dict(_by_article(whole.dropna(subset=key)))
        _check_once(whole, key, one_each)
        return [
            rows[p.article_id].nearest(p) if p.article_id in rows else None
            for p in places
        ]

    _check_once(whole, ["article_id"], True)
    of_article = dict(zip(whole["article_id"], whole["number"].tolist(), strict=True))
    return [of_article.get(place.article_id) for place in places]


def _by_article(table: pd.DataFrame) -> Iterator[tuple[str, _Rows]]:
    for article, rows in table.sort_values("start", kind="stable").groupby("article_id"):
        columns = (
            rows[name].to_numpy("int64") for name in ("start", "end", "number")
        )
        yield str(article), _Rows(*columns)


def _check_articles(places: Sequence[UnitPlace], known: set[Any]) -> None:
    coded = {place.article_id for place in places}
    if known and not coded & known:
        example = min(coded)
        hint = did_you_mean(example, map(str, known))
        raise InputError(f"No article of the sheets ({example!r}, ...) is in the table.{hint}")


def _check_once(
    table: pd.DataFrame,
    key: list[str],
    one_each: bool,
) -> None:
    twice = table[table.duplicated(key)]
    if one_each and len(twice):
        place = ", ".join(f"{name} {twice[name].iloc[0]}" for name in key)
        raise InputError(f"The table has two rows at {place}: choose one lexicon, or one unit.")
