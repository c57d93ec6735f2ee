"""Paragraphs that an archive printed at a fixed width, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newskit.reading.exports.pieces import divided_at
from newskit.reading.shared.lines import ends_sentence

WIDTHS = range(50, 86)
"""Characters of a full line, in stories of the 1980s and 1990s: 60 to 80, some a little more."""
_SHARE = 0.6  # of the lines: the last line of a paragraph is shorter
_FEW = 4  # fewer lines show nothing
_OPEN = 0.7  # of full lines that end within a sentence; of whole paragraphs hardly one does


def without_wraps(paragraphs: list[str]) -> list[str]:
    """Join lines that are printed as paragraphs of their own; others are returned as they are.

    >>> line = "The ferry sailed at noon and nobody cheered in the harbor, where"
    >>> len(without_wraps([line] * 6 + ["a lamp had gone out."]))
    1
    """
    full = list(filter(_is_full, paragraphs))
    widest = max(map(_width, paragraphs), default=0)
    fewest = max(_FEW, _SHARE * len(paragraphs))
    n_closed = sum(map(ends_sentence, full))
    is_wrapped = widest < WIDTHS.stop and len(full) >= fewest
    if is_wrapped and n_closed <= (1 - _OPEN) * len(full):
        return list(_joined(paragraphs))

    return paragraphs


def _is_full(line: str) -> bool:
    return _width(line) in WIDTHS


def _width(line: str) -> int:
    return len(line.strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(lines: list[str]) -> Iterator[str]:
    paragraph = [lines[0].strip()]
    for before, line in pairwise(lines):
        # A short line that ends a sentence ends its paragraph; an indented one begins the next.
        is_end = ends_sentence(before) and _width(before) < WIDTHS.start
        if is_end or _indent(line) > _indent(before):
            yield " ".join(paragraph)
            paragraph = []

        paragraph.append(line.strip())

    yield " ".join(paragraph)


def blocks(lines: Iterable[str]) -> list[list[str]]:
    """Return the lines between blank lines."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        else:
            found.append([])

    return list(filter(None, found))


def joined_blocks(lines: Iterable[str]) -> list[str]:
    """Return paragraphs that are wrapped, with blank lines or indents between them."""
    found: list[str] = []
    for block in blocks(lines):
        indents = list(map(_indent, block))
        begins = [n for n, indent in enumerate(indents) if indent > min(indents)]
        for paragraph in divided_at(block, [0, *begins[begins[:1] == [0] :]]):
            found.append(" ".join(map(str.strip, paragraph)))

    return found
