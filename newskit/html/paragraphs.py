"""Cut a text, and the spans to mark in it, into paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right

from newskit.html.spans import Layer, MarkedSpan

_LINE_END = re.compile(r"\n[ \t\n]*")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return start and end of each paragraph, the same as the sentences of the text are counted in.

    A line end ends it, but not a single one before a lower-case letter: that is a wrapped line.
    """
    if not text.strip():
        return []

    found = []
    start = len(text) - len(text.lstrip())
    for gap in _LINE_END.finditer(text, start):
        is_wrapped_line = gap.group().count("\n") == 1 and text[gap.end() : gap.end() + 1].islower()
        # Blank lines at the end do not begin another one.
        at_end = gap.end() == len(text)
        if not is_wrapped_line and not at_end:
            found.append((start, gap.start()))
            start = gap.end()

    return [*found, (start, len(text.rstrip()))]


def spans_by_paragraph(
    spans: list[MarkedSpan],
    bounds: list[tuple[int, int]],
) -> list[list[MarkedSpan]]:
    """Give each paragraph its piece of each span, counted from the start of the paragraph."""
    pieces: list[list[MarkedSpan]] = [[] for _ in bounds]
    ends = [end for _, end in bounds]
    for span in spans:
        # The sign of a sentence stands once, before its first piece.
        css = f"{span.css} nk-first" if span.layer == Layer.SENTIMENT else span.css

        # From the first paragraph that the span can reach, not from the start of the text.
        for number in range(bisect_right(ends, span.start), len(bounds)):
            start, end = bounds[number]
            if start >= span.end:
                break

            left = max(span.start, start) - start
            right = min(span.end, end) - start
            pieces[number].append(span._replace(start=left, end=right, css=css))
            css = span.css

    return pieces
