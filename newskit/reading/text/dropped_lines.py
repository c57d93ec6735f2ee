"""The lines of a pasted text that are no part of its article, with their place in the text."""

from __future__ import annotations

import json
import re
from typing import Any

from newskit.reading.text.head import folded
from newskit.reading.text.line_kinds import ZONES
from newskit.reading.text.pasted_page import PastedPage

_PLACES = ("above", "head", "body", "below")
_IN_THE_WAY = ("before", "head", "between", "after", "caption inside")
_RULES = {"share": "share", "skip": "promo", "drop": "boilerplate", "end": "boilerplate"}
_FIELDS = ("section", "caption", "credit", "byline", "published_text", "updated_text")
_LINE_END = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


def dropped_lines(text: str, page: PastedPage, cells: dict[str, Any]) -> tuple[str, str] | None:
    """Return the dropped lines as JSON (line, kind, place, start, end, text, sure), and how."""
    offsets = _offsets(text)
    used = {folded(text) for text in (*cells.get("tags", []), *map(cells.get, _FIELDS)) if text}
    again = {folded(cells[field]) for field in ("headline", "standfirst") if field in cells}
    rows = []
    for i in page.of(*_IN_THE_WAY):
        here = page.marked[i]
        bare = folded(here.text)
        # "By Ana Reyes" is used without its label.
        if bare in used or folded(here.byline or "") in used:
            continue
        start, end = offsets[here.line.number][0], offsets[here.line.until][1]
        what = ["repeated" if bare in again else _kind(page, i), _PLACES[ZONES[page.read.kinds[i]]]]
        sure = round(page.read.sure[i], 3)
        rows.append([here.line.number + 1, *what, start, end, text[start:end], sure])
    return (json.dumps(rows, ensure_ascii=False), "model:line") if rows else None


def _kind(page: PastedPage, i: int) -> str:
    here = page.marked[i]
    if page.read.kinds[i] == "caption inside" or here.kind == "picture":
        return "caption"
    return _RULES.get(here.kind, "other")


def _offsets(text: str) -> list[tuple[int, int]]:
    """Return where each line of a text begins and ends, blanks around it left out."""
    out, start = [], 0
    for match in [*_LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        line = text[start:end]
        bare = line.strip()
        at = start + (len(line) - len(line.lstrip()))
        out.append((at, at + len(bare)))
        start = match.end() if match else end
    return out
