"""Mark spans of a text; the text between and inside them is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from newskit.html.escaping import escape

_LINE_END = re.compile(r"\n[ \t\n]*")


class Span(NamedTuple):
    """A stretch of a text to mark; the wider its `rank`, the further out its element stands."""

    start: int
    end: int
    css: str
    attributes: tuple[tuple[str, str], ...] = ()
    tag: str = "span"
    rank: int = 0


def mark(text: str, spans: Iterable[Span]) -> str:
    """Return the text escaped, with an element around each span; spans that cross are cut where they cross."""
    starting: dict[int, list[Span]] = {}
    bounds = {0, len(text)}
    for span in spans:
        if span.start < span.end:
            starting.setdefault(span.start, []).append(span)
            bounds |= {span.start, span.end}
    out: list[str] = []
    inside: list[Span] = []
    for left, right in pairwise(sorted(bounds)):
        keep = next((i for i, span in enumerate(inside) if span.end <= left), len(inside))
        out += [f"</{span.tag}>" for span in reversed(inside[keep:])]
        fresh = [span for span in inside[keep:] if span.end > left]
        fresh += sorted(starting.get(left, ()), key=lambda s: (s.rank, -s.end))
        out += [_open(span) for span in fresh]
        inside = inside[:keep] + fresh
        out.append(escape(text[left:right]))
    return "".join(out) + "".join(f"</{span.tag}>" for span in reversed(inside))


def _open(span: Span) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in span.attributes)
    return f'<{span.tag} class="{escape(span.css)}"{attributes}>'


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return start and end of each paragraph: a line end ends one, save a single one before a lower-case letter."""
    found, start = [], len(text) - len(text.lstrip())
    for gap in _LINE_END.finditer(text, start):
        if gap.group().count("\n") == 1 and text[gap.end() : gap.end() + 1].islower():
            continue
        if gap.end() < len(text):
            found.append((start, gap.start()))
            start = gap.end()
    return [*found, (start, len(text.rstrip()))] if text.strip() else []
