"""Additive counts of a scope: words, sentences, syllables, letters and their kin.

Counts of paragraphs add up to those of the article, those of articles to those of an outlet. Whatever is scored
is scored on sums of these counts; scores are never averaged.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.inputs import Articles, as_articles, batches, stack
from newskit.text.batch import Batch
from newskit.text.columns import COUNTED
from newskit.text.tokens import Tokens
from newskit.text.word_counts import WORD_COUNTS, word_counts_of

Array = npt.NDArray[Any]
SCOPES = ("article", "headline", "paragraph", "sentence")
# A name is neither complex nor unfamiliar.
_NOT_OF_NAMES = (WORD_COUNTS.index("n_complex_words"), WORD_COUNTS.index("n_unfamiliar_words"))


def name_tokens(tokens: Tokens) -> Array:
    """Mark the tokens that are taken for names: capitals inside a sentence.

    A sentence that is mostly capitalized (a headline in title case) tells nothing, so nothing in it is a name.
    The word that opens a sentence is a name when the same form stands as one elsewhere in the text.
    """
    capital = tokens.capital
    if not len(capital):
        return capital
    at = np.flatnonzero(capital)
    words = np.flatnonzero(tokens.is_word)
    opens = np.zeros(len(capital), dtype=bool)
    opens[words[np.diff(tokens.sentence[words], prepend=-1) > 0]] = True
    n_sentences = len(tokens.sentence_first) - 1
    capitals = np.bincount(tokens.sentence[at], minlength=n_sentences)
    telling = capitals <= 0.6 * np.bincount(tokens.sentence[words], minlength=n_sentences)
    at = at[telling[tokens.sentence[at]]]
    inside, opening = at[~opens[at]], at[opens[at]]
    name = np.zeros(len(capital), dtype=bool)
    name[inside] = True
    # Few forms stand in both places; only those are compared article by article.
    n_forms = len(tokens.vocabulary.forms)
    in_both = np.bincount(tokens.form[inside], minlength=n_forms) * np.bincount(tokens.form[opening], minlength=n_forms)
    inside, opening = (at[in_both[tokens.form[at]] > 0] for at in (inside, opening))
    keys = [tokens.article[at] * n_forms + tokens.form[at] for at in (opening, inside)]
    name[opening] = np.isin(keys[0], keys[1])
    return name


def matrix_of(tokens: Tokens) -> Array:
    """Return what every token adds to each of WORD_COUNTS: shape (len(WORD_COUNTS), tokens)."""
    known = tokens.vocabulary.feature(word_counts_of, np.int32, len(WORD_COUNTS), many=True).T
    values = np.empty((len(WORD_COUNTS), len(tokens.form)), dtype=np.int32)
    for row, out in zip(known, values, strict=True):  # a row lies in one piece, the whole table does not
        row.take(tokens.form, out=out, mode="clip")
    names = np.flatnonzero(name_tokens(tokens))
    for i in _NOT_OF_NAMES:
        values[i, names] = 0
    return values


def sums_between(values: Array, bounds: Array) -> Array:
    """Sum `values` along their last axis from each bound to the next. Empty segments are 0."""
    out = np.zeros((*values.shape[:-1], len(bounds) - 1), dtype=np.int64)
    filled = bounds[:-1] < bounds[1:]
    if filled.any():
        whole = values.astype(np.int32) if values.dtype == np.bool_ else values
        out[..., filled] = np.add.reduceat(whole, bounds[:-1][filled], axis=-1)
    return out


class Scope:
    """The rows of a table by scope: their keys, and the row that each token and each sentence belongs to."""

    def __init__(self, batch: Batch, unit: str) -> None:
        if unit not in SCOPES:
            raise InputError(f"unit={unit!r} is not known; expected one of {', '.join(SCOPES)}.")
        self.unit = unit
        self.field = "headline" if unit == "headline" else "text"
        self.tokens = batch.tokens(self.field)
        self.ids = batch.ids
        self.bounds = self._bounds()
        self.n = len(self.bounds) - 1
        # Sentences lie within the rows of every scope; so a row's bounds in tokens give its bounds in sentences.
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
            new = (np.diff(t.paragraph, prepend=-1) != 0) | (np.diff(t.article, prepend=-1) != 0)
            return np.append(np.flatnonzero(new), len(t.form))
        return t.first

    def keys(self) -> dict[str, Any]:
        """Return the key columns: article_id and, below the article, paragraph, sentence, start and end."""
        t, ids = self.tokens, np.array(self.ids, dtype=object)
        if self.unit in ("article", "headline"):
            return {"article_id": ids}
        first, last = self.bounds[:-1], self.bounds[1:] - 1
        keys = {"article_id": ids[t.article[first]], "paragraph": t.paragraph[first]}
        if self.unit == "sentence":
            keys["sentence"] = first_of_text(t)[1]
        return {**keys, "start": t.start[first], "end": t.end[last]}

    def columns(self, voice: bool) -> tuple[tables.Column, ...]:
        """Return the specification of the key columns."""
        below = {
            "paragraph": (tables.PARAGRAPH, tables.START, tables.END),
            "sentence": (tables.PARAGRAPH, tables.SENTENCE, tables.START, tables.END),
        }.get(self.unit, ())
        return (tables.ARTICLE_ID, *below, *((tables.VOICE,) if voice else ()))


def first_of_text(tokens: Tokens) -> tuple[Array, Array]:
    """Return, per sentence of the batch, its text and its number in that text."""
    text = tokens.article[tokens.sentence_first[:-1]]
    first = np.searchsorted(text, text)
    return text, np.arange(len(text)) - first


def counts_of(batch: Batch, unit: str = "article", voice: bool = False) -> pd.DataFrame:
    """Count one batch; see `counts`."""
    scope = Scope(batch, unit)
    tokens, values = scope.tokens, matrix_of(scope.tokens)
    total = sums_between(values, scope.bounds)
    words = sums_between(tokens.is_word, tokens.sentence_first)
    sentences = sums_between(words > 0, scope.sentence_bounds)
    columns = (*scope.columns(voice), *COUNTED)
    if not voice:
        return tables.conform(columns, _table(scope.keys(), total, sentences))
    quoted = sums_between(values * tokens.quoted, scope.bounds)
    quoted_words = sums_between(tokens.is_word & tokens.quoted, tokens.sentence_first)
    is_quoted = 2 * quoted_words > words
    quoted_sentences = sums_between(is_quoted, scope.sentence_bounds)
    both = _interleave(total - quoted, quoted)
    both_sentences = _interleave(sentences - quoted_sentences, quoted_sentences)
    keys: dict[str, Any] = {name: np.repeat(np.asarray(column), 2) for name, column in scope.keys().items()}
    keys["voice"] = ["own", "quoted"] * scope.n
    return tables.conform(columns, _table(keys, both, both_sentences))


def _table(keys: dict[str, Any], totals: Array, sentences: Array) -> dict[str, Any]:
    return {**keys, "n_sentences": sentences, **dict(zip(WORD_COUNTS, totals, strict=True))}


def _interleave(own: Array, quoted: Array) -> Array:
    return np.stack([own, quoted], axis=-1).reshape(*own.shape[:-1], -1)


def counts(articles: Articles, *, unit: str = "article", voice: bool = False) -> pd.DataFrame:
    """Count words, sentences, syllables, letters and their kin.

    Every count is additive: rows of paragraphs add up to the article's, rows of articles to the outlet's.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    unit : {"article", "headline", "paragraph", "sentence"}
        What one row stands for. Below the article the key columns `paragraph`, `sentence`, `start` and `end` are added.
    voice : bool
        Split each row into `own` (the outlet's words) and `quoted` (words inside quotation marks, scare quotes
        left out). A sentence belongs to the voice of most of its words (ties: own).

    Returns
    -------
    pandas.DataFrame
        `article_id`, the keys, and whole numbers from 0 up: `n_words`, `n_sentences` (those with a word),
        `n_syllables`, `n_letters`, `n_characters` (letters and digits), `n_monosyllables`, `n_polysyllables` (three
        syllables or more), `n_complex_words` (Gunning), `n_long_words` (seven letters or more), `n_function_words`,
        `n_unfamiliar_words` (Dale and Chall), `n_unlisted_words`, `n_unlisted_2_syllables` and
        `n_unlisted_3_syllables` (not on that list as printed; of two, of three syllables or more), `n_mini_words`
        (three letters or fewer), `n_scrabble_points` (of the letters). A missing text counts as an empty one.

    Raises
    ------
    InputError
        If `unit` is not one of these, or `articles` cannot be read as texts.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.counts("The bridge is shut. “It is a mess,” said Ann.", voice=True)[["voice", "n_words", "n_sentences"]]
        voice  n_words  n_sentences
    0     own        6            1
    1  quoted        4            1
    """
    frame = as_articles(articles)
    return stack([counts_of(Batch(part), unit, voice) for part in batches(frame)])
