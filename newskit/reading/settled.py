"""What the opening of a table settles for all pieces of it, so that they are read alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Settled(NamedTuple):
    """How the columns of the opening were named, and how its days are written."""

    columns: tuple[Any, ...] = ()
    """All columns of the opening: lines of JSON need not have each."""
    names: Mapping[Any, str] = {}
    """Name in the table -> column of articles."""
    days: Mapping[str, bool] = {}
    """Whether a column of times holds days."""
    order: Mapping[str, bool | None] = {}
    """Whether the day is written first in it."""

    @property
    def taken(self) -> frozenset[str]:
        """Columns of articles that have been found."""
        return frozenset(self.names.values())
