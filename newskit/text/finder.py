"""Find known forms in a text without making a string of each: a hash table over arrays, and exact.

Making half a thousand little strings, and looking each up, is most of what it costs to encode an article. Here a form
of at most 16 characters is its own key: 16 units of 16 bits, as four numbers of 64. All the tokens of a batch are
looked up at once, and a form is taken for found only if key and length are equal. What is not found (new forms, long
ones, characters beyond the basic plane) goes to the dictionary of the vocabulary, which is always right.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
WIDTH = 16  # characters of a form that fit into a key
FOREIGN = 0xFFFF  # stands for a character beyond the basic plane; no form with it is ever kept here
PROBES = 8
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype="<u8")


def _masks() -> Array:
    """For each length the mask that clears what stands behind the form: shape (WIDTH + 1, 4)."""
    units = np.where(np.arange(WIDTH) < np.arange(WIDTH + 1)[:, None], 0xFFFF, 0).astype("<u2")
    return np.asarray(units.view("<u8"))


_MASKS = _masks()


def units_of(text: str) -> Array:
    """Return the characters of a text as numbers of 16 bits, one each, followed by WIDTH zeros."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) == 2 * len(text):
        return np.frombuffer(encoded + bytes(2 * WIDTH), dtype="<u2")
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass") + bytes(4 * WIDTH), dtype="<u4")
    return np.asarray(np.minimum(wide, FOREIGN), dtype="<u2")


def keys_of(units: Array, start: Array, length: Array) -> Array:
    """Return the keys of forms of at most WIDTH characters: shape (forms, 4)."""
    rows: Array = np.lib.stride_tricks.sliding_window_view(units, WIDTH)[start]
    return np.asarray(rows.view("<u8") & _MASKS.take(length, axis=0))


def _equal(keys: Array, others: Array) -> Array:
    """Say which rows are equal: four flags of one byte are looked at as one number."""
    return np.asarray((keys == others).view("<u4")[:, 0] == 0x01010101)


class Finder:
    """Key and length of a form -> its id. Open addressing; ids are never taken out."""

    def __init__(self) -> None:
        self._slots = np.full(1 << 12, -1, dtype=np.int32)
        self._keys = np.zeros((1 << 10, 4), dtype="<u8")
        self._lengths = np.zeros(1 << 10, dtype=np.int32)
        self._kept = np.zeros(0, dtype=np.int64)

    def find(self, keys: Array, length: Array) -> Array:
        """Return the id of each form, -1 where it is not known here."""
        home = self._home(keys)
        ids, same = self._look(home, keys, length)
        left = np.flatnonzero(~same & (ids >= 0))  # another form sits there: go on to the next slot
        ids[~same] = -1
        for probe in range(1, PROBES):
            if not len(left):
                break
            candidate, same = self._look(home[left] + probe, keys[left], length[left])
            ids[left[same]] = candidate[same]
            left = left[~same & (candidate >= 0)]
        return ids

    def _look(self, slot: Array, keys: Array, length: Array) -> tuple[Array, Array]:
        """Return the id in each slot, -1 where it is free, and whether it is the form that is looked for."""
        candidate = self._slots.take(slot & (len(self._slots) - 1))
        same = _equal(self._keys.take(candidate, axis=0, mode="wrap"), keys)
        same &= (self._lengths.take(candidate, mode="wrap") == length) & (candidate >= 0)
        return candidate, same

    def has_seen(self, ids: Array) -> Array:
        """Say which forms were given to `add` before, taken in or not."""
        return np.asarray((ids < len(self._lengths)) & (self._lengths[np.minimum(ids, len(self._lengths) - 1)] > 0))

    def add(self, ids: Array, keys: Array, length: Array) -> None:
        """Take new forms in; those with a foreign character are left to the dictionary."""
        if not len(ids):
            return
        self._make_room(int(ids.max()) + 1)
        self._keys[ids], self._lengths[ids] = keys, length
        ids = ids[~(keys.view("<u2") == FOREIGN).any(axis=1)]
        self._kept = np.append(self._kept, ids)
        if 4 * len(self._kept) > len(self._slots):
            self._slots = np.full(1 << (8 * len(self._kept)).bit_length(), -1, dtype=np.int32)
            ids = self._kept
        self._place(ids)

    def _place(self, ids: Array) -> None:
        """Put ids into the first free slot after their home; one that finds none in a few steps stays out."""
        home = self._home(self._keys[ids])
        for probe in range(PROBES):
            slot = (home + probe) & (len(self._slots) - 1)
            free = self._slots[slot] < 0
            self._slots[slot[free]] = ids[free]  # of several for one slot the last stays, the others go on
            left = self._slots[slot] != ids
            ids, home = ids[left], home[left]
            if not len(ids):
                break

    def _make_room(self, n: int) -> None:
        if n > len(self._lengths):
            size = max(n, 2 * len(self._lengths))
            self._keys = np.concatenate([self._keys, np.zeros((size - len(self._keys), 4), dtype="<u8")])
            self._lengths = np.concatenate([self._lengths, np.zeros(size - len(self._lengths), dtype=np.int32)])

    def _home(self, keys: Array) -> Array:
        mixed = keys[:, 0] * _FACTORS[0]
        for column in range(1, 4):
            mixed += keys[:, column] * _FACTORS[column]
        mixed ^= mixed >> np.uint64(29)
        return np.asarray((mixed * _FACTORS[0]) >> np.uint64(32), dtype=np.int64)
