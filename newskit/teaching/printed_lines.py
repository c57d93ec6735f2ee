"""Break a text into printed lines that are the same for everybody, whatever the font."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, count
from typing import NamedTuple
from unicodedata import bidirectional, category, east_asian_width

from newskit.html import paragraphs

MEASURE = 74.0  # widths of a small letter: 12 cm in 11 points, which leaves a margin to write in
_CAPITAL, _WIDE = 1.6, 2.0  # "NATO" and "新聞" take more room than "nato"
_CAPITALS = {"Lu", "Lt"}
_WITHOUT_WIDTH = {"Mn", "Me", "Cf", "Cc"}  # an accent belongs to the letter before it
_WORD = re.compile(r"\S+")
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


class PrintedLine(NamedTuple):
    """A line of the sheet: its number, and where its words stand in the text."""

    number: int
    start: int
    end: int


class PrintedText(NamedTuple):
    """The lines of a text, paragraph by paragraph, numbered from 1."""

    paragraphs: list[list[PrintedLine]]
    starts: list[int]

    def numbers(self, start: int, end: int) -> str:
        """Say on which lines a span of the text stands: '14', or '14–15'."""
        first = bisect_right(self.starts, start)
        last = bisect_right(self.starts, max(start, end - 1))
        return str(first) if first == last else f"{first}–{last}"


def printed(text: str, measure: float = MEASURE) -> PrintedText:
    """Break a text into lines at blanks; a word that is longer than a line is cut.

    >>> printed("It rained again.", 10).paragraphs[0][1]
    PrintedLine(number=2, start=10, end=16)
    """
    numbers = count(1)
    broken = [
        [PrintedLine(next(numbers), *line) for line in _lines(text, start, end, measure)]
        for start, end in paragraphs(text)
    ]
    return PrintedText(broken, [line.start for line in chain.from_iterable(broken)])


def _lines(
    text: str,
    start: int,
    end: int,
    measure: float,
) -> Iterator[tuple[int, int]]:
    left, right, filled = start, start, 0.0
    for piece_start, piece_end, width in _pieces(text, start, end, measure):
        blank = 1.0 if piece_start > right else 0.0
        if right > left and filled + blank + width > measure:
            yield left, right
            left, filled, blank = piece_start, 0.0, 0.0

        filled += blank + width
        right = piece_end

    yield left, right


def _pieces(
    text: str,
    start: int,
    end: int,
    measure: float,
) -> Iterator[tuple[int, int, float]]:
    """Return words with their widths, cut where one alone is wider than a line."""
    for word in _WORD.finditer(text, start, end):
        left, width = word.start(), 0.0
        for at in range(word.start(), word.end()):
            own = _width(text[at])
            if width + own > measure and at > left:
                yield left, at, width
                left, width = at, 0.0

            width += own

        yield left, word.end(), width


@lru_cache(maxsize=4_096)
def _width(character: str) -> float:
    kind = category(character)
    if kind in _WITHOUT_WIDTH:
        return 0.0

    if east_asian_width(character) in "WF":
        return _WIDE
    return _CAPITAL if kind in _CAPITALS else 1.0


def direction(text: str) -> str:
    """Return how a paragraph runs, as its first letter says: its lines must not turn one by one."""
    found = (_DIRECTIONS.get(bidirectional(character)) for character in text)
    return next(filter(None, found), "ltr")
