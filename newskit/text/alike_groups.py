"""Texts that are alike, in groups: of the same words, or near by the word of a judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from newskit.text.arrays import Array
from newskit.text.near_duplicates import DisjointSets
from newskit.text.signatures import candidates


class AlikeGroups:
    """Groups of texts, by number; texts without words (`same` does not count there) are in none."""

    def __init__(self, same: Array, n_words: Array) -> None:
        has_words = np.flatnonzero(n_words)
        _, at, which = np.unique(same[has_words], return_index=True, return_inverse=True)
        self.stands_for = np.arange(len(same))
        """Of texts with the same words one, the first, stands for all: its number."""
        self.stands_for[has_words] = has_words[at][which]
        self.ones = np.sort(has_words[at])
        """Those that stand for others, or for themselves alone."""
        self.root = self.stands_for.copy()

    def pairs(self, signature: Array, threshold: float) -> Array:
        """Return the pairs that may be so similar: two columns of numbers."""
        return np.asarray(self.ones[candidates(signature[self.ones], threshold)])

    def join(self, pairs: Array, is_near: Callable[[int, int], bool]) -> None:
        """Join the pairs that are near; those that are together already are not judged again."""
        met, place = np.unique(pairs, return_inverse=True)
        near = DisjointSets(len(met))
        numbers = met.tolist()
        for i, j in place.reshape(-1, 2).tolist():
            if near.first(i) != near.first(j) and is_near(numbers[i], numbers[j]):
                near.join(i, j)

        self.root[met] = met[[near.first(i) for i in range(len(met))]]
        self.root = self.root[self.stands_for]

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the numbers of each group of two or more, in the order of their first members."""
        order = np.argsort(self.root, kind="stable")
        starts = np.flatnonzero(np.diff(self.root[order], prepend=-1))
        for numbers in np.split(order, starts[1:]) if len(order) else ():
            if len(numbers) > 1:
                yield numbers.tolist()
