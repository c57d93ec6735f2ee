"""Find known forms in a text without making a string of each: a hash table over arrays, and exact.

Making half a thousand little strings, and looking each up, is most of what it costs to encode an article. Here a form
of at most 16 characters is its own key (see `codes`), and all the tokens of a batch are looked up at once: a form is
taken for found only if its key is equal. What has no key (long forms, characters without a code) is not kept here; it
goes to the dictionary of the vocabulary, which is always right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.codes import BLANK, FOREIGN, LINE_END, keys_of, line_up, rows_of

Array = npt.NDArray[Any]
PROBES = 8
_FREE = -1
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype="<u8")


def _equal(keys: Array, others: Array) -> Array:
    """Say which rows are equal: two flags of one byte are looked at as one number."""
    return np.asarray((keys == others).view(np.uint16)[:, 0] == 0x0101)


def fits(keys: Array) -> Array:
    """Say which keys tell their form from every other: those of short forms, each of whose characters has its code."""
    rows = rows_of(keys)
    shared = (rows == FOREIGN) | (rows == BLANK) | (rows == LINE_END)
    return np.asarray((keys[:, 0] != 0) & ~shared.any(axis=1))


class Finder:
    """Key of a form -> its id, 0 or more. Open addressing; nothing is ever taken out."""

    def __init__(self) -> None:
        self._ids = np.full(1 << 12, _FREE, dtype=np.int32)
        self._keys = np.zeros((1 << 12, 2), dtype="<u8")
        self._n = 0

    def find(self, keys: Array) -> Array:
        """Return the id of each form, -1 where it is not known here."""
        home = self._home(keys)
        ids = self._ids.take(home)
        same = _equal(self._keys.take(home, axis=0), keys)
        left = np.flatnonzero(~same & (ids != _FREE))  # another form sits there: go on to the next slot
        ids[~same] = _FREE
        for probe in range(1, PROBES):
            if not len(left):
                break
            slot = (home[left] + probe) & (len(self._ids) - 1)
            candidate, same = self._ids[slot], _equal(self._keys[slot], keys[left])
            ids[left[same]] = candidate[same]
            left = left[~same & (candidate != _FREE)]
        return ids

    def claim(self, keys: Array) -> tuple[Array, Array]:
        """Give forms that were not found a slot each, equal ones the same.

        Returns the slot of each form, -1 where none was free in a few steps, and the numbers of the forms that were
        the first in theirs: `settle` must say their ids before anything is looked up again.
        """
        self._make_room(len(keys))
        slot, first = np.full(len(keys), -1), [np.zeros(0, dtype=np.int64)]
        left, home = np.arange(len(keys)), self._home(keys)
        for probe in range(PROBES):
            at = (home[left] + probe) & (len(self._ids) - 1)
            free = self._ids[at] == _FREE
            self._ids[at[free]] = _FREE - 1 - left[free]  # of several for one slot the last stays
            won = self._ids[at] == _FREE - 1 - left
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

    def _make_room(self, more: int) -> None:
        """Double the table until a quarter of it would hold all; then everything finds its slot anew."""
        if 4 * (self._n + more) <= len(self._ids):
            return
        taken = np.flatnonzero(self._ids != _FREE)
        keys, ids = self._keys[taken], self._ids[taken]
        size = 1 << (8 * (self._n + more)).bit_length()
        self._ids, self._keys, self._n = np.full(size, _FREE, dtype=np.int32), np.zeros((size, 2), dtype="<u8"), 0
        slot, first = self.claim(keys)
        self.settle(slot[first], ids[first])

    def _home(self, keys: Array) -> Array:
        mixed = keys[:, 0] * _FACTORS[0]
        mixed += keys[:, 1] * _FACTORS[1]
        mixed ^= mixed >> np.uint64(29)
        mixed *= _FACTORS[0]
        return np.asarray(mixed >> np.uint64(32), dtype=np.int64) & (len(self._ids) - 1)


def index(words: Sequence[str]) -> Finder:
    """Return a finder that says where in `words` a word stands; words without a key are not in it."""
    found = Finder()
    keys = keys_of(*line_up(words))
    at = np.flatnonzero(fits(keys))
    slot, first = found.claim(keys[at])
    found.settle(slot[first], at[first])
    return found
