"""The forms that were met, and their ids: found by their keys, and learned a few at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.fast.codes import (
    Cut,
    codes_of,
    cut_at_blanks,
    fits,
    keys_of,
    line_up,
    strings_of,
)
from newskit.text.fast.finder import Finder
from newskit.text.fast.plain_forms import Forms

Array = npt.NDArray[Any]
Printed = Callable[[Array], list[str]]
FIRST_LOOK = 16_000  # unknown forms that are looked at first


class KnownForms:
    """Distinct forms and their ids. Grows; see `dictionary.Dictionary` for what it does."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.n_characters = 0
        self.broken = False
        self._finder = Finder()
        self._others: dict[str, int] = {}  # forms that the finder does not hold

    def ids(self, forms: list[str]) -> Array:
        """Return the id of each form; new forms are taken in."""
        return self._find(keys_of(*line_up(forms)), lambda at: [forms[i] for i in at.tolist()])

    def cut(self, text: str) -> tuple[Array, Cut]:
        """Cut a text at its blanks; return the id of each form, and where it stands."""
        codes = codes_of(text)
        cut = cut_at_blanks(codes)

        def printed(at: Array) -> list[str]:
            return _slices(text, cut.start[at], cut.length[at])

        return self._find(keys_of(codes, cut.start, cut.length), printed), cut

    def plain_words(self, forms: Forms) -> Array:
        """Return the id of the word in each plain form, in small letters."""
        plain = forms.plain

        def printed(at: Array) -> list[str]:
            # Plain letters have the codes of Latin-1.
            letters = forms.small.tobytes().decode("latin-1")
            return _slices(letters, plain.start[at], plain.length[at])

        return self._find(forms.keys, printed)

    def _find(self, keys: Array, printed: Printed) -> Array:
        """Return the ids of the forms with these keys.

        `printed` makes strings of those whose places it is given: only new forms are ever made into one.
        """
        found = self._finder.find(keys)
        missing, n = np.flatnonzero(found < 0), FIRST_LOOK
        while len(missing):
            # A few first: what they teach spares most of the rest, for forms come again.
            some, missing, n = missing[:n], missing[n:], 2 * n
            found[some] = self._learn(keys[some], some, printed)
            found[missing] = self._finder.find(keys[missing])
            missing = missing[found[missing] < 0]
        return found

    def _learn(self, keys: Array, at: Array, printed: Printed) -> Array:
        """Return the ids of forms that were not found; of equal ones the first is made into a string."""
        self.broken = (
            True  # until it went well: a slot that was claimed must not stay without its id
        )
        found = np.full(len(keys), -1, dtype=np.int32)

        short = np.flatnonzero(fits(keys))
        slot, first = self._finder.claim(keys[short])
        self._finder.settle(slot[first], self._take_in(strings_of(keys[short[first]])))
        placed = slot >= 0
        found[short[placed]] = self._finder.at(slot[placed])

        left = np.flatnonzero(found < 0)
        found[left] = self._look_up(printed(at[left]))
        self.broken = False
        return found

    def _take_in(self, forms: list[str]) -> Array:
        """Return ids of distinct forms that the finder holds from now on."""
        # It may have had no room for one of them once: that form has its id already.
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
        self.n_characters += sum(map(len, forms))


def _slices(text: str, start: Array, length: Array) -> list[str]:
    begin, end = start.tolist(), (start + length).tolist()
    return [text[a:b] for a, b in zip(begin, end, strict=True)]
