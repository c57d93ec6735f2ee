"""Which letters of an unknown word are spoken as a syllable, from the letters around them.

Every vowel letter (and l, m, n, r between consonants) is judged by itself: the weights of the contexts it stands in
are added up, and above zero it is a syllable. `kE$` is the context of an e after k at the end of a word, of weight
below zero: silent. The contexts hold up to five letters on either side, six in all. The weights are in
`lexicons/syllables.csv`, fitted on CMU's dictionary by `data/word_lists/syllables.py`, which says how well they do on
words they have not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newskit.word_lists import lexicon_file

# A word is written ^word$. Two y are one (Zelenskyy). The m of "spasm" and the c of "McKay" can be syllables, too.
JUDGED = re.compile(r"[aeiou]|(?<!y)y|(?<=[^aeiouylmnr^])[lmnr](?![aeiouy])|(?<=\^m)c")
REACH, WINDOW = 5, 6  # most letters on one side, most letters on both sides together
SCALE = 16  # the weights are whole numbers: log-odds times this
LONGEST = 60  # longer strings are no words: their groups of vowels are counted
_VOWELS = re.compile(r"[aeiouy]+")
_MARKS = "^abcdefghijklmnopqrstuvwxyz$"

Tables = tuple[tuple[int, tuple[tuple[int, dict[str, int]], ...]], ...]


class Letter(NamedTuple):
    """A letter that was judged: where it stands in the word, its score, and whether that makes it a syllable."""

    position: int
    letter: str
    score: int
    spoken: bool


@cache
def weights() -> Tables:
    """Read the weights that newskit ships."""
    fields = lexicon_file("syllables.csv").read_text(encoding="utf-8").replace("\n", ",").split(",")
    return arrange(zip(fields[2:-1:2], map(int, fields[3::2]), strict=True))


def arrange(fitted: Iterable[tuple[str, int]]) -> Tables:
    """Put weights in order: by the number of letters to the left, then to the right, context -> weight.

    A context that is not there has no longer one that is, so that a search can stop: gaps are filled with 0.
    """
    tables: list[list[dict[str, int]]] = [[{} for _ in range(WINDOW - a + 1)] for a in range(REACH + 1)]
    for context, weight in fitted:
        left = len(context) - len(context.lstrip(_MARKS))
        tables[left][len(context) - left - 1][context.lower()] = weight
    for row in tables:
        for longer, shorter in zip(row[:0:-1], row[-2::-1], strict=True):
            for context in longer:
                shorter.setdefault(context[:-1], 0)
    for a in range(REACH, 0, -1):
        for context in tables[a][0]:
            tables[a - 1][0].setdefault(context[1:], 0)
    return tuple((a, tuple((b + 1, table) for b, table in enumerate(row))) for a, row in enumerate(tables))


def count(word: str, tables: Tables | None = None) -> int:
    """Count the syllables of a word of small letters a to z: at least 1.

    >>> count("zelenskyy"), count("starbase")
    (3, 2)
    """
    if len(word) > LONGEST:
        return max(1, len(_VOWELS.findall(word)))
    tables, marked = tables or weights(), f"^{word}$"
    return sum(_score(marked, found.start(), tables) > 0 for found in JUDGED.finditer(marked)) or 1


def explain(word: str) -> list[Letter]:
    """List the letters of a word of small letters that were judged, so that a count can be followed.

    >>> [(letter.letter, letter.spoken) for letter in explain("starbase")]
    [('a', True), ('a', True), ('e', False)]
    """
    tables, marked = weights(), f"^{word[:LONGEST]}$"
    scores = [(found.start(), _score(marked, found.start(), tables)) for found in JUDGED.finditer(marked)]
    return [Letter(at - 1, marked[at], score, score > 0) for at, score in scores]


def _score(marked: str, at: int, tables: Tables) -> int:
    """Add the weights of all contexts around one letter, from short to long."""
    total = 0
    for left, row in tables:
        start = at - left
        if start < 0:
            break
        weight: int | None = 0
        for right, table in row:
            weight = table.get(marked[start : at + right])
            if weight is None:
                break
            total += weight
        if weight is None and right == 1:
            break
    return total


def contexts(word: str) -> list[list[str]]:
    """Return, for each letter that is judged, the contexts it stands in; that letter is written large.

    >>> contexts("ok")[0][:4]
    ['O', 'Ok', 'Ok$', '^O']
    """
    marked = f"^{word}$"
    found = []
    for at in (match.start() for match in JUDGED.finditer(marked)):
        lefts = range(min(REACH, at) + 1)
        letter = marked[at].upper()
        found.append(
            [
                marked[at - a : at] + letter + marked[at + 1 : at + b + 1]
                for a in lefts
                for b in range(min(WINDOW - a, REACH, len(marked) - at - 1) + 1)
            ]
        )
    return found
