"""When an article was published and updated: printed lines, zones, offsets, outlets, months."""

from __future__ import annotations

from newskit.tables import Table
from newskit.timestamps.assemble import Stamps
from newskit.timestamps.columns import OUTLETS
from newskit.timestamps.outlets import outlets
from newskit.timestamps.parse_timestamps import parse_timestamps

TABLES = (
    Table("outlets", OUTLETS, "one row per outlet: its zone, and its order of day and month"),
)

__all__ = ["TABLES", "Stamps", "outlets", "parse_timestamps"]
