"""Where sentences end: one table over the end of a token and the start of the next, and a closer look at a few."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.text.sentence_edges import (
    COMMA,
    END_BITS,
    END_SHIFT,
    START_BITS,
    ZONE,
    End,
    Start,
)

Array = npt.NDArray[Any]
_N_STARTS = START_BITS + 1  # columns of the tables: a pair of classes is a place in the flat table
# What may open a sentence behind nearly any full stop.
_OPENS = (
    Start.STARTER,
    Start.UPPER,
    Start.TIME,
    Start.DIGIT,
    Start.MARK,
    Start.CASELESS,
    Start.BULLET,
)
# The end of a token -> the starts before which a sentence ends there.
_ENDS_BEFORE: dict[End, tuple[Start, ...]] = {
    End.STRONG: _OPENS,
    End.STOP: _OPENS,
    End.NUMBER: _OPENS,
    End.REFERENCE: tuple(start for start in _OPENS if start != Start.DIGIT),  # No. 10
    End.ELLIPSIS: (Start.STARTER, Start.UPPER, Start.TIME, Start.MARK, Start.CASELESS),
    End.CLOCK: (Start.STARTER, Start.UPPER, Start.MARK),  # not before 8 p.m. Monday
    End.ABBREVIATION: (Start.STARTER, Start.MARK),
    End.STATE: (Start.STARTER, Start.MARK),
    End.STREET: (Start.STARTER, Start.MARK),
    End.INITIAL: (Start.STARTER,),
}


def _ends() -> Array:
    """Return the table that says, for the end of a token and the start of the next, whether a sentence ends between."""
    ends = np.zeros((len(End), _N_STARTS), dtype=bool)
    for end, starts in _ENDS_BEFORE.items():
        ends[end, starts] = True
    return ends


def _special() -> Array:
    """Return the table of the pairs that are looked at more closely."""
    pairs = np.zeros((len(End), _N_STARTS), dtype=bool)
    pairs[[End.STATE, End.STREET, End.CLOCK, End.NUMBER]] = True
    pairs[:, Start.CLOSER] = True
    return pairs


_ENDS, _SPECIAL = _ends().ravel(), _special().ravel()


def sentence_breaks(code: Array, new_paragraph: Array) -> Array:
    """Return for each token whether a new sentence begins with it.

    `code` is what `sentence_edges.code_of` says of the tokens; `new_paragraph` marks those that open a paragraph.
    """
    breaks = new_paragraph.copy()
    if len(code) < 2:
        return breaks
    pair = _pairs(code[:-1], code[1:])
    breaks[1:] |= _ENDS[pair]
    _look_closer(code, breaks, new_paragraph, np.flatnonzero(_SPECIAL[pair]) + 1)
    return breaks


def _pairs(code: Array, following: Array) -> Array:
    """Return the places in the tables of tokens and those that follow them."""
    return np.asarray((code & END_BITS) | (following & START_BITS))


def _look_closer(code: Array, breaks: Array, new_paragraph: Array, at: Array) -> None:
    """Decide on the tokens `at` where the two classes do not suffice."""
    at = at[~new_paragraph[at]]
    start, before = code[at] & START_BITS, (code[at - 1] & END_BITS) >> END_SHIFT
    name = (start == Start.UPPER) | (start == Start.TIME)

    # "Shreveport, La. Police": inside a sentence a comma would close the name of the state.
    comma_before = _ahead(code, at, -2) & COMMA > 0
    breaks[at] |= (before == End.STATE) & name & comma_before

    # "at 1213 Walnut St. Police": the number of the house stands two or three tokens before the street.
    house = [_ahead(code, at, back) & (START_BITS | COMMA) == Start.DIGIT for back in (-3, -4)]
    breaks[at] |= (before == End.STREET) & name & (house[0] | house[1])

    # "at 3 p.m. Kyiv time"; "3. The" at the head of a paragraph, which is a list number.
    time_follows = _ahead(code, at, 1) & ZONE > 0
    breaks[at] &= ~((before == End.CLOCK) & time_follows)
    breaks[at] &= ~((before == End.NUMBER) & new_paragraph[at - 1])

    # A closing mark that stands alone hands on the end of the sentence before it.
    closer = at[(start == Start.CLOSER) & (at + 1 < len(code))]
    closer = closer[~new_paragraph[closer + 1]]
    breaks[closer + 1] = _ENDS[_pairs(code[closer - 1], code[closer + 1])]


def _ahead(code: Array, at: Array, n: int) -> Array:
    """Return the codes `n` tokens on; 0 beyond the ends."""
    there = at + n
    inside = (there >= 0) & (there < len(code))
    return np.where(inside, code[np.where(inside, there, 0)], 0)
