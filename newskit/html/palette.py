"""One color and one line style for each speaker, everywhere the same."""

from __future__ import annotations

import pandas as pd

from newskit.html.wording import known

# Colors of Okabe and Ito that carry a thin line on white; a line style goes with each, for print in gray.
COLORS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
LINES = ("solid", "dashed", "double", "wavy", "dotted")
UNKNOWN = "#6b6b6b"


def speaker_order(quotes: pd.DataFrame) -> list[str]:
    """Return the known speakers in the order in which they first speak; the place in it is their color everywhere."""
    rank = {"direct": 0, "mixed": 0, "turn": 0, "indirect": 1}
    rows = [
        (field != "text", rank.get(kind, 2), start, speaker)
        for field, kind, start, speaker in zip(
            quotes["field"].fillna("text"), quotes["kind"].fillna(""), quotes["start"], quotes["speaker"], strict=True
        )
        if known(speaker) and known(start)
    ]
    return list(dict.fromkeys(speaker for *_, speaker in sorted(rows)))
