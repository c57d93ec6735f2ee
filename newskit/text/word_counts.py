"""What one word adds to each of the additive counts; worked out once per distinct word."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.codes import keys_of, rows_of
from newskit.text.familiar import complex_word, familiar, inflected_words, listed_words, on_list
from newskit.text.finder import Finder, index
from newskit.text.forms import fold, word
from newskit.text.plain import Forms
from newskit.text.syllables import dictionary, syllables
from newskit.text.vocabulary import Vocabulary
from newskit.word_lists import words as words_of

Array = npt.NDArray[Any]
FUNCTION_WORDS = words_of("function_words.csv")
# Order of the columns that `word_counts` gives; n_sentences comes from the segmentation.
WORD_COUNTS = (
    "n_words", "n_syllables", "n_letters", "n_characters", "n_monosyllables", "n_polysyllables", "n_complex_words",
    "n_long_words", "n_function_words", "n_unfamiliar_words", "n_unlisted_words", "n_unlisted_2_syllables",
    "n_unlisted_3_syllables", "n_mini_words", "n_scrabble_points",
)  # fmt: skip
# Byte of a small letter -> points of its tile.
_POINTS = [1] * 10 + [2] * 2 + [3] * 4 + [4] * 5 + [5, 8, 8, 10, 10]
_TILES = bytes.maketrans(b"aeilnorstudgbcmpfhvwykjxqz", bytes(_POINTS))
_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_OTHERS = bytes(set(range(256)) - set(_LETTERS))
_TILE_POINTS = np.array([_TILES[i] if i in _LETTERS else 0 for i in range(256)])
_NOTHING = (0,) * len(WORD_COUNTS)


def word_counts(form: str) -> tuple[int, ...]:
    """Say what one token adds to each of WORD_COUNTS; zeros when it holds no word."""
    found = word(form)
    if found is None:
        return _NOTHING
    # A capital at the head tells nothing; others do (BBC, McKay).
    return _counts_of(found.text.lower() if found.text[1:].islower() else found.text)


def word_counts_of(vocabulary: Vocabulary, forms: Forms) -> Array:
    """Say the same of many tokens at once: shape (tokens, len(WORD_COUNTS)).

    Most forms hold a word in plain letters; those words are counted together, column by column, and once.
    """
    plain, words = forms.plain, vocabulary.words
    ids = words.find(forms.small.tobytes().decode("latin-1"), forms.small, plain.start, plain.length)
    counted = np.zeros((len(forms.strings), len(WORD_COUNTS)), dtype=np.int32)
    counted[plain.form] = words.feature(_plain_counts, np.int32, len(WORD_COUNTS), many=True).take(ids, axis=0)
    for i in forms.others.tolist():
        counted[i] = word_counts(forms.strings[i])
    return counted


@cache
def _dictionary() -> tuple[Finder, Array]:
    """Return where each word of the dictionary is, and its syllables; the last are 0, for words that are not there."""
    return index(list(dictionary())), np.array([*dictionary().values(), 0])


def _plain_counts(_: Vocabulary, forms: Forms) -> Array:
    """Count plain words: shape (words, len(WORD_COUNTS))."""
    words, length, keys = forms.strings, forms.length, keys_of(forms.codes, forms.start, forms.length)
    finder, known = _dictionary()
    n = known[finder.find(keys)]
    at = np.flatnonzero(n == 0)
    n[at] = [syllables(words[i])[0] for i in at.tolist()]
    hard = n >= 3
    at = np.flatnonzero((n == 3) & np.array([w.endswith(("es", "ed")) for w in words], dtype=bool))
    hard[at] = [complex_word(words[i], 3) for i in at.tolist()]  # of others the number of syllables decides
    listed, like_listed, function = (
        np.array(list(map(some.__contains__, words)), dtype=bool)
        for some in (listed_words(), inflected_words(), FUNCTION_WORDS)
    )
    columns = (
        np.ones_like(n), n, length, length, n == 1, n >= 3, hard, length >= 7, function, ~(listed | like_listed),
        ~listed, ~listed & (n >= 2), ~listed & (n >= 3), length <= 3, _TILE_POINTS.take(rows_of(keys)).sum(axis=1),
    )  # fmt: skip
    return np.stack(columns, axis=1).astype(np.int32)


@lru_cache(maxsize=200_000)
def _counts_of(text: str) -> tuple[int, ...]:
    n, _ = syllables(text)
    letters = len(text) if text.isalpha() else sum(map(str.isalpha, text))
    characters = letters if letters == len(text) else sum(map(str.isalnum, text))
    folded = fold(text)
    listed = on_list(folded)
    known = listed or familiar(folded)
    return (
        1, n, letters, characters, n == 1, n >= 3, n >= 3 and complex_word(text, n), letters >= 7,
        folded in FUNCTION_WORDS, not known, not listed, not listed and n >= 2, not listed and n >= 3, characters <= 3,
        scrabble_points(folded),
    )  # fmt: skip


def scrabble_points(text: str) -> int:
    """Add up what the letters of a word are worth as English Scrabble tiles; accents aside, other letters 0.

    >>> scrabble_points("quiz"), scrabble_points("café"), scrabble_points("1918")
    (22, 9, 0)
    """
    if text.isascii() and text.isalpha():
        return sum(text.lower().encode().translate(_TILES))
    plain = unicodedata.normalize("NFKD", text.lower())
    return sum(plain.encode("ascii", "ignore").translate(_TILES, _OTHERS))
