"""Who speaks most in a corpus: the speakers of all articles, added up."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import CORPUS_SPEAKERS
from newskit.tables import Read

_KEYS = ["speaker"]
_SUMS = ["n_articles", "n_quotes", "n_words"]


def corpus_speakers(speakers: pd.DataFrame) -> pd.DataFrame:
    """Add the speakers of all articles up: one row per name, who has most words first.

    Names are as each article resolves them: two people of one name are one here.
    """
    return merge_corpus_speakers(tables.read_frames([reduce_corpus_speakers(speakers)]))


def reduce_corpus_speakers(speakers: pd.DataFrame) -> pd.DataFrame:
    """Add the speakers of a part up."""
    return tables.added_up([speakers.assign(n_articles=1)], _KEYS, _SUMS)


def merge_corpus_speakers(read: Read) -> pd.DataFrame:
    """Make the table of what was kept of each part: it grows with the number of names."""
    summed = tables.added_up(read(), _KEYS, _SUMS)
    made = summed.sort_values(["n_words", "n_quotes"], ascending=False, kind="stable")
    columns = {str(name): made[name].tolist() for name in made}
    columns["rank"] = list(range(1, len(made) + 1))
    columns["share"] = (made["n_words"] / made["n_words"].sum()).tolist()
    return tables.conform(CORPUS_SPEAKERS, columns)
