"""Keyness of a corpus in parts: the words of each part by group add up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.comparing.keyness import Wanted, check, groups_in, key_words
from newskit.comparing.word_sides import WordSide, held_against
from newskit.comparing.word_table import word_table
from newskit.grouping import By
from newskit.inputs import as_articles
from newskit.tables import Read
from newskit.text.arrays import Array

_KEYS = ["word", "group"]
_SUMS = ["n", "n_articles"]


def reduce_keyness(articles: pd.DataFrame, by: By | None = None) -> pd.DataFrame:
    """Count the words of the articles of a part: `word`, `group`, `n`, `n_articles`.

    Without `by` all are one group, "all", as for the articles of a reference.
    """
    frame = as_articles(articles)
    names, code = groups_in(articles, frame, by, None if by else frame)
    table = word_table(frame)
    pairs, at, n_articles = np.unique(
        table.word * max(len(names), 1) + code[table.article],
        return_inverse=True,
        return_counts=True,
    )
    word, group = np.divmod(pairs, max(len(names), 1))
    return pd.DataFrame(
        {
            "word": np.array(table.words, dtype=object)[word],
            "group": np.array(names, dtype=object)[group],
            "n": np.bincount(at, table.n, len(pairs)).astype(np.int64),
            "n_articles": n_articles,
        }
    )


def merge_keyness(
    read: Read,
    *,
    reference: str | Read | None = None,
    n: int | None = 50,
    min_count: int = 3,
    cells: int = 4,
) -> pd.DataFrame:
    """Make the table of keyness; what is kept grows with the different words of each group.

    The reference is the name of a group, or reads the counts of other articles. Groups come in the
    order of letters.

    Raises
    ------
    InputError
        If there is nothing to hold a group against, or an option is not what it should be.
    UnknownNameError
        If there is no group of the name `reference`.
    """
    wanted = Wanted(n, min_count, cells)
    check(wanted)
    own = tables.added_up(read(), _KEYS, _SUMS)
    others = (
        tables.added_up(reference(), _KEYS, _SUMS)
        if callable(reference)
        else own.iloc[:0]
    )
    words = pd.unique(pd.concat([own["word"], others["word"]], ignore_index=True))
    number = pd.Index(words)
    groups = {
        name: _side(own[own["group"] == name], number)
        for name in sorted(pd.unique(own["group"]))
    }
    held: Any = _side(others, number) if callable(reference) else reference
    pairs = held_against(groups, _side(own, number), held)
    return key_words(pairs, list(words), wanted)


def _side(counted: pd.DataFrame, number: pd.Index) -> WordSide:
    at = number.get_indexer(pd.Index(counted["word"]))
    times, n_articles = (_added(at, counted[name], len(number)) for name in _SUMS)
    return WordSide(times, n_articles, int(times.sum()))


def _added(at: Array, values: pd.Series, n: int) -> Array:
    return np.bincount(at, values.to_numpy(np.float64), n).astype(np.int64)
