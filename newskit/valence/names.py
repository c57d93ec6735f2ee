"""Names of several words: United Nations Security Council, Liberal Party, Department of Justice.

What such a name is made of says nothing of the tone. A word belongs to one when it and the next one, or the one after
"of", begin with a capital inside a sentence. A sentence whose only words in small letters are function words tells
nothing: it is a headline.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.forms import word
from newskit.text.tokens import Tokens
from newskit.text.word_counts import FUNCTION_WORDS

Array = npt.NDArray[Any]


def links(form: str) -> bool:
    """Say whether a form may stand inside a name without a capital."""
    return form == "of"


def tells(form: str) -> bool:
    """Say whether a form shows that its sentence is no headline: a word in small letters that carries a meaning."""
    found = word(form)
    return found is not None and found.text[0].islower() and found.text not in FUNCTION_WORDS


def parts_of_names(tokens: Tokens) -> Array:
    """Mark the tokens that are part of a name of several words."""
    out = np.zeros(len(tokens.form), dtype=bool)
    at = np.flatnonzero(tokens.is_word)
    sentence = tokens.sentence[at]
    telling = np.bincount(sentence, weights=(tokens.feature(tells, np.int8) > 0)[at]) > 0
    inside = np.diff(sentence, prepend=-1) == 0
    name = tokens.capital[at] & inside & telling[sentence]
    marked = np.zeros(len(at), dtype=bool)
    beside = name[:-1] & name[1:] & (sentence[:-1] == sentence[1:])
    marked[:-1] |= beside
    marked[1:] |= beside
    link = (tokens.feature(links, np.int8) > 0)[at]
    across = name[:-2] & link[1:-1] & name[2:] & (sentence[:-2] == sentence[2:])
    marked[:-2] |= across
    marked[2:] |= across
    out[at[marked]] = True
    return out
