"""Forms and their ids, as one would write it without thinking of speed: the oracle of the tests."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from newskit.text.arrays import Array
from newskit.text.fast.codes import LINE_ENDS, Cut


class Dictionary:
    """Distinct forms and their ids."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.n_characters = 0
        self._ids: dict[str, int] = {}

    def ids(self, forms: Iterable[str]) -> Array:
        """Return the id of each form; new forms are taken in."""
        return np.array([self._id(form) for form in forms], dtype=np.int32)

    def _id(self, form: str) -> int:
        if form not in self._ids:
            # The form first: an interrupt between the two leaves every id right.
            self.forms.append(form)
            self.n_characters += len(form)
            self._ids[form] = len(self.forms) - 1
        return self._ids[form]

    def cut(self, text: str) -> tuple[Array, Cut]:
        """Cut a text at its blanks; return the id of each form, and where it stands."""
        found = [match.span() for match in re.finditer(r"\S+", text)]
        start, end = np.array(found, dtype=np.int64).reshape(-1, 2).T
        blanks = re.split(r"\S+", text)[: len(found)]
        line_ends = np.array([sum(map(blank.count, LINE_ENDS)) for blank in blanks], dtype=np.int64)
        return self.ids(text[a:b] for a, b in found), Cut(start, end - start, line_ends)
