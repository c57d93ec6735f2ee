"""The forms that were met, and their ids: only a form that is new is made into a string."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import numpy as np

from newskit.text.arrays import Array
from newskit.text.fast import codes
from newskit.text.fast.finder import Finder, first_of_equal
from newskit.text.fast.plain_forms import Forms

# Unknown forms that are looked at first.
FIRST_LOOK = 16_000


class KnownForms:
    """Distinct forms and their ids; what it does is what `dictionary.Dictionary` does."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.n_characters = 0
        self._finder = Finder()
        # Those that the finder does not hold: long ones, foreign ones, and a few without a slot.
        self._others: dict[str, int] = {}
        self._broken = False
        self._lock = threading.RLock()

    def ids(self, forms: Sequence[str]) -> Array:
        """Return the id of each form; new forms are taken in."""
        keys = codes.keys_of(*codes.line_up(forms))
        return self._find(keys, lambda at: [forms[i] for i in at.tolist()])

    def cut(self, text: str) -> tuple[Array, codes.Cut]:
        """Cut a text at its blanks; return the id of each form, and where it stands."""
        written = codes.codes_of(text)
        cut = codes.cut_at_blanks(written)

        def printed(at: Array) -> list[str]:
            begin, end = cut.start[at], cut.start[at] + cut.length[at]
            return [text[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]

        return self._find(codes.keys_of(written, cut.start, cut.length), printed), cut

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

                left = some[found[some] < 0]
                found[left] = [self._look_up(form) for form in printed(left)]
                found[missing] = self._finder.find(keys[missing])
                missing = missing[found[missing] < 0]
            return found

    def _learn(self, keys: Array) -> None:
        """Take in forms that were not found, as far as they have keys."""
        # Until it went well: a slot must not stay with an id and without its key.
        self._broken = True
        new = first_of_equal(keys[codes.fits(keys)])
        forms = codes.strings_of(new)

        # One that found no slot before has its id already.
        if self._others.keys().isdisjoint(forms):
            ids = np.arange(len(self.forms), len(self.forms) + len(forms))
            self._take_in(forms)
        else:
            ids = np.array([self._look_up(form) for form in forms])

        without_slot = self._finder.add(new, ids)
        self._others.update({self.forms[i]: i for i in without_slot.tolist()})
        self._broken = False

    def _look_up(self, form: str) -> int:
        """Return the id of a form that the finder does not hold."""
        if form not in self._others:
            self._take_in([form])
            self._others[form] = len(self.forms) - 1
        return self._others[form]

    def _take_in(self, forms: list[str]) -> None:
        self.forms += forms
        self.n_characters += sum(map(len, forms))
