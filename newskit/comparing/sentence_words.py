"""The words of each sentence of an article with their places, for numbers and times to be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import numpy as np

from newskit.comparing.places import word_of
from newskit.text.tokens import Tokens

REACH = 40
"""Words on each side of a place that are looked at: a list of numbers may be one long sentence."""


class SentenceWord(NamedTuple):
    """A word of a text: text[start:end]."""

    text: str
    start: int
    end: int


class SentenceWords(NamedTuple):
    """The words of a sentence, its number in the text, and the number of the text."""

    text: int
    sentence: int
    words: list[SentenceWord]


def words_around(
    words: list[SentenceWord],
    start: int,
    end: int,
) -> tuple[list[str], list[str]]:
    """Return the words before a place and those behind it, each from the place on."""
    first = bisect_right(words, start, key=lambda word: word.end)
    after = bisect_left(words, end, key=lambda word: word.start)
    before = words[max(0, first - REACH) : first]
    behind = words[after : after + REACH]
    return [word.text for word in before[::-1]], [word.text for word in behind]


def sentence_words(tokens: Tokens) -> Iterator[SentenceWords]:
    """Yield the words of each sentence of a batch."""
    at = np.flatnonzero(tokens.is_word).tolist()
    for sentence, group in groupby(at, key=lambda token: int(tokens.sentence[token])):
        own = list(group)
        text = int(tokens.article[own[0]])
        first = int(tokens.sentence[tokens.first[text]])
        yield SentenceWords(
            text, sentence - first, [_printed(tokens, token) for token in own]
        )


def _printed(tokens: Tokens, token: int) -> SentenceWord:
    inner, start = word_of(tokens, token), int(tokens.start[token])
    return SentenceWord(inner.text, start + inner.start, start + inner.end)
