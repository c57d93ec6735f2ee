"""What a cell puts out as HTML: the richest form that is safe; what is left out is said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from newskit.html import escape
from newskit.reporting.notebooks import pictures
from newskit.reporting.notebooks.formulas import formula_html
from newskit.reporting.notebooks.fragments import Room
from newskit.reporting.notebooks.prose import markdown_html
from newskit.reporting.notebooks.steady import Steady

MOST_TEXT = 100_000  # characters of a text that are shown: forty pages
MOST_HTML = 2_000_000  # characters of one table or the like; a report has half of it
MOST_PAGE = 60_000_000  # characters of all outputs: what a phone can still open
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_RUNS = "A safe page runs no script."
_LIVE = re.compile(r"^(?:application/(?:javascript|vnd\.)|text/javascript)")
_BARE = re.compile(r"\s*<[\w.]+(?: object)?(?: at 0x[\w…]+)?>\s*\Z")
_DRAWN = re.compile(r"<Figure size \d|<Axes|<matplotlib")


@dataclass
class Outputs:
    """Makes HTML of the outputs of one notebook, and keeps count of how much there is."""

    room: Room
    steady: Steady
    left: int = MOST_PAGE

    def of_cell(self, cell: Any, number: int, under: str) -> Iterator[str]:
        """Return the outputs of a cell, one by one; `under` is the heading above it."""
        for is_stream, group in groupby(cell.outputs, lambda out: out.output_type == "stream"):
            run = list(group)
            made = self._streams(run, number) if is_stream else self._rich(run, number, under)
            for html in made:
                self.left -= len(html)
                yield (
                    html
                    if self.left > 0
                    else _note(f"An output of cell {number} is not shown: the page is full.")
                )

    def _streams(self, outputs: list[Any], number: int) -> Iterator[str]:
        # When the two flow together depends on the moment: what was printed comes first.
        for name, label in (("stdout", "Printed by"), ("stderr", "Warnings of")):
            told = "".join(_joined(out.text) for out in outputs if out.name == name)
            said = self.steady.text(told[: 2 * MOST_TEXT]).strip("\n")
            if said.strip():
                yield _text(said, f"{label} cell {number}", len(told), name)

    def _rich(self, outputs: Any, number: int, under: str) -> Iterator[str]:
        for out in outputs:
            if out.output_type == "error":
                yield _text(self._error(out), f"Error in cell {number}", 0, "stderr")
            else:
                yield self._bundle(out.data, out.get("metadata", {}), number, under)

    def _error(self, out: Any) -> str:
        traceback = "\n".join(map(str, out.get("traceback", [])))
        return self.steady.text(traceback[:MOST_TEXT]) or f"{out.ename}: {out.evalue}"

    def _bundle(
        self, data: Mapping[str, Any], metadata: Mapping[str, Any], number: int, under: str
    ) -> str:
        told = {kind: _joined(value) for kind, value in data.items()}
        plain = self.steady.text(told.get("text/plain", "")[: 2 * MOST_TEXT])
        drawn = self._picture(told, metadata, plain, under)
        made = self._html(told, number) or drawn or self._written(told, number)
        if made:
            return made

        acts = "text/html" in told or any(map(_LIVE.match, told))
        has_words = bool(plain.strip()) and not _BARE.match(plain)
        if acts:
            return _note(f"Something interactive is not shown here. {_RUNS}")
        return _text(plain, f"Result of cell {number}", 0) if has_words else ""

    def _html(self, told: Mapping[str, str], number: int) -> str:
        source = told.get("text/html", "")
        if len(source) > MOST_HTML:
            size = f"{len(source):,} characters of HTML"
            return _note(f"A result of cell {number} is not shown: it has {size}. Show fewer rows.")
        return self._block(self.room.fit(self.steady.places_of(source), number, is_output=True))

    def _written(self, told: Mapping[str, str], number: int) -> str:
        if "text/markdown" in told:
            source = markdown_html(self.steady.places_of(told["text/markdown"][:MOST_TEXT]))
            return self._block(self.room.fit(source, number, is_output=True))
        if "text/latex" in told:
            tex = told["text/latex"].strip().strip("$").removeprefix("\\displaystyle")
            return self._block(self.room.fit(formula_html(tex, display=True), number))
        return ""

    def _block(self, html: str) -> str:
        return f'<div class="result">{html}</div>' if html.strip() else ""

    def _picture(
        self, told: Mapping[str, str], metadata: Mapping[str, Any], plain: str, under: str
    ) -> str:
        svg = told.get("image/svg+xml")
        address = pictures.svg_address(svg) if svg else None
        kind = "image/svg+xml"
        for kind in _PICTURES if address is None else ():
            if kind in told:
                address = pictures.address_of_base64(told[kind])
                break
        if address is None:
            return ""
        return _figure(address, metadata, metadata.get(kind, {}), plain, under)


def _figure(address: str, metadata: Any, size: Any, plain: str, under: str) -> str:
    ours = metadata.get("newskit")
    known = ours if isinstance(ours, dict) else {}
    what = "Plot" if _DRAWN.match(plain) else "Picture"
    # Whoever does not see it at least hears where they are.
    alt = str(known.get("alt") or "") or f"{what} under the heading “{under}”"
    inverts = ' class="invert"' if known.get("invert") is True else ""
    width = size.get("width") if isinstance(size, dict) else None
    wide = f' width="{width}"' if isinstance(width, int) and 0 < width < 10_000 else ""
    return (
        f'<figure class="drawn" role="region" tabindex="0" aria-label="{escape(alt[:80])}">'
        f'<img src="{address}"{wide}{inverts} alt="{escape(alt)}"></figure>'
    )


def _text(said: str, label: str, length: int, stream: str = "stdout") -> str:
    """Return text as it was printed, in a box that can be scrolled by the keyboard, too."""
    shown = said[:MOST_TEXT]
    kind = ' class="stderr"' if stream == "stderr" else ""
    box = (
        f'<pre{kind} role="region" tabindex="0" aria-label="{escape(label)}">{escape(shown)}</pre>'
    )
    more = max(length, len(said)) - MOST_TEXT
    return box + (_note(f"{more:,} more characters are not shown.") if more > 0 else "")


def left_out_note(number: int, left_out: object) -> str:
    """Say that a cell put out more than was kept while it ran."""
    said = f"{left_out:,}" if isinstance(left_out, int) else "Many"
    return _note(f"{said} more characters that cell {number} put out were not kept.")


def _note(said: str) -> str:
    return f'<p class="note">{escape(said)}</p>'


def _joined(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(map(str, value))
    return json.dumps(value, sort_keys=True)
