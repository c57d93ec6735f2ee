"""Paragraphs that an archive printed at a fixed width, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

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
    lengths = [len(line.strip()) for line in paragraphs]
    full = [line for line, n in zip(paragraphs, lengths, strict=True) if n in WIDTHS]
    is_narrow = max(lengths, default=0) < WIDTHS.stop
    if len(paragraphs) < _FEW or not is_narrow or len(full) < _SHARE * len(paragraphs):
        return paragraphs

    n_open = sum(not ends_sentence(line) for line in full)
    if n_open < _OPEN * len(full):
        return paragraphs

    return list(_joined(paragraphs))


def _joined(lines: list[str]) -> Iterator[str]:
    paragraph = [lines[0].strip()]
    for before, line in pairwise(lines):
        # A short line that ends a sentence ends its paragraph; an indented one begins the next.
        is_end = ends_sentence(before) and len(before.strip()) < WIDTHS.start
        is_indented = len(line) - len(line.lstrip()) > len(before) - len(before.lstrip())
        if is_end or is_indented:
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
        elif found[-1]:
            found.append([])

    return [block for block in found if block]


def joined_blocks(lines: Iterable[str]) -> list[str]:
    """Return paragraphs that are wrapped, with blank lines or indents between them."""
    found: list[str] = []
    for block in blocks(lines):
        margin = min(len(line) - len(line.lstrip()) for line in block)
        paragraph: list[str] = []
        for line in block:
            is_indented = len(line) - len(line.lstrip()) > margin
            if paragraph and is_indented:
                found.append(" ".join(paragraph))
                paragraph = []

            paragraph.append(line.strip())

        found.append(" ".join(paragraph))

    return found
