"""Syllables of a number as it is read aloud.

A sign of currency or percent is read, too ($14.3: fourteen point three dollars); four digits from
1100 to 2099 without a comma or a currency are read as a year (nineteen eighteen), digits after a
point one by one, a leading 0 as zero.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newskit.text.forms import CURRENCY
from newskit.text.spoken_parts import spoken_parts

_SIGNS, _UNITS = spoken_parts("sign"), spoken_parts("unit")
# Zero, one, ...: seven has two. Ten, eleven, ... Twenty, ...: seventy has three.
_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1)
_TEENS = (1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
# A zero inside a number is not read.
_BELOW_20 = (0, *_ONES[1:], *_TEENS)
# Hundred, thousand, million, billion have two each.
_HUNDRED = 2
_GROUPS = ((10**9, 2), (10**6, 2), (10**3, 2), (1, 0))
# 2000 to 2009 are read as numbers.
_YEARS = {*range(1100, 2000), *range(2010, 2100)}
# Longer numbers are read digit by digit; of longer words only the beginning is read.
_MOST_DIGITS, _MOST_CHARACTERS = 12, 200
_PARTS = re.compile(r"\.\d+|\d[\d,]*|[^\W\d_]+")


def read_aloud(number: str, syllables_of: Callable[[str], int]) -> int:
    """Count the syllables of a word that holds a digit.

    `syllables_of` counts those of letters in it (`covid-19`).

    >>> [read_aloud(n, len) for n in ("1918", "$14.3", "2,000", "21st", "20th", "2015–16", "5bn")]
    [4, 6, 3, 3, 3, 6, 3]
    """
    start = number[:_MOST_CHARACTERS]
    # Dollars, percent. $1918 is not a year.
    total = sum([_SIGNS.get(sign, 0) for sign in start])
    may_be_year = not start.startswith(tuple(CURRENCY))

    # What stands behind a number may depend on it: twentieth, second.
    value = 0
    for part in _PARTS.findall(start):
        # Three point one four.
        if part[0] == ".":
            total += 1 + _digit_by_digit(part[1:])

        # The comma of 2,000 says that it is not a year.
        elif part[0].isdecimal():
            digits = part.replace(",", "")
            value = int(digits[-2:])
            total += _whole(digits, may_be_year and "," not in part)
        else:
            total += _unit(part, value, syllables_of)
    return max(1, total)


def _digit_by_digit(digits: str) -> int:
    return sum([_ONES[int(digit)] for digit in digits])


def _unit(
    letters: str,
    value: int,
    syllables_of: Callable[[str], int],
) -> int:
    """Count what follows the digits: an ordinal's ending, a unit, a word."""
    small = letters.lower()

    # Twenti-eth.
    is_round = value > 10 and value % 10 == 0
    if small == "th" and is_round:
        return 1

    # Second in place of two.
    if small == "nd" and value % 10 == 2:
        return 1

    # 80mph, and the covid of covid-19.
    return _UNITS[small] if small in _UNITS else syllables_of(letters)


def _whole(digits: str, may_be_year: bool) -> int:
    """Count a whole number."""
    # 007 is zero zero seven here.
    begins_with_zero = digits[0] == "0" and len(digits) > 1
    if begins_with_zero or len(digits) > _MOST_DIGITS:
        return _digit_by_digit(digits)

    # Nineteen eighteen.
    value = int(digits)
    if may_be_year and len(digits) == 4 and value in _YEARS:
        return _year(value)
    if value == 0:
        return _ONES[0]

    # Two million three thousand five: what is nought is not read.
    total = 0
    for power, spoken in _GROUPS:
        group = value // power % 1000
        total += _below_1000(group) + spoken if group else 0
    return total


def _year(value: int) -> int:
    """Count a year: nineteen eighteen, nineteen oh five, nineteen hundred."""
    century, late = divmod(value, 100)
    if late == 0:
        return _below_100(century) + _HUNDRED

    oh = late < 10
    return _below_100(century) + oh + _below_100(late)


def _below_1000(n: int) -> int:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_100(rest)
    return _ONES[hundreds] + _HUNDRED + _below_100(rest)


def _below_100(n: int) -> int:
    if n < 20:
        return _BELOW_20[n]
    return _TENS[n // 10] + _BELOW_20[n % 10]
