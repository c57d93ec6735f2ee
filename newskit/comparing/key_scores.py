"""Scores of keyness, each a formula on four counts: arrays in, arrays out."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from newskit.errors import InputError
from newskit.text.arrays import Array

# Hardie: a word that is missing in one of the two counts as half a word there.
HALF_A_WORD = 0.5


class Frequencies(NamedTuple):
    """How often words stand in a group and in its reference, and the words of each in all."""

    group: Array
    reference: Array
    words_group: int
    words_reference: int


def log_likelihood(f: Frequencies, cells: int = 4) -> Array:
    """Return G2 = 2 * sum of observed * ln(observed / expected) over the cells of a 2 by 2 table.

    >>> f = Frequencies(np.array([7]), np.array([2]), 10, 9)
    >>> log_likelihood(f).round(6), log_likelihood(f, cells=2).round(6)
    (array([4.534939]), array([2.4401]))
    """
    if cells not in (2, 4):
        raise InputError(
            f"cells={cells!r}: expected 4 (the whole table: Dunning, quanteda, AntConc) "
            "or 2 (the word alone: Rayson's calculator, Wmatrix)."
        )
    # a ln(a / E1) + b ln(b / E2), E1 = c (a + b) / (c + d), as Rayson and Garside write it.
    total = f.words_group + f.words_reference
    both = f.group + f.reference
    terms = _term(f.group, f.words_group * both / total)
    terms += _term(f.reference, f.words_reference * both / total)
    if cells == 2:
        return 2 * terms

    others = total - both
    terms += _term(f.words_group - f.group, f.words_group * others / total)
    terms += _term(f.words_reference - f.reference, f.words_reference * others / total)
    # Equal shares: the last digits must not make it less than nothing.
    g2: Array = np.maximum(2 * terms, 0.0)
    return g2


def _term(observed: Array, expected: Array) -> Array:
    """Return observed * ln(observed / expected), 0 where nothing was observed."""
    ratio = np.ones(len(observed))
    np.divide(observed, expected, out=ratio, where=observed > 0)
    return observed * np.log(ratio)


def log_ratio(f: Frequencies) -> Array:
    """Return the binary logarithm of the ratio of the two relative frequencies (Hardie).

    >>> log_ratio(Frequencies(np.array([8, 0]), np.array([2, 4]), 100, 100))
    array([ 2., -3.])
    """
    group = np.where(f.group > 0, f.group, HALF_A_WORD) / f.words_group
    reference = np.where(f.reference > 0, f.reference, HALF_A_WORD) / f.words_reference
    return np.log2(group / reference)


def p_value(g2: Array) -> list[float]:
    """Return the chance of at least so much G2 with one degree of freedom.

    >>> [round(p, 4) for p in p_value(np.array([3.841459, 6.634897]))]
    [0.05, 0.01]
    """
    # The tail of chi-squared with one degree of freedom is that of the normal curve, both sides.
    return [math.erfc(math.sqrt(value / 2)) for value in g2.tolist()]


def bic(g2: Array, total: int) -> Any:
    """Return G2 less the logarithm of all words (Wilson 2013): evidence that a large corpus lacks.

    >>> bic(np.array([20.0]), 1000).round(4)
    array([13.0922])
    """
    return g2 - math.log(total)
