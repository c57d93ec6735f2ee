"""Syllables of a number as it is read aloud.

A sign of currency or percent is read, too ($14.3: fourteen point three dollars); four digits from 1100 to 2099 without
a comma or a currency are read as a year (nineteen eighteen), digits after a point one by one, a leading 0 as zero.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newskit.text.forms import CURRENCY

_SIGNS = {"$": 2, "£": 1, "€": 2, "¥": 1, "%": 2, "°": 2}
_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1)  # zero, one, ... seven has two
_TEENS = (1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # ten, eleven, ...
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty, ... seventy has three
_UNITS = {
    "s": 0, "st": 0, "rd": 0, "nd": 0, "th": 0, "m": 2, "mn": 2, "bn": 2, "b": 2, "tn": 2, "km": 4, "cm": 4, "mm": 4,
    "kg": 3, "mph": 5, "kph": 6, "lb": 1, "lbs": 1, "ft": 1, "mg": 3, "ml": 4,
}  # fmt: skip
_LONGEST = 200  # characters that are read
_PARTS = re.compile(r"\.\d+|\d[\d,]*|[^\W\d_]+")


def read_aloud(number: str, syllables_of: Callable[[str], int]) -> int:
    """Count the syllables of a word that holds a digit; `syllables_of` counts letters in it (`covid-19`).

    >>> [read_aloud(n, len) for n in ("1918", "$14.3", "2,000", "21st", "20th", "2015–16", "5bn")]
    [4, 6, 3, 3, 3, 6, 3]
    """
    start = number[:_LONGEST]
    total = sum(_SIGNS.get(sign, 0) for sign in start)
    year = not start.startswith(tuple(CURRENCY))
    value = 0
    for part in _PARTS.findall(start):
        if part[0] == ".":
            total += 1 + sum(_ONES[int(digit)] for digit in part[1:])
        elif part[0].isdecimal():
            digits = part.replace(",", "")
            value = int(digits[-2:])
            total += _whole(digits, year and "," not in part)
        else:
            total += _unit(part, value, syllables_of)
    return max(1, total)


def _unit(letters: str, value: int, syllables_of: Callable[[str], int]) -> int:
    """Count what follows the digits: an ordinal's ending, a unit, a word."""
    small = letters.lower()
    if small == "th" and value % 10 == 0 and value > 10:
        return 1  # twenti-eth
    if small == "nd" and value % 10 == 2:
        return 1  # second for two
    return _UNITS[small] if small in _UNITS else syllables_of(letters)


def _whole(digits: str, year: bool) -> int:
    if len(digits) > 12 or (digits[0] == "0" and len(digits) > 1):
        return sum(_ONES[int(digit)] for digit in digits)
    value, total = int(digits), 0
    if year and len(digits) == 4 and 1100 <= value <= 2099 and value // 10 % 100:
        return _year(value)
    if value == 0:
        return 2
    for power, spoken in ((10**9, 2), (10**6, 2), (10**3, 2), (1, 0)):
        part = value // power % 1000
        if part:
            total += (_ONES[part // 100] + 2 if part >= 100 else 0) + _below_100(part % 100) + spoken
    return total


def _year(value: int) -> int:
    """Nineteen eighteen, nineteen oh five, nineteen hundred; 2000 to 2009 are read as numbers."""
    late = value % 100
    if late == 0:
        return _below_100(value // 100) + 2
    return _below_100(value // 100) + _below_100(late) + (late < 10)


def _below_100(n: int) -> int:
    if n < 20:
        return (_ONES[n] if n else 0) if n < 10 else _TEENS[n - 10]
    return _TENS[n // 10] + (_ONES[n % 10] if n % 10 else 0)
