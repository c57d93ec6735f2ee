"""What a stamp line can hold: days, clocks, labels and ages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Day:
    """A printed day; `year` is None where none is printed."""

    year: int | None
    month: int
    day: int
    either: bool = False
    """Whether 06/01/2026 was printed; `month` is the first number then, and may be the day."""
    dotted: bool = False
    """Whether the numbers are separated by dots: 06.01.2026."""


@dataclass(frozen=True)
class Clock:
    """A printed time of day, with its zone where one stands beside it."""

    hour: int
    minute: int
    second: int = 0
    zone: str | None = None
    of_24: bool = False
    """Whether an hour over 12 was printed: 20:26."""


@dataclass(frozen=True)
class Label:
    """A word that says what stands behind it: published or updated."""

    field: str


@dataclass(frozen=True)
class Ago:
    """An age: two hours ago."""

    amount: int
    unit: str


Item: TypeAlias = Day | Clock | Label | Ago
