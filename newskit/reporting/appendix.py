"""Every table there is: the columns of those that were made, and how to make the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from newskit import registry
from newskit.html import plural, table_html
from newskit.tables import Table


class AppendixEntry(NamedTuple):
    """A table that was made; `codebook` is HTML that `newskit.html` has made."""

    name: str
    size: str
    meaning: str
    codebook: str


def entries(made: Mapping[str, pd.DataFrame]) -> list[AppendixEntry]:
    """Return what there is to say about each table that was made, in the registry's order."""
    return entries_of({name: (list(table.columns), len(table)) for name, table in made.items()})


def entries_of(made: Mapping[str, tuple[list[str], int]]) -> list[AppendixEntry]:
    """Return the same of tables of which only columns and numbers of rows are at hand."""
    return [_entry(table, *made[name]) for name, table in registry.TABLES.items() if name in made]


def _entry(table: Table, columns: list[str], n_rows: int) -> AppendixEntry:
    book = registry.codebook(table.name)[["column", "unit", "meaning"]]
    # Not every column that could be there is: of 51 measures, nine are made by default.
    book = book[book["column"].isin(columns)]
    codebook = table_html(book, f"Columns of {table.name}")
    return AppendixEntry(table.name, plural(n_rows, "row"), table.meaning, codebook)


def not_made(made: Mapping[str, pd.DataFrame]) -> str:
    """Return the tables that were not made, and how to make each, as a table in HTML."""
    rows = [
        (table.name, table.meaning, how_to_make(table))
        for table in registry.TABLES.values()
        if table.name not in made
    ]
    frame = pd.DataFrame(rows, columns=["table", "meaning", "how to make it"], dtype="string")
    return table_html(frame, "Tables that were not made")


def how_to_make(table: Table) -> str:
    """Say how a table is made that an analysis does not hold."""
    if table.is_made_by_analyze:
        return f"analyze(articles, only=[..., {table.name!r}])"
    return "not by analyze: it needs more than the articles, or is the same for all of them"
