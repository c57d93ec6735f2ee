"""Rows of a name, a dot with its interval, and the number: what plots of groups share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import numpy as np

from newskit.html import MINUS
from newskit.plots.canvas import (
    BLUE,
    DARK,
    FAINT,
    SMALL,
    SOFT,
    TEXT,
    TRACK,
    Axes,
    grid,
    style,
    write,
)

INCHES: Final = 0.34
"""A row."""
FEW: Final = " (dotted: fewer than 10 articles)"
_MARGIN: Final = 0.06  # of the width of what is drawn, left and right
_FEW_DIGITS: Final = ((100, 0), (10, 1), (0, 2))
"""From which number on how many decimals are written: 1,204, 12.4, 0.31."""


class IntervalRow(NamedTuple):
    """A row: a heading where it has no value of its own, or a value with its interval."""

    name: str
    value: float = np.nan
    low: float = np.nan
    high: float = np.nan
    note: str = ""
    is_heading: bool = False
    is_few: bool = False
    """Whether the articles are too few for a steady interval."""


def is_few(caveats: Any) -> bool:
    """Whether the caveats of a group say that its interval is unsteady."""
    return isinstance(caveats, str) and "few-articles" in caveats.split("; ")


def number(value: float) -> str:
    """Write a number with as many decimals as tell something.

    >>> number(1204.4), number(12.38), number(-0.306)
    ('1,204', '12.4', '−0.31')
    """
    digits = next(digits for least, digits in _FEW_DIGITS if abs(value) >= least)
    return f"{value:,.{digits}f}".replace("-", MINUS)


def draw_rows(ax: Axes, rows: list[IntervalRow], *, zero: bool = False) -> None:
    """Draw the rows, the first at the top; with `zero`, a line where there is no difference."""
    low, high = _limits(rows, zero)
    for y, row in enumerate(rows):
        if row.is_heading:
            continue
        ax.axhline(y, color=TRACK, lw=0.8, zorder=0.5)
        _dot(ax, y, row, low)
        write(ax, high, y, _said(row), shift=7, fontsize=SMALL)
    if zero:
        ax.axvline(0, color=DARK, lw=1, zorder=1)
    _names(ax, rows)
    ax.set_xlim(low, high)
    grid(ax, "x")


def _limits(rows: Iterable[IntervalRow], zero: bool) -> tuple[float, float]:
    found = np.array([(row.value, row.low, row.high) for row in rows]).ravel()
    found = found[np.isfinite(found)]
    if zero:
        found = np.append(found, 0.0)
    if not len(found):
        return 0.0, 1.0
    low, high = float(found.min()), float(found.max())
    # Where all are the same, the dot stands in the middle.
    width = high - low or abs(high) or 1.0
    return low - _MARGIN * width, high + _MARGIN * width


def _dot(ax: Axes, y: int, row: IntervalRow, left: float) -> None:
    if not np.isfinite(row.value):
        write(ax, left, y, "no value", shift=5, color=SOFT, style="italic")
        return

    has_interval = np.isfinite(row.low)
    if has_interval:
        line = style(color=BLUE, lw=2.4, alpha=0.55, ls=(0, (1, 1.2)) if row.is_few else "-")
        ax.plot([row.low, row.high], [y, y], zorder=2, **line)
    # Hollow where nothing says how sure it is.
    fill = BLUE if has_interval else "white"
    ax.scatter(row.value, y, s=44, color=fill, edgecolor=BLUE, lw=1.3, zorder=3, clip_on=False)


def _said(row: IntervalRow) -> str:
    if not np.isfinite(row.value):
        return row.note
    said = number(row.value)
    if np.isfinite(row.low):
        said += f"  [{number(row.low)}, {number(row.high)}]"
    return f"{said}{row.note and '; '}{row.note}"


def _names(ax: Axes, rows: list[IntervalRow]) -> None:
    ax.set_yticks(range(len(rows)), [row.name for row in rows])
    for tick, row in zip(ax.get_yticklabels(), rows, strict=True):
        tick.set_parse_math(False)
        tick.set(fontsize=TEXT, fontweight="bold" if row.is_heading else "normal")
    for y, row in enumerate(rows):
        if row.is_heading and y:
            ax.axhline(y - 0.5, color=FAINT, lw=0.6)
    ax.set_ylim(len(rows) - 0.4, -0.6)
