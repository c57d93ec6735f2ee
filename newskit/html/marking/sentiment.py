"""Sentiment in colors: blue and + for positive, orange and - for negative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from newskit.html.marking.rows import placed_rows, span_of
from newskit.html.spans import Layer, MarkedSpan


class _Scale(NamedTuple):
    column: str
    what: str
    neutral: float
    strong: float
    title: str


# 0.05 is VADER's own bound for calling a sentence neutral.
_SENTENCES = _Scale(
    "compound", "sentence", 0.05, 0.5, "{side} sentence: compound {score:+.2f} of -1 to 1"
)
# A word has -4 to 4; in VADER's list "war" has -2.9, "pay" -0.4.
_WORDS = _Scale("contribution", "word", 0.0, 2.0, "adds {score:+.2f} to its sentence")


def _scale(frame: pd.DataFrame) -> _Scale:
    """Tell the table `sentiment_hits` from sentiment by sentence."""
    return _WORDS if "contribution" in frame.columns else _SENTENCES


def spans(frame: pd.DataFrame) -> Iterator[MarkedSpan]:
    """Mark each sentence that is not neutral, or each word that added to a score."""
    scale = _scale(frame)
    for row in placed_rows(frame, ("start", "end", scale.column), "sentiment"):
        score = row[scale.column]
        if not score or abs(score) < scale.neutral:
            continue

        side, css = ("positive", "nk-pos") if score > 0 else ("negative", "nk-neg")
        if abs(score) >= scale.strong:
            css += " nk-strong"

        yield span_of(row, Layer.SENTIMENT, css, scale.title.format(side=side, score=score))


def key(frame: pd.DataFrame) -> list[str]:
    """Explain the two colors."""
    if frame.empty:
        return []

    what = _scale(frame).what
    return [
        f'<span class="nk-pos nk-first">positive</span> {what}',
        f'<span class="nk-neg nk-first">negative</span> {what}',
    ]
