"""Rows of the articles table, and what is known of all of them before a file is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit.reading.settled import Settled

Row = dict[str, Any]
"""Cells of one row of the articles table; a column without a cell becomes NA."""


class Hints(NamedTuple):
    """What the user, or the table of outlets, says of every article before one is opened."""

    timezone: str | None = None
    """Zone of printed clocks: an IANA name or an offset."""
    timezone_source: str = "given"
    """How that zone is known: given or outlet."""
    day_first: bool | None = None
    """Whether 06/01 is 6 January; None where nobody says so."""
    publisher: str | None = None
    columns: Mapping[str, str] | None = None
    """For tables: their names -> names of the articles table."""
    outlets: pd.DataFrame | None = None
    """The table of outlets to look in; None for newskit's own."""
    settled: Settled | None = None
    """What the opening of a table says, of which only a piece is read."""


def is_missing(value: Any) -> bool:
    """Say whether a cell is empty: None, NaN, NA or NaT. A list is a value, even an empty one."""
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))
