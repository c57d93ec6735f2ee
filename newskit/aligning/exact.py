"""Sentences that are the same in both versions: those that occur once first, then repeated ones.

As in patience diff, what stands once on either side is sure; but here such pairs may cross, so
that what was moved is found.
"""

from __future__ import annotations

from collections import defaultdict

from newskit.aligning.sides import Side


def exact_pairs(old: Side, new: Side) -> dict[int, int]:
    """Return pairs of equal sentences: number in the older version -> in the newer."""
    pairs = {
        n: new.unique[key]
        for key, n in old.unique.items()
        if key in new.unique
    }
    _beside_pairs(old, new, pairs, 1)
    _beside_pairs(old, new, pairs, -1)
    _in_order(old, new, pairs)
    return pairs


def _beside_pairs(
    old: Side,
    new: Side,
    pairs: dict[int, int],
    step: int,
) -> None:
    """Pair repeated sentences that stand beside a pair, and so on from there."""
    taken = set(pairs.values())
    for first in sorted(pairs, reverse=step < 0):
        a, b = first + step, pairs[first] + step
        while (
            _is_free(old, pairs, a)
            and _is_free(new, taken, b)
            and old.keys[a] == new.keys[b]
        ):
            pairs[a] = b
            taken.add(b)
            a, b = a + step, b + step


def _is_free(
    side: Side,
    taken: dict[int, int] | set[int],
    n: int,
) -> bool:
    return 0 <= n < len(side) and n not in taken


def _in_order(
    old: Side,
    new: Side,
    pairs: dict[int, int],
) -> None:
    """Pair the repeated sentences that are left, the first with the first."""
    taken = set(pairs.values())
    left: dict[str, list[int]] = defaultdict(list)
    for b in reversed(range(len(new))):
        if b not in taken:
            left[new.keys[b]].append(b)

    for a, key in enumerate(old.keys):
        if a not in pairs and left.get(key):
            pairs[a] = left[key].pop()
