"""Names of several words: United Nations Security Council, Liberal Party, Department of Justice.

What such a name is made of says nothing of the tone. A word belongs to one when it and the next one, or the one after
"of", begin with a capital inside a sentence. Sentences that are mostly capitals (headlines) tell nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.counting import name_tokens
from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]


def links(form: str) -> bool:
    """Say whether a form may stand inside a name without a capital."""
    return form == "of"


def parts_of_names(tokens: Tokens) -> Array:
    """Mark the tokens that are part of a name of several words."""
    out = np.zeros(len(tokens.form), dtype=bool)
    word = np.flatnonzero(tokens.is_word)
    name, sentence = name_tokens(tokens)[word], tokens.sentence[word]
    marked = np.zeros(len(word), dtype=bool)
    beside = name[:-1] & name[1:] & (sentence[:-1] == sentence[1:])
    marked[:-1] |= beside
    marked[1:] |= beside
    link = (tokens.feature(links, np.int8) > 0)[word]
    across = name[:-2] & link[1:-1] & name[2:] & (sentence[:-2] == sentence[2:])
    marked[:-2] |= across
    marked[2:] |= across
    out[word[marked]] = True
    return out
