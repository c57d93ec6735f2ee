"""The cells of a notebook as what the template shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newskit.html import escape
from newskit.reporting.notebooks.code import code_html
from newskit.reporting.notebooks.fragments import Room
from newskit.reporting.notebooks.headings import Heading, Headings
from newskit.reporting.notebooks.notebook_file import NotebookFile
from newskit.reporting.notebooks.outputs import Outputs
from newskit.reporting.notebooks.parameters import tags_of
from newskit.reporting.notebooks.prose import markdown_html
from newskit.reporting.notebooks.steady import steady_in
from newskit.reporting.notebooks.streams import note_html

LEFT_OUT = "newskit_left_out"  # in the metadata of a cell: characters that were not kept
MOST_LEVEL = 2  # headings of the list of contents
_TITLE = re.compile(r"\A\s*#[ \t]+([^\n]*?)[ \t#]*(?:\n|\Z)")
_MARKS = re.compile(r"[*_`]")
_TOP_HEADING = re.compile(r"^#[ \t]+\S", re.M)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)
# Tags of Jupyter Book, in either spelling.
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
    title = _take_title(cells)
    headings = Headings(lift=_lift(cells))
    outputs = Outputs(Room(notebook.folder, headings), steady_in(notebook.folder))
    made: list[CellView] = []
    for number, cell in enumerate(cells, start=1):
        language = notebook.language if shows_code else None
        shown = _cell(cell, number, outputs, language)
        if shown.prose or shown.code or shown.outputs:
            made.append(shown)
    contents = [heading for heading in headings.told if heading.level <= MOST_LEVEL]
    return NotebookView(title or notebook.path.stem, made, contents)


def _take_title(cells: list[Any]) -> str:
    """Return the heading that a notebook begins with, and take it out: the page shows it."""
    for cell in cells:
        if cell.cell_type == "markdown":
            found = _TITLE.match(cell.source)
            if found:
                cell.source = cell.source[found.end() :]
                return _MARKS.sub("", found[1]).strip()
        if cell.source.strip():
            break
    return ""


def _lift(cells: list[Any]) -> int:
    """Return how far headings go down: the page has one of the first level, its title."""
    prose = [cell.source for cell in cells if cell.cell_type == "markdown"]
    return int(any(_TOP_HEADING.search(_FENCED.sub("", source)) for source in prose))


def _cell(cell: Any, number: int, outputs: Outputs, language: str | None) -> CellView:
    """Show a cell; of code without a language only what it has put out."""
    tags = set(tags_of(cell))
    if tags & _HIDDEN:
        return CellView(number, "", "", [])
    if cell.cell_type == "code":
        has_code = language is not None and cell.source.strip() and not tags & _NO_INPUT
        coded = code_html(cell.source, language or "") if has_code else ""
        shown = [] if tags & _NO_OUTPUT else list(_outputs(cell, number, outputs))
        return CellView(number, "", coded, shown)
    return CellView(number, _prose(cell, number, outputs.room), "", [])


def _prose(cell: Any, number: int, room: Room) -> str:
    if cell.cell_type == "markdown":
        return room.fit(markdown_html(cell.source), number, cell.get("attachments"))
    told = cell.source.strip()  # a raw cell: for other programs than this
    return room.fit(f"<pre>{escape(told)}</pre>", number) if told else ""


def _outputs(cell: Any, number: int, outputs: Outputs) -> Iterator[str]:
    yield from filter(None, outputs.of_cell(cell, number))
    left_out = cell.metadata.get(LEFT_OUT)
    if isinstance(left_out, int):
        yield note_html(f"{left_out:,} more characters that cell {number} put out were not kept.")
