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
        self._ids: dict[str, int] = {}

    def ids(self, forms: Iterable[str]) -> Array:
        """Return the id of each form; new forms are taken in."""
        known = self._ids
        found = [known.setdefault(form, len(known)) for form in forms]

        # A dictionary keeps the order in which its keys came.
        self.forms = list(known)
        return np.array(found, dtype=np.int32)

    def cut(self, text: str) -> tuple[Array, Cut]:
        """Cut a text at its blanks; return the id of each form, and where it stands."""
        found = [match.span() for match in re.finditer(r"\S+", text)]
        start, end = np.array(found, dtype=np.int64).reshape(-1, 2).T
        blanks = re.split(r"\S+", text)[: len(found)]
        line_ends = np.array([sum(map(blank.count, LINE_ENDS)) for blank in blanks], dtype=np.int64)
        return self.ids(text[a:b] for a, b in found), Cut(start, end - start, line_ends)
