"""Units of analysis: what one row of a table stands for, and sums over the tokens of each row."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

from newskit import tables
from newskit.errors import InputError
from newskit.text.arrays import Array
from newskit.text.batch import Batch
from newskit.text.tokens import Tokens

UNITS = ("article", "headline", "paragraph", "sentence")
# The key columns that a row below the article has.
_BELOW_ARTICLE = {
    "paragraph": (tables.PARAGRAPH, tables.START, tables.END),
    "sentence": (tables.PARAGRAPH, tables.SENTENCE, tables.START, tables.END),
}


class Scope:
    """The rows of a table by unit: their keys, and the row of each token and each sentence."""

    def __init__(self, batch: Batch, unit: str) -> None:
        if unit not in UNITS:
            raise InputError(f"unit={unit!r} is not known; expected one of {', '.join(UNITS)}.")
        self.unit = unit
        self.field = "headline" if unit == "headline" else "text"
        self.tokens = batch.tokens(self.field)
        self.ids = batch.ids
        self.bounds = self._bounds()
        self.n = len(self.bounds) - 1
        # No sentence crosses a row of any unit; so a row's bounds in tokens give its bounds in
        # sentences.
        self.sentence_bounds = np.searchsorted(self.tokens.sentence_first[:-1], self.bounds)

    @cached_property
    def row(self) -> Array:
        """Return the row of each token."""
        return np.repeat(np.arange(self.n), np.diff(self.bounds))

    @cached_property
    def sentence_row(self) -> Array:
        """Return the row of each sentence."""
        return np.repeat(np.arange(self.n), np.diff(self.sentence_bounds))

    def _bounds(self) -> Array:
        """Return the number of the first token of each row, and one more."""
        t = self.tokens
        if self.unit == "sentence":
            return t.sentence_first
        if self.unit == "paragraph":
            new_number = np.diff(t.paragraph, prepend=-1) != 0
            new_article = np.diff(t.article, prepend=-1) != 0
            return np.append(np.flatnonzero(new_number | new_article), len(t.form))
        return t.first

    def keys(self) -> dict[str, Any]:
        """Return the key columns: article_id and, below the article, its place there."""
        t, ids = self.tokens, np.array(self.ids, dtype=object)
        if self.unit not in _BELOW_ARTICLE:
            return {"article_id": ids}

        first, last = self.bounds[:-1], self.bounds[1:] - 1
        keys = {"article_id": ids[t.article[first]], "paragraph": t.paragraph[first]}
        if self.unit == "sentence":
            keys["sentence"] = first_of_text(t)[1]
        return {**keys, "start": t.start[first], "end": t.end[last]}

    def columns(self, voice: bool) -> tuple[tables.Column, ...]:
        """Return the specification of the key columns."""
        columns = (tables.ARTICLE_ID, *_BELOW_ARTICLE.get(self.unit, ()))
        return (*columns, tables.VOICE) if voice else columns


def sums_between(values: Array, bounds: Array) -> Array:
    """Sum `values` along their last axis from each bound to the next. Empty segments are 0."""
    out = np.zeros((*values.shape[:-1], len(bounds) - 1), dtype=np.int64)
    # Where a segment is empty, `reduceat` would give the value at its bound: only filled ones are
    # asked for.
    filled = bounds[:-1] < bounds[1:]
    if filled.any():
        whole = values.astype(np.int32) if values.dtype == np.bool_ else values
        out[..., filled] = np.add.reduceat(whole, bounds[:-1][filled], axis=-1)
    return out


def words_of_sentences(tokens: Tokens) -> Array:
    """Return the number of words of each sentence of the batch."""
    return sums_between(tokens.is_word, tokens.sentence_first)


def quoted_words_of_sentences(tokens: Tokens) -> Array:
    """Return how many of the words of each sentence are quoted."""
    return sums_between(tokens.is_word & tokens.quoted, tokens.sentence_first)


def first_of_text(tokens: Tokens) -> tuple[Array, Array]:
    """Return, per sentence of the batch, its text and its number in that text."""
    text = tokens.article[tokens.sentence_first[:-1]]
    first = np.searchsorted(text, text)
    return text, np.arange(len(text)) - first
