"""Where something stands in a batch of texts: words in a row, or what an expression matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

import numpy as np

from newskit.comparing.word_patterns import Matcher, word_matchers
from newskit.errors import InputError
from newskit.text.arrays import Array
from newskit.text.forms import Word, word
from newskit.text.tokens import Tokens


class FoundPlace(NamedTuple):
    """Number of the text, offsets there, and the token it begins in (None in a text without)."""

    text: int
    start: int
    end: int
    token: int | None


Places: TypeAlias = Callable[[Tokens], Iterator[FoundPlace]]


class WordPlaces:
    """Finds words in a row, each by its own matcher, inside one sentence."""

    def __init__(self, pattern: str, case_sensitive: bool) -> None:
        self.matchers = word_matchers(pattern, case_sensitive=case_sensitive)

    def __call__(self, tokens: Tokens) -> Iterator[FoundPlace]:
        """Return the places in order."""
        at = np.flatnonzero(tokens.is_word)
        behind = len(self.matchers) - 1
        n = max(len(at) - behind, 0)
        firsts, lasts = at[:n], at[behind : behind + n]
        fits = tokens.sentence[firsts] == tokens.sentence[lasts]
        for shift, matches in enumerate(self._matches(tokens, at)):
            fits &= matches[shift : shift + n]

        firsts, lasts = firsts[fits], lasts[fits]
        texts = tokens.article[firsts].tolist()
        starts, _ = _word_offsets(tokens, firsts)
        _, ends = _word_offsets(tokens, lasts)
        return map(FoundPlace, texts, starts, ends, firsts.tolist())

    def _matches(self, tokens: Tokens, at: Array) -> list[Array]:
        """Return for each part of the pattern which words fit it; each form is tried once."""
        forms, form = np.unique(tokens.form[at], return_inverse=True)
        printed = [word_in(tokens.vocabulary.forms[i]).text for i in forms.tolist()]
        return [_fitting(fits, printed)[form] for fits in self.matchers]


def _word_offsets(tokens: Tokens, at: Array) -> tuple[list[int], list[int]]:
    """Return where the words of tokens begin and end in their texts."""
    forms, form = np.unique(tokens.form[at], return_inverse=True)
    words = [word_in(tokens.vocabulary.forms[i]) for i in forms.tolist()]
    inner = np.array([word[:2] for word in words], dtype=np.int64)
    places = tokens.start[at] + inner.reshape(-1, 2)[form].T
    return places[0].tolist(), places[1].tolist()


def _fitting(fits: Matcher, printed: list[str]) -> Array:
    return np.array([fits(text) for text in printed], dtype=bool)


def word_of(tokens: Tokens, token: int) -> Word:
    """Return the word of a token that is known to hold one."""
    return word_in(tokens.vocabulary.forms[int(tokens.form[token])])


def word_in(form: str) -> Word:
    """Return the word of a form that is known to hold one."""
    return word(form) or Word(0, len(form), form)


class RegexPlaces:
    """Finds what a regular expression matches; what is empty is no match."""

    def __init__(self, pattern: str, case_sensitive: bool) -> None:
        try:
            self.pattern = re.compile(
                pattern, 0 if case_sensitive else re.IGNORECASE
            )
        except re.error as error:
            raise InputError(f"{pattern!r} is no regular expression: {error}.") from error

    def __call__(self, tokens: Tokens) -> Iterator[FoundPlace]:
        """Yield the places in order."""
        for number, text in enumerate(tokens.texts):
            first, behind = tokens.first[number : number + 2].tolist()
            for found in self.pattern.finditer(text):
                start, end = found.span()
                if start < end:
                    ends = tokens.end[first : max(behind - 1, first)]
                    token = first + int(np.searchsorted(ends, start, "right"))
                    yield FoundPlace(
                        number, start, end, token if first < behind else None
                    )
