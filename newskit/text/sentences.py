"""Where sentences end.

One table says it for the end of a token and the start of the next; a few pairs are looked at more
closely.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from newskit.text.arrays import Array
from newskit.text.sentence_edges import (
    COMMA,
    END_BITS,
    END_SHIFT,
    MARK,
    START_BITS,
    ZONE,
    End,
    Start,
)

# What may open a sentence behind nearly any full stop.
_OPENS = set(Start) - {Start.LOWER, Start.OTHER, Start.CLOSER, Start.DASH}
# Ends of a token, and the starts of the next before which a sentence ends there.
_ENDS_BEFORE = (
    ((End.STRONG, End.STOP, End.NUMBER), _OPENS),
    ((End.REFERENCE,), _OPENS - {Start.DIGIT}),  # No. 10
    ((End.ELLIPSIS,), _OPENS - {Start.DIGIT, Start.BULLET}),
    ((End.CLOCK,), {Start.STARTER, Start.UPPER, Start.MARK}),  # not before 8 p.m. Monday
    ((End.ABBREVIATION, End.STATE, End.STREET), {Start.STARTER, Start.MARK}),
    ((End.INITIAL,), {Start.STARTER}),
)
_LOOKED_AT_CLOSER = (
    (tuple(End), {Start.CLOSER}),
    ((End.STATE, End.STREET, End.CLOCK, End.NUMBER), set(Start)),
    ((End.STOP,), {Start.DASH}),
)
# What a dash behind the end of a sentence may begin the next one with.
_OPENS_AFTER_DASH = (Start.STARTER, Start.UPPER, Start.MARK, Start.TIME)
# "BATON ROUGE, La. - The": names of places have up to three words.
_LONGEST_PLACE = 3


def _table(pairs: Iterable[tuple[tuple[End, ...], set[Start]]]) -> Array:
    """Make a flat table of pairs: an end and the start behind it are one place in it."""
    table = np.zeros((len(End), START_BITS + 1), dtype=bool)
    for ends, starts in pairs:
        table[np.ix_(ends, list(starts))] = True
    return table.ravel()


_ENDS, _CLOSER = _table(_ENDS_BEFORE), _table(_LOOKED_AT_CLOSER)


def sentence_breaks(code: Array, new_paragraph: Array) -> Array:
    """Return for each token whether a new sentence begins with it.

    `code` is what `sentence_edges.code_of` says of the tokens; `new_paragraph` marks those that
    open a paragraph.
    """
    breaks = new_paragraph.copy()
    if len(code) < 2:
        return breaks
    pair = _pairs(code[:-1], code[1:])
    breaks[1:] |= _ENDS[pair]
    _look_closer(code, breaks, new_paragraph, np.flatnonzero(_CLOSER[pair]) + 1)
    return breaks


def _pairs(code: Array, following: Array) -> Array:
    """Return the places in the tables of tokens and those that follow them."""
    return np.asarray((code & END_BITS) | (following & START_BITS))


def _look_closer(
    code: Array,
    breaks: Array,
    new_paragraph: Array,
    at: Array,
) -> None:
    """Decide on the tokens `at` where the two classes do not suffice."""
    at = at[~new_paragraph[at]]
    start, before = code[at] & START_BITS, (code[at - 1] & END_BITS) >> END_SHIFT
    name = (start == Start.UPPER) | (start == Start.TIME)

    # "Shreveport, La. Police": inside a sentence a comma would close the name of the state.
    comma_before = _ahead(code, at, -2) & COMMA > 0
    breaks[at] |= (before == End.STATE) & name & comma_before

    # "at 1213 Walnut St. Police": the number of the house stands two or three tokens before the
    # street.
    house = [_ahead(code, at, back) & (START_BITS | COMMA) == Start.DIGIT for back in (-3, -4)]
    breaks[at] |= (before == End.STREET) & name & (house[0] | house[1])

    # "at 3 p.m. Kyiv time".
    time_follows = _ahead(code, at, 1) & ZONE > 0
    breaks[at] &= ~((before == End.CLOCK) & time_follows)

    _at_dashes(code, breaks, at[start == Start.DASH])
    _at_list_numbers(code, breaks, new_paragraph, at[before == End.NUMBER])

    # A closing mark that stands alone hands on the end of the sentence before it.
    closer = at[(start == Start.CLOSER) & (at + 1 < len(code))]
    closer = closer[~new_paragraph[closer + 1]]
    breaks[closer + 1] = _ENDS[_pairs(code[closer - 1], code[closer + 1])]


def _at_dashes(code: Array, breaks: Array, at: Array) -> None:
    """Begin a sentence with a dash: "All clear. - Our staff", and behind the place of a dateline.

    Behind a quotation it goes on with who said it: "“Go home.” - Ann Lee".
    """
    before = (code[at - 1] & END_BITS) >> END_SHIFT
    place_opens = [_ahead(breaks, at, -1 - n) for n in range(1, _LONGEST_PLACE + 1)]
    dateline = (_ahead(code, at, -2) & COMMA > 0) & np.any(place_opens, axis=0)
    plain_stop = (before == End.STOP) & (code[at - 1] & MARK == 0)
    follows = np.isin(_ahead(code, at, 1) & START_BITS, _OPENS_AFTER_DASH)
    breaks[at] = follows & (plain_stop | (before == End.STATE) & dateline)


def _at_list_numbers(code: Array, breaks: Array, new_paragraph: Array, at: Array) -> None:
    """Join the number of a list to what it numbers, as in "1. Open the door. 2. Close it".

    A number opens the paragraph then, and each later one a sentence.
    """
    heads = np.flatnonzero(new_paragraph)
    head = heads[np.searchsorted(heads, at, "right") - 1] if len(at) else at
    is_list = np.isin((code[head] & END_BITS) >> END_SHIFT, (End.NUMBER, End.INITIAL))
    # “18.” is what someone said.
    is_bare = code[at - 1] & START_BITS != Start.MARK
    breaks[at] &= ~(is_list & is_bare & breaks[at - 1])


def _ahead(code: Array, at: Array, n: int) -> Array:
    """Return the codes `n` tokens on; 0 beyond the ends."""
    there = at + n
    inside = (there >= 0) & (there < len(code))
    return np.where(inside, code[np.where(inside, there, 0)], 0)
