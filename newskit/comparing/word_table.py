"""How often each word stands in each article: one row per pair of both."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from newskit.analyses.words.folded_words import folded_word
from newskit.inputs import batches
from newskit.text.arrays import Array
from newskit.text.batch import Batch
from newskit.text.tokens import Tokens


class WordTable(NamedTuple):
    """Counts of words by article, in columns: `n` times `words[word]` in article number `article`.

    `number` says where a word stands in `words`; all are in small letters.
    """

    number: dict[str, int]
    article: Array
    word: Array
    n: Array

    @property
    def words(self) -> list[str]:
        """The words, by number."""
        return list(self.number)


def word_table(articles: pd.DataFrame, number: dict[str, int] | None = None) -> WordTable:
    """Count the words of articles; `number` has words that are numbered already."""
    known: dict[str, int] = {} if number is None else number
    parts: list[Array] = []
    first = 0
    for part in batches(articles):
        article, word, n = _counted(Batch(part).tokens(), known)
        parts.append(np.stack([article + first, word, n]))
        first += len(part)

    return WordTable(known, *np.concatenate(parts, axis=1))


def _counted(tokens: Tokens, known: dict[str, int]) -> tuple[Array, Array, Array]:
    """Return article, number of the word and count of each pair in a batch."""
    at = np.flatnonzero(tokens.is_word)
    forms, met, form = np.unique(tokens.form[at], return_index=True, return_inverse=True)
    folded = tokens.vocabulary.feature(folded_word, object)[forms].tolist()

    # Numbered as they are met, whatever was read before. Several forms are one word: The and the.
    for k in np.argsort(met).tolist():
        known.setdefault(folded[k], len(known))

    own = np.array([known[word] for word in folded], dtype=np.int64)
    pairs, n = np.unique(tokens.article[at] * max(len(known), 1) + own[form], return_counts=True)
    article, word = np.divmod(pairs, max(len(known), 1))
    return article, word, n
