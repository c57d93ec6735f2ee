"""What speaks against the numbers of a group: too few articles, two languages, one text twice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from newskit.grouping.groups import Groups
from newskit.tables import TEXT
from newskit.text.arrays import Array

FEW: Final = 10
"""Articles: below it, intervals of skewed measures held the true value less than nine times in ten
(a simulation with article lengths and rates as in news)."""


class GroupCaveat(NamedTuple):
    """A code of the column `caveats`: its test on groups, and what it means."""

    holds: Callable[[Groups], Array]
    meaning: str


def _counted(groups: Groups, of_article: Array) -> Array:
    """Count the articles of each group for which something holds."""
    counted: Array = np.bincount(groups.code, of_article, len(groups))
    return counted


def _few(groups: Groups) -> Array:
    return (groups.n_articles > 1) & (groups.n_articles < FEW)


def _without_words(groups: Groups) -> Array:
    known = np.isfinite(groups.n_words)
    known_of_all = _counted(groups, known) == groups.n_articles
    n_words = _counted(groups, np.nan_to_num(groups.n_words))
    return np.asarray(known_of_all & (n_words == 0))


def _in_languages(groups: Groups) -> Array:
    if "language" not in groups.articles.columns:
        return np.zeros(len(groups), dtype=bool)
    # en-GB and en-US are one language.
    short = groups.articles["language"].astype("string").str.lower().str.extract(r"^(\w+)")[0]
    found = pd.DataFrame({"group": groups.code, "language": short.tolist()}).dropna()
    n = found.groupby("group")["language"].nunique().reindex(range(len(groups)), fill_value=0)
    return np.asarray(n.to_numpy() > 1)


def _repeated(groups: Groups) -> Array:
    if "text" not in groups.articles.columns:
        return np.zeros(len(groups), dtype=bool)
    texts = pd.DataFrame({"group": groups.code, "text": groups.articles["text"].tolist()})
    twice = texts.duplicated() & texts["text"].notna()
    return np.asarray(_counted(groups, twice.to_numpy()) > 0)


CAVEATS: Final = {
    "one-article": GroupCaveat(
        lambda groups: groups.n_articles == 1,
        "one article: how far articles of this group differ is not known, so there is no interval",
    ),
    "few-articles": GroupCaveat(_few, f"fewer than {FEW} articles: intervals are unsteady"),
    "no-words": GroupCaveat(_without_words, "no article of the group has a word"),
    "several-languages": GroupCaveat(
        _in_languages, "articles in several languages: measures are for English"
    ),
    "repeated-texts": GroupCaveat(
        _repeated, "a text occurs more than once: intervals are narrower than they should be"
    ),
}


def caveats_of(groups: Groups, rows: Array) -> pd.Series:
    """Return for each row, of which the group is given, the codes that hold for its group."""
    holds = [caveat.holds(groups).tolist() for caveat in CAVEATS.values()]
    codes = ["; ".join(compress(CAVEATS, row)) or None for row in zip(*holds, strict=True)]
    return pd.Series([codes[n] for n in rows.tolist()], dtype=TEXT)
