"""What a measure is: a formula on counts, and what a reader must know to use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# The letters that formulas are written in, in code and in the docs.
LETTERS = {
    "W": "n_words",
    "S": "n_sentences",
    "Y": "n_syllables",
    "L": "n_letters",
    "C": "n_characters",
    "M": "n_monosyllables",
    "P": "n_polysyllables",
    "H": "n_complex_words",
    "U": "n_unfamiliar_words",
    "N": "n_unlisted_words",
    "N2": "n_unlisted_2_syllables",
    "N3": "n_unlisted_3_syllables",
    "G": "n_long_words",
    "K": "n_mini_words",
    "T": "n_scrabble_points",
}


class Counts:
    """Counts by their letters, one row (floats) or a million (arrays); notes which are read."""

    def __init__(self, numbers: Mapping[str, Any]) -> None:
        self._numbers = numbers
        self.read: list[str] = []

    def __getattr__(self, letter: str) -> Any:
        """Return the count that a letter stands for."""
        if letter not in LETTERS:
            raise AttributeError(letter)

        self.read.append(LETTERS[letter])
        return self._numbers[LETTERS[letter]]


@dataclass(frozen=True)
class Measure:
    """A readability measure: `formula` in letters, once as code and once as text."""

    measure: str
    name: str
    score: Callable[[Counts], Any]
    formula: str
    unit: str
    low: float
    high: float
    direction: str
    calibrated_on: str
    source: str
    note: str = ""
    classic: bool = False  # one of the best known of its kind

    def compute(self, numbers: Mapping[str, Any]) -> Any:
        """Score one row of counts, or a whole table of them."""
        return self.score(Counts(numbers))

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Return the names of the counts that the formula reads."""
        ones = Counts(dict.fromkeys(LETTERS.values(), 1.0))
        self.score(ones)
        return tuple(dict.fromkeys(ones.read))
