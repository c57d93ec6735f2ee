"""Forms that are one word in plain letters, perhaps between marks (`plan`, `“Hello,`, `(The`).

Nine of ten forms are. What has to be known of them can be worked out for all of them at once, from
their codes. Possessives of such words (`Hello’s`) are told by their marks, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

import numpy as np

from newskit.text.arrays import Array
from newskit.text.fast.codes import WIDTH, codes_of, fits, keys_of, line_up, rows_of
from newskit.text.fast.finder import Finder

# What a code is: nothing (behind the end), a letter, a mark that may stand around a word, or
# another.
_LOWER, _UPPER, _MARK, _APOSTROPHE, _OTHER = 1, 2, 4, 8, 16
_AROUND = ',.?!;:()[]“”"'
_KIND_OF = {ascii_lowercase: _LOWER, ascii_uppercase: _UPPER, _AROUND: _MARK, "'’": _APOSTROPHE}
_KINDS = np.full(256, _OTHER, dtype=np.uint8)
_KINDS[0] = 0
for _characters, _kind in _KIND_OF.items():
    _KINDS[codes_of(_characters)[: len(_characters)]] = _kind

# Marks around a word that are told apart: with one byte for the capital they fill a number.
_MOST_BEFORE, _MOST_BEHIND = 3, 4
_TO_LOWER = np.uint8(ord("a") - ord("A"))


class Plain(NamedTuple):
    """The plain forms among some: a word of two letters or more, none but the first a capital.

    Their numbers, where the word starts in the codes, its length, and whether it begins with a
    capital.
    """

    form: Array
    start: Array
    length: Array
    capital: Array


class Forms:
    """Some forms, to be looked at together.

    Attributes
    ----------
    strings : list of str
        The forms.
    codes, start, length : numpy.ndarray
        Their characters, written one form behind the other, and where each form stands in them.
    """

    def __init__(self, strings: list[str]) -> None:
        self.strings = strings
        self.codes, self.start, self.length = line_up(strings)

    @classmethod
    def told_apart(cls, words: Iterable[str]) -> Forms:
        """Return words in small letters, and those whose possessives they are (see `described`)."""
        words = set(words)
        return cls(sorted(words | {word.removesuffix("'s") for word in words}))

    @cached_property
    def printed_keys(self) -> Array:
        """The keys of the forms as they are printed (see `codes.keys_of`)."""
        return keys_of(self.codes, self.start, self.length)

    @property
    def rows(self) -> Array:
        """The codes of each form: shape (forms, WIDTH); zeros for a form that is longer."""
        return rows_of(self.printed_keys)

    @cached_property
    def _finder(self) -> tuple[Finder, list[int]]:
        """What finds them, and the few that it does not hold: nine of the 126,052 words of CMU."""
        finder, at = Finder(), np.flatnonzero(fits(self.printed_keys))
        return finder, finder.add(self.printed_keys[at], at).tolist()

    def find(self, keys: Array) -> Array:
        """Return which form each key stands for, -1 for none: one without a key is not found."""
        finder, others = self._finder
        found = finder.find(keys)
        for form in others:
            found[(keys == self.printed_keys[form]).all(axis=1)] = form
        return found

    @cached_property
    def _words(self) -> tuple[Plain, Array]:
        """The plain forms with their possessives, and which are possessives.

        The word of a possessive ends before the apostrophe.
        """
        codes = self.rows
        kinds, each = _KINDS.take(codes), np.arange(len(codes))

        letters = (kinds & (_LOWER | _UPPER)) > 0
        n, first = letters.sum(axis=1), letters.argmax(axis=1)
        last = WIDTH - 1 - letters[:, ::-1].argmax(axis=1)
        capital = kinds[each, first] == _UPPER

        # Letters in one run, or in one run but for an apostrophe before the last of them, an s.
        apostrophes = (kinds == _APOSTROPHE).sum(axis=1)
        whole = (n > 1) & (last - first + 1 == n) & (apostrophes == 0)
        possessive = (n > 2) & (last - first == n) & (apostrophes == 1)
        possessive &= (kinds[each, last - 1] == _APOSTROPHE) & (codes[each, last] == ord("s"))

        # Nothing but marks around them, and no capital inside: McKay, BBC and 3rd are not plain.
        only_marks = ~(kinds == _OTHER).any(axis=1)
        few_capitals = (kinds == _UPPER).sum(axis=1) == capital
        form = np.flatnonzero((whole | possessive) & only_marks & few_capitals)
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
    def _small(self) -> Array:
        """The codes with the capitals of ASCII made small."""
        return np.asarray(self.codes + _TO_LOWER * (_KINDS.take(self.codes) == _UPPER))

    @cached_property
    def keys(self) -> Array:
        """The keys of the words of the plain forms, in small letters."""
        return keys_of(self._small, self.plain.start, self.plain.length)

    def described(
        self, describe: Callable[[str], int], distinct: Forms, shortest: int = 2
    ) -> Array:
        """Return `describe(form)`, a number from 0 up, for each form.

        It is called once for forms that differ in the word alone, where that has at least
        `shortest` letters and is not one of the `distinct` ones (see `told_apart`).
        """
        words, _ = self._words
        out = np.full(len(self.strings), -1)

        # “Hello,” and “There,” have the same marks: one of them is described, and stands for both.
        is_distinct = distinct.find(keys_of(self._small, words.start, words.length)) >= 0
        at = np.flatnonzero((self._marks > 0) & (words.length >= shortest) & ~is_distinct)
        _, example, number = np.unique(self._marks[at], return_index=True, return_inverse=True)
        examples = [describe(self.strings[i]) for i in words.form[at[example]].tolist()]
        out[words.form[at]] = np.array(examples, dtype=int)[number]

        left = np.flatnonzero(out < 0)
        out[left] = [describe(self.strings[i]) for i in left.tolist()]
        return out

    @cached_property
    def _marks(self) -> Array:
        """A number for what stands around each word: equal where the marks and the capital are.

        0 where there are more marks than have room.
        """
        words, _ = self._words
        begin = self.start[words.form]
        end = begin + self.length[words.form]
        before, behind = words.start - begin, end - words.start - words.length
        few = (before <= _MOST_BEFORE) & (behind <= _MOST_BEHIND)

        # From the lowest byte: three before the word, one for the capital, four behind the word.
        marks = keys_of(self.codes, begin, np.where(few, before, 0))[:, 0]
        marks |= (words.capital + np.uint64(1)) << np.uint64(24)
        marks |= keys_of(self.codes, end - behind, np.where(few, behind, 0))[:, 0] << np.uint64(32)
        return np.where(few, marks, 0)
