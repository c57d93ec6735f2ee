"""What numbers codes stand for: their places in an order, or the numbers that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from newskit.errors import InputError
from newskit.text.arrays import Array

_COMMA: Final = re.compile(r"[+-]?\d+,\d+")
_SHOWN: Final = 4  # codes in a message
_MOST_RATIOS: Final = 3_000
"""Different numbers of a ratio: their distances are a table of 72 MB."""


def scale_of(
    variable: str,
    order: Sequence[str],
    level: str,
    is_ordered: bool,
) -> Array:
    """Return the numbers of codes: places of names and of an order, else the values themselves.

    Raises
    ------
    InputError
        If the level asks for an order or for numbers, and the codes have none.
    """
    places = np.arange(len(order), dtype="float64")
    if level == "nominal" or (level == "ordinal" and is_ordered):
        return places

    values = [number(code) for code in order]
    if None in values:
        raise InputError(_not_numbers(variable, order, level))

    if level == "ordinal":
        return places

    scale = np.array(values, dtype="float64")
    if level == "ratio":
        _check_ratio(variable, scale)
    return scale


def _check_ratio(variable: str, scale: Array) -> None:
    what = f"{variable!r} is to be ratio, and"
    if scale.min(initial=0) < 0:
        raise InputError(f"{what} its code {scale.min():g} is below 0.")

    if len(scale) > _MOST_RATIOS:
        raise InputError(
            f"{what} has {len(scale):,} different numbers; every two of them are compared, "
            f"{_MOST_RATIOS:,} at most: round them."
        )


def _not_numbers(
    variable: str,
    order: Sequence[str],
    level: str,
) -> str:
    if level == "ordinal":
        return (
            f"{variable!r} is to be ordinal, and the order of its codes is not known "
            f"({', '.join(order[:_SHOWN])}): codes={{{variable!r}: [lowest, ..., highest]}}."
        )

    bad = next(code for code in order if number(code) is None)
    return f"{variable!r} is to be {level}, and its code {bad!r} is not a number."


def number(code: str) -> float | None:
    """Return the number that a code is, with a point or a comma; None where it is none.

    >>> number("-1"), number("0,5"), number("low")
    (-1.0, 0.5, None)
    """
    text = code.replace(",", ".") if _COMMA.fullmatch(code) else code
    try:
        value = float(text)
    except ValueError:
        return None

    return value if abs(value) < float("inf") else None
