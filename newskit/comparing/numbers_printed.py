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
_SCALES = {word: float(value) for word, value in _values("scale").items()}
_GLUED = {word: float(value) for word, value in _values("glued").items()}
_UNITS, _ABOUT = _values("unit"), _values("about")
_SHAPE = re.compile(
    r"(?P<sign>\D?)(?P<digits>\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?)(?P<end>[^\W\d_]{0,8}|%)"
)
_LOOKED_BACK = 2
"""Words before a number that may say that it is not exact: more than 60."""


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
    # One alone is a pronoun more often; one million is a number.
    is_one = words[at] == _ONE and words[at + 1 : at + 2] and words[at + 1] in _SCALES
    begun = (1.0, None) if is_one else _value_of(words[at])
    if begun is None:
        return None

    value, unit = begun
    after = at + 1
    # Two hundred thousand; 4.5 million.
    while after < len(words) and words[after] in _SCALES:
        value *= _SCALES[words[after]]
        after += 1

    behind = words[after : after + 2]
    if behind == ["per", "cent"]:
        unit, after = "%", after + 2
    elif unit is None and behind and behind[0] in _UNITS:
        unit, after = _UNITS[behind[0]], after + 1
    is_about = any(word in _ABOUT for word in words[max(0, at - _LOOKED_BACK) : at])
    return PrintedNumber(at, after, value, unit, is_about)


def _value_of(word: str) -> tuple[float, str | None] | None:
    """Return the value of one word and the sign that stands on it; None if it is no number."""
    if word in _WORDED:
        return _WORDED[word], None

    # Twenty-one; three-day is three and a noun.
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens in _WORDED:
        return _WORDED[tens] + (1.0 if ones == _ONE else _WORDED.get(ones, 0.0)), None

    found = _SHAPE.fullmatch(tens)
    if not found:
        return None
    sign, end = found["sign"], found["end"]
    is_number = (not sign or sign in CURRENCY) and (end in _GLUED or end in ("", "%"))
    if not is_number:
        return None
    value = float(found["digits"].replace(",", "")) * _GLUED.get(end, 1.0)
    return value, (sign or None) if end != "%" else "%"
