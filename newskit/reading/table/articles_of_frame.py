"""From any frame to the articles table, one row per article."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pandas as pd

from newskit import tables
from newskit.inputs import batches, stack
from newskit.reading.columns import ARTICLES
from newskit.reading.rows import Hints, Row
from newskit.reading.table.named_columns import name_columns
from newskit.reading.table.row_reader import RowReader

_BLOCK = 2_000
"""Rows that are read at once: of a hundred thousand, Python would look through all, many times."""
_COLUMNS = [column.name for column in ARTICLES]


def articles_of_frame(
    frame: pd.DataFrame,
    hints: Hints,
    stated: Row,
    label_of: Callable[[int], str] | None = None,
) -> pd.DataFrame:
    """Return the articles table of a raw frame; columns it does not state are kept behind it.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row per article. Columns are known by their names, `hints.columns` says otherwise.
    hints : Hints
        What fills missing cells: publisher and zone; and the table of outlets.
    stated : dict
        `source` and `format` of all rows, where the frame has no such column.
    label_of : callable, optional
        The id of a row by its number, where the frame has none; by default its index.

    Raises
    ------
    InputError
        If `columns` names a column that is not there, or there is neither text nor headline.
    """
    named = name_columns(frame, hints.columns, hints.settled)
    renamed = named.frame
    stated = {name: cell for name, cell in stated.items() if name not in renamed.columns}
    reader = RowReader(named, hints, stated)

    others = renamed.columns.difference(_COLUMNS, sort=False)
    read = renamed.drop(columns=others).reset_index(drop=True)
    made: list[pd.DataFrame] = []
    label_of = label_of or renamed.index.map(str).__getitem__
    for block in batches(read, _BLOCK):
        begin = len(made) * _BLOCK
        labels = map(label_of, count(begin))
        records = tables.records(block, block.columns)
        made.append(tables.from_rows(ARTICLES, list(map(reader.row, records, labels))))

    articles = stack(made)
    behind = renamed[others].reset_index(drop=True)
    return pd.concat([articles, behind], axis=1) if len(others) else articles
