"""Which sentences are worth comparing, so that the time does not grow with the square of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise, product

from newskit.aligning.sides import Side

ALL = 2_500
"""Pairs that are all compared: two versions of fifty sentences that share none."""
_CROWD = 6
"""Sentences that may share a word or a pair of words; a commoner one tells little."""
NEAR = 3
"""Places from the partner of a neighbor at which the partner of a sentence is looked for."""


def candidates(
    old: Side,
    new: Side,
    of_old: list[int],
    of_new: list[int],
    pairs: Mapping[int, int],
) -> Iterable[tuple[int, int]]:
    """Return pairs of sentences that are worth comparing, of those that have no partner yet."""
    if len(of_old) * len(of_new) <= ALL:
        return product(of_old, of_new)
    return sorted({*_by_words(old, new, of_old, of_new), *_by_place(of_old, of_new, pairs)})


def _by_words(
    old: Side,
    new: Side,
    of_old: list[int],
    of_new: list[int],
) -> Iterator[tuple[int, int]]:
    """Yield sentences that share a word, or two words in a row, that few have."""
    holders: dict[object, list[int]] = defaultdict(list)
    for b in of_new:
        for term in _terms(new, b):
            holders[term].append(b)

    for a in of_old:
        for term in _terms(old, a):
            some = holders.get(term, ())
            if len(some) <= _CROWD:
                yield from ((a, b) for b in some)


def _terms(side: Side, n: int) -> set[object]:
    words = side.words(n)
    return {*words, *pairwise(words)}


def _by_place(
    of_old: list[int],
    of_new: list[int],
    pairs: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """Yield sentences that stand near the partner of a neighbor."""
    free = set(of_new)
    steps = [*range(-NEAR, NEAR + 1)]
    for a in of_old:
        partners = (
            pairs[a + step] - step
            for step in (-1, 1)
            if a + step in pairs
        )
        places = chain.from_iterable(
            (at + step for step in steps) for at in partners
        )
        yield from ((a, b) for b in set(places) if b in free)
