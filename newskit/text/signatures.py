"""Signatures: 256 bytes of a text, by which near-duplicates meet among very many texts.

A MinHash: of two texts, the share of the values that are equal estimates Jaccard's index of their
runs of words. Texts that agree in a band of values are candidates; no other pair is looked
at, so that time and memory grow with the number of texts.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

import numpy as np

from newskit.text.arrays import Array

SIZE = 256
"""Values of a signature, a byte each: an estimate is off by .03 (standard error at .5)."""
SHORT = 64
"""Values for passages of few words, of which there are many: off by .06."""
FEW = 1_000
"""Texts: up to so many, every pair is a candidate."""
CROWD = 32
"""Texts that agree in a band, beyond which they must agree in more: a template of many reports."""
DEEPEST = 4
"""Times that a crowd is parted, by two values more each time."""
ERRORS = 3
"""Standard errors that an estimate may lie below the threshold."""
AGREE = 0.98
"""How many of the pairs that lie just at the threshold must agree in one band or more."""
_AT_ONCE = 1 << 14  # pairs whose signatures are compared together: 8 MB
_MARKS = ".!?…:\"“”„«»\n"
_TOKENS = re.compile(rf"\w+|[{_MARKS}]")
_DIGIT, _CAPITAL, _MARK, _BITS = 1, 2, 4, 3
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
    names: Codes
    """Words with a capital letter, but for the first of a sentence, likewise: "said Lee"."""
    n_words: Array
    same: Array
    """One number for all words in order: texts with the same words have the same."""


class _WordCodes(dict[str, int]):
    """The number of each token, the same in every process (`hash` is not); bits say what it is."""

    def __missing__(self, token: str) -> int:
        has_digit = any(map(str.isdigit, token))
        is_mark = bool(token) and token in _MARKS
        bits = has_digit * _DIGIT | token[:1].isupper() * _CAPITAL | is_mark * _MARK
        word = token.casefold().encode("utf-8", "replace")
        code = self[token] = zlib.crc32(word) << _BITS | bits
        return code


def coded(texts: Iterable[str], length: int) -> Coded:
    """Return the runs of so many words of each text; a shorter text is one run."""
    tokens = [_TOKENS.findall(text) for text in texts]
    # Behind each text stands nothing, which is a word of its own: no run leads into the next text.
    after = [""] * (length - 1)
    every = chain.from_iterable(chain.from_iterable((own, after) for own in tokens))
    flat = np.fromiter(map(_WordCodes().__getitem__, every), dtype=np.uint64)

    is_mark = (flat & np.uint64(_MARK)) > 0
    ends = np.cumsum([len(own) + length - 1 for own in tokens], dtype=np.int64)
    ends -= np.concatenate([[0], np.cumsum(is_mark)])[ends]
    n_words = np.diff(ends, prepend=0) - (length - 1)
    opens = np.concatenate([[True], is_mark[:-1]])[~is_mark]
    flat = flat[~is_mark]
    code = flat >> np.uint64(_BITS)

    n_runs = np.where(n_words > 0, np.maximum(n_words - length + 1, 1), 0)
    first = ends - n_words - (length - 1)
    at = np.arange(n_runs.sum()) + np.repeat(first - (np.cumsum(n_runs) - n_runs), n_runs)
    runs = Codes(_hashed([code[at + i] for i in range(length)]), n_runs)

    has_digit = (flat & np.uint64(_DIGIT)) > 0
    before = np.concatenate([np.zeros(1, np.uint64), code])[:-1]
    is_name = ((flat & np.uint64(_CAPITAL)) > 0) & ~opens & (before > 0) & ~has_digit
    figures, names = (_told(code, before, chosen, first) for chosen in (has_digit, is_name))
    same = (code[begin : begin + n] for begin, n in zip(first, n_words, strict=True))
    return Coded(runs, figures, names, n_words, _digests(same))


def _told(code: Array, before: Array, chosen: Array, first: Array) -> Codes:
    """Return the chosen words, each with the word before it."""
    at = np.flatnonzero(chosen)
    n = np.diff(np.searchsorted(at, [*first, len(code)]))
    return Codes(_hashed([before[at], code[at]]), n)


def _digests(parts: Iterable[Array]) -> Array:
    digests = (blake2b(part.tobytes(), digest_size=8).digest() for part in parts)
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


def signatures(found: Codes, size: int = SIZE) -> Array:
    """Return the signature of each text: a row of `size` bytes, zeros for a text without words.

    One hash of a run says to which value it belongs and how small it is there; a value that no run
    belongs to is lent by another one (Shrivastava 2017), in an order that is the same for all.
    """
    n_texts = len(found.n)
    text = np.repeat(np.arange(n_texts), found.n)
    column = (found.code >> np.uint64(56)).astype(np.int64) % size
    least = np.full(n_texts * size, _NONE)
    np.minimum.at(least, text * size + column, (found.code & _LOW).astype(np.uint32))
    return _lent(least.reshape(n_texts, size), found.n > 0)


def _lent(least: Array, has_words: Array) -> Array:
    full = least.copy()
    row, column = np.nonzero((least == _NONE) & has_words[:, None])
    for lender in _lenders(least.shape[1]):
        if not len(row):
            break

        full[row, column] = least[row, lender[column]]
        left = full[row, column] == _NONE
        row, column = row[left], column[left]
    return (full & np.uint32(0xFF)).astype(np.uint8) * has_words[:, None]


@cache
def _lenders(size: int) -> Array:
    """Return whom each value asks first, second, ...: every other one at some time."""
    # By a hash, since NumPy's random numbers may change with its version.
    drawn = _mixed(np.arange(1, size * size + 1, dtype=np.uint64)).reshape(size, size)
    return np.ascontiguousarray(drawn.argsort(axis=1).T)


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
    least = threshold - ERRORS * 0.5 / np.sqrt(signature.shape[1])
    found = [np.zeros((0, 2), dtype=np.int64)]
    for pairs in meeting(signature, threshold):
        found.append(pairs[estimates(signature, pairs) >= least])
    return np.unique(np.sort(np.concatenate(found), axis=1), axis=0)


def meeting(signature: Array, threshold: float) -> Iterator[Array]:
    """Yield pairs that agree in a band, some of them again and again; of few texts all pairs."""
    n_texts = len(signature)
    if n_texts <= FEW:
        yield np.stack(np.triu_indices(n_texts, 1), axis=1)
        return

    # Two values are the unit: one is too little to part many texts.
    units = np.ascontiguousarray(signature).view(np.uint16)
    for first in range(0, units.shape[1], width := _width(threshold, signature.shape[1])):
        band = np.ascontiguousarray(units[:, first : first + width]).view(f"u{2 * width}")[:, 0]
        yield from _of_band(band, np.roll(units, -first - width, axis=1)[:, :DEEPEST])


def _width(threshold: float, size: int) -> int:
    """Return the widest band, in units of two values, that pairs at the threshold agree in.

    >>> [_width(threshold, 256) for threshold in (.2, .5, .8)], _width(.5, 64)
    ([1, 2, 4], 1)
    """
    for width in (4, 2):
        agree = 1 - (1 - threshold ** (2 * width)) ** (size // (2 * width))
        if agree >= AGREE:
            return width
    return 1


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
