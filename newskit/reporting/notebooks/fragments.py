"""HTML of a cell made fit for the page: headings, tables, pictures, links; then the gate."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree, html

from newskit.reporting.notebooks import gate
from newskit.reporting.notebooks.found_pictures import found_picture

_NUMBER = re.compile(r"[−+-]?[\d,]*\.?\d+(?:e[+-]?\d+)?%?\Z")
_MISSING_VALUES = frozenset(["", "NaN", "NaT", "<NA>", "None", "–"])
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.I)
_INK = re.compile(r"(?<![\w-])color\s*:[^;]*;?", re.I)
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b", re.I)
_RGB = re.compile(r"rgba?\(\s*(\d+)[ ,]+(\d+)[ ,]+(\d+)", re.I)
_DARK = 110  # of 255: below, white letters are read better than black ones
_WORDS = re.compile(r"[^\w]+")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MOST_ID = 60  # characters


class Heading(NamedTuple):
    """A heading of the notebook, for the list of contents."""

    level: int
    id: str
    text: str


@dataclass
class Room:
    """What the fragments of one page share: where pictures lie, and which ids are taken."""

    folder: Path
    lift: int = 0  # levels that headings go down
    headings: list[Heading] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)

    def fit(
        self,
        written: str,
        cell: int,
        attachments: Mapping[str, Any] | None = None,
        *,
        is_output: bool = False,
    ) -> str:
        """Return HTML of a cell, safe and fit for the page; "" if nothing of it may be shown."""
        shaped = gate.shape(written)
        if not shaped.strip():
            return ""
        root = html.fragment_fromstring(shaped, create_parent="div")
        for element in list(root.iter(etree.Element)):
            element.attrib.pop("id", None)
            _make_readable(element)
        self._fit_headings(root, is_output)
        for table in list(root.iter("table")):
            _fit_table(table, cell)
        for picture in list(root.iter("img")):
            found_picture(picture, self.folder, attachments or {}, self.pictures)
        for link in root.iter("a"):
            _fit_link(link)
        inner = etree.tostring(root, encoding="unicode", method="html", with_tail=False)
        return gate.clean(inner[len("<div>") : -len("</div>")], self.pictures)

    def _fit_headings(self, root: Any, is_output: bool) -> None:
        for element in list(root.iter(*HEADINGS)):
            level = HEADINGS.index(element.tag) + 1
            # What a cell puts out stands below the heading that it is under.
            level = min(level + (3 if is_output else self.lift), len(HEADINGS))
            element.tag = HEADINGS[level - 1]
            said = " ".join(element.text_content().split())
            if said and not is_output:
                element.set("id", self._id(said))
                self.headings.append(Heading(level, element.get("id"), said))

    def _id(self, said: str) -> str:
        name = heading_id(said)
        taken, number = name, 2
        while taken in self.ids:
            taken, number = f"{name}-{number}", number + 1
        self.ids.add(taken)
        return taken


def heading_id(said: str) -> str:
    """Return the id of a heading: what Jupyter makes of it, in lower case, after "s-"."""
    return "s-" + (_WORDS.sub("-", said.lower()).strip("-")[:MOST_ID] or "heading")


def _fit_link(link: Any) -> None:
    """Point links inside the notebook at its headings."""
    told = link.get("href") or ""
    if told.startswith("#"):
        link.set("href", f"#{heading_id(told[1:])}")


def _make_readable(element: Any) -> None:
    """See that a color is read on a light page and on a dark one."""
    if "alert" in element.get("class", "").split():  # the boxes of Jupyter
        element.set("class", "note")
    style = element.get("style")
    if not style:
        return
    background = _BACKGROUND.search(style)
    if background is None:
        element.set("style", _INK.sub("", style))
    elif not _INK.search(style):
        ground = "dark" if _is_dark(background[1]) else "light"
        element.set("class", f"{element.get('class', '')} {ground}".strip())


def _is_dark(color: str) -> bool:
    parts: list[int] = []
    if found := _HEX.search(color):
        digits = found[1] if len(found[1]) > 3 else "".join(2 * digit for digit in found[1])
        parts = list(bytes.fromhex(digits))
    elif found := _RGB.search(color):
        parts = [int(part) for part in found.groups()]
    return bool(parts) and sum(parts) / len(parts) < _DARK


def _fit_table(table: Any, cell: int) -> None:
    """Give a table what a screen reader needs, and a box to be scrolled in."""
    for name in ("border", "style"):
        table.attrib.pop(name, None)
    for head in table.iter("thead"):
        _scope(head, "col")
    for body in table.iter("tbody"):
        _scope(body, "row")
    if "dataframe" in table.get("class", "").split():
        _mark_numbers(table)
    if not any("nk-scroll" in (above.get("class") or "") for above in table.iterancestors()):
        _put_into_box(table, cell)


def _scope(part: Any, scope: str) -> None:
    for header in list(part.iter("th")):
        if not header.text_content().strip():
            header.tag = "td"  # an empty heading names nothing
            header.attrib.pop("scope", None)
        elif header.get("scope") is None:
            header.set("scope", scope)


def _mark_numbers(table: Any) -> None:
    rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
    widths = {len(row) for row in rows}
    bodies = [row for row in rows if row and row[0].getparent().getparent().tag != "thead"]
    if len(widths) != 1 or not bodies:
        return  # cells over several columns: which is above which is not said
    for column, cells in enumerate(zip(*bodies, strict=True)):
        told = [cell.text_content().strip() for cell in cells]
        are_numbers = all(said in _MISSING_VALUES or _NUMBER.match(said) for said in told)
        if are_numbers and any(map(_NUMBER.match, told)):
            for row in rows:
                row[column].set("class", "num")


def _put_into_box(table: Any, cell: int) -> None:
    caption = table.find("caption")
    said = " ".join(caption.text_content().split()) if caption is not None else ""
    box = html.Element("div")
    label = f"{said or 'Table'} (cell {cell})"
    for name, value in (("class", "nk-scroll"), ("role", "region"), ("tabindex", "0")):
        box.set(name, value)
    box.set("aria-label", label)
    parent = table.getparent()
    box.tail, table.tail = table.tail, None
    parent.replace(table, box)
    box.append(table)
