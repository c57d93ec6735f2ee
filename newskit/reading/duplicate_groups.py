"""Which articles are the same or nearly: groups of them, made of signatures and runs of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from newskit.text.alike_groups import AlikeGroups
from newskit.text.arrays import Array
from newskit.text.signatures import SIZE, in_common, jaccard

SHINGLE = 3
"""Words in a row that are compared."""
LEAST_FACTS = 6
"""Figures, or figures and names, in each of two articles, from which on they tell them apart."""
FACTS_SHARED = 0.5
"""A copy has a corrected figure, and lost some; next day's weather has few of today's."""
FEW_FACTS = 3
"""From so many figures and names on a copy has one of them, at least: a notice of five lines."""


class Compared(NamedTuple):
    """What of an article is compared: all sorted, each number once."""

    runs: Array
    figures: Array
    names: Array


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
    # Signatures only say which may be near; whether they are is counted here, exactly.
    groups = AlikeGroups(kept.same, kept.n_words)
    pairs = groups.pairs(kept.signature, threshold)
    sets = compared_of(np.unique(pairs))
    groups.join(pairs, lambda a, b: _is_near(sets[a], sets[b], threshold))

    for numbers in groups:
        # The first to print it is the source; the longest of them has lost the least.
        first = min(numbers, key=lambda n: (kept.published[n], -kept.n_words[n], n))
        one, *ones = groups.stands_for[[first, *numbers]].tolist()
        yield first, numbers, [_similarity(sets, other, one) for other in ones]


def _is_near(a: Compared, b: Compared, threshold: float) -> bool:
    if jaccard(a.runs, b.runs) < threshold:
        return False
    # Two reports on one template (weather, stocks, matches) have other figures, or other names.
    figures, names = (in_common(*both) for both in ((a.figures, b.figures), (a.names, b.names)))
    fewer_figures = min(len(a.figures), len(b.figures))
    fewer_facts = min(len(a.figures) + len(a.names), len(b.figures) + len(b.names))
    if _are_others(figures, fewer_figures) or _are_others(figures + names, fewer_facts):
        return False
    return figures + names > 0 or fewer_facts < FEW_FACTS


def _are_others(in_both: int, fewer: int) -> bool:
    return fewer >= LEAST_FACTS and in_both < FACTS_SHARED * fewer


def _similarity(sets: dict[int, Compared], a: int, b: int) -> float:
    return 1.0 if a == b else jaccard(sets[a].runs, sets[b].runs)
