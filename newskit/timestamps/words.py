"""The words of stamp lines: labels, and amounts and units of ages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newskit.csv_files import csv_rows

_ROWS = csv_rows(__package__, "words.csv")

# Posted -> published, modified -> updated
LABELS: Final[Mapping[str, str]] = {
    row["word"]: row["value"] for row in _ROWS if row["class"] == "label"
}
# hr, hrs, h -> hour
UNITS: Final[Mapping[str, str]] = {
    row["word"]: row["value"] for row in _ROWS if row["class"] == "unit"
}
AMOUNTS: Final[Mapping[str, int]] = {
    row["word"]: int(row["value"]) for row in _ROWS if row["class"] == "amount"
}
