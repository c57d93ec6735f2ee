"""Forms that are one word in plain letters, perhaps between marks (`plan`, `“Hello,`, `(The`): most forms are.

What has to be known of them can be worked out for all of them at once, from their codes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.text.codes import codes_of, keys_of, line_up, rows_of
from newskit.text.finder import Finder

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

    form: Array  # their numbers
    start: Array  # where the word starts in the codes
    length: Array  # of the word
    capital: Array  # whether it begins with one


class Forms:
    """Some forms, to be looked at together."""

    def __init__(self, strings: list[str]) -> None:
        self.strings = strings
        self.codes, self.start, self.length = line_up(strings)

    @cached_property
    def plain(self) -> Plain:
        """The plain ones."""
        kinds = _KINDS.take(rows_of(keys_of(self.codes, self.start, self.length)))
        letters = (kinds & (_LOWER | _UPPER)) > 0
        n, first = letters.sum(axis=1), letters.argmax(axis=1)
        last = letters.shape[1] - 1 - letters[:, ::-1].argmax(axis=1)
        capital = kinds[np.arange(len(kinds)), first] == _UPPER
        in_one_piece = (n > 1) & (last - first + 1 == n) & (kinds < _OTHER).all(axis=1)
        at = np.flatnonzero(in_one_piece & ((kinds == _UPPER).sum(axis=1) == capital))
        return Plain(at, self.start[at] + first[at], n[at], capital[at])

    @cached_property
    def others(self) -> Array:
        """Numbers of the forms that are not plain."""
        return np.setdiff1d(np.arange(len(self.strings)), self.plain.form, assume_unique=True)

    @cached_property
    def small(self) -> Array:
        """The codes with the capitals of ASCII made small."""
        return np.asarray(self.codes + 32 * (_KINDS.take(self.codes) == _UPPER).astype(np.uint8))

    @cached_property
    def keys(self) -> Array:
        """The keys of the words of the plain forms, in small letters."""
        return keys_of(self.small, self.plain.start, self.plain.length)

    def described(self, describe: Callable[[str], int], told_apart: Finder, shortest: int = 2) -> Array:
        """Return `describe(form)`, a number from 0 up, for each form.

        It is called once for plain forms that differ in the word alone, where that has at least `shortest` letters
        and is not one of those that `describe` tells apart.
        """
        out = np.full(len(self.strings), -1)
        few, marks = self._marks()
        alike = (self.plain.length[few] >= shortest) & (told_apart.find(self.keys[few]) < 0)
        few, marks = few[alike], marks[alike]
        _, example, number = np.unique(marks, return_index=True, return_inverse=True)
        examples = [describe(self.strings[i]) for i in self.plain.form[few[example]].tolist()]
        out[self.plain.form[few]] = np.array(examples, dtype=int)[number]
        left = np.flatnonzero(out < 0)
        out[left] = [describe(self.strings[i]) for i in left.tolist()]
        return out

    def _marks(self) -> tuple[Array, Array]:
        """Say what stands around the words of plain forms, where that is at most three marks before and four behind.

        Returns which of the plain forms these are, and a number for each: equal where the marks and the capital are.
        """
        plain, begin = self.plain, self.start[self.plain.form]
        end = begin + self.length[plain.form]
        before, after = plain.start - begin, end - plain.start - plain.length
        few = np.flatnonzero((before <= 3) & (after <= 4))
        marks = keys_of(self.codes, begin[few], before[few])[:, 0]
        marks |= keys_of(self.codes, end[few] - after[few], after[few])[:, 0] << np.uint64(32)
        return few, marks | plain.capital[few].astype("<u8") << np.uint64(24)
