"""Numbers as articles print them: 14, twelve, $42 million, £2.3m, 3.5 per cent, about 900."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newskit.csv_files import csv_rows
from newskit.text.forms import CURRENCY, fold


def _values(kind: str) -> Mapping[str, str]:
    rows = csv_rows(__package__, "words.csv")
    return {row["word"]: row["value"] for row in rows if row["class"] == kind}


_ONE = "one"
_WORDED = {word: float(value) for word, value in _values("worded").items()}
_ONES = _WORDED | {_ONE: 1.0}
_SCALES = {word: float(value) for word, value in _values("scale").items()}
_GLUED = _SCALES | {word: float(value) for word, value in _values("glued").items()}
_UNITS, _ABOUT = _values("unit"), _values("about")
_TWO_WORDS: Mapping[tuple[str, ...], str] = {
    ("per", "cent"): "%",
    ("nautical", "miles"): "nautical miles",
    ("nautical", "mile"): "nautical miles",
}
_LOOKED_BACK = 2
"""Words before a number that may say that it is not exact: more than 60."""

_SIGN = f"(?P<sign>[{re.escape(CURRENCY)}]?)"
_DIGITS = r"(?P<digits>\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?)"
_END = f"(?P<end>%|{'|'.join(_GLUED)})?"
_SHAPE = re.compile(_SIGN + _DIGITS + _END)


class PrintedNumber(NamedTuple):
    """A number of a list of words: words[first:after] are the number with its unit."""

    first: int
    after: int
    value: float
    unit: str | None
    approximate: bool


def printed_numbers(words: list[str]) -> Iterator[PrintedNumber]:
    """Find the numbers of a sentence.

    >>> words = "More than 60 of twenty-one lost £2.3m or 3.5 per cent".split()
    >>> [(n.value, n.unit) for n in printed_numbers(words)]
    [(60.0, None), (21.0, None), (2300000.0, '£'), (3.5, '%')]
    """
    folded = list(map(fold, words))
    at = 0
    while at < len(folded):
        found = _number_at(folded, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.after


def _number_at(words: list[str], at: int) -> PrintedNumber | None:
    begun = _one_at(words, at) or _value_of(words[at])
    if begun is None:
        return None

    value, sign = begun
    scale, behind = _scale(words, at + 1)
    unit, after = _unit(words, behind)
    before = words[max(0, at - _LOOKED_BACK) : at]
    approximate = not _ABOUT.keys().isdisjoint(before)
    if sign:
        return PrintedNumber(at, behind, value * scale, sign, approximate)
    return PrintedNumber(at, after, value * scale, unit, approximate)


def _one_at(words: list[str], at: int) -> tuple[float, str | None] | None:
    """Read the one of "one million"; alone it is a pronoun more often."""
    is_scaled = words[at] == _ONE and not _SCALES.keys().isdisjoint(words[at + 1 : at + 2])
    return (1.0, None) if is_scaled else None


def _scale(words: list[str], at: int) -> tuple[float, int]:
    """Return what the words at a place multiply by (two hundred thousand), and where they end."""
    scale = 1.0
    while at < len(words) and words[at] in _SCALES:
        scale *= _SCALES[words[at]]
        at += 1

    return scale, at


def _unit(words: list[str], at: int) -> tuple[str | None, int]:
    """Return the unit that stands at a place, and where it ends."""
    unit = _TWO_WORDS.get(tuple(words[at : at + 2]))
    if unit is not None:
        return unit, at + 2
    if at < len(words) and words[at] in _UNITS:
        return _UNITS[words[at]], at + 1
    return None, at


def _value_of(word: str) -> tuple[float, str | None] | None:
    """Return the value of one word and the sign that stands on it; None if it is no number."""
    # Twenty-one; three-day is three and a noun; 2-1 is a score.
    first, _, rest = word.partition("-")
    if first in _WORDED:
        return _WORDED[first] + _ONES.get(rest, 0.0), None

    found = None if rest[:1].isdigit() else _SHAPE.fullmatch(first)
    if found is None:
        return None

    digits, end = found["digits"].replace(",", ""), found["end"]
    sign = "%" if end == "%" else found["sign"]
    return float(digits) * _GLUED.get(end, 1.0), sign or None
