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

    prose: str = ""
    code: str = ""
    outputs: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything to show."""
        return any(self)


class NotebookView(NamedTuple):
    """The title of a notebook, its cells, and the headings that stand in them."""

    title: str
    cells: list[CellView]
    contents: list[Heading]


def view(notebook: NotebookFile, shows_code: bool) -> NotebookView:
    """Make all that the template shows of a notebook."""
    title = _take_title(notebook.node.cells)
    headings = Headings(lift=_lift(notebook.node.cells))
    room = Room(notebook.folder, headings)
    shows = _Shows(
        room=room,
        outputs=Outputs(room, steady_in(notebook.folder)),
        language=notebook.language,
        shows_code=shows_code,
    )
    made = [shows.cell(cell, number) for number, cell in enumerate(notebook.node.cells, start=1)]
    return NotebookView(
        title=title or notebook.path.stem,
        cells=[cell for cell in made if cell.says_something],
        contents=[heading for heading in headings.told if heading.level <= MOST_LEVEL],
    )


def _take_title(cells: list[Any]) -> str:
    """Return the heading that a notebook begins with, and take it out: the page shows it."""
    begins = next((cell for cell in cells if cell.source.strip()), None)
    if begins is None or begins.cell_type != "markdown":
        return ""

    found = _TITLE.match(begins.source)
    if found is None:
        return ""

    begins.source = begins.source[found.end() :]
    return _MARKS.sub("", found[1]).strip()


def _lift(cells: list[Any]) -> int:
    """Return how far headings go down: the page has one of the first level, its title."""
    prose = [cell.source for cell in cells if cell.cell_type == "markdown"]
    return int(any(_TOP_HEADING.search(_FENCED.sub("", source)) for source in prose))


class _Shows(NamedTuple):
    """How the cells of one notebook are shown."""

    room: Room
    outputs: Outputs
    language: str
    shows_code: bool

    def cell(self, cell: Any, number: int) -> CellView:
        tags = set(tags_of(cell))
        if tags & _HIDDEN:
            return CellView()

        if cell.cell_type == "markdown":
            html = markdown_html(cell.source)
            return CellView(prose=self.room.fit(html, number, cell.get("attachments")))

        if cell.cell_type == "raw":  # for other programs than this
            return CellView(prose=self._raw(cell.source.strip(), number))
        return CellView(
            code="" if tags & _NO_INPUT else self._code(cell.source),
            outputs=() if tags & _NO_OUTPUT else tuple(self._outputs(cell, number)),
        )

    def _raw(self, source: str, number: int) -> str:
        if not source:
            return ""
        return self.room.fit(f"<pre>{escape(source)}</pre>", number)

    def _code(self, source: str) -> str:
        if not self.shows_code or not source.strip():
            return ""
        return code_html(source, self.language)

    def _outputs(self, cell: Any, number: int) -> Iterator[str]:
        yield from filter(None, self.outputs.of_cell(cell, number))
        left_out = cell.metadata.get(LEFT_OUT)
        if isinstance(left_out, int):
            yield note_html(
                f"{left_out:,} more characters that cell {number} put out were not kept."
            )
