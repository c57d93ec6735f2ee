"""The words of stamp lines: labels, and amounts and units of ages."""

from __future__ import annotations

import re
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

# Characters of a line that is a label alone.
_LONGEST_LABEL = 40
_LABEL_ALONE = re.compile(
    rf"\s*(?:first|last)?\s*(?:{'|'.join(LABELS)})\s*(?:on|at)?\s*[:|-]?\s*", re.IGNORECASE
)


def is_label(line: str) -> bool:
    """Say whether a line holds a label and no more: the time stands on the next one.

    >>> is_label("Last updated:"), is_label("Published"), is_label("Published by Orion Books")
    (True, True, False)
    """
    return _LABEL_ALONE.fullmatch(line[:_LONGEST_LABEL]) is not None
