"""Additive counts: words, sentences, syllables, letters and their kin.

Counts of paragraphs add up to those of the article, those of articles to those of an outlet.
Whatever is scored is scored on sums of these counts; scores are never averaged.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.inputs import Articles
from newskit.text.arrays import Array
from newskit.text.batch import Batch, over_batches
from newskit.text.columns import COUNTED
from newskit.text.scopes import Scope, quoted_words_of_sentences, sums_between, words_of_sentences
from newskit.text.tokens import Tokens
from newskit.text.word_counts import WORD_COUNTS, word_counts_of

# Share of a sentence's words: in title case a capital tells nothing.
MOST_CAPITALS = 0.6
# A name is neither complex nor unfamiliar.
_NOT_OF_NAMES = (WORD_COUNTS.index("n_complex_words"), WORD_COUNTS.index("n_unfamiliar_words"))


def name_tokens(tokens: Tokens) -> Array:
    """Mark the tokens that are taken for names: capitals inside a sentence.

    A sentence that is mostly capitalized (a headline in title case) tells nothing, so nothing in it
    is a name. The word that opens a sentence is a name when the same form stands as one elsewhere
    in the text.
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


def matrix_of(tokens: Tokens) -> Array:
    """Return what every token adds to each of WORD_COUNTS: shape (len(WORD_COUNTS), tokens)."""
    known = tokens.vocabulary.feature(word_counts_of, np.int32, len(WORD_COUNTS), many=True).T
    values = np.empty((len(WORD_COUNTS), len(tokens.form)), dtype=np.int32)
    # Row by row: a row lies in one piece, the whole table does not.
    for row, out in zip(known, values, strict=True):
        row.take(tokens.form, out=out, mode="clip")

    names = np.flatnonzero(name_tokens(tokens))
    for i in _NOT_OF_NAMES:
        values[i, names] = 0
    return values


def _totals(tokens: Tokens) -> Array:
    """Return the sums of each text."""
    return sums_between(tokens.once(matrix_of), tokens.first)


def counts_of(
    batch: Batch,
    unit: str = "article",
    voice: bool = False,
) -> pd.DataFrame:
    """Count one batch; see `newskit.counts`."""
    scope = Scope(batch, unit)
    tokens, values = scope.tokens, scope.tokens.once(matrix_of)
    is_whole = scope.bounds is tokens.first
    total = tokens.once(_totals) if is_whole else sums_between(values, scope.bounds)

    # A line of dashes is a sentence of no word: it is not counted.
    words = tokens.once(words_of_sentences)
    sentences = sums_between(words > 0, scope.sentence_bounds)
    columns = (*scope.columns(voice), *COUNTED)
    if not voice:
        return tables.conform(columns, _table(scope.keys(), total, sentences))

    # Few tokens are quoted: only they are looked at again.
    at = np.flatnonzero(tokens.quoted)
    quoted = sums_between(values.take(at, axis=1), np.searchsorted(at, scope.bounds))
    # A sentence has the voice of most of its words.
    quoted_words = tokens.once(quoted_words_of_sentences)
    is_quoted = 2 * quoted_words > words
    quoted_sentences = sums_between(is_quoted, scope.sentence_bounds)

    both = _interleave(total - quoted, quoted)
    both_sentences = _interleave(sentences - quoted_sentences, quoted_sentences)
    keys: dict[str, Any] = {
        name: np.repeat(np.asarray(column), 2) for name, column in scope.keys().items()
    }
    keys["voice"] = ["own", "quoted"] * scope.n
    return tables.conform(columns, _table(keys, both, both_sentences))


def _table(
    keys: dict[str, Any],
    totals: Array,
    sentences: Array,
) -> dict[str, Any]:
    return {**keys, "n_sentences": sentences, **dict(zip(WORD_COUNTS, totals, strict=True))}


def _interleave(own: Array, quoted: Array) -> Array:
    """Put the two voices of each row one behind the other."""
    return np.stack([own, quoted], axis=-1).reshape(*own.shape[:-1], -1)


def counts_table(
    articles: Articles,
    unit: str = "article",
    voice: bool = False,
) -> pd.DataFrame:
    """Count whatever the user has; see `newskit.counts`."""
    return over_batches(articles, lambda batch: counts_of(batch, unit, voice))
