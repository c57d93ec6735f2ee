"""A random sample that anybody can draw again, on any machine and in any year.

Each unit has a number made of the seed and its name; those with the lowest are drawn. So a larger
sample holds the smaller one, and an article more does not change what is drawn of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np

from newskit.text.arrays import Array


def drawn(
    unit_ids: Sequence[str],
    n: int | None,
    seed: int,
    group: Array,
) -> Array:
    """Return which units are drawn, in order of their numbers: of each group as many as can be."""
    by_number = shuffled(unit_ids, str(seed))
    place = _place_in_group(group[by_number])
    chosen = np.argsort(place, kind="stable")[:n]
    return by_number[np.sort(chosen)]


def shuffled(unit_ids: Iterable[str], seed: str) -> Array:
    """Return an order that depends on nothing but the seed and the names.

    >>> shuffled(["a", "b", "c"], "1").tolist()
    [1, 0, 2]
    """
    numbers = [_number(f"{seed} {unit_id}") for unit_id in unit_ids]
    return np.argsort(np.array(numbers, dtype="uint64"), kind="stable")


def _number(name: str) -> int:
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _place_in_group(group: Array) -> Array:
    """Return the place of each member in its group, from 0."""
    order = np.argsort(group, kind="stable")
    in_order = group[order]
    first = np.searchsorted(in_order, in_order)
    place = np.empty(len(group), dtype="int64")
    place[order] = np.arange(len(group)) - first
    return place
