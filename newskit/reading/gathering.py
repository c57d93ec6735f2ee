"""Rows and tables of many files to one table, and ids that tell all its articles apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.inputs import stack
from newskit.reading.columns import ARTICLES
from newskit.reading.rows import Row

_ID_BY_NAME = '"article_id": "table:'
"""How `provenance` says that a column of another name was taken for the id."""


def gather(parts: Iterable[Row | pd.DataFrame]) -> pd.DataFrame:
    """Put rows and tables under each other, in order; rows in a row become one frame at once."""
    frames: list[pd.DataFrame] = []
    rows: list[Row] = []
    for part in parts:
        if isinstance(part, dict):
            rows.append(part)
            continue

        # One frame for all the rows since the last table: a frame per row would be slow.
        if rows:
            frames.append(tables.from_rows(ARTICLES, rows))
            rows = []

        frames.append(part)

    # A table without rows is still a table with all its columns.
    if rows or not frames:
        frames.append(tables.from_rows(ARTICLES, rows))

    return stack(frames)


def ids_by_file(articles: pd.DataFrame, shared_only: bool = True) -> pd.DataFrame:
    """Put the file before ids that files share: each of a folder of tables may count from 1.

    Only ids of a column that was known by its name are no promise: `article_id` is one. Of a part
    of a source nobody knows which ids other parts have: there all such ids get it.
    """
    ids = articles["article_id"]
    is_known = articles["provenance"].str.contains(_ID_BY_NAME, regex=False, na=False)
    shared = is_known & ids.duplicated(keep=False) if shared_only else is_known
    stems = articles["source"].map(lambda name: PurePosixPath(str(name)).stem)
    return articles.assign(article_id=ids.mask(shared, stems + "-" + ids).astype(tables.TEXT))


def unique(articles: pd.DataFrame) -> pd.DataFrame:
    """Return articles of which each has an id of its own.

    Raises
    ------
    InputError
        If two have the same.
    """
    ids = articles["article_id"]
    twice = ids[ids.duplicated()]
    if len(twice):
        raise InputError(
            f"article_id {twice.iloc[0]!r} stands for more than one article. "
            "Give every article its own article_id."
        )

    return articles
