"""What one word adds to each of the additive counts; worked out once per distinct word."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

import numpy as np

from newskit.tables import N_SENTENCES
from newskit.text.arrays import Array
from newskit.text.columns import COUNTED
from newskit.text.complex_words import COMPLEX, is_complex
from newskit.text.familiar_words import inflected_words, is_familiar, is_listed, listed_words
from newskit.text.fast import Forms
from newskit.text.forms import fold, word
from newskit.text.syllables import dictionary, syllables
from newskit.text.vocabulary import Vocabulary
from newskit.word_lists import first_column

FUNCTION_WORDS = first_column("function_words.csv")
# Letters of a long word, or more; letters or digits of a mini word, or fewer.
LONG, MINI = 7, 3
# Order of the columns that `word_counts` gives; sentences come from the segmentation.
WORD_COUNTS = tuple(column.name for column in COUNTED if column != N_SENTENCES)
# Points of the tiles, then by the byte of a small letter.
_TILES = {1: b"aeilnorstu", 2: b"dg", 3: b"bcmp", 4: b"fhvwy", 5: b"k", 8: b"jx", 10: b"qz"}
_OF_LETTER = {letter: points for points, letters in _TILES.items() for letter in letters}
_POINTS = bytes([_OF_LETTER.get(byte, 0) for byte in range(256)])
_NOTHING = (0,) * len(WORD_COUNTS)


def _row(
    n: Any, letters: Any, characters: Any, hard: Any, function: Any, known: Any, listed: Any
) -> tuple[Any, ...]:
    """Say what one word adds, or given arrays many, in the order of WORD_COUNTS but for the last.

    `n` is the number of syllables; `known` says whether the word is familiar, `listed` whether it
    is on the Dale-Chall list itself.
    """
    unlisted = 1 - listed
    sizes = (1, n, letters, characters, n == 1, n >= COMPLEX, hard, letters >= LONG)
    lists = (function, 1 - known, unlisted, unlisted & (n >= 2), unlisted & (n >= 3))
    return (*sizes, *lists, characters <= MINI)


def word_counts(form: str) -> tuple[int, ...]:
    """Say what one token adds to each of WORD_COUNTS; zeros when it holds no word."""
    found = word(form)
    if found is None:
        return _NOTHING

    # A capital at the head tells nothing; others do (BBC, McKay).
    return _counts_of(found.text.lower() if found.text[1:].islower() else found.text)


@lru_cache(maxsize=200_000)
def _counts_of(text: str) -> tuple[int, ...]:
    n, _ = syllables(text)
    letters, characters = sum(map(str.isalpha, text)), sum(map(str.isalnum, text))
    hard = n >= COMPLEX and is_complex(text, n)

    folded = fold(text)
    listed = is_listed(folded)
    known = listed or is_familiar(folded)
    function = folded in FUNCTION_WORDS
    row = _row(n, letters, characters, hard, function, known, listed)
    return (*row, scrabble_points(folded))


def word_counts_of(vocabulary: Vocabulary, forms: Forms) -> Array:
    """Say the same of many tokens at once: shape (tokens, len(WORD_COUNTS)).

    Most forms hold a word in plain letters; those words are counted together, column by column, and
    once.
    """
    words = vocabulary.words
    ids = words.plain_words(forms)
    known = words.feature(_plain_counts, np.int32, len(WORD_COUNTS), many=True)

    counted = np.zeros((len(forms.strings), len(WORD_COUNTS)), dtype=np.int32)
    counted[forms.plain.form] = known.take(ids, axis=0)
    for i in forms.others.tolist():
        counted[i] = word_counts(forms.strings[i])
    return counted


@cache
def _dictionary() -> tuple[Forms, Array]:
    """Return the words of the dictionary, and their syllables: at the end 0, for all others."""
    return Forms(list(dictionary())), np.array([*dictionary().values(), 0])


def _plain_counts(_: Vocabulary, forms: Forms) -> Array:
    """Count words of plain small letters: shape (words, len(WORD_COUNTS))."""
    words, length = forms.strings, forms.length
    n = _plain_syllables(forms)
    hard = _plain_complex(words, n)
    function, listed, inflected = (
        np.array(list(map(some.__contains__, words)), dtype=bool)
        for some in (FUNCTION_WORDS, listed_words(), inflected_words())
    )
    row = _row(n, length, length, hard, function, listed | inflected, listed)
    points = np.frombuffer(_POINTS, dtype=np.uint8).take(forms.rows).sum(axis=1)
    return np.stack(np.broadcast_arrays(*row, points), axis=1).astype(np.int32)


def _plain_syllables(forms: Forms) -> Array:
    known, n_known = _dictionary()
    n = n_known[known.find(forms.printed_keys)]
    # Some are not in the dictionary, or stand there without a vowel (hmm).
    for i in np.flatnonzero(n == 0).tolist():
        n[i], _ = syllables(forms.strings[i])
    return np.asarray(n)


def _plain_complex(words: list[str], n: Array) -> Array:
    hard = n >= COMPLEX
    # Of words without hyphens and digits only these endings can make one of three easy.
    for i in np.flatnonzero(n == COMPLEX).tolist():
        if words[i].endswith(("es", "ed")):
            hard[i] = is_complex(words[i], COMPLEX)
    return np.asarray(hard)


def scrabble_points(text: str) -> int:
    """Add up what the letters of a word are worth; accents aside, other letters 0.

    >>> scrabble_points("quiz"), scrabble_points("café"), scrabble_points("1918")
    (22, 9, 0)
    """
    small = text.lower()
    plain = small if small.isascii() else unicodedata.normalize("NFKD", small)
    return sum(plain.encode("ascii", "ignore").translate(_POINTS))
