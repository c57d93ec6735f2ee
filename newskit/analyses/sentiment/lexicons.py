"""The word lists that sentences can be scored by: VADER's, newskit's for news, and any that a user brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from newskit.analyses.sentiment.forms import lexicon as vader_values
from newskit.analyses.sentiment.forms import stripped
from newskit.errors import InputError, unknown_name
from newskit.text.fast import Forms
from newskit.text.vocabulary import Vocabulary
from newskit.word_lists import rows

Array = npt.NDArray[Any]
VADER, NEWS, GIVEN = "vader", "news", "given"
NAMES = (NEWS, VADER)
DEFAULT = NEWS


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words with their valence, and the three ways in which reading news differs from reading posts."""

    name: str
    listed: Mapping[str, float]
    # Mask names of several words, hear no shout in capitals, and bring sums between -1 and 1 by the sentence's length.
    for_news: bool = False

    def valence(self, form: str) -> float:
        """Return the valence of a form; NaN when it is not listed."""
        word = stripped(form).lower()
        value = self.listed.get(word)
        if value is None and self.for_news and word.endswith("'s"):
            value = self.listed.get(word[:-2])
        return np.nan if value is None else value

    @cached_property
    def _by_key(self) -> tuple[Forms, Array]:
        """Where each listed word is, and its valence; the last is that of the words that are not there."""
        return Forms(list(self.listed)), np.array([*self.listed.values(), np.nan])

    def valences(self, _: Vocabulary, forms: Forms) -> Array:
        """Return the valence of many forms: plain ones by their words."""
        listed, known = self._by_key
        values = np.full(len(forms.strings), np.nan)
        values[forms.plain.form] = known[listed.find(forms.keys)]
        short = forms.plain.form[forms.plain.length < 3]  # the marks around them are part of the word
        for i in [*short.tolist(), *forms.others.tolist()]:
            values[i] = self.valence(forms.strings[i])
        return values

    def by_form(self, vocabulary: Vocabulary, used: Array) -> Array:
        """Return the valence of the forms of a vocabulary, by id; those that are not in `used` may be left out."""
        if self.name in NAMES:
            return vocabulary.feature(self.valences, np.float64, many=True)
        # A list that a user brings is not remembered: it may be one of many.
        values = np.full(len(vocabulary.forms), np.nan)
        seen = np.zeros(len(values), dtype=bool)
        seen[used] = True
        ids = np.flatnonzero(seen)
        values[ids] = self.valences(vocabulary, Forms([vocabulary.forms[i] for i in ids]))
        return values


@cache
def vader() -> Lexicon:
    """Return VADER's list, as published."""
    return Lexicon(VADER, vader_values())


@cache
def news() -> Lexicon:
    """Return VADER's list with the changes of news.csv."""
    return Lexicon(NEWS, changed(vader_values(), rows("news.csv")), for_news=True)


def changed(values: Mapping[str, float], changes: Iterable[Sequence[str]]) -> dict[str, float]:
    """Return values with changes (word, value, ...) made; a word that is changed to 0 is no longer listed."""
    out = {**values, **{word: float(value) for word, value, *_ in changes}}
    return {word: value for word, value in out.items() if value}


def chosen(lexicon: str | pd.DataFrame | Lexicon) -> Lexicon:
    """Return the list that a name or a frame stands for.

    Raises
    ------
    UnknownNameError
        If no list has the name.
    InputError
        If a frame has not exactly the words and valences that a list needs; the message names the row.
    """
    if isinstance(lexicon, Lexicon):
        return lexicon
    if isinstance(lexicon, pd.DataFrame):
        return Lexicon(GIVEN, _values(lexicon))
    if lexicon not in NAMES:
        raise unknown_name("sentiment lexicon", lexicon, NAMES)
    return news() if lexicon == NEWS else vader()


def _values(frame: pd.DataFrame) -> dict[str, float]:
    """Read a frame with the columns `word` and `valence`."""
    for column in ("word", "valence"):
        if column not in frame.columns:
            raise InputError(
                f"A lexicon needs the columns 'word' and 'valence'; this one has no {column!r}. "
                f"Its columns: {', '.join(map(str, frame.columns)) or 'none'}."
            )
    values: dict[str, float] = {}
    for row, word, value in zip(frame.index, frame["word"], frame["valence"], strict=True):
        if not isinstance(word, str) or not word.strip():
            raise InputError(f"Row {row!r} of the lexicon: 'word' holds {word!r}; expected a word.")
        key = word.strip().lower()
        if key in values:
            raise InputError(f"Row {row!r} of the lexicon: {word!r} stands there twice (capitals do not count).")
        values[key] = _number(row, word, value)
    return values


def _number(row: Any, word: str, value: Any) -> float:
    """Return a valence as a float; text, truth values, missing and infinite ones are errors."""
    right = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    if not right or not np.isfinite(value):
        raise InputError(f"Row {row!r} of the lexicon: the valence of {word!r} is {value!r}; expected a finite number.")
    return float(value)
