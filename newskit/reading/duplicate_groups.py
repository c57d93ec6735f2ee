"""Which articles are the same or nearly: groups of them, made of signatures and runs of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from newskit.text.arrays import Array
from newskit.text.near_duplicates import DisjointSets
from newskit.text.signatures import SIZE, candidates, in_common, jaccard

SHINGLE = 3
"""Words in a row that are compared."""
LEAST_FIGURES = 4
"""Figures in each of two articles, from which they say whether both report the same."""
FIGURES_SHARED = 0.5
"""A copy has a corrected figure, and lost some; next day's weather has few of today's."""


class Compared(NamedTuple):
    """What of an article is compared: both sorted, each number once."""

    runs: Array
    figures: Array


ComparedOf: TypeAlias = Callable[[Array], dict[int, Compared]]
"""Returns what is compared of the articles of these numbers (in order), by number."""


class Kept(NamedTuple):
    """What is kept of each article, in columns."""

    published: Array
    n_words: Array
    same: Array
    """One number for all words in order."""
    signature: Array


def stacked(parts: Iterable[Kept]) -> Kept:
    """Put what is kept of several parts under each other."""
    nothing = Kept(
        np.zeros(0),
        np.zeros(0, dtype=np.int64),
        np.zeros(0, dtype=np.uint64),
        np.zeros((0, SIZE), dtype=np.uint8),
    )
    return Kept(*map(np.concatenate, zip(nothing, *parts, strict=True)))


def duplicate_columns(kept: Kept, compared_of: ComparedOf, threshold: float) -> dict[str, Any]:
    """Return the columns of the table of duplicates, but for the ids."""
    n = len(kept.same)
    columns: dict[str, list[Any]] = {
        "group": [None] * n,
        "keep": [True] * n,
        "similarity": [None] * n,
        "kind": ["single"] * n,
    }
    for group, (first, numbers, similar) in enumerate(_groups(kept, compared_of, threshold)):
        for number, value in zip(numbers, similar, strict=True):
            is_same = kept.same[number] == kept.same[first]
            columns["group"][number] = group
            columns["keep"][number] = number == first
            columns["similarity"][number] = value
            columns["kind"][number] = "exact" if is_same else "near"
        columns["kind"][first] = "kept"
    return columns


def _groups(
    kept: Kept, compared_of: ComparedOf, threshold: float
) -> Iterator[tuple[int, list[int], list[float]]]:
    """Yield the kept one of each group, all of the group, and how similar they are to it."""
    # Of texts with the same words one stands for all; a text without words is like no other.
    has_words = np.flatnonzero(kept.n_words)
    _, at, which = np.unique(kept.same[has_words], return_index=True, return_inverse=True)
    stands_for = np.arange(len(kept.same))
    stands_for[has_words] = has_words[at][which]
    one_each = np.sort(has_words[at])

    # Signatures only say which may be near; whether they are is counted here, exactly.
    pairs = one_each[candidates(kept.signature[one_each], threshold)]
    sets = compared_of(np.unique(pairs))
    near = DisjointSets(len(kept.same))
    for a, b in pairs.tolist():
        if near.first(a) != near.first(b) and _is_near(sets[a], sets[b], threshold):
            near.join(a, b)

    together: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(stands_for.tolist()):
        together[near.first(one)].append(number)

    for numbers in together.values():
        if len(numbers) == 1:
            continue
        # The first to print it is the source; the longest of them has lost the least.
        first = min(numbers, key=lambda n: (kept.published[n], -kept.n_words[n], n))
        ones = stands_for[numbers].tolist()
        yield first, numbers, [_similarity(sets, one, int(stands_for[first])) for one in ones]


def _is_near(a: Compared, b: Compared, threshold: float) -> bool:
    return jaccard(a.runs, b.runs) >= threshold and not _tell_of_others(a.figures, b.figures)


def _tell_of_others(a: Array, b: Array) -> bool:
    """Say whether two reports on one template (weather, stocks, matches) have other figures."""
    fewer = min(len(a), len(b))
    return fewer >= LEAST_FIGURES and in_common(a, b) < FIGURES_SHARED * fewer


def _similarity(sets: dict[int, Compared], a: int, b: int) -> float:
    return 1.0 if a == b else jaccard(sets[a].runs, sets[b].runs)
