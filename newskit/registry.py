"""Every table that newskit makes, as the rooms state them; and the codebook of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from newskit import (
    coding,
    comparing,
    grouping,
    reading,
    revisions,
    tables,
    timestamps,
    word_lists,
)
from newskit.analyses import (
    certainty,
    names,
    quotes,
    readability,
    repetitions,
    sentiment,
    timeline,
    words,
)
from newskit.errors import unknown_name
from newskit.tables import FLAG, STRING, Table

ROOMS = (
    reading,
    grouping,
    words,
    readability,
    sentiment,
    certainty,
    names,
    quotes,
    repetitions,
    timeline,
    comparing,
    coding,
    revisions,
    timestamps,
    word_lists,
)
_RULES = {"quotes": quotes.rules_table, "timeline": timeline.rules_table}
_STATED: tuple[Table, ...] = tuple(table for room in ROOMS for table in room.TABLES)
# Those by group are only explained: their first columns are named after what `by` was.
_BY_GROUP = tuple(
    Table(f"{table.name}_by_group", table.grouped.columns, f"`{table.name}` with `by`: by group")
    for table in _STATED
    if table.grouped
)
TABLES: dict[str, Table] = {table.name: table for table in (*_STATED, *_BY_GROUP)}


def table(name: str) -> Table:
    """Return the table of that name, or raise an error that names the tables there are."""
    if name not in TABLES:
        raise unknown_name("table", name, TABLES)
    return TABLES[name]


def empty(name: str) -> pd.DataFrame:
    """Return a table with all its columns, the right dtypes, and no rows."""
    return tables.empty(table(name).columns)


def from_rows(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build a table from one mapping per row."""
    return tables.from_rows(table(name).columns, rows)


def codebook(name: str | None = None) -> pd.DataFrame:
    """Explain every column of a table, or of all tables.

    Parameters
    ----------
    name : str, optional
        Name of a table, for example "quotes"; by default all of them.

    Returns
    -------
    pandas.DataFrame
        One row per column, in the table's order: `table`, `column` (its name), `dtype`, `unit`,
        `meaning`, and `key` (whether it is part of what identifies a row).

    Raises
    ------
    UnknownNameError
        If there is no such table; the message names the tables there are.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.codebook("sentences")[["column", "unit"]].head(3)
           column    unit
    0  article_id
    1    sentence  number
    2   paragraph  number
    """
    explained = TABLES.values() if name is None else (table(name),)
    rows = [
        (t.name, c.name, c.dtype, c.unit, c.meaning, c.key) for t in explained for c in t.columns
    ]
    book = pd.DataFrame(rows, columns=["table", "column", "dtype", "unit", "meaning", "key"])
    return book.astype({c: FLAG if c == "key" else STRING for c in book.columns})


def rules(name: str) -> pd.DataFrame:
    """List the rules of an analysis, each with an example and how often it was right.

    Parameters
    ----------
    name : str
        Name of the table that the rules make: "quotes" or "timeline".

    Returns
    -------
    pandas.DataFrame
        One row per rule: `rule` (its name, as in the column `rule` of that table), `example` (a
        text that it reads, and its test), `precision` (0 to 1, share of the rows it gave that were
        right, NA where too few could be measured) and `n` (rows that were measured). For "quotes"
        also `confidence` (the highest that it gives, 0 to 1); measured on development data, 519
        articles of PolNeAR: on other texts it is lower. For "timeline" also `kind` and `pattern`; a
        rule may have several patterns; measured on 50 invented articles by others, on arrival.

    Raises
    ------
    UnknownNameError
        If that table is not made by rules of this kind.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.rules("quotes").set_index("rule").loc["after: verb subject", "example"]
    '“We won,” said Ann Lee, the mayor.'
    >>> nk.rules("timeline").set_index("rule").loc["overnight", "example"]
    'Snow fell overnight.'
    """
    if name not in _RULES:
        raise unknown_name("table with rules", name, _RULES)
    return _RULES[name]()
