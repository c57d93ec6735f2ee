"""What a measure is: a formula on counts, and what a reader must know to use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol


class Counts(Protocol):
    """Counts by name: one row (floats) or a million (Series)."""

    def __getitem__(self, name: str, /) -> Any:
        """Return the count, or the column of counts."""
        ...


@dataclass(frozen=True)
class Measure:
    """A readability measure. `compute` works on one row of counts and on a whole table alike."""

    measure: str
    name: str
    compute: Callable[[Counts], Any]
    formula: str
    needs: tuple[str, ...]
    unit: str
    low: float
    high: float
    direction: str
    calibrated_on: str
    source: str
    note: str = ""
    classic: bool = False  # one of the best known of its kind
