"""A hash table over arrays: the numbers of many keys, looked up at once, and exact.

A form of at most 16 characters is its own key (see `codes`), and is taken for found only if its key
is equal. What has no key (long forms, characters without a code) is never found here.
"""

from __future__ import annotations

import numpy as np

from newskit.text.arrays import Array

# Slots that are tried: in a table that is a quarter full, hardly a form needs more.
PROBES = 8
_SMALLEST = 1 << 12
_FREE = -1
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype="<u8")


def _mixed(keys: Array) -> Array:
    """Mix the bits of each key into one number; different keys hardly ever have the same."""
    number = keys[:, 0] * _FACTORS[0]
    number += keys[:, 1] * _FACTORS[1]
    number ^= number >> np.uint64(29)
    number *= _FACTORS[0]
    return np.asarray(number)


def first_of_equal(keys: Array) -> Array:
    """Return the distinct keys; one whose bits mix to the number of another is left out."""
    _, first = np.unique(_mixed(keys), return_index=True)
    return np.asarray(keys[np.sort(first)])


def _equal(keys: Array, others: Array) -> Array:
    """Say which rows are equal: two flags of one byte are looked at as one number."""
    return np.asarray((keys == others).view(np.uint16)[:, 0] == 0x0101)


class Finder:
    """Key of a form -> its number, 0 or more. Open addressing; nothing is ever taken out."""

    def __init__(self) -> None:
        self._make_empty(_SMALLEST)

    def find(self, keys: Array) -> Array:
        """Return the number of each key, -1 where it is not known here."""
        home = self._home(keys)
        ids = self._ids.take(home)
        same = _equal(self._keys.take(home, axis=0), keys)
        # Where another form sits in the slot, go on to the next ones.
        left = np.flatnonzero(~same & (ids != _FREE))
        ids[~same] = _FREE

        for probe in range(1, PROBES):
            if not len(left):
                break
            slot = (home[left] + probe) & self._last
            candidate, same = self._ids[slot], _equal(self._keys[slot], keys[left])
            ids[left[same]] = candidate[same]
            left = left[~same & (candidate != _FREE)]
        return ids

    def add(self, keys: Array, ids: Array) -> Array:
        """Take in distinct keys that are not there; return the numbers of those without a slot.

        Among them may be some that had one before the table grew. They are not found here.
        """
        lost = self._make_room(len(keys))
        return np.concatenate([lost, self._place(keys, ids)])

    def _place(self, keys: Array, ids: Array) -> Array:
        """Give keys their slots; return the numbers of those without one."""
        home, left = self._home(keys), np.arange(len(keys))
        for probe in range(PROBES):
            slot = (home[left] + probe) & self._last
            free = self._ids[slot] == _FREE
            # Of several for one slot the last stays.
            self._ids[slot[free]] = ids[left[free]]
            won = self._ids[slot] == ids[left]
            self._keys[slot[won]] = keys[left[won]]
            left = left[~won]
            if not len(left):
                break
        self._n += len(keys) - len(left)
        return np.asarray(ids[left], dtype=np.int64)

    def _make_empty(self, size: int) -> None:
        self._ids = np.full(size, _FREE, dtype=np.int32)
        self._keys = np.zeros((size, 2), dtype="<u8")
        self._n, self._last = 0, size - 1

    def _make_room(self, more: int) -> Array:
        """Double the table until a quarter of it holds all; then each finds its slot anew.

        Returned are the numbers of those that find none.
        """
        if 4 * (self._n + more) <= len(self._ids):
            return np.empty(0, dtype=np.int64)

        taken = np.flatnonzero(self._ids != _FREE)
        keys, ids = self._keys[taken], self._ids[taken]
        self._make_empty(1 << (4 * (self._n + more)).bit_length())
        return self._place(keys, ids)

    def _home(self, keys: Array) -> Array:
        """Return the slot that is tried first."""
        return np.asarray(_mixed(keys) >> np.uint64(32), dtype=np.int64) & self._last
