"""What became of each sentence: unchanged, edited, added, deleted, moved, split or merged."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newskit.aligning.sides import Link, Side

Operation = Literal[
    "unchanged",
    "edited",
    "added",
    "deleted",
    "moved",
    "split",
    "merged",
]


class Step(NamedTuple):
    """What became of a sentence: its numbers (None where there is none), and the link."""

    operation: Operation
    old: int | None
    new: int | None
    link: Link | None = None
    direction: str | None = None


def operations(
    old: Side, new: Side, links: Sequence[Link]
) -> list[Step]:
    """Return one step per link, and one per sentence without a link, in order of the new version.

    What was deleted stands behind what it followed.
    """
    moved = _moved(old, links)
    n_old, n_new = (
        Counter(link.old for link in links),
        Counter(link.new for link in links),
    )
    steps = [
        _linked(
            old,
            new,
            link,
            n_old[link.old],
            n_new[link.new],
            moved.get(n),
        )
        for n, link in enumerate(links)
    ]
    added = [
        Step("added", None, n) for n in range(len(new)) if not n_new[n]
    ]
    deleted = [
        Step("deleted", n, None)
        for n in range(len(old))
        if not n_old[n]
    ]
    return _in_order([*steps, *added], deleted)


def _linked(
    old: Side,
    new: Side,
    link: Link,
    n_old: int,
    n_new: int,
    direction: str | None,
) -> Step:
    if n_old > 1:
        return Step("split", link.old, link.new, link)
    if n_new > 1:
        return Step("merged", link.old, link.new, link)
    if direction:
        return Step("moved", link.old, link.new, link, direction)
    is_same = old.keys[link.old] == new.keys[link.new]
    return Step(
        "unchanged" if is_same else "edited", link.old, link.new, link
    )


def _moved(old: Side, links: Sequence[Link]) -> dict[int, str]:
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
            before, after = (
                bisect_left(olds, link.old),
                bisect_left(news, link.new),
            )
            found[n] = "up" if after < before else "down"
    return found


def _heaviest_in_order(
    places: Sequence[int], weights: Sequence[float]
) -> list[int]:
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
    tree: list[tuple[float, int]], at: int, value: tuple[float, int]
) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at


def _in_order(steps: list[Step], deleted: list[Step]) -> list[Step]:
    """Put the steps in the order of the new version, and what was deleted where it stood."""
    place = {
        step.old: step.new for step in steps if step.old is not None
    }
    keyed = [
        ((step.new or 0, 0, step.old or 0), step) for step in steps
    ]
    last = -1
    for step in deleted:
        n = step.old or 0
        behind = place.get(n - 1)
        # Several in a row stand behind what the first of them followed.
        last = last if behind is None else behind
        keyed.append(((last, 1, n), step))
    return [step for _, step in sorted(keyed, key=lambda pair: pair[0])]
