"""The vocabulary: every distinct form once, with what is known of it.

A corpus has a hundred times fewer forms than tokens. What can be said of a form alone (its letters,
its syllables, whether it can end a sentence) is worked out once and then gathered by id. The
vocabulary is the one piece of state in newskit: bounded, locked, and without influence on any
result.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.arrays import Array
from newskit.text.fast import Forms
from newskit.text.fast.known_forms import KnownForms

LIMIT_FORMS = 400_000  # 130 MB; a hundred thousand articles of news hold fewer
LIMIT_CHARACTERS = 30_000_000


class _Column:
    """Values of one feature for the forms known so far, in an array that grows by doubling.

    A feature of several numbers has one row for each, so that the values of one stand side by side.
    """

    def __init__(self, dtype: npt.DTypeLike, width: int | None) -> None:
        self.n = 0
        rows = () if width is None else (width,)
        self._values: Array = np.zeros((*rows, 1024), dtype=dtype)

    def extend(self, values: Sequence[Any] | Array) -> None:
        """Add the values of the next forms."""
        end = self.n + len(values)
        *rows, room = self._values.shape
        if end > room:
            more = np.zeros((*rows, max(end - room, room)), dtype=self._values.dtype)
            self._values = np.concatenate([self._values, more], axis=-1)
        self._values[..., self.n : end] = np.array(values, dtype=self._values.dtype).T
        self.n = end

    def known(self) -> Array:
        """Return the values of all forms so far."""
        return self._values[..., : self.n]


class Vocabulary(KnownForms):
    """Distinct forms, their ids, and features computed once per form."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: dict[Callable[..., Any], _Column] = {}
        self._latest = 0, 0, Forms([])

    def feature(
        self,
        describe: Callable[..., Any],
        dtype: npt.DTypeLike = np.int32,
        width: int | None = None,
        *,
        many: bool = False,
    ) -> Array:
        """Return `describe(form)` of every form, by id.

        Parameters
        ----------
        describe : callable
            Depends on the form alone: it is called once per form, and is itself the key of the
            cache. With `many` it is given this vocabulary and all new `Forms` at once.
        dtype : numpy.dtype
            What the values are.
        width : int, optional
            How many numbers `describe` gives, where it gives tuples.
        many : bool
            Whether `describe` describes many forms at once.

        Returns
        -------
        numpy.ndarray
            Of the shape (forms,), or (forms, width).
        """
        with self._lock:
            column = self._columns.setdefault(describe, _Column(dtype, width))
            if column.n < len(self.forms):
                # Until it went well: a form that cannot be described must not stay.
                self._broken = True
                new = self._since(column.n)
                column.extend(describe(self, new) if many else list(map(describe, new.strings)))
                self._broken = False
            return column.known().T

    def _since(self, n: int) -> Forms:
        """Return the forms from the n-th on: all features of a batch ask for the same."""
        if self._latest[:2] != (n, len(self.forms)):
            self._latest = n, len(self.forms), Forms(self.forms[n:])
        return self._latest[2]

    @cached_property
    def words(self) -> Vocabulary:
        """A vocabulary of the words in the forms: many forms (Word, word, “Word,) hold one word."""
        return Vocabulary()

    @property
    def full(self) -> bool:
        """Whether it has outgrown its bounds or failed: the next batch should start a new one."""
        # Texts in many languages, or of noise, have no end of forms.
        too_many = len(self.forms) > LIMIT_FORMS or self.n_characters > LIMIT_CHARACTERS
        return self._broken or too_many


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
