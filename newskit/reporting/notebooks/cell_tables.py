"""A table of a cell with what a screen reader needs, in a box that can be scrolled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import html

_NUMBER = re.compile(r"[−+-]?[\d,]*\.?\d+(?:e[+-]?\d+)?%?\Z")
_MISSING = frozenset(["", "NaN", "NaT", "<NA>", "None", "–"])
_OF_PANDAS = "dataframe"
_BOX = "nk-scroll"


def fit_table(table: Any, cell: int) -> None:
    """Make a table fit for the page; what newskit has made is so already."""
    for name in ("border", "style"):
        table.attrib.pop(name, None)

    for head in table.iter("thead"):
        _scope(head, "col")

    for body in table.iter("tbody"):
        _scope(body, "row")

    if _OF_PANDAS in _classes(table):
        _mark_numbers(table)

    if not any(_BOX in _classes(above) for above in table.iterancestors()):
        _put_into_box(table, cell)


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split()


def _scope(part: Any, scope: str) -> None:
    for header in list(part.iter("th")):
        if not header.text_content().strip():
            header.tag = "td"  # an empty heading names nothing
            header.attrib.pop("scope", None)
        elif header.get("scope") is None:
            header.set("scope", scope)


def _mark_numbers(table: Any) -> None:
    """Put columns of numbers to the right, with their headings."""
    rows = list(map(list, table.iter("tr")))
    widths = set(map(len, rows))
    if len(widths) != 1:
        return  # cells over several columns: which is above which is not said

    for column in zip(*rows, strict=True):
        if _are_numbers(column):
            _put_right(column)


def _put_right(column: Iterable[Any]) -> None:
    for cell in column:
        cell.set("class", "num")


def _are_numbers(column: Iterable[Any]) -> bool:
    """Return whether all that a column says below its heading are numbers."""
    said = set()
    for cell in column:
        part = cell.getparent().getparent()
        if part.tag != "thead":
            said.add(cell.text_content().strip())

    said -= _MISSING
    return bool(said) and all(map(_NUMBER.match, said))


def _put_into_box(table: Any, cell: int) -> None:
    caption = table.find("caption")
    told = caption.text_content() if caption is not None else "Table"
    box = html.Element("div")
    box.set("class", _BOX)
    box.set("role", "region")
    box.set("tabindex", "0")
    box.set("aria-label", f"{' '.join(told.split())} (cell {cell})")
    box.tail, table.tail = table.tail, None
    table.getparent().replace(table, box)
    box.append(table)
