"""The cells of a notebook as what the template shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newskit.html import escape
from newskit.reporting.notebooks.code import code_html
from newskit.reporting.notebooks.fragments import Heading, Room
from newskit.reporting.notebooks.notebook_file import NotebookFile
from newskit.reporting.notebooks.outputs import MOST_PAGE, Outputs, left_out_note
from newskit.reporting.notebooks.parameters import tags_of
from newskit.reporting.notebooks.prose import markdown_html
from newskit.reporting.notebooks.steady import steady_in

LEFT_OUT = "newskit_left_out"
_TITLE = re.compile(r"\A\s*#[ \t]+([^\n]*?)[ \t#]*(?:\n|\Z)")
_TOP_HEADING = re.compile(r"^#[ \t]+\S", re.M)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)
MOST_LEVEL = 2  # headings of the list of contents
_HIDDEN = {"remove-cell", "remove_cell"}
_NO_INPUT = {"remove-input", "remove_input", "hide-input", "hide_input"}
_NO_OUTPUT = {"remove-output", "remove_output"}


class CellView(NamedTuple):
    """What the page shows of a cell; all of it is HTML that has passed the gate."""

    number: int
    prose: str
    code: str
    outputs: list[str]


class NotebookView(NamedTuple):
    """The title of a notebook, its cells, and the headings that stand in them."""

    title: str
    cells: list[CellView]
    contents: list[Heading]


def view(notebook: NotebookFile, shows_code: bool) -> NotebookView:
    """Make all that the template shows of a notebook."""
    cells = notebook.node.cells
    title, titled = _title(cells)
    sources = [cell.source for cell in cells]
    if titled is not None:
        sources[titled] = _TITLE.sub("", sources[titled], count=1)

    room = Room(notebook.folder, lift=_lift(cells, sources))
    outputs = Outputs(room, steady_in(notebook.folder), MOST_PAGE)
    made = [
        _cell(cell, source, number, outputs, shows_code, notebook.language)
        for number, (cell, source) in enumerate(zip(cells, sources, strict=True), start=1)
        if _HIDDEN.isdisjoint(tags_of(cell))
    ]
    shown = [cell for cell in made if cell.prose or cell.code or cell.outputs]
    contents = [heading for heading in room.headings if heading.level <= MOST_LEVEL]
    return NotebookView(title or notebook.path.stem, shown, contents)


def _title(cells: list[Any]) -> tuple[str, int | None]:
    """Return the heading that a notebook begins with, and the cell that has it."""
    for place, cell in enumerate(cells):
        found = _TITLE.match(cell.source) if cell.cell_type == "markdown" else None
        if found:
            return re.sub(r"[*_`]", "", found[1]).strip(), place
        if cell.cell_type != "raw" and cell.source.strip():
            break
    return "", None


def _lift(cells: list[Any], sources: list[str]) -> int:
    """Return how far headings go down: the page has one of the first level, its title."""
    prose = (s for c, s in zip(cells, sources, strict=True) if c.cell_type == "markdown")
    return int(any(_TOP_HEADING.search(_FENCED.sub("", source)) for source in prose))


def _cell(
    cell: Any, source: str, number: int, outputs: Outputs, shows_code: bool, language: str
) -> CellView:
    room = outputs.room
    if cell.cell_type == "markdown":
        prose = room.fit(markdown_html(source), number, cell.get("attachments"))
        return CellView(number, prose, "", [])
    if cell.cell_type == "raw":
        told = f"<pre>{escape(source)}</pre>" if source.strip() else ""
        return CellView(number, room.fit(told, number), "", [])

    tags = set(tags_of(cell))
    has_code = shows_code and bool(source.strip()) and tags.isdisjoint(_NO_INPUT)
    coded = code_html(source, language) if has_code else ""
    shown = list(_outputs(cell, number, outputs)) if tags.isdisjoint(_NO_OUTPUT) else []
    return CellView(number, "", coded, [html for html in shown if html])


def _outputs(cell: Any, number: int, outputs: Outputs) -> Iterator[str]:
    headings = outputs.room.headings
    yield from outputs.of_cell(cell, number, headings[-1].text if headings else "of the page")
    if LEFT_OUT in cell.metadata:
        yield left_out_note(number, cell.metadata[LEFT_OUT])
