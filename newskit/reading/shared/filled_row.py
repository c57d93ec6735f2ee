"""A row of the articles table while it is being filled, with how each field was found."""

from __future__ import annotations

import json
from typing import Any


class FilledRow:
    """The cells of a row, and where each was found."""

    def __init__(self) -> None:
        self.cells: dict[str, Any] = {"warnings": []}
        self.found: dict[str, str] = {}

    def put(self, name: str, value: Any, found: str) -> None:
        """Fill a field, if there is something to fill it with."""
        if value:
            self.cells[name] = value
            self.found[name] = found

    def put_found(self, name: str, found: tuple[Any, str] | None) -> None:
        """Fill a field with a value and how it was found, if it was found at all."""
        if found:
            self.put(name, *found)

    def warn(self, *warnings: str) -> None:
        """Add warnings."""
        self.cells["warnings"] += warnings

    def done(self) -> dict[str, Any]:
        """Return the cells, provenance with them."""
        if not self.found:
            return self.cells | {"provenance": None}

        return self.cells | {
            "provenance": json.dumps(self.found, ensure_ascii=False, sort_keys=True)
        }
