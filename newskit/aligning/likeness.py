"""How alike two sentences are: by their words, rare ones more, and by their runs of letters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from newskit.aligning.sides import Side
from newskit.text.word_counts import FUNCTION_WORDS

_FUNCTION = 0.25
"""Weight of a function word beside that of another: sentences share "the" and "of" by chance."""


class Likeness:
    """Compares sentences of two versions; a word weighs the more, the fewer sentences have it."""

    def __init__(self, old: Side, new: Side, of_old: Iterable[int], of_new: Iterable[int]) -> None:
        self.old, self.new = old, new
        of_old, of_new = list(of_old), list(of_new)
        self._n = len(of_old) + len(of_new)
        self._with_word = Counter[str]()
        for side, numbers in ((old, of_old), (new, of_new)):
            for n in numbers:
                self._with_word.update(set(side.words(n)))
        self._weights: dict[str, float] = {}

    def weight(self, word: str) -> float:
        """Return what a word weighs."""
        if word not in self._weights:
            rare = math.log(1 + self._n / (1 + self._with_word[word]))
            self._weights[word] = rare * (_FUNCTION if word in FUNCTION_WORDS else 1.0)
        return self._weights[word]

    def sum(self, words: Mapping[str, int]) -> float:
        """Return what words weigh together."""
        return sum(self.weight(word) * times for word, times in words.items())

    def of(self, a: int, b: int) -> float:
        """Return how alike two sentences are, 0 to 1."""
        one, other = Counter(self.old.words(a)), Counter(self.new.words(b))
        whole = self.sum(one) + self.sum(other)
        by_words = 2 * self.sum(one & other) / whole if whole else 0.0
        return (by_words + _dice(self.old.grams(a), self.new.grams(b))) / 2


def _dice(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    smaller, larger = sorted((one, other), key=len)
    common = sum(min(times, larger[gram]) for gram, times in smaller.items() if gram in larger)
    return 2 * common / whole if whole else 0.0
