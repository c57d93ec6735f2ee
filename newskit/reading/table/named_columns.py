"""Which column of a frame is which of the articles table: as told, else as its name says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.column_names import is_blank, known_as, match_columns, prose_columns, rename_columns
from newskit.errors import InputError
from newskit.reading.settled import Settled
from newskit.reading.table.filled_columns import fill_columns
from newskit.reading.table.raw_rows import distinct_names
from newskit.reading.table.sections import with_leads

_OWN = frozenset(("article_id", "text", "provenance", "published_local"))
"""Columns that only tables written by newskit have; their cells are taken as they stand."""
_MIDNIGHT = " 00:00:00"  # behind a day, as pandas prints it
_ONLY_HEADLINES = (
    "the table has no column of texts: there is only the headline; "
    "to measure headlines, read them as texts: columns={{{!r}: 'text'}}"
)
_SAY_WHICH = "Say which column holds the article's text: columns={{{!r}: 'text'}}."
_TOLD = "columns= must name columns that are there."


class NamedFrame(NamedTuple):
    """A frame under the names of the articles table, and how its columns were named before."""

    frame: pd.DataFrame
    found: dict[str, str]
    """Column of articles -> where it was found; of those that had another name."""
    notes: list[str]
    """What a reader should know of all rows."""
    is_own: bool = False
    known: Mapping[Any, str] = {}
    """Name in the table -> column of articles, of those that nobody told."""


def name_columns(
    frame: pd.DataFrame, columns: Mapping[str, str] | None, settled: Settled | None = None
) -> NamedFrame:
    """Name the columns of a frame as the articles table does: as told, else as they are known.

    Raises
    ------
    InputError
        If a column that was told is not there, or there is neither text nor headline.
    """
    frame = with_leads(frame.set_axis(distinct_names(frame.columns), axis=1))
    if settled:
        frame = frame.reindex(columns=[*dict.fromkeys((*settled.columns, *frame.columns))])

    is_own = _OWN.issubset(frame.columns)
    if is_own and not columns:
        return NamedFrame(frame, {}, [], is_own)

    told = dict(columns or {})
    tables.need_columns(frame, told, "articles", _TOLD)
    known = _known(frame, told, settled)
    all_known = known | told
    names = {column: name for name, column in all_known.items()}

    # {"body": "text"} for a table that has a `text` too: the column that was named is meant.
    renamed = rename_columns(frame, all_known)
    if "clock" in names:
        renamed = _with_clocks(renamed, names.pop("clock"))

    renamed = fill_columns(renamed, frame)
    other_names = {column: name for column, name in names.items() if name != column}
    found = {column: f"table:{name}" for column, name in other_names.items()}
    if "text" not in names:
        return NamedFrame(renamed, found, [_without_text(frame, names)], known=known)

    is_told = "text" in told.values()
    notes = [] if is_told else _choice(frame, names["text"])
    return NamedFrame(renamed, found, notes, known=known)


def _known(
    frame: pd.DataFrame, told: Mapping[str, str], settled: Settled | None
) -> dict[Any, str]:
    """Return the columns that are known by name; of a piece of a table as its opening knew them."""
    rows = _without_errors(frame.drop(columns=list(told)))
    if settled is None:
        return _without_blank_text(match_columns(rows, frozenset(told.values())), rows)

    new = rows.drop(columns=list(settled.columns), errors="ignore")
    return {**settled.names, **match_columns(new, settled.taken.union(told.values()))}


def _without_errors(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that could be read; the others have no cells."""
    if "error" not in frame.columns:
        return frame

    return frame[frame["error"].isna()]


def _without_blank_text(known: dict[Any, str], rows: pd.DataFrame) -> dict[Any, str]:
    """Leave out a column of texts without a text: a table of headlines with a place for texts."""
    blank = [name for name, column in known.items() if column == "text" and is_blank(rows[name])]
    if "headline" not in known.values():
        return known

    return {name: column for name, column in known.items() if name not in blank}


def _with_clocks(frame: pd.DataFrame, name: Any) -> pd.DataFrame:
    """Put the times of day of a column of their own behind the days of publication."""
    if "published" not in frame.columns:
        return frame.rename(columns={"clock": name})

    days = frame["published"].map(str).str.removesuffix(_MIDNIGHT)
    joined = days + " " + frame["clock"].map(str)
    is_both = frame["published"].notna() & frame["clock"].notna() & ~days.str.contains(":")
    published = frame["published"].astype(object).mask(is_both, joined)
    return frame.drop(columns="clock").assign(published=published)


def _choice(frame: pd.DataFrame, taken: Any) -> list[str]:
    """Say which column was taken for the text where there were several."""
    if taken == "text":
        return []

    others = [
        repr(name)
        for name in known_as(frame, "text")
        if name != taken and not is_blank(frame[name])
    ]
    if not others:
        return []

    listed = ", ".join(others)
    return [f"the text is that of the column {taken!r}, not of {listed}: columns= says otherwise"]


def _without_text(frame: pd.DataFrame, names: Mapping[str, Any]) -> str:
    """Return the note of a table of headlines.

    Raises
    ------
    InputError
        If there are no headlines, or some other column looks like the texts.
    """
    prose = prose_columns(frame)
    if "headline" in names and not prose:
        return _ONLY_HEADLINES.format(names["headline"])

    example = prose[0] if prose else "body"
    remedy = _SAY_WHICH.format(example)
    tables.need_columns(frame, ["text"], "articles", remedy)
    raise InputError(remedy)
