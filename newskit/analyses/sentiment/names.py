"""Names of several words: United Nations Security Council, Liberal Party, Department of Justice.

What such a name is made of says nothing of the tone. A word belongs to one when it and the next
one, or the one after "of", begin with a capital inside a sentence. A sentence whose only words in
small letters are function words tells nothing: it is a headline.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.analyses.sentiment.forms import Trait

Array = npt.NDArray[Any]


def in_names(code: Array, first: Array, sentence: Array, at: Array) -> Array:
    """Say which of the words `at` are part of a name of several words.

    `code` holds the traits of VADER's words, `first` the first word of each sentence and one more,
    `sentence` the sentence of each word of `at`.
    """
    capital = (code[at] & Trait.CAPITAL) > 0
    word, home = at[capital], sentence[capital]
    begin, end = first[home], first[home + 1]

    def beside(step: int, trait: int) -> Array:
        has_it: Array = (code.take(word + step, mode="clip") & trait) > 0
        return has_it

    def named(step: int) -> Array:
        # The word that opens a sentence has its capital for that, so `begin` itself is outside.
        inside: Array = (word + step > begin) & (word + step < end)
        return inside & beside(step, Trait.CAPITAL)

    next_to_one = named(-1) | named(1)
    across_of = (beside(-1, Trait.OF) & named(-2)) | (beside(1, Trait.OF) & named(2))
    marked = named(0) & (next_to_one | across_of)
    marked[marked] = _telling(code, first)[home[marked]]

    out: Array = np.zeros(len(at), dtype=bool)
    out[np.flatnonzero(capital)[marked]] = True
    return out


def _telling(code: Array, first: Array) -> Array:
    """Say of each sentence whether a word in small letters shows that it is not a headline."""
    out = np.zeros(len(first) - 1, dtype=bool)
    filled = first[:-1] < first[1:]
    if filled.any():
        traits = np.bitwise_or.reduceat(code, first[:-1][filled])
        out[filled] = (traits & Trait.TELLS) > 0
    return out
