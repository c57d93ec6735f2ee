"""What one word adds to each of the additive counts; worked out once per distinct word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.familiar import complex_word, familiar, listed_words, on_list
from newskit.text.forms import fold, word
from newskit.text.syllables import syllables
from newskit.text.vocabulary import Vocabulary
from newskit.wordlists import words as words_of

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
_AROUND = ',.?!;:()[]“”"'
_SMALL = frozenset("aAI")
_NOTHING = (0,) * len(WORD_COUNTS)


def word_counts(form: str) -> tuple[int, ...]:
    """Say what one token adds to each of WORD_COUNTS; zeros when it holds no word."""
    found = word(form)
    if found is None:
        return _NOTHING
    # A capital at the head tells nothing; others do (BBC, McKay).
    return _counts_of(found.text.lower() if found.text[1:].islower() else found.text)


def word_counts_of(vocabulary: Vocabulary, forms: list[str]) -> Array:
    """Say the same of many tokens at once: shape (tokens, len(WORD_COUNTS)).

    Most forms hold a word in plain letters; those words are counted together, column by column, and once.
    """
    words = [_plain(form) for form in forms]
    counted = np.zeros((len(forms), len(WORD_COUNTS)), dtype=np.int32)
    plain = np.array([word != "" for word in words], dtype=bool)
    ids = vocabulary.words.ids([word for word in words if word])
    counted[plain] = vocabulary.words.feature(_plain_counts, np.int32, len(WORD_COUNTS), many=True).take(ids, axis=0)
    for i in np.flatnonzero(~plain).tolist():
        counted[i] = word_counts(forms[i])
    return counted


def _plain(form: str) -> str:
    """Return the word of a form in small letters, where it is ASCII letters with no capital inside; else nothing."""
    letters = form if form.isalpha() else form.strip(_AROUND)
    if letters.isascii() and letters.isalpha() and (letters[1:].islower() or letters in _SMALL):
        return letters.lower()
    return ""


def _plain_counts(_: Vocabulary, words: list[str]) -> Array:
    """Count plain words: shape (words, len(WORD_COUNTS))."""
    n, length = np.array([syllables(w)[0] for w in words], dtype=int), np.array(list(map(len, words)), dtype=int)
    listed = np.array(list(map(listed_words().__contains__, words)), dtype=bool)
    known = np.array([on or familiar(w) for w, on in zip(words, listed.tolist(), strict=True)], dtype=bool)
    hard = n >= 3
    at = np.flatnonzero((n == 3) & np.array([w.endswith(("es", "ed")) for w in words], dtype=bool))
    hard[at] = [complex_word(words[i], 3) for i in at.tolist()]  # of others the number of syllables decides
    function = np.array(list(map(FUNCTION_WORDS.__contains__, words)), dtype=bool)
    points = np.array([sum(w.encode().translate(_TILES)) for w in words], dtype=int)
    columns = (
        np.ones_like(n), n, length, length, n == 1, n >= 3, hard, length >= 7, function, ~known, ~listed,
        ~listed & (n >= 2), ~listed & (n >= 3), length <= 3, points,
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
