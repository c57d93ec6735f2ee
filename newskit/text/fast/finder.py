"""A hash table over arrays: the number that belongs to each of many keys, looked up at once, and exact.

A form of at most 16 characters is its own key (see `codes`), and is taken for found only if its key is equal. What has
no key (long forms, characters without a code) is not kept here; it goes to the dictionary of `known_forms`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.fast.codes import fits

Array = npt.NDArray[Any]
PROBES = 8  # slots that are tried: in a table a quarter full, hardly a form needs more
_FREE = -1
_SMALLEST = 1 << 12  # slots
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype="<u8")


def _equal(keys: Array, others: Array) -> Array:
    """Say which rows are equal: two flags of one byte are looked at as one number."""
    return np.asarray((keys == others).view(np.uint16)[:, 0] == 0x0101)


class Finder:
    """Key of a form -> its number, 0 or more. Open addressing; nothing is ever taken out."""

    def __init__(self) -> None:
        self._make_empty(_SMALLEST)

    @classmethod
    def of(cls, keys: Array) -> Finder:
        """Return a finder that says where in `keys` a key stands; those that do not fit are not in it."""
        found = cls()
        at = np.flatnonzero(fits(keys))
        slot, first = found.claim(keys[at])
        found.settle(slot[first], at[first])
        return found

    def find(self, keys: Array) -> Array:
        """Return the number of each key, -1 where it is not known here."""
        home = self._home(keys)
        ids = self._ids.take(home)
        same = _equal(self._keys.take(home, axis=0), keys)
        # Another form sits in the slot: go on to the next ones.
        left = np.flatnonzero(~same & (ids != _FREE))
        ids[~same] = _FREE

        for probe in range(1, PROBES):
            if not len(left):
                break
            slot = self._after(home[left], probe)
            candidate = self._ids[slot]
            same = _equal(self._keys[slot], keys[left])
            ids[left[same]] = candidate[same]
            left = left[~same & (candidate != _FREE)]
        return ids

    def claim(self, keys: Array) -> tuple[Array, Array]:
        """Give keys that were not found a slot each, equal ones the same.

        Returns the slot of each key, -1 where none was free in a few steps, and the places of the keys that were the
        first in theirs: `settle` must say their numbers before anything is looked up again.
        """
        self._make_room(len(keys))
        home = self._home(keys)
        slot = np.full(len(keys), -1)
        first = [np.zeros(0, dtype=np.int64)]
        left = np.arange(len(keys))

        for probe in range(PROBES):
            at = self._after(home[left], probe)
            # Each writes its mark into the slot, if that is free; of several for one slot the last stays.
            mark = _FREE - 1 - left
            free = self._ids[at] == _FREE
            self._ids[at[free]] = mark[free]
            won = self._ids[at] == mark
            self._keys[at[won]] = keys[left[won]]
            first.append(left[won])

            same = _equal(self._keys[at], keys[left])
            slot[left[same]] = at[same]
            left = left[~same]
            if not len(left):
                break
        return slot, np.concatenate(first)

    def settle(self, slots: Array, ids: Array) -> None:
        """Say whose the slots are that were claimed."""
        self._ids[slots] = ids
        self._n += len(slots)

    def at(self, slots: Array) -> Array:
        """Return whose the slots are."""
        return self._ids[slots]

    def _make_empty(self, size: int) -> None:
        self._ids = np.full(size, _FREE, dtype=np.int32)
        self._keys = np.zeros((size, 2), dtype="<u8")
        self._n = 0

    def _make_room(self, more: int) -> None:
        """Double the table until a quarter of it would hold all; then everything finds its slot anew."""
        if 4 * (self._n + more) <= len(self._ids):
            return
        taken = np.flatnonzero(self._ids != _FREE)
        keys, ids = self._keys[taken], self._ids[taken]
        self._make_empty(1 << (8 * (self._n + more)).bit_length())
        slot, first = self.claim(keys)
        self.settle(slot[first], ids[first])

    def _after(self, home: Array, probe: int) -> Array:
        """Return the slot so many steps behind, beginning again at the end of the table."""
        return np.asarray((home + probe) & (len(self._ids) - 1))

    def _home(self, keys: Array) -> Array:
        """Return the slot that is tried first: the bits of the key, well mixed."""
        mixed = keys[:, 0] * _FACTORS[0]
        mixed += keys[:, 1] * _FACTORS[1]
        mixed ^= mixed >> np.uint64(29)
        mixed *= _FACTORS[0]
        return np.asarray(mixed >> np.uint64(32), dtype=np.int64) & (len(self._ids) - 1)
