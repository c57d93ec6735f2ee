"""The row of the articles table that is filled from a page, with how each field was found."""

from __future__ import annotations

import json
from typing import Any

from newskit.reading.page.meta import Stated


class PageRow:
    """The cells of a row, how each of them was found, and what a reader should know."""

    def __init__(self) -> None:
        self.cells: dict[str, Any] = {}
        self.how: dict[str, str] = {}
        self.warnings: list[str] = []

    def put(self, name: str, value: Any, how: str) -> None:
        """Fill a field, if there is something to fill it with."""
        if value:
            self.cells[name], self.how[name] = value, how

    def put_stated(self, name: str, stated: Stated | None) -> None:
        """Fill a field with what a page states, if it does."""
        if stated:
            self.put(name, stated.text, stated.how)

    def done(self) -> dict[str, Any]:
        """Return the cells, warnings and provenance with them."""
        how = json.dumps(self.how, ensure_ascii=False, sort_keys=True)
        provenance = how if self.how else None
        return self.cells | {"warnings": self.warnings, "provenance": provenance}
