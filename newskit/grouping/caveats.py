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


def _few(groups: Groups) -> Array:
    return (groups.n_articles > 1) & (groups.n_articles < FEW)


def _without_words(groups: Groups) -> Array:
    known_of_all = groups.n_known == groups.n_articles
    return np.asarray(known_of_all & (np.nan_to_num(groups.total_words) == 0))


CAVEATS: Final = {
    "one-article": GroupCaveat(
        lambda groups: groups.n_articles == 1,
        "one article: how far articles of this group differ is not known, so there is no interval",
    ),
    "few-articles": GroupCaveat(_few, f"fewer than {FEW} articles: intervals are unsteady"),
    "no-words": GroupCaveat(_without_words, "no article of the group has a word"),
    "several-languages": GroupCaveat(
        lambda groups: groups.n_languages > 1,
        "articles in several languages: measures are for English",
    ),
    "repeated-texts": GroupCaveat(
        lambda groups: groups.n_repeated > 0,
        "a text occurs more than once: intervals are narrower than they should be",
    ),
}


def caveats_of(groups: Groups, rows: Array) -> pd.Series:
    """Return for each row, of which the group is given, the codes that hold for its group."""
    holds = [caveat.holds(groups).tolist() for caveat in CAVEATS.values()]
    codes = ["; ".join(compress(CAVEATS, row)) or None for row in zip(*holds, strict=True)]
    return pd.Series([codes[n] for n in rows.tolist()], dtype=TEXT)
