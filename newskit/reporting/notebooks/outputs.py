"""What a cell puts out as HTML: the richest form that is safe; what is left out is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from newskit.reporting.notebooks.figures import figure_html, place_of
from newskit.reporting.notebooks.formulas import formula_html
from newskit.reporting.notebooks.fragments import Room
from newskit.reporting.notebooks.prose import markdown_html
from newskit.reporting.notebooks.steady import Steady
from newskit.reporting.notebooks.streams import MOST_TEXT, joined, note_html, text_html

MOST_HTML = 2_000_000  # characters of one table or the like; a report has half of it
MOST_PAGE = 60_000_000  # characters of all outputs: what a phone can still open
_STREAMS = (("stdout", "Printed by"), ("stderr", "Warnings of"))
_INTERACTIVE = "Something interactive is not shown here. A safe page runs no script."
_LIVE = re.compile(r"application/(?:javascript|vnd\.)|text/(?:javascript|html)")
# What Python says of a thing that has no words: "<Plot at 0x…>".
_BARE = re.compile(r"\s*<[\w.]+(?: object)?(?: at 0x[\w…]+)?>\s*\Z")


@dataclass
class Outputs:
    """Makes HTML of the outputs of one notebook, and keeps count of how much there is."""

    room: Room
    steady: Steady
    left: int = MOST_PAGE

    def of_cell(self, cell: Any, number: int) -> Iterator[str]:
        """Return the outputs of a cell, one by one."""
        for html in self._all(cell, number):
            self.left -= len(html)
            if self.left <= 0:
                yield note_html(f"An output of cell {number} is not shown: the page is full.")
                return

            yield html

    def _all(self, cell: Any, number: int) -> Iterator[str]:
        for is_stream, run in groupby(cell.outputs, lambda out: out.output_type == "stream"):
            if is_stream:
                yield from self._streams(list(run), number)
                continue

            for out in run:
                yield (
                    self._error(out, number)
                    if out.output_type == "error"
                    else self._rich(out, number)
                )

    def _streams(self, outputs: list[Any], number: int) -> Iterator[str]:
        # When the two flow together depends on the moment: what was printed comes first.
        for name, label in _STREAMS:
            told = "".join(joined(out.text) for out in outputs if out.name == name)
            said = self._text(told).strip("\n")
            if said.strip():
                yield text_html(
                    said,
                    self.room.label(f"{label} cell {number}"),
                    length=len(told),
                    is_warning=name == "stderr",
                )

    def _text(self, told: str) -> str:
        # Twice as much as is shown, since some of it may go.
        return self.steady.text(told[: 2 * MOST_TEXT])

    def _error(self, out: Any, number: int) -> str:
        traceback = "\n".join(map(str, out.get("traceback", [])))
        said = self._text(traceback) or f"{out.ename}: {out.evalue}"
        return text_html(said, self.room.label(f"Error in cell {number}"), is_warning=True)

    def _rich(self, out: Any, number: int) -> str:
        told = {kind: joined(value) for kind, value in out.data.items()}
        plain = self._text(told.get("text/plain", ""))
        metadata = out.get("metadata", {})
        place = place_of(plain, self.room.headings.last)
        return (
            self._html(told, number)
            or figure_html(told, metadata, place, self.room.label)
            or self._written(told, number)
            or self._plain(told, plain, number)
        )

    def _html(self, told: Mapping[str, str], number: int) -> str:
        source = told.get("text/html", "")
        if len(source) > MOST_HTML:
            size = f"{len(source):,} characters of HTML"
            return note_html(
                f"A result of cell {number} is not shown: it has {size}. Show fewer rows."
            )

        return self._block(source, number)

    def _written(self, told: Mapping[str, str], number: int) -> str:
        if "text/markdown" in told:
            return self._block(markdown_html(told["text/markdown"][:MOST_TEXT]), number)

        if "text/latex" in told:
            tex = told["text/latex"].strip().strip("$").removeprefix("\\displaystyle")
            return self._block(formula_html(tex, display=True), number)

        return ""

    def _block(self, html: str, number: int) -> str:
        fit = self.room.fit(self.steady.places_of(html), number, is_output=True)
        return f'<div class="result">{fit}</div>' if fit.strip() else ""

    def _plain(
        self,
        told: Mapping[str, str],
        plain: str,
        number: int,
    ) -> str:
        if any(map(_LIVE.match, told)):
            return note_html(_INTERACTIVE)

        has_words = bool(plain.strip()) and not _BARE.match(plain)
        return text_html(plain, self.room.label(f"Result of cell {number}")) if has_words else ""
