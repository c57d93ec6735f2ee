"""The sentences of several articles: the same, altered, or in one article only."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.comparing.alike import piled, piles, rows_of
from newskit.comparing.columns import COMPARED_SENTENCES
from newskit.html import records

_RUN = 4
"""Words in a row that two sentences share if one is the other with changes."""
_LEAST_ALTERED, _ALTERED = 6, 0.75
"""Words, and share of the shorter one's that both have: copy that was edited, not one fact told
twice. "Twelve people were hurt, police said" and "Two people were hurt, police said" are less."""


def compared_sentences(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row per sentence, those that are the same in several articles together."""
    rows = [row for row in records(sentences) if row["n_words"]]
    texts = [piled(row["article_id"], row["text"]) for row in rows]

    def is_altered(a: int, b: int, share: float) -> bool:
        lengths = [len(texts[n].wording.keys) for n in (a, b)]
        shortest, longest = min(lengths), max(lengths)
        # A sentence is more than what it holds: both must be mostly the same.
        return shortest >= _LEAST_ALTERED and share * shortest >= _ALTERED * longest

    found = piles(texts, _RUN, is_altered)
    return tables.from_rows(COMPARED_SENTENCES, rows_of(found, rows, texts))
