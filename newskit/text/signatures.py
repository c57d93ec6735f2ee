"""Signatures: 256 bytes of a text, by which near-duplicates meet among very many texts.

A MinHash: of two texts, the share of the 256 values that are equal estimates Jaccard's index of
their runs of words. Texts that agree in a band of values are candidates; no other pair is looked
at, so that time and memory grow with the number of texts.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

import numpy as np

from newskit.text.arrays import Array
from newskit.text.near_duplicates import folded_words

SIZE = 256
"""Values of a signature, a byte each: an estimate is off by .03 (standard error at .5)."""
FEW = 1_000
"""Texts: up to so many, every pair is a candidate."""
CROWD = 32
"""Texts that agree in a band, beyond which they must agree in more: a template of many reports."""
DEEPEST = 4
"""Times that a crowd is parted, by two values more each time."""
MARGIN = 0.1
"""How far below the threshold an estimate may lie: three standard errors."""
_AT_ONCE = 1 << 14  # pairs whose signatures are compared together: 8 MB
_LOW = np.uint64(0xFFFFFFFF)
_NONE = np.uint32(0xFFFFFFFF)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_CHANCE = 1 / 256  # that two bytes are equal which have nothing to do with each other


class Codes(NamedTuple):
    """Something that texts hold, as numbers of 64 bits, text after text; `n` of each text."""

    code: Array
    n: Array

    def sets(self) -> Iterator[Array]:
        """Yield what each text holds, each once and sorted: numbers of 32 bits are enough."""
        short = (self.code & _LOW).astype(np.uint32)
        ends = np.cumsum(self.n)
        for begin, end in zip(ends - self.n, ends, strict=True):
            yield np.unique(short[begin:end])


class Coded(NamedTuple):
    """Several texts as numbers."""

    runs: Codes
    figures: Codes
    """Words with a digit, each with the word before it: "near 14", "rose 3"."""
    n_words: Array
    same: Array
    """One number for all words in order: texts with the same words have the same."""


class _WordCodes(dict[str, int]):
    """The number of each word, the same in every process (`hash` is not), odd if it has a digit."""

    def __missing__(self, word: str) -> int:
        has_digit = any(map(str.isdigit, word))
        code = self[word] = zlib.crc32(word.encode("utf-8", "replace")) << 1 | has_digit
        return code


def coded(texts: Iterable[str], length: int) -> Coded:
    """Return the runs of so many words of each text; a shorter text is one run."""
    words = [folded_words(text) for text in texts]
    n_words = np.array([len(own) for own in words], dtype=np.int64)
    # Behind each text stands nothing, which is a word of its own: no run leads into the next text.
    after = [""] * (length - 1)
    every = chain.from_iterable(chain.from_iterable((own, after) for own in words))
    flat = np.fromiter(map(_WordCodes().__getitem__, every), dtype=np.uint64)

    n_runs = np.where(n_words > 0, np.maximum(n_words - length + 1, 1), 0)
    widths = n_words + length - 1
    first = np.cumsum(widths) - widths
    at = np.arange(n_runs.sum()) + np.repeat(first - (np.cumsum(n_runs) - n_runs), n_runs)
    code = _hashed([flat[at + i] for i in range(length)])
    return Coded(Codes(code, n_runs), _figures(flat, first), n_words, _same(words))


def _figures(flat: Array, first: Array) -> Codes:
    at = np.flatnonzero(flat & np.uint64(1))
    before = np.where(at > 0, flat[at - 1], 0)
    n = np.diff(np.searchsorted(at, [*first, len(flat)]))
    return Codes(_hashed([before, flat[at]]), n)


def _same(words: list[list[str]]) -> Array:
    texts = (" ".join(own).encode("utf-8", "replace") for own in words)
    digests = (blake2b(text, digest_size=8).digest() for text in texts)
    return np.frombuffer(b"".join(digests), dtype=np.uint64)


def _hashed(columns: list[Array]) -> Array:
    """Make one number of several, row by row; their order counts."""
    code = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        code = _mixed(code * _FACTOR + column)
    return code


def _mixed(code: Array) -> Array:
    """Let every bit depend on every bit (the end of splitmix64)."""
    code = (code ^ (code >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    code = (code ^ (code >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(code ^ (code >> np.uint64(31)))


def signatures(found: Codes) -> Array:
    """Return the signature of each text: one row of 256 bytes, zeros for a text without words.

    One hash of a run says to which value it belongs and how small it is there; a value that no run
    belongs to is lent by another one (Shrivastava 2017), in an order that is the same for all.
    """
    n_texts = len(found.n)
    text = np.repeat(np.arange(n_texts), found.n)
    column = (found.code >> np.uint64(56)).astype(np.int64)
    least = np.full(n_texts * SIZE, _NONE)
    np.minimum.at(least, text * SIZE + column, (found.code & _LOW).astype(np.uint32))
    return _lent(least.reshape(n_texts, SIZE), found.n > 0)


def _lent(least: Array, has_words: Array) -> Array:
    full = least.copy()
    row, column = np.nonzero((least == _NONE) & has_words[:, None])
    for lender in _lenders():
        if not len(row):
            break

        full[row, column] = least[row, lender[column]]
        left = full[row, column] == _NONE
        row, column = row[left], column[left]
    return (full & np.uint32(0xFF)).astype(np.uint8) * has_words[:, None]


@cache
def _lenders() -> Array:
    """Return whom each value asks first, second, ...: every other one at some time."""
    order = np.random.default_rng(2017).permuted(np.tile(np.arange(SIZE), (SIZE, 1)), axis=1)
    return np.ascontiguousarray(order.T)


def estimates(signature: Array, pairs: Array) -> Array:
    """Return the estimated similarity of each pair of rows."""
    parts = [np.zeros(0)]
    for begin in range(0, len(pairs), _AT_ONCE):
        a, b = pairs[begin : begin + _AT_ONCE].T
        parts.append((signature[a] == signature[b]).mean(axis=1))
    return (np.concatenate(parts) - _CHANCE) / (1 - _CHANCE)


def candidates(signature: Array, threshold: float) -> Array:
    """Return the pairs of rows that may be so similar: two columns, the smaller number first.

    Where many agree (a template of a thousand reports), they must agree in more values, so that a
    text is compared with few dozen others in each band.
    """
    found = [np.zeros((0, 2), dtype=np.int64)]
    for pairs in _meeting(signature, threshold):
        found.append(pairs[estimates(signature, pairs) >= threshold - MARGIN])
    return np.unique(np.sort(np.concatenate(found), axis=1), axis=0)


def _meeting(signature: Array, threshold: float) -> Iterator[Array]:
    n_texts = len(signature)
    if n_texts <= FEW:
        yield np.stack(np.triu_indices(n_texts, 1), axis=1)
        return

    # Two values are the unit: one is too little to part many texts.
    units = np.ascontiguousarray(signature).view(np.uint16)
    for first in range(0, units.shape[1], width := _width(threshold)):
        band = np.ascontiguousarray(units[:, first : first + width]).view(f"u{2 * width}")[:, 0]
        yield from _of_band(band, np.roll(units, -first - width, axis=1)[:, :DEEPEST])


def _width(threshold: float) -> int:
    """Return how wide a band is: at the threshold, 98 % of the pairs agree in one or more.

    >>> [round(1 - (1 - t ** (2 * w)) ** (128 // w), 3) for t in (.2, .5, .8) if (w := _width(t))]
    [0.995, 0.984, 0.997]
    """
    if threshold < 0.5:
        return 1
    return 2 if threshold < 0.8 else 4


def _of_band(band: Array, more: Array) -> Iterator[Array]:
    """Yield the pairs that agree in a band; crowds must agree in more of what follows it."""
    _, group, size = np.unique(band, return_inverse=True, return_counts=True)
    rows = np.flatnonzero(size[group] > 1)
    group, depth = group[rows], 0
    while True:
        order = np.argsort(group, kind="stable")
        rows, group = rows[order], group[order]
        is_crowd = np.bincount(group)[group] > CROWD
        yield from _neighbors(rows[~is_crowd], group[~is_crowd])

        rows, group = rows[is_crowd], group[is_crowd]
        if not len(rows) or depth == DEEPEST:
            break
        parted = group.astype(np.int64) << 16 | more[rows, depth]
        group, depth = np.unique(parted, return_inverse=True)[1], depth + 1

    # What still agrees is nearly the same: each is compared with the first one.
    _, at, group = np.unique(group, return_index=True, return_inverse=True)
    pairs = np.stack([rows[at][group], rows], axis=1)
    yield pairs[pairs[:, 0] != pairs[:, 1]]


def _neighbors(rows: Array, group: Array) -> Iterator[Array]:
    """Yield the pairs within each group; the rows of a group stand together."""
    for apart in range(1, CROWD):
        same = np.flatnonzero(group[:-apart] == group[apart:])
        if not len(same):
            break
        yield np.stack([rows[same], rows[same + apart]], axis=1)


def jaccard(a: Array, b: Array) -> float:
    """Return Jaccard's index of two sorted arrays, each without repetitions."""
    common = in_common(a, b)
    return common / (len(a) + len(b) - common) if common else 0.0


def in_common(a: Array, b: Array) -> int:
    """Return how many numbers stand in both of two sorted arrays without repetitions."""
    both = np.sort(np.concatenate([a, b]))
    return int(np.count_nonzero(both[1:] == both[:-1]))
