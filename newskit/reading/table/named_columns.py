"""Which column of a frame is which of the articles table: as told, else as its name says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.column_names import match_columns, prose_columns, rivals
from newskit.errors import InputError
from newskit.reading.table.raw_rows import distinct_names

_OWN = frozenset(("article_id", "text", "provenance", "published_local"))
"""Columns that only tables written by newskit have; their cells are taken as they stand."""
_ONLY_HEADLINES = (
    "the table has no column of texts: there is only the headline; "
    "to measure headlines, read them as texts: columns={{{0!r}: 'text'}}"
)
_SAY_WHICH = "Say which column holds the article's text: columns={{{0!r}: 'text'}}."


class NamedFrame(NamedTuple):
    """A frame under the names of the articles table, and how its columns were named before."""

    frame: pd.DataFrame
    before: dict[str, Any]
    is_own: bool
    notes: list[str]


def name_columns(frame: pd.DataFrame, columns: Mapping[str, str] | None) -> NamedFrame:
    """Name the columns of a frame as the articles table does: as told, else as they are known.

    Raises
    ------
    InputError
        If a column that was told is not there, or there is neither text nor headline.
    """
    frame = frame.set_axis(distinct_names(frame.columns), axis=1)
    if frame.columns.isin(list(_OWN)).sum() == len(_OWN) and not columns:
        return NamedFrame(frame, {}, True, [])

    told = dict(columns or {})
    tables.need_columns(frame, told, "articles", "columns= must name columns that are there.")
    others = frame.drop(columns=list(told))
    found = match_columns(others, frozenset(told.values()))
    notes = _choice(others, found)

    # {"body": "text"} for a table that has a `text` too: the column that was named is meant.
    renames = found | told
    replaced = set(renames.values()) & set(frame.columns) - set(renames)
    renamed = frame.drop(columns=list(replaced)).rename(columns=renames)
    before = {column: name for name, column in renames.items()}

    if "text" not in renamed.columns:
        notes.append(_without_text(frame, renamed, before))

    return NamedFrame(renamed, before, False, list(filter(None, notes)))


def _choice(frame: pd.DataFrame, found: Mapping[Any, str]) -> list[str]:
    """Say which column was taken for the text where there were several."""
    taken = next((name for name, column in found.items() if column == "text"), None)
    left = [str(name) for name in rivals(frame, "text") if name != taken]
    if not left or taken in (None, "text"):
        return []

    others = ", ".join(map(repr, left))
    return [f"the text is that of the column {taken!r}, not of {others}: columns= says otherwise"]


def _without_text(frame: pd.DataFrame, renamed: pd.DataFrame, before: Mapping[str, Any]) -> str:
    """Return the note of a table of headlines.

    Raises
    ------
    InputError
        If there are no headlines, or some other column looks like the texts.
    """
    prose = prose_columns(renamed)
    if "headline" in renamed.columns and not prose:
        return _ONLY_HEADLINES.format(before.get("headline", "headline"))

    example = prose[0] if prose else "body"
    tables.need_columns(frame, ["text"], "articles", _SAY_WHICH.format(example))
    raise InputError(_SAY_WHICH.format(example))
