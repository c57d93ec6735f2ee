"""Which letters of an unknown word are spoken as a syllable, from the letters around them.

Every vowel letter (and l, m, n, r between consonants) is judged by itself: the weights of the
contexts it stands in are added up, and above zero it is a syllable. `kE$` is the context of an e
after k at the end of a word, of weight below zero: silent. The contexts hold up to five letters on
either side, six in all. The weights are in `word_lists/syllables.csv.xz`, fitted on CMU's
dictionary by `data/word_lists/syllables.py`, which says how well they do on unseen words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newskit.word_lists import packed_columns

# A word is written ^word$. Two y are one (Zelenskyy). The m of "spasm" and the c of "McKay" can be
# syllables, too.
JUDGED = re.compile(r"[aeiou]|(?<!y)y|(?<=[^aeiouylmnr^])[lmnr](?![aeiouy])|(?<=\^m)c")
# Most letters on one side, most letters on both sides together.
REACH, WINDOW = 5, 6
_WINDOWS = [(a, b) for a in range(REACH + 1) for b in range(min(WINDOW - a, REACH) + 1)]
# The weights are whole numbers: log-odds times this.
SCALE = 16
# Longer strings are not words: their groups of vowels are counted.
LONGEST = 60
_VOWELS = re.compile(r"[aeiouy]+")
_MARKS = "^abcdefghijklmnopqrstuvwxyz$"

# By the number of letters to the left and, in order, to the right: context -> weight.
Weights = dict[str, int]
Tables = tuple[tuple[int, tuple[tuple[int, Weights], ...]], ...]


class Letter(NamedTuple):
    """A letter that was judged: its place in the word, its score, and whether it is spoken."""

    position: int
    letter: str
    score: int
    spoken: bool


@cache
def letter_weights() -> Tables:
    """Read the weights that newskit ships."""
    _, (contexts, weights) = packed_columns("syllables.csv.xz")
    return arrange(zip(contexts, map(int, weights), strict=True))


def arrange(fitted: Iterable[tuple[str, int]]) -> Tables:
    """Put weights in order: by the number of letters to the left, then to the right."""
    tables: list[list[Weights]] = [
        [{} for _ in range(WINDOW - left + 1)] for left in range(REACH + 1)
    ]
    for context, weight in fitted:
        # The letter that is judged is written large: all before it are small.
        left = len(context) - len(context.lstrip(_MARKS))
        tables[left][len(context) - left - 1][context.lower()] = weight
    _fill_gaps(tables)
    return tuple((left, tuple(enumerate(row, 1))) for left, row in enumerate(tables))


def _fill_gaps(tables: list[list[Weights]]) -> None:
    """Give a context that is not there the weight 0 if a longer one is: a search stops at a gap."""
    # One letter fewer to the right.
    for row in tables:
        for longer, shorter in zip(row[:0:-1], row[-2::-1], strict=True):
            for context in longer:
                shorter.setdefault(context[:-1], 0)

    # One letter fewer to the left.
    for left in range(REACH, 0, -1):
        for context in tables[left][0]:
            tables[left - 1][0].setdefault(context[1:], 0)


def count(word: str, tables: Tables | None = None) -> int:
    """Count the syllables of a word of small letters a to z: at least 1.

    >>> count("zelenskyy"), count("starbase")
    (3, 2)
    """
    if len(word) > LONGEST:
        return max(1, len(_VOWELS.findall(word)))

    # Every word has one syllable, hmm too.
    marked, tables = f"^{word}$", tables or letter_weights()
    places = [found.start() for found in JUDGED.finditer(marked)]
    return sum([_score(marked, at, tables) > 0 for at in places]) or 1


def explain_letters(word: str) -> list[Letter]:
    """List the letters of a word of small letters that were judged, to follow a count.

    >>> [(letter.letter, letter.spoken) for letter in explain_letters("starbase")]
    [('a', True), ('a', True), ('e', False)]
    """
    marked = f"^{word[:LONGEST]}$"
    places = [found.start() for found in JUDGED.finditer(marked)]
    scores = [_score(marked, at, letter_weights()) for at in places]
    return [
        Letter(at - 1, marked[at], score, score > 0)
        for at, score in zip(places, scores, strict=True)
    ]


def _score(marked: str, at: int, tables: Tables) -> int:
    """Add the weights of all contexts around one letter, from short to long."""
    total = 0
    for left, row in tables:
        start = at - left
        if start < 0:
            break

        # All contexts that begin there, letter by letter.
        for right, table in row:
            weight = table.get(marked[start : at + right])
            if weight is None:
                break
            total += weight

        # Where even the context that ends with the letter is missing, so are all that begin before
        # it.
        if weight is None and right == 1:
            break
    return total


def contexts(word: str) -> list[list[str]]:
    """Return, for each letter that is judged, the contexts it stands in, with that letter large.

    >>> contexts("ok")[0][:4]
    ['O', 'Ok', 'Ok$', '^O']
    """
    # The contexts of `_score`, for the script that fits the weights.
    marked = f"^{word}$"
    found = []
    for at in [match.start() for match in JUDGED.finditer(marked)]:
        # The letter is written large, so that its place in the context is known.
        large = marked[:at] + marked[at].upper() + marked[at + 1 :]
        inside = [(a, b) for a, b in _WINDOWS if a <= at and at + b < len(marked)]
        found.append([large[at - a : at + b + 1] for a, b in inside])
    return found
