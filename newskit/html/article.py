"""The columns of an article that a reader sees, as paragraphs with their spans marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newskit.html.escaping import escape
from newskit.html.paragraphs import paragraphs, spans_by_paragraph
from newskit.html.spans import MarkedSpan, mark
from newskit.html.wording import known

# In the order of the page.
SHOWN = ("headline", "standfirst", "text", "caption")


def article_html(row: Mapping[str, Any], spans: Mapping[str, Sequence[MarkedSpan]]) -> str:
    """Return one row of `articles` as HTML, the spans of each column marked in it."""
    parts = []
    for column in SHOWN:
        if not known(row.get(column)):
            continue

        text = str(row[column])
        if column == "text":
            parts += _body(text, spans["text"], _subheads(row))
        else:
            parts.append(_paragraph(mark(text, spans[column]), f"nk-{column}"))

    return "".join(parts)


def _body(
    text: str,
    spans: Sequence[MarkedSpan],
    subheads: dict[int, list[str]],
) -> list[str]:
    """Return the paragraphs of the text, each after its subheads."""
    parts = []
    bounds = paragraphs(text)
    pieces = spans_by_paragraph(list(spans), bounds)
    for number, ((start, end), mine) in enumerate(zip(bounds, pieces, strict=True)):
        parts += _subhead_paragraphs(subheads.pop(number, []))
        parts.append(_paragraph(mark(text[start:end], mine)))

    # A table of the user's own may count more paragraphs than there are.
    for rest in subheads.values():
        parts += _subhead_paragraphs(rest)

    return parts


def _subheads(row: Mapping[str, Any]) -> dict[int, list[str]]:
    """Return the subheads by the number of the paragraph they stand before."""
    heads, before = row.get("subheads"), row.get("subhead_before")
    found: dict[int, list[str]] = {}
    # Two lists side by side; a table of the user's own may have one of them only.
    if known(heads) and known(before):
        for text, number in zip(list(heads or ()), list(before or ()), strict=False):
            found.setdefault(int(number), []).append(str(text))

    return found


def _subhead_paragraphs(subheads: list[str]) -> list[str]:
    return [_paragraph(escape(subhead), "nk-subhead") for subhead in subheads]


def _paragraph(marked: str, css: str = "") -> str:
    named = f' class="{css}"' if css else ""
    return f'<p dir="auto"{named}>{marked}</p>'
