"""The dictionary of forms with a finder before it: only new forms are made into strings."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

import numpy as np

from newskit.text.arrays import Array
from newskit.text.fast import codes
from newskit.text.fast.dictionary import Dictionary
from newskit.text.fast.finder import Finder, mixed
from newskit.text.fast.plain_forms import Forms

# Unknown forms that are looked at first.
FIRST_LOOK = 16_000


class KnownForms(Dictionary):
    """Distinct forms and their ids; what it does is what `Dictionary` does."""

    def __init__(self) -> None:
        super().__init__()
        self._finder = Finder()
        self._lock = threading.RLock()
        self._broken = False

    def ids(self, forms: Iterable[str]) -> Array:
        """Return the id of each form; new forms are taken in."""
        with self._lock:
            return super().ids(forms)

    def cut(self, text: str) -> tuple[Array, codes.Cut]:
        """Cut a text at its blanks; return the id of each form, and where it stands."""
        written = codes.codes_of(text)
        cut = codes.cut_at_blanks(written)
        keys = codes.keys_of(written, cut.start, cut.length)
        return self._find(keys, lambda at: _slices(text, cut.start[at], cut.length[at])), cut

    def plain_words(self, forms: Forms) -> Array:
        """Return the id of the word in each plain form, in small letters."""
        return self._find(forms.keys, lambda at: codes.strings_of(forms.keys[at]))

    def _find(self, keys: Array, printed: Callable[[Array], list[str]]) -> Array:
        """Return the ids of the forms with these keys; `printed` makes strings of some of them."""
        with self._lock:
            found = self._finder.find(keys)
            missing, n = np.flatnonzero(found < 0), FIRST_LOOK
            while len(missing):
                # A few first: what they teach spares most of the rest, for forms come again.
                some, missing, n = missing[:n], missing[n:], 2 * n
                self._learn(keys[some])
                found[some] = self._finder.find(keys[some])
                others = some[found[some] < 0]
                found[others] = self.ids(printed(others))
                found[missing] = self._finder.find(keys[missing])
                missing = missing[found[missing] < 0]
            return found

    def _learn(self, keys: Array) -> None:
        """Take in the forms that have a key; of equal ones the first is made into a string."""
        # Until it went well: a slot must not stay with a number and no key.
        self._broken = True
        keys = keys[codes.fits(keys)]
        _, first = np.unique(mixed(keys), return_index=True)
        new = keys[np.sort(first)]
        self._finder.add(new, self.ids(codes.strings_of(new)))
        self._broken = False


def _slices(text: str, start: Array, length: Array) -> list[str]:
    begin, end = start.tolist(), (start + length).tolist()
    return [text[a:b] for a, b in zip(begin, end, strict=True)]
