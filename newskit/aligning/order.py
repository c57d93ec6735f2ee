"""Which links must be lifted out so that all others stand in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from newskit.aligning.sides import Link, Side


def moved_links(old: Side, links: Sequence[Link]) -> dict[int, str]:
    """Return the links that must be lifted out so that the others stand in order, and where to.

    Of all ways to do so, it is the one that lifts the fewest words.
    """
    # The parts of a split sentence weigh as much as the sentence.
    n_parts = Counter(link.old for link in links)
    weights = [
        (1 + len(old.keys[link.old].split())) / n_parts[link.old]
        for link in links
    ]
    kept = _heaviest_in_order([link.new for link in links], weights)
    olds = [links[n].old for n in kept]
    news = [links[n].new for n in kept]
    in_order = set(kept)

    found = {}
    for n, link in enumerate(links):
        if n not in in_order:
            before, after = bisect_left(olds, link.old), bisect_left(news, link.new)
            found[n] = "up" if after < before else "down"

    return found


def _heaviest_in_order(places: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the numbers of the places that do not fall, chosen so that they weigh most.

    >>> _heaviest_in_order([3, 0, 1, 2], [1, 1, 1, 1])
    [1, 2, 3]
    """
    # A Fenwick tree of the heaviest row so far that ends at or before a place.
    size = max(places, default=0) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * size
    before = []
    for n, place in enumerate(places):
        weight, last = _best(tree, place + 1)
        before.append(last)
        _put(tree, place + 1, (weight + weights[n], n))

    _, last = _best(tree, size - 1)
    row = []
    while last >= 0:
        row.append(last)
        last = before[last]

    return row[::-1]


def _best(tree: list[tuple[float, int]], at: int) -> tuple[float, int]:
    best = (0.0, -1)
    while at > 0:
        best = max(best, tree[at])
        at &= at - 1

    return best


def _put(
    tree: list[tuple[float, int]],
    at: int,
    value: tuple[float, int],
) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at
