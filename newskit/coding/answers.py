"""What people say of each unit, and what newskit says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import pandas as pd

from newskit import tables
from newskit.coding.codes import code_text
from newskit.coding.coding import Coding
from newskit.coding.columns import VALIDATION_ANSWERS
from newskit.coding.disagreements import told
from newskit.coding.matching import places_of, rows_at
from newskit.errors import InputError
from newskit.tables import need_columns

Recode: TypeAlias = "Mapping[Any, Any] | Callable[[Any], Any] | None"
PRESENT: Final = {True: "yes", False: "no"}
NOTHING: Final = "none"
"""What newskit says where its table has no row, or no value."""
TONE: Final = {"negative": -0.05, "neutral": 0.05, "positive": float("inf")}
"""Codes of a compound score, each below a number: VADER's own bounds (Hutto and Gilbert 2014)."""


def answers_of(
    coding: Coding,
    variable: str,
    table: Any,
    column: str | None,
    recode: Recode,
    cuts: Mapping[str, float] | None,
) -> pd.DataFrame:
    """Put people's codes and newskit's answers side by side: one row per unit.

    Raises
    ------
    InputError
        If the table has no such column, or does not fit the sheets.
    """
    places = places_of(coding.units)
    rows = rows_at(places, table, column is not None)
    values = _values(rows, table, column)
    if column is None and recode is None:
        recode = PRESENT

    if column == "compound" and recode is None and cuts is None:
        cuts = TONE

    spelled = {code.casefold(): code for code in coding.order(variable)}
    codes = [_answer(value, recode, cuts) for value in values]
    newskit = [spelled.get(code.casefold(), code) for code in codes]
    given = coding.codes[variable].tolist()
    people = list(map(settled, given))
    data = {
        "article_id": [place.article_id for place in places],
        "unit_id": coding.units["unit_id"].tolist(),
        "text": coding.units["text"].map(code_text).tolist(),
        "people": people,
        "newskit": newskit,
        "same": list(map(_same, people, newskit)),
        "codes": [told(coding.coders, row)["codes"] for row in given],
        "value": list(map(code_text, values)),
    }
    return tables.conform(VALIDATION_ANSWERS, data)


def _values(
    rows: Sequence[int | None],
    table: Any,
    column: str | None,
) -> list[Any]:
    """Return what the table says of each unit: without a column, whether it says anything."""
    if column is None:
        return [row is not None for row in rows]

    need_columns(table, [column], "table", "column= names what newskit says.")
    cells = table[column].tolist()
    return [None if row is None else cells[row] for row in rows]


def _same(people: str | None, newskit: str) -> bool | None:
    return None if people is None else people == newskit


def settled(given: Sequence[str | None]) -> str | None:
    """Return the code that more than half of the coders of a unit gave; None where there is none.

    >>> settled(["yes", "yes", "no"]), settled(["yes", "no", None])
    ('yes', None)
    """
    counts = Counter(code for code in given if code is not None)
    code, n = max(counts.items(), key=lambda item: item[1], default=(None, 0))
    return code if 2 * n > counts.total() else None


def _answer(
    value: Any,
    recode: Recode,
    cuts: Mapping[str, float] | None,
) -> str:
    """Return newskit's answer as a code."""
    is_missing = pd.api.types.is_scalar(value) and pd.isna(value)
    known = None if is_missing else value
    if cuts is not None and known is not None:
        known = _cut(known, cuts)

    if callable(recode):
        known = recode(known)
    elif recode is not None:
        known = recode.get(known, known)

    return code_text(known) or NOTHING


def _cut(value: Any, cuts: Mapping[str, float]) -> str:
    try:
        return next(code for code, bound in cuts.items() if value < bound)
    except TypeError as err:
        raise InputError(f"cuts= needs a column of numbers; it holds {value!r}.") from err
    except StopIteration:
        return list(cuts)[-1]
