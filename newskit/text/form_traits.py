"""What the segmentation needs to know of a form, packed into one number: its edges, and whether it holds a word."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy.typing as npt

from newskit.text.fast import Forms
from newskit.text.forms import may_be_cut, pieces, word
from newskit.text.quotation_marks import DOUBLES
from newskit.text.sentence_edges import TOLD_APART, code_of
from newskit.text.vocabulary import Vocabulary

Array = npt.NDArray[Any]
# Flags of a form, above the bits that the rules of sentences use.
WORD, CAPITAL, MARK, SEVERAL = 0x400, 0x800, 0x1000, 0x2000


def describe(form: str) -> int:
    """Pack the code for the rules of sentences (`sentence_edges.code_of`) and flags."""
    code, found = code_of(form), word(form)
    if found:
        code |= WORD
    if found and found.text[0].isupper():
        code |= CAPITAL
    if _may_be_marked(form):
        code |= MARK
    if may_be_cut(form) and len(pieces(form)) > 1:
        code |= SEVERAL
    return code


def _may_be_marked(form: str) -> bool:
    """Return whether a form holds a quotation mark; a single one only at its ends, else it is an apostrophe."""
    single = form[0] in "'‘‚" or form[-1] in "'’"
    return single or not DOUBLES.isdisjoint(form)


@cache
def _told_apart() -> Forms:
    return Forms.told_apart(TOLD_APART)


def describe_all(_: Vocabulary, forms: Forms) -> Array:
    """Describe many forms at once."""
    return forms.described(describe, _told_apart())
