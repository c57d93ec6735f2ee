"""How alike two sentences are: by their words, rare ones more, and by their runs of letters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from newskit.aligning.sides import Side
from newskit.text.word_counts import FUNCTION_WORDS

_FUNCTION = 0.25
"""Weight of a function word beside that of another: sentences share "the" and "of" by chance."""


class Likeness:
    """Compares sentences of two versions; a word weighs the more, the fewer sentences have it."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self._n = len(old) + len(new)
        self._holders = Counter[str]()
        for side in (old, new):
            for n in range(len(side)):
                self._holders.update(side.stems(n).keys())

        self._weights: dict[str, float] = {}

    def weight(self, stem: str) -> float:
        """Return what a word weighs."""
        if stem not in self._weights:
            rare = math.log(1 + self._n / (1 + self._holders[stem]))
            self._weights[stem] = rare * (
                _FUNCTION if stem in FUNCTION_WORDS else 1.0
            )

        return self._weights[stem]

    def sum(self, stems: Mapping[str, int]) -> float:
        """Return what words weigh together."""
        return sum(self.weight(stem) * times for stem, times in stems.items())

    def of_words(self, one: Counter[str], other: Counter[str]) -> float:
        """Return how alike the words of two sentences are, 0 to 1."""
        whole = self.sum(one) + self.sum(other)
        return 2 * self.sum(one & other) / whole if whole else 0.0

    def may_be_one(self, a: int, b: int) -> bool:
        """Say whether two sentences are both of the text, or both notes about it."""
        return (a in self.old.apart) == (b in self.new.apart)

    def of(self, a: int, b: int) -> float:
        """Return how alike two sentences are, 0 to 1."""
        by_words = self.of_words(self.old.stems(a), self.new.stems(b))
        return (by_words + _dice(self.old.grams(a), self.new.grams(b))) / 2


def _dice(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    smaller, larger = sorted((one, other), key=len)
    common = sum(
        min(times, larger[gram])
        for gram, times in smaller.items()
        if gram in larger
    )
    return 2 * common / whole if whole else 0.0
