"""The characters of a text as numbers of one byte: a whole batch can be looked at in arrays.

What English news is printed in has a number of its own: ASCII, the accented letters of Latin-1, and
the curly quotes, dashes and signs of Windows-1252. Any other character is FOREIGN: the arrays can
say where it stands, not which it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from newskit.text.arrays import Array

# 0 stands behind the end of a text; what is printed has a code above LINE_END.
BLANK, LINE_END, FOREIGN = 1, 2, 0x7F
LINE_ENDS = "\n\x85\u2028\u2029"
# Characters of a form that are looked at together: two numbers of 64 bits.
WIDTH = 16
# The last character of the basic plane stands for all beyond.
_LAST = 0xFFFF


class Cut(NamedTuple):
    """A text that was cut at its blanks: one value per printed form.

    `line_ends` says how many of them stand between a form and the one before it.
    """

    start: Array
    length: Array
    line_ends: Array


def _table() -> Array:
    """For each character of the basic plane, its code."""
    table = np.full(_LAST + 1, FOREIGN, dtype=np.uint8)

    # Windows-1252 is Latin-1 with curly quotes and dashes where that has control characters.
    for code in (*range(0x21, 0x7F), *range(0x80, 0x100)):
        for character in bytes([code]).decode("cp1252", "ignore"):
            table[ord(character)] = code

    # Last: to Windows-1252 the no-break space is a character like others.
    for code in range(_LAST + 1):
        if chr(code).isspace():
            table[code] = LINE_END if chr(code) in LINE_ENDS else BLANK
    return table


_TABLE = _table()
# For each length the mask that clears what stands behind the form: shape (WIDTH + 1, 2).
_KEPT = np.arange(WIDTH) < np.arange(WIDTH + 1)[:, None]
_MASKS = np.where(_KEPT, 0xFF, 0).astype(np.uint8).view("<u8")


def codes_of(text: str) -> Array:
    """Return the code of every character of a text, followed by WIDTH zeros."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    units = np.frombuffer(encoded, dtype="<u2")
    # An emoji is two units of UTF-16: places in the text would not be places in the array any more.
    if len(units) != len(text):
        encoded = text.encode("utf-32-le", "surrogatepass")
        units = np.minimum(np.frombuffer(encoded, dtype="<u4"), _LAST)

    codes = np.zeros(len(units) + WIDTH, dtype=np.uint8)
    _TABLE.take(units, out=codes[: len(units)], mode="clip")
    return codes


def cut_at_blanks(codes: Array) -> Cut:
    """Find what stands between blanks in a text."""
    edges = np.flatnonzero(np.diff(codes > LINE_END, prepend=False))
    start = edges[::2]
    # Line ends are few: look for their places among the forms, not the other way around.
    before_form = np.searchsorted(start, np.flatnonzero(codes == LINE_END))
    line_ends = np.bincount(before_form, minlength=len(start) + 1)[:-1]
    return Cut(start, edges[1::2] - start, line_ends)


def keys_of(codes: Array, start: Array, length: Array) -> Array:
    """Return the codes of each form as two numbers, (0, 0) for a form of over WIDTH characters."""
    # Every place of the text as the beginning of WIDTH bytes, without copying one.
    places = len(codes) - WIDTH + 1
    whole = np.ndarray((places,), dtype=f"V{WIDTH}", buffer=codes, strides=(1,))
    keys = whole[start].view("<u8").reshape(-1, 2)
    keys &= _MASKS.take(np.where(length <= WIDTH, length, 0), axis=0)
    return keys


def rows_of(keys: Array) -> Array:
    """Return keys as rows of WIDTH codes: shape (forms, WIDTH)."""
    return keys.view(np.uint8).reshape(-1, WIDTH)


def fits(keys: Array) -> Array:
    """Say which keys tell their form from every other: short, and every character has its code."""
    rows = rows_of(keys)
    shared = (rows == FOREIGN) | (rows == BLANK) | (rows == LINE_END)
    return np.asarray((keys[:, 0] != 0) & ~shared.any(axis=1))


def strings_of(keys: Array) -> list[str]:
    """Return the forms that keys stand for; every character must have a code of its own."""
    # A line end behind each form.
    rows = np.full((len(keys), WIDTH + 1), LINE_END, dtype=np.uint8)
    rows[:, :WIDTH] = rows_of(keys)
    return rows[rows > 0].tobytes().decode("cp1252").split(chr(LINE_END))[:-1]


def line_up(forms: Iterable[str]) -> tuple[Array, Array, Array]:
    """Write forms one behind the other: their codes, and the start and length of each."""
    forms = list(forms)
    length = np.fromiter(map(len, forms), dtype=np.int64, count=len(forms))
    start = np.cumsum(length + 1) - (length + 1)
    return codes_of("\n".join(forms)), start, length
