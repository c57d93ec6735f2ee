"""Forms that are one word in plain letters, perhaps between marks (`plan`, `“Hello,`, `(The`): most forms are.

What has to be known of them can be worked out for all of them at once, from their codes. Possessives of such words
(`Hello’s`) are told by their marks, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.text.codes import codes_of, keys_of, line_up, rows_of
from newskit.text.finder import Finder, index

Array = npt.NDArray[Any]
_AROUND = ',.?!;:()[]“”"'
_LOWER, _UPPER, _MARK, _APOSTROPHE, _OTHER = 1, 2, 4, 8, 16


def _kinds() -> Array:
    """For each code: behind the end, small letter, capital, mark that may stand around a word, or another."""
    kinds = np.full(256, _OTHER, dtype=np.uint8)
    kinds[0] = 0
    kinds[codes_of("abcdefghijklmnopqrstuvwxyz")[:26]] = _LOWER
    kinds[codes_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ")[:26]] = _UPPER
    kinds[codes_of(_AROUND)[: len(_AROUND)]] = _MARK
    kinds[codes_of("'’")[:2]] = _APOSTROPHE
    return kinds


_KINDS = _kinds()


class Plain(NamedTuple):
    """The plain forms among some forms: a word of at least two letters, none but the first a capital."""

    form: Array  # their numbers
    start: Array  # where the word starts in the codes
    length: Array  # of the word
    capital: Array  # whether it begins with one


def told_apart(words: Iterable[str]) -> Finder:
    """Find words in small letters, and those whose possessives they are."""
    words = set(words)
    return index(sorted(words | {word.removesuffix("'s") for word in words}))


class Forms:
    """Some forms, to be looked at together."""

    def __init__(self, strings: list[str]) -> None:
        self.strings = strings
        self.codes, self.start, self.length = line_up(strings)

    @cached_property
    def _words(self) -> tuple[Plain, Array]:
        """The plain forms and their possessives, and which are possessives: their word ends before the apostrophe."""
        rows = rows_of(keys_of(self.codes, self.start, self.length))
        kinds, each = _KINDS.take(rows), np.arange(len(rows))
        letters = (kinds & (_LOWER | _UPPER)) > 0
        n, first = letters.sum(axis=1), letters.argmax(axis=1)
        last = letters.shape[1] - 1 - letters[:, ::-1].argmax(axis=1)
        capital = kinds[each, first] == _UPPER
        apostrophes, others = (kinds == _APOSTROPHE).sum(axis=1), (kinds == _OTHER).any(axis=1)
        whole = (n > 1) & (last - first + 1 == n) & (apostrophes == 0)
        possessive = (n > 2) & (last - first == n) & (apostrophes == 1)
        possessive &= (kinds[each, last - 1] == _APOSTROPHE) & (rows[each, last] == ord("s"))
        form = np.flatnonzero((whole | possessive) & ~others & ((kinds == _UPPER).sum(axis=1) == capital))
        length = n[form] - possessive[form]
        return Plain(form, self.start[form] + first[form], length, capital[form]), possessive[form]

    @cached_property
    def plain(self) -> Plain:
        """The plain ones."""
        words, possessive = self._words
        return Plain(*(column[~possessive] for column in words))

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

    def described(self, describe: Callable[[str], int], distinct: Finder, shortest: int = 2) -> Array:
        """Return `describe(form)`, a number from 0 up, for each form.

        It is called once for forms that differ in the word alone, where that has at least `shortest` letters and is
        not one of the `distinct` ones (see `told_apart`).
        """
        (words, _), marks = self._words, self._marks
        out = np.full(len(self.strings), -1)
        known = distinct.find(keys_of(self.small, words.start, words.length)) >= 0
        alike = np.flatnonzero((marks > 0) & (words.length >= shortest) & ~known)
        _, example, number = np.unique(marks[alike], return_index=True, return_inverse=True)
        examples = [describe(self.strings[i]) for i in words.form[alike[example]].tolist()]
        out[words.form[alike]] = np.array(examples, dtype=int)[number]
        left = np.flatnonzero(out < 0)
        out[left] = [describe(self.strings[i]) for i in left.tolist()]
        return out

    @cached_property
    def _marks(self) -> Array:
        """A number for what stands around each word: equal where the marks and the capital are.

        0 where there are more than three characters before it, or more than four behind.
        """
        words, _ = self._words
        begin = self.start[words.form]
        end = begin + self.length[words.form]
        before, after = words.start - begin, end - words.start - words.length
        few = (before <= 3) & (after <= 4)
        marks = keys_of(self.codes, begin, np.where(few, before, 0))[:, 0]
        marks |= keys_of(self.codes, end - after, np.where(few, after, 0))[:, 0] << np.uint64(32)
        return np.where(few, marks | (words.capital + np.uint64(1)) << np.uint64(24), 0)
