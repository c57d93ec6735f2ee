"""The vocabulary: every distinct form once, with what is known of it.

A corpus has a hundred times fewer forms than tokens. What can be said of a form alone (its letters, its
syllables, whether it can end a sentence) is worked out once and then gathered by id. The vocabulary is the
one piece of state in newskit: bounded, locked, and without influence on any result.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.codes import keys_of, line_up, strings_of
from newskit.text.finder import Finder, fits
from newskit.text.plain import Forms

Array = npt.NDArray[Any]
LIMIT_FORMS = 1_000_000
LIMIT_CHARACTERS = 30_000_000
FIRST_LOOK = 16_000  # unknown forms that are looked at first


class _Column:
    """Values of one feature for the forms known so far, in an array that grows by doubling.

    A feature of several numbers has one row for each, so that the values of one stand side by side.
    """

    def __init__(self, dtype: npt.DTypeLike, width: int | None) -> None:
        self.n = 0
        self._values: Array = np.zeros((*(() if width is None else (width,)), 1024), dtype=dtype)

    def extend(self, values: Sequence[Any] | Array) -> None:
        end = self.n + len(values)
        if end > self._values.shape[-1]:
            size = max(end, 2 * self._values.shape[-1])
            grown = np.zeros((*self._values.shape[:-1], size), dtype=self._values.dtype)
            grown[..., : self.n] = self._values[..., : self.n]
            self._values = grown
        if len(values):
            self._values[..., self.n : end] = np.array(values, dtype=self._values.dtype).T
        self.n = end

    def known(self) -> Array:
        return self._values[..., : self.n]


class Vocabulary:
    """Distinct forms, their ids, and features computed once per form."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self._finder = Finder()
        self._others: dict[str, int] = {}  # forms that the finder does not hold
        self._characters = 0
        self._words: Vocabulary | None = None
        self._columns: dict[Callable[..., Any], _Column] = {}
        self._latest = 0, 0, Forms([])
        self._broken = False
        self._lock = threading.RLock()

    def ids(self, forms: list[str]) -> Array:
        """Return the id of each form; new forms are taken in."""
        return self._find(keys_of(*line_up(forms)), lambda at: [forms[i] for i in at.tolist()])

    def find(self, text: str, codes: Array, start: Array, length: Array) -> Array:
        """Return the id of each form text[start : start + length]; new forms are taken in.

        `codes` is what `codes.codes_of` makes of the text.
        """

        def printed(at: Array) -> list[str]:
            begin, end = start[at], start[at] + length[at]
            return [text[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]

        return self._find(keys_of(codes, start, length), printed)

    def _find(self, keys: Array, printed: Callable[[Array], list[str]]) -> Array:
        """Return the ids of the forms with these keys; `printed` makes strings of those with the numbers given."""
        with self._lock:
            found = self._finder.find(keys)
            missing, n = np.flatnonzero(found < 0), FIRST_LOOK
            while len(missing):
                # A few first: what they teach spares most of the rest, for forms come again.
                some, missing, n = missing[:n], missing[n:], 2 * n
                found[some] = self._learn(keys[some], some, printed)
                found[missing] = self._finder.find(keys[missing])
                missing = missing[found[missing] < 0]
        return found

    def _learn(self, keys: Array, at: Array, printed: Callable[[Array], list[str]]) -> Array:
        """Return the ids of forms that were not found; only the first of equal ones is made into a string."""
        self._broken = True  # until it went well: a slot that was claimed must not stay without its id
        found, short = np.full(len(keys), -1, dtype=np.int32), np.flatnonzero(fits(keys))
        slot, first = self._finder.claim(keys[short])
        self._finder.settle(slot[first], self._take_in(strings_of(keys[short[first]])))
        placed = slot >= 0
        found[short[placed]] = self._finder.at(slot[placed])
        left = np.flatnonzero(found < 0)
        found[left] = self._look_up(printed(at[left]))
        self._broken = False
        return found

    def _take_in(self, forms: list[str]) -> Array:
        """Return ids of distinct forms that the finder will hold from now on; it may have had no room for them once."""
        if not self._others.keys().isdisjoint(forms):
            return np.array(self._look_up(forms), dtype=np.int32)
        self._add(forms)
        return np.arange(len(self.forms) - len(forms), len(self.forms))

    def _look_up(self, forms: list[str]) -> list[int]:
        """Return the ids of forms that the finder cannot hold."""
        for form in forms:
            if form not in self._others:
                self._others[form] = len(self.forms)
                self._add([form])
        return [self._others[form] for form in forms]

    def _add(self, forms: list[str]) -> None:
        self.forms.extend(forms)
        self._characters += sum(map(len, forms))

    def feature(
        self,
        describe: Callable[..., Any],
        dtype: npt.DTypeLike = np.int32,
        width: int | None = None,
        *,
        many: bool = False,
    ) -> Array:
        """Return `describe(form)` of every form, by id: shape (forms,) or, where it gives tuples, (forms, width).

        `describe` must depend on the form alone; it is called once per form and is itself the key of the cache.
        With `many` it is given this vocabulary and all new `Forms` at once.
        """
        with self._lock:
            column = self._columns.setdefault(describe, _Column(dtype, width))
            if column.n < len(self.forms):
                self._broken = True  # until it went well: a form that cannot be described must not stay for good
                new = self._since(column.n)
                column.extend(describe(self, new) if many else [describe(form) for form in new.strings])
                self._broken = False
            return column.known().T

    def _since(self, n: int) -> Forms:
        """Return the forms from the n-th on. The features of a batch ask for the same ones, one after the other."""
        if self._latest[:2] != (n, len(self.forms)):
            self._latest = n, len(self.forms), Forms(self.forms[n:])
        return self._latest[2]

    @property
    def words(self) -> Vocabulary:
        """A vocabulary of the words in the forms: many forms (Word, word, “Word,) hold one word."""
        if self._words is None:
            self._words = Vocabulary()
        return self._words

    @property
    def full(self) -> bool:
        """Whether it has outgrown its bounds or failed, so that the next batch should start with a new one."""
        return self._broken or len(self.forms) > LIMIT_FORMS or self._characters > LIMIT_CHARACTERS


_shared = Vocabulary()
_shared_lock = threading.Lock()


def shared() -> Vocabulary:
    """Return the vocabulary of this process; a new one when the old one is full."""
    global _shared
    with _shared_lock:
        if _shared.full:
            _shared = Vocabulary()
        return _shared


def forget() -> None:
    """Start a new vocabulary: the next call is a cold one. For benchmarks and tests."""
    global _shared
    with _shared_lock:
        _shared = Vocabulary()
