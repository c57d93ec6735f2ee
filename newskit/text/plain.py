"""Forms that are one word in plain letters, perhaps between marks (`plan`, `“Hello,`, `(The`): most forms are.

What has to be known of them can be worked out for all of them at once, from their codes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.text.codes import codes_of, keys_of, rows_of

Array = npt.NDArray[Any]
_AROUND = ',.?!;:()[]“”"'
_LOWER, _UPPER, _MARK, _OTHER = 1, 2, 4, 8


def _kinds() -> Array:
    """For each code: behind the end, small letter, capital, mark that may stand around a word, or another."""
    kinds = np.full(256, _OTHER, dtype=np.uint8)
    kinds[0] = 0
    kinds[codes_of("abcdefghijklmnopqrstuvwxyz")[:26]] = _LOWER
    kinds[codes_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[:26]] = _UPPER
    kinds[codes_of(_AROUND)[: len(_AROUND)]] = _MARK
    return kinds


_KINDS = _kinds()


class Plain(NamedTuple):
    """The plain forms among some forms: a word of at least two letters, none but the first a capital."""

    at: Array  # their numbers
    start: Array  # where the word starts in the codes
    length: Array  # of the word
    capital: Array  # whether it begins with one


def plain_words(codes: Array, start: Array, length: Array) -> Plain:
    """Find the plain forms among those that stand at `start` in the codes."""
    kinds = _KINDS.take(rows_of(keys_of(codes, start, length)))
    letters = (kinds & (_LOWER | _UPPER)) > 0
    n, first = letters.sum(axis=1), letters.argmax(axis=1)
    last = letters.shape[1] - 1 - letters[:, ::-1].argmax(axis=1)
    capital = kinds[np.arange(len(kinds)), first] == _UPPER
    in_one_piece = (n > 1) & (last - first + 1 == n) & (kinds < _OTHER).all(axis=1)
    at = np.flatnonzero(in_one_piece & ((kinds == _UPPER).sum(axis=1) == capital))
    return Plain(at, start[at] + first[at], n[at], capital[at])


def small(codes: Array) -> Array:
    """Return the codes with the capitals of ASCII made small."""
    return np.asarray(codes + 32 * (_KINDS.take(codes) == _UPPER).astype(np.uint8))


def surroundings(codes: Array, start: Array, length: Array, plain: Plain) -> tuple[Array, Array]:
    """Say what stands around the words of plain forms, where that is at most three marks before and four behind.

    Returns which of the plain forms these are, and a number for each: equal where the marks and the capital are.
    """
    begin, end = start[plain.at], start[plain.at] + length[plain.at]
    before, after = plain.start - begin, end - plain.start - plain.length
    few = np.flatnonzero((before <= 3) & (after <= 4))
    marks = keys_of(codes, begin[few], before[few])[:, 0]
    marks |= keys_of(codes, end[few] - after[few], after[few])[:, 0] << np.uint64(32)
    return few, marks | plain.capital[few].astype("<u8") << np.uint64(24)
