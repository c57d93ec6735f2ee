"""VADER's words of a batch before any rule: which stand beside which, and what is told of forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]


class PrintedWords(NamedTuple):
    """VADER's words of a batch as columns.

    Attributes
    ----------
    form, code : id and traits of the form of each word
    token : number of the first newskit token it is made of
    first : per sentence, and one more: number of its first word
    """

    tokens: Tokens
    form: Array
    token: Array
    code: Array
    first: Array

    def home(self, at: Array) -> Array:
        """Return the number of the sentence of some words."""
        found: Array = self.tokens.sentence[self.token[at]]
        return found

    def beside(self, at: Array, step: int, values: Array, bits: int) -> Array:
        """Say which words have a neighbor in their sentence whose value has one of some bits."""
        other, home = at + step, self.home(at)
        inside = (other >= self.first[home]) & (other < self.first[home + 1])
        found: Array = inside & ((values.take(other, mode="clip") & bits) > 0)
        return found

    def told(self, at: Array, describe: Callable[[str], Any]) -> Array:
        """Return what is told of the forms of some words; each form is asked once."""
        if not len(at):
            return np.zeros(0, dtype=bool)
        distinct, number = np.unique(self.form.take(at, mode="clip"), return_inverse=True)
        forms = self.tokens.vocabulary.forms
        return np.array([describe(forms[i]) for i in distinct.tolist()])[number]
