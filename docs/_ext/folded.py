"""Folds the long reference pages: a line per entry, its text behind a click, a box that filters the lines."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx import addnodes

import newskit as nk

FOLDED = ("api",)
FILTERED = ("api", "measures", "outlets", "tables", "sources")
BOX = (
    '<p class="filter"><label>Find on this page <input type="search" data-filter autocomplete="off"></label> '
    '<span data-found role="status"></span></p>'
)


def fold(app: Any, tree: nodes.document, page: str) -> None:
    """Put every entry of a page of references behind a line that says what it is."""
    if page in FILTERED:
        title = next(tree.findall(nodes.title))
        title.parent.insert(title.parent.index(title) + 1, nodes.raw("", BOX, format="html"))
    if page not in FOLDED:
        return

    entries = [entry for entry in tree.findall(addnodes.desc) if not _is_inside(entry)]
    for entry in entries:
        at = entry.parent.index(entry)
        opening = f"<details class='folded'><summary>{_line(entry)}</summary>"
        entry.parent.insert(at + 1, nodes.raw("", "</details>", format="html"))
        entry.parent.insert(at, nodes.raw("", opening, format="html"))


def _is_inside(entry: nodes.Node) -> bool:
    """Return whether an entry is a method, which is told of with its class."""
    above = entry.parent
    while above is not None:
        if isinstance(above, addnodes.desc):
            return True
        above = above.parent
    return False


def _line(entry: addnodes.desc) -> str:
    """Return the name of an entry and what it does, as it says itself."""
    signature = next(entry.findall(addnodes.desc_signature))
    told = next(entry.findall(nodes.paragraph), None)
    first = told.astext().partition(". ")[0].rstrip(".") if told is not None else ""
    name = str(signature.get("fullname", ""))
    module = str(signature.get("module", "")).removeprefix(nk.__name__)
    full = f"{module}.{name}".strip(".")
    return f"<code>{escape(full)}</code> <span>{escape(first)}</span>"


def setup(app: Any) -> dict[str, bool]:
    """Register it with Sphinx."""
    app.connect("doctree-resolved", fold)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
