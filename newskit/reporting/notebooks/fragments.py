"""HTML of a cell made fit for the page: headings, tables, pictures, links; then the gate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree, html

from newskit.reporting.notebooks import gate
from newskit.reporting.notebooks.cell_tables import fit_table
from newskit.reporting.notebooks.colors import make_readable
from newskit.reporting.notebooks.found_pictures import found_picture
from newskit.reporting.notebooks.headings import Headings, heading_id


@dataclass
class Room:
    """What the fragments of one page share: where pictures lie, and the headings so far."""

    folder: Path
    headings: Headings
    pictures: set[str] = field(default_factory=set)
    labels: Counter[str] = field(default_factory=Counter)

    def fit(
        self,
        written: str,
        cell: int,
        attachments: Mapping[str, Any] | None = None,
        *,
        is_output: bool = False,
    ) -> str:
        """Return HTML of a cell, safe and fit for the page; "" if nothing of it may be shown."""
        if gate.is_too_deep(written):
            return f'<p class="note">A part of cell {cell} is nested too deep to be shown.</p>'

        shaped = gate.shape(written)
        if not shaped.strip():
            return ""

        root = html.fragment_fromstring(shaped, create_parent="div")
        for element in root.iter(etree.Element):
            element.attrib.pop("id", None)
            make_readable(element)

        self.headings.fit(root, is_output)
        for table in list(root.iter("table")):
            fit_table(table, cell)

        for picture in list(root.iter("img")):
            found_picture(picture, self.folder, attachments or {}, self.pictures)

        for link in root.iter("a"):
            _fit_link(link)

        for region in root.iterfind(".//*[@role='region']"):
            region.set("aria-label", self.label(region.get("aria-label") or f"Part of cell {cell}"))

        return gate.clean(_inner(root), self.pictures)

    def label(self, said: str) -> str:
        """Return the name of a region; two of one name are told apart by a number."""
        self.labels[said] += 1
        number = self.labels[said]
        return said if number == 1 else f"{said} ({number})"


def _inner(root: Any) -> str:
    told: str = etree.tostring(root, encoding="unicode", method="html", with_tail=False)
    return told.removeprefix("<div>").removesuffix("</div>")


def _fit_link(link: Any) -> None:
    """Point links inside the notebook at its headings."""
    told = link.get("href") or ""
    if told.startswith("#"):
        link.set("href", f"#{heading_id(told[1:])}")
