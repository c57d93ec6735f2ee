"""The characters of a text as numbers of one byte, so that a whole batch can be looked at in arrays.

What English news is printed in has a number of its own: ASCII, the accented letters of Latin-1, and the curly quotes,
dashes and signs of Windows-1252. Any other character is FOREIGN: the arrays can say where it stands, not which it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
BLANK, LINE_END, FOREIGN = 1, 2, 0x7F  # 0 stands behind the end; what is printed is above LINE_END
WIDTH = 16  # characters of a form that are looked at together
_LAST = 0xFFFF  # of the basic plane; it stands for all beyond


def _table() -> Array:
    """For each character of the basic plane, its code."""
    table = np.full(_LAST + 1, FOREIGN, dtype=np.uint8)
    table[0x21:0x7F], table[0xA1:0x100] = np.arange(0x21, 0x7F), np.arange(0xA1, 0x100)
    for code in range(0x80, 0xA0):
        character = bytes([code]).decode("cp1252", "ignore")
        table[[ord(c) for c in character]] = code
    for code in range(_LAST + 1):
        if chr(code).isspace():
            table[code] = LINE_END if chr(code) in "\n\x85\u2028\u2029" else BLANK
    return table


_TABLE = _table()
# For each length the mask that clears what stands behind the form: shape (WIDTH + 1, 2).
_MASKS = np.where(np.arange(WIDTH) < np.arange(WIDTH + 1)[:, None], 0xFF, 0).astype(np.uint8).view("<u8")


def codes_of(text: str) -> Array:
    """Return the code of every character of a text, followed by WIDTH zeros."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) == 2 * len(text):
        units = np.frombuffer(encoded, dtype="<u2")
    else:
        units = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4"), _LAST)
    codes = np.zeros(len(units) + WIDTH, dtype=np.uint8)
    _TABLE.take(units, out=codes[: len(units)], mode="clip")
    return codes


def keys_of(codes: Array, start: Array, length: Array) -> Array:
    """Return the codes of each form as two numbers: shape (forms, 2); (0, 0) for a form of over WIDTH characters."""
    whole = np.ndarray((len(codes) - WIDTH + 1,), dtype=f"V{WIDTH}", buffer=codes, strides=(1,))
    keys = whole[start].view("<u8").reshape(-1, 2)
    keys &= _MASKS.take(np.where(length <= WIDTH, length, 0), axis=0)
    return keys


def rows_of(keys: Array) -> Array:
    """Return keys as rows of WIDTH codes: shape (forms, WIDTH)."""
    return keys.view(np.uint8).reshape(-1, WIDTH)


def strings_of(keys: Array) -> list[str]:
    """Return the forms that keys stand for; every character must have a code of its own."""
    rows = np.full((len(keys), WIDTH + 1), LINE_END, dtype=np.uint8)  # one behind each form
    rows[:, :WIDTH] = rows_of(keys)
    return rows[rows > 0].tobytes().decode("cp1252").split(chr(LINE_END))[:-1]


def line_up(forms: Iterable[str]) -> tuple[Array, Array, Array]:
    """Write forms one behind the other: their codes, and the start and length of each."""
    forms = list(forms)
    length = np.fromiter(map(len, forms), dtype=np.int64, count=len(forms))
    return codes_of("\n".join(forms)), np.cumsum(length + 1) - (length + 1), length
