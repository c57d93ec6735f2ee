"""One color and one line style for each speaker, everywhere the same."""

from __future__ import annotations

import pandas as pd

from newskit.html.wording import known

# Colors of Okabe and Ito that carry a thin line on white, and lines that tell them apart in gray.
COLORS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
LINES = ("solid", "dashed", "double", "wavy", "dotted")
UNKNOWN = "#6b6b6b"

# Six colors and five lines have no common divisor: thirty speakers pass before a pair comes again.
_PAIRS = len(COLORS) * len(LINES)
# What is someone's own words comes before what is told of them.
_RANKS = {"direct": 0, "mixed": 0, "turn": 0, "indirect": 1}
_OTHER_KIND = 2


def speaker_order(quotes: pd.DataFrame) -> list[str]:
    """Return the known speakers in the order in which they first speak; it decides their colors."""
    fields = quotes["field"].fillna("text")
    kinds = quotes["kind"].fillna("")
    # A headline quotes out of the text: the text decides who is first.
    rows = zip(fields, kinds, quotes["start"], quotes["speaker"], strict=True)
    turns = [
        (field != "text", _RANKS.get(kind, _OTHER_KIND), start, speaker)
        for field, kind, start, speaker in rows
        if known(speaker) and known(start)
    ]
    return list(dict.fromkeys(speaker for *_, speaker in sorted(turns)))


def speaker_class(place: int) -> str:
    """Return the CSS class of the speaker at that place in `speaker_order`."""
    return f"nk-k{place % _PAIRS}"


def palette_css() -> str:
    """Return the CSS that gives each speaker's class its color, a tint of it, and its line."""
    unknown = "{--color:var(--unknown);--tint:rgba(120,120,120,.13);--line:dotted}"
    rules = [f".nk-article{{--unknown:{UNKNOWN}}}", f".nk-q{unknown}"]

    for place in range(_PAIRS):
        color = COLORS[place % len(COLORS)]
        line = LINES[place % len(LINES)]
        red, green, blue = bytes.fromhex(color.removeprefix("#"))
        tint = f"rgba({red},{green},{blue},.13)"
        look = f"--color:{color};--tint:{tint};--line:{line}"
        rules.append(f".{speaker_class(place)}{{{look}}}")

    return "\n".join(rules) + "\n"
