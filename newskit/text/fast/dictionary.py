"""What this package does, as one would write it without thinking of speed: the oracle of its tests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.fast.codes import LINE_ENDS, Cut

Array = npt.NDArray[Any]


class Dictionary:
    """Distinct forms and their ids, in a dictionary: `KnownForms` in fifteen lines."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self._ids: dict[str, int] = {}

    def ids(self, forms: Iterable[str]) -> Array:
        """Return the id of each form; new forms are taken in."""
        return np.array([self._id(form) for form in forms], dtype=np.int32)

    def cut(self, text: str) -> tuple[Array, Cut]:
        """Cut a text at its blanks; return the id of each form, and where it stands."""
        found = list(re.finditer(r"\S+", text))
        start = np.array([match.start() for match in found], dtype=np.int64)
        length = np.array([len(match[0]) for match in found], dtype=np.int64)
        blanks = re.split(r"\S+", text)[: len(found)]
        line_ends = np.array([sum(map(blank.count, LINE_ENDS)) for blank in blanks], dtype=np.int64)
        return self.ids(match[0] for match in found), Cut(start, length, line_ends)

    def _id(self, form: str) -> int:
        if form not in self._ids:
            self._ids[form] = len(self.forms)
            self.forms.append(form)
        return self._ids[form]
