"""Levels of a measure: features have few values."""

from __future__ import annotations

from bisect import bisect_right


def level(value: float, edges: tuple[float, ...]) -> int:
    """Return in which of the ranges between the edges a value lies, counted from 0."""
    return bisect_right(edges, value)
