"""Mark spans of a text; the text between and inside them is escaped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from newskit.html.escaping import escape


class Layer(IntEnum):
    """Which mark stands outside which, where several begin at one place: the outermost first."""

    SENTENCE = 0
    SENTIMENT = 1
    QUOTE = 2
    SPEAKER = 3
    TIME = 4
    WORD = 5


class MarkedSpan(NamedTuple):
    """A span to mark: where it is, how it looks, and in which column of the article it stands."""

    start: int
    end: int
    css: str
    attributes: tuple[tuple[str, str], ...] = ()
    layer: int = Layer.SENTENCE
    field: str = "text"


def mark(text: str, spans: Iterable[MarkedSpan]) -> str:
    """Return the text escaped, an element around each span; where spans cross, they are cut."""
    starting: defaultdict[int, list[MarkedSpan]] = defaultdict(list)
    ending: Counter[int] = Counter()
    for span in spans:
        # An empty span would leave an element that no one sees.
        if span.start < span.end:
            starting[span.start].append(span)
            ending[span.end] += 1

    out: list[str] = []
    # HTML nests: what was opened last has to be closed first.
    opened: list[MarkedSpan] = []
    bounds = sorted({0, len(text), *starting, *ending})
    for left, right in pairwise(bounds):
        cut = _close(opened, left, ending[left], out)
        # What ends last goes outermost: many spans that all cross are then cut once, not each time.
        cut.sort(key=lambda span: -span.end)

        fresh = sorted(starting[left], key=lambda span: (span.layer, -span.end))
        for span in (*cut, *fresh):
            out.append(_opening_tag(span))
            opened.append(span)

        out.append(escape(text[left:right]))

    out.append("</span>" * len(opened))
    return "".join(out)


def _close(
    opened: list[MarkedSpan],
    at: int,
    n_ending: int,
    out: list[str],
) -> list[MarkedSpan]:
    """Close elements from the inside until those that end here are closed; return the others."""
    cut = []
    while n_ending:
        span = opened.pop()
        out.append("</span>")
        if span.end == at:
            n_ending -= 1
        else:
            cut.append(span)

    return cut


def _opening_tag(span: MarkedSpan) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in span.attributes)
    # What explains itself can be reached by the keyboard and a finger: then CSS shows the title.
    reached = ' tabindex="0"' if attributes else ""
    return f'<span class="{escape(span.css)}"{attributes}{reached}>'
