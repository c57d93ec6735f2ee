"""A number by group as a picture: how the articles spread, and the group's own value with interval.

Drawn by hand and not by matplotlib: a row is a few lines, and takes no time to lay out.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from typing import Any, NamedTuple

import numpy as np

from newskit.html import COLORS, MINUS, escape

ROW, TOP, BOTTOM = 26, 8, 40  # pixels
WIDE, NARROW = 710, 460
NAMES = {WIDE: 160, NARROW: 108}  # pixels for the names, at the left
SAID = {WIDE: 176, NARROW: 170}  # ... and for the numbers, at the right
LETTER = 6.6  # pixels, so that a name fits
PHONE = 40  # rem
_SPREAD = (5, 25, 75, 95)  # percentiles: the thin line, and the thick one
_TICKS = 5
NO_BREAK = "\u00a0"
_FONT = "font-family='system-ui,Segoe UI,Roboto,Noto Sans,Liberation Sans,sans-serif'"


class Strip(NamedTuple):
    """A row: the name of a group, its value with the ends of its interval, and its articles."""

    name: str
    value: float
    low: float
    high: float
    articles: np.ndarray[Any, Any]


class _PixelScale(NamedTuple):
    """From a value to pixels."""

    low: float
    high: float
    left: float
    right: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)


def strips(rows: Sequence[Strip], unit: str, alt: str, digits: int) -> str:
    """Return a picture, wide and narrow, that `alt` says in words."""
    wide, narrow = (_address(_svg(rows, unit, digits, width)) for width in (WIDE, NARROW))
    height = TOP + ROW * len(rows) + BOTTOM
    return (
        f'<picture><source media="(max-width:{PHONE}rem)" srcset="{narrow}" '
        f'width="{NARROW}" height="{height}"><img src="{wide}" width="{WIDE}" height="{height}" '
        f'alt="{escape(alt)}"></picture>'
    )


def _address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode('utf-8')).decode('ascii')}"


def _svg(rows: Sequence[Strip], unit: str, digits: int, width: int) -> str:
    height = TOP + ROW * len(rows) + BOTTOM
    scale = _PixelScale(*_limits(rows), NAMES[width] + 8, width - SAID[width])
    parts = [*_axis(scale, height, unit)]
    for number, row in enumerate(rows):
        parts += _row(row, scale, TOP + ROW * number + ROW / 2, width, digits)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' {_FONT} "
        f"font-size='12.5' fill='#222'>{''.join(parts)}</svg>"
    )


def _limits(rows: Sequence[Strip]) -> tuple[float, float]:
    """Return the ends of the axis: what nearly all articles lie between."""
    outer = (_SPREAD[0], _SPREAD[-1])
    ends = [np.percentile(row.articles, outer) for row in rows if len(row.articles)]
    own = [(row.value, row.low, row.high) for row in rows]
    found = np.array([number for numbers in (*ends, *own) for number in numbers], dtype=float)
    found = found[np.isfinite(found)]
    if not len(found):
        return 0.0, 1.0
    low, high = float(found.min()), float(found.max())
    room = 0.04 * (high - low) or 0.5
    return low - room, high + room


def _axis(scale: _PixelScale, height: float, unit: str) -> Iterator[str]:
    bottom = height - BOTTOM + 4
    step = _step((scale.high - scale.low) / _TICKS)
    digits = max(0, -floor(log10(step)))
    for number in range(ceil(scale.low / step), floor(scale.high / step) + 1):
        x = scale(number * step)
        yield f"<path d='M{x} {TOP}V{bottom}' stroke='#ddd'/>"
        yield _text(x, bottom + 13, said(number * step, digits), "middle", "#5a5a5a")
    middle = (scale.left + scale.right) / 2
    yield _text(middle, bottom + 30, unit, "middle", "#5a5a5a")


def _step(least: float) -> float:
    """Return the next round number: 1, 2 or 5 of a power of ten."""
    power = 10.0 ** floor(log10(least))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= least)


def _row(row: Strip, scale: _PixelScale, y: float, width: int, digits: int) -> Iterator[str]:
    most = int(NAMES[width] / LETTER)
    name = row.name if len(row.name) <= most else f"{row.name[: most - 1]}…"
    yield _text(NAMES[width], y + 4, name, "end", "#222")
    if len(row.articles):
        at = [scale(float(value)) for value in np.percentile(row.articles, _SPREAD)]
        yield f"<path d='M{at[0]} {y}H{at[3]}' stroke='#999'/>"
        yield f"<path d='M{at[1]} {y}H{at[2]}' stroke='#c6c6c6' stroke-width='13'/>"
    if not np.isfinite(row.value):
        yield _text(scale.right + 8, y + 4, "no value", "start", "#5a5a5a")
        return
    if np.isfinite(row.low):
        ends = f"M{scale(row.low)} {y}H{scale(row.high)}"
        yield f"<path d='{ends}' stroke='{COLORS[0]}' stroke-width='5'/>"
    x = scale(row.value)
    yield f"<circle cx='{x}' cy='{y}' r='5' fill='{COLORS[0]}' stroke='#fff'/>"
    numbers = with_interval(row.value, row.low, row.high, digits)
    yield _text(scale.right + 8, y + 4, numbers, "start", "#222")


def _text(x: float, y: float, words: str, anchor: str, color: str) -> str:
    return f"<text x='{x:g}' y='{y:g}' text-anchor='{anchor}' fill='{color}'>{escape(words)}</text>"


def said(value: float, digits: int) -> str:
    """Write a number: '−0.31'."""
    written = f"{value:,.{digits}f}"
    return written.removeprefix("-") if not written.strip("-0.,") else written.replace("-", MINUS)


def with_interval(value: float, low: float, high: float, digits: int) -> str:
    """Write a number with its interval: '12.1 [11.8, 12.4]'."""
    if not np.isfinite(value):
        return "–"
    ends = f" [{said(low, digits)}, {said(high, digits)}]" if np.isfinite(low) else ""
    # In a narrow column it stays on one line.
    return f"{said(value, digits)}{ends}".replace(" ", NO_BREAK)
