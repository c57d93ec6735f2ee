"""Rows and tables of many files to one table, and ids that tell all its articles apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.inputs import stack
from newskit.reading.columns import ARTICLES
from newskit.reading.rows import Row

_ID_BY_NAME = '"article_id": "table:'
"""How `provenance` says that a column of another name was taken for the id."""
_TWICE = (
    "article_id {!r} stands for more than one article. Give every article its own article_id."
)


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


class KnownIds:
    """The ids of all frames so far, as numbers of eight bytes: a million articles take 8 MB."""

    def __init__(self) -> None:
        self._sorted: list[Any] = []
        self._n = 0

    def apart(self, articles: pd.DataFrame) -> pd.DataFrame:
        """Return articles whose ids no frame before had; of what was known by its name only.

        Raises
        ------
        InputError
            If an `article_id` that the source states as such stands for two articles.
        """
        ids = articles["article_id"]
        keys = pd.util.hash_array(ids.to_numpy(object))
        is_twice = ids.duplicated().to_numpy(bool)
        for known in self._sorted:
            at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
            is_twice = is_twice | (known[at] == keys)  # in place: pandas 3 gives it read-only

        is_known = articles["provenance"].str.contains(_ID_BY_NAME, regex=False, na=False)
        numbers = pd.Series(range(self._n, self._n + len(ids)), index=ids.index).astype(str)
        renamed = ids.mask(is_twice & is_known.to_numpy(bool), ids + "-" + numbers)
        told = ids[is_twice & ~is_known.to_numpy(bool)]
        if len(told):
            raise InputError(_TWICE.format(told.iloc[0]))

        self._add(np.sort(keys))
        self._n += len(ids)
        return articles.assign(article_id=renamed.astype(tables.TEXT))

    def _add(self, keys: Any) -> None:
        """Keep keys with those of about as many: so few arrays are looked into."""
        while self._sorted and len(self._sorted[-1]) <= len(keys):
            keys = np.sort(np.concatenate([self._sorted.pop(), keys]))

        if len(keys):
            self._sorted.append(keys)


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
        raise InputError(_TWICE.format(twice.iloc[0]))

    return articles
