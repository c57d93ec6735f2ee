"""Words as they were counted: the long, the unfamiliar, and those of many syllables."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from newskit.html.marking.rows import placed_rows, span_of
from newskit.html.spans import Layer, MarkedSpan

_COLUMNS = ("start", "end", "n_letters", "n_syllables", "syllables_source", "familiar", "complex")
_LONG = 7  # letters of a long word, for LIX and RIX
_MANY = 3  # syllables of a polysyllable, for SMOG and fog


def spans(frame: pd.DataFrame) -> Iterator[MarkedSpan]:
    """Mark the words that make a text harder for some formula, each with its counts."""
    for row in placed_rows(frame, _COLUMNS, "words"):
        letters, syllables = row["n_letters"], row["n_syllables"]
        looks = {
            "nk-long": letters >= _LONG,
            "nk-many": syllables >= _MANY,
            "nk-hard": row["complex"],
            "nk-unfamiliar": not row["familiar"],
        }
        css = " ".join(name for name, applies in looks.items() if applies)

        # A word that is easy for every formula is left as it is.
        if css:
            counted = f"{syllables} syllables ({row['syllables_source']}), {letters} letters"
            on_list = "familiar" if row["familiar"] else "not familiar"
            fog = ", hard (fog)" if row["complex"] else ""
            yield span_of(row, Layer.WORD, css, f"{counted}, {on_list}{fog}")


def key(frame: pd.DataFrame) -> list[str]:
    """Explain the four looks of words."""
    return [
        '<span class="nk-long">shaded</span> seven letters or more',
        '<span class="nk-many">bold</span> three syllables or more',
        '<span class="nk-hard">line above</span> hard by Gunning\'s rules',
        '<span class="nk-unfamiliar">dots below</span> not on the Dale-Chall list',
    ]
