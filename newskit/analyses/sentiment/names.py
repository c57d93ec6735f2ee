"""Names of several words: United Nations Security Council, Liberal Party, Department of Justice.

What such a name is made of says nothing of the tone. A word belongs to one when it and the next one, or the one after
"of", begin with a capital inside a sentence. A sentence whose only words in small letters are function words tells
nothing: it is a headline.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.analyses.sentiment.forms import Part

Array = npt.NDArray[Any]


def in_names(code: Array, first: Array, sentence: Array, at: Array) -> Array:
    """Say which of the words `at` are part of a name of several words.

    `code` holds what VADER's words are, `first` the first word of each sentence and one more, `sentence` the sentence
    of each word of `at`.
    """
    capital = (code[at] & Part.CAPITAL) > 0
    place, begin, end = at[capital], first[sentence[capital]], first[sentence[capital] + 1]

    def named(step: int) -> Array:
        inside: Array = (place + step > begin) & (place + step < end)
        return inside & ((code.take(place + step, mode="clip") & Part.CAPITAL) > 0)

    def links(step: int) -> Array:
        linking: Array = (code.take(place + step, mode="clip") & Part.OF) > 0
        return linking

    marked = named(0) & (named(-1) | named(1) | (links(-1) & named(-2)) | (links(1) & named(2)))
    marked[marked] = _telling(code, first)[sentence[capital][marked]]
    out: Array = np.zeros(len(at), dtype=bool)
    out[np.flatnonzero(capital)[marked]] = True
    return out


def _telling(code: Array, first: Array) -> Array:
    """Say of each sentence whether a word in small letters shows that it is no headline."""
    out = np.zeros(len(first) - 1, dtype=bool)
    filled = first[:-1] < first[1:]
    if filled.any():
        out[filled] = (np.bitwise_or.reduceat(code, first[:-1][filled]) & Part.TELLS) > 0
    return out
