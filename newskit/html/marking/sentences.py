"""Where sentences end, and how many words each was counted to have."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from newskit.html.marking.rows import placed_rows, span_of
from newskit.html.spans import Layer, MarkedSpan

_COLUMNS = ("start", "end", "sentence", "n_words")


def spans(frame: pd.DataFrame) -> Iterator[MarkedSpan]:
    """Mark the end of each sentence with its number of words."""
    for row in placed_rows(frame, _COLUMNS, "sentences"):
        n_words = str(row["n_words"])
        title = f"sentence {row['sentence']}: {n_words} words"
        yield span_of(row, Layer.SENTENCE, "nk-sentence", title, **{"data-words": n_words})


def key(frame: pd.DataFrame) -> list[str]:
    """Explain the bars."""
    bar = '<span class="nk-sentence" data-words="12">bar</span>'
    return [f"{bar} end of a sentence, and its words"]
