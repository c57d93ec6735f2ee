"""What the letters of a word are worth as English Scrabble tiles."""

from __future__ import annotations

import unicodedata

import numpy as np

_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_OTHERS = bytes(set(range(256)) - set(_LETTERS))
_TILES = {1: b"aeilnorstu", 2: b"dg", 3: b"bcmp", 4: b"fhvwy", 5: b"k", 8: b"jx", 10: b"qz"}

# Points by the byte of a small letter; 0 for all other bytes.
TILE_POINTS = np.zeros(256, dtype=np.int64)
for _points, _tiles in _TILES.items():
    TILE_POINTS[list(_tiles)] = _points
_TABLE = bytes(TILE_POINTS.tolist())


def scrabble_points(text: str) -> int:
    """Add up what the letters of a word are worth; accents aside, other letters 0.

    >>> scrabble_points("quiz"), scrabble_points("café"), scrabble_points("1918")
    (22, 9, 0)
    """
    if text.isascii():
        return sum(text.lower().encode().translate(_TABLE))
    plain = unicodedata.normalize("NFKD", text.lower())
    return sum(plain.encode("ascii", "ignore").translate(_TABLE))
