"""Which tokens are taken for names: their letters are not judged, since no list of words holds them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]
MOST_CAPITALS = (
    0.6  # share of a sentence's words: "Infrastructure Committee Rejects Proposal" is a headline
)


def name_tokens(tokens: Tokens) -> Array:
    """Mark the tokens that are taken for names: capitals inside a sentence.

    A sentence that is mostly capitalized (a headline in title case) tells nothing, so nothing in it is a name.
    The word that opens a sentence is a name when the same form stands as one elsewhere in the text.
    """
    name = np.zeros(len(tokens.form), dtype=bool)
    at = np.flatnonzero(tokens.capital)
    if not len(at):
        return name

    words = np.flatnonzero(tokens.is_word)
    opens = np.zeros(len(name), dtype=bool)
    opens[words[np.diff(tokens.sentence[words], prepend=-1) > 0]] = True

    n_sentences = len(tokens.sentence_first) - 1
    n_words = np.bincount(tokens.sentence[words], minlength=n_sentences)
    n_capitals = np.bincount(tokens.sentence[at], minlength=n_sentences)
    tells = n_capitals <= MOST_CAPITALS * n_words
    at = at[tells[tokens.sentence[at]]]

    inside, opening = at[~opens[at]], at[opens[at]]
    name[inside] = True
    name[_also_among(tokens, opening, inside)] = True
    return name


def _also_among(tokens: Tokens, some: Array, others: Array) -> Array:
    """Return those of some tokens whose form stands among others of the same text."""
    n_forms = len(tokens.vocabulary.forms)
    seen = [np.bincount(tokens.form[at], minlength=n_forms) > 0 for at in (some, others)]

    # Few forms stand in both places; only those are compared text by text.
    in_both = seen[0] & seen[1]
    some, others = (at[in_both[tokens.form[at]]] for at in (some, others))
    keys = [tokens.article[at] * n_forms + tokens.form[at] for at in (some, others)]
    return np.asarray(some[np.isin(keys[0], keys[1])])
