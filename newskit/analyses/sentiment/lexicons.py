"""The word lists to score sentences by: VADER's, newskit's for news, and any that a user brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.forms import stripped, vader_valences
from newskit.errors import InputError, unknown_name
from newskit.text.fast import Forms
from newskit.text.vocabulary import Vocabulary
from newskit.word_lists import first_column, rows

Array = npt.NDArray[Any]
VADER, NEWS, GIVEN = "vader", "news", "given"
NAMES = (NEWS, VADER)
DEFAULT = NEWS


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words with their valence; and whether they are read as in news, not as in posts."""

    name: str
    listed: Mapping[str, float]
    # Mask names of several words, hear no shout in capitals, and bring sums between -1 and 1 by the
    # sentence's length.
    for_news: bool = False

    def valence(self, form: str) -> float:
        """Return the valence of a form; NaN when it is not listed."""
        word = stripped(form).lower()
        if self.for_news and word not in self.listed:
            word = word.removesuffix("'s")  # "the victory's price"
        return self.listed.get(word, np.nan)

    @cached_property
    def _by_key(self) -> tuple[Forms, Array]:
        """Where each listed word is, and its valence; the last is that of all other words."""
        return Forms(list(self.listed)), np.array([*self.listed.values(), np.nan])

    def valences(self, _: Vocabulary, forms: Forms) -> Array:
        """Return the valence of many forms: plain ones by their words."""
        listed, known = self._by_key
        values = np.full(len(forms.strings), np.nan)
        values[forms.plain.form] = known[listed.find(forms.keys)]

        # The marks around are part of the word.
        short = forms.plain.form[forms.plain.length < 3]
        for i in [*short.tolist(), *forms.others.tolist()]:
            values[i] = self.valence(forms.strings[i])
        return values

    def by_form(self, vocabulary: Vocabulary, used: Array) -> Array:
        """Return the valence of the forms of a vocabulary, by id.

        Those that are not in `used` may be left out.
        """
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
    return Lexicon(VADER, vader_valences())


@cache
def news() -> Lexicon:
    """Return newskit's list for news: every sign is one that readers or two lists give."""
    listed = {word: float(value) for word, value, *_ in rows("news.csv.xz")}
    return Lexicon(NEWS, listed, for_news=True)


def is_topic(printed: str) -> bool:
    """Return whether a word names what a text is about, whatever its tone.

    >>> is_topic("War"), is_topic("war’s"), is_topic("awful")
    (True, True, False)
    """
    word = printed.lower().replace("’", "'").removesuffix("'s")
    return word in first_column("topics.csv")


def chosen_lexicon(lexicon: str | pd.DataFrame | Lexicon) -> Lexicon:
    """Return the list that a name or a frame stands for.

    Raises
    ------
    UnknownNameError
        If no list has the name.
    InputError
        If a frame has not exactly the words and valences that a list needs; the message names the
        row.
    """
    if isinstance(lexicon, Lexicon):
        return lexicon
    if isinstance(lexicon, pd.DataFrame):
        return Lexicon(GIVEN, _values(lexicon))
    if lexicon not in NAMES:
        raise unknown_name("sentiment lexicon", lexicon, NAMES)
    return {NEWS: news, VADER: vader}[lexicon]()


def _values(frame: pd.DataFrame) -> dict[str, float]:
    """Read a frame with the columns `word` and `valence`."""
    tables.need_columns(frame, ("word", "valence"), "lexicon")
    values: dict[str, float] = {}
    for row, word, value in zip(frame.index, frame["word"], frame["valence"], strict=True):
        key = _key(row, word)
        if key in values:
            raise InputError(
                f"Row {row!r} of the lexicon: {word!r} stands there twice (capitals do not count)."
            )
        values[key] = _number(row, word, value)
    return values


def _key(row: Any, word: Any) -> str:
    """Return a word as it is looked up."""
    key = word.strip().lower() if isinstance(word, str) else ""
    if not key:
        raise InputError(f"Row {row!r} of the lexicon: 'word' holds {word!r}; expected a word.")
    return key


def _number(row: Any, word: str, value: Any) -> float:
    """Return a valence as a float; text, truth values, missing and infinite ones are errors."""
    is_number = isinstance(value, int | float | np.integer | np.floating)
    # To Python, True is an integer.
    is_truth = isinstance(value, bool)
    if is_truth or not is_number or not np.isfinite(value):
        raise InputError(
            f"Row {row!r} of the lexicon: the valence of {word!r} is {value!r}; "
            "expected a finite number."
        )
    return float(value)
