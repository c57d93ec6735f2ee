"""Marked spans: what stands between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Mark(NamedTuple):
    """A span between quotation marks: text[start:end] with its marks, text[inner_start:inner_end] without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    mark: str
    closed: bool
    kind: str  # "quote" or "scare"


def find_marks(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Mark]:
    """Find the marked spans of a text, in order."""
    return []
