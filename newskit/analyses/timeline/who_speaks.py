"""Whose words a time stands in: the outlet's own, or somebody's quotation."""

from __future__ import annotations

from bisect import bisect_right

import pandas as pd

NESTED = 3  # how many quotations back one may begin that still holds a time


def who_speaks(timeline: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Say of every time named in a text whether it stands in a quotation, and whose: voice and speaker."""
    spoken: dict[tuple[str, str], list[tuple[int, int, bool, object]]] = {}
    said = quotes[quotes["kind"] != "scare"].sort_values("start", kind="stable")
    for key in zip(*(said[n] for n in ("article_id", "field", "start", "end", "kind", "speaker")), strict=True):
        article_id, field, start, end, kind, speaker = key
        spoken.setdefault((article_id, field), []).append((start, end, kind != "indirect", speaker))
    voices: list[object] = []
    speakers: list[object] = []
    for article_id, field, at, of in zip(*(timeline[n] for n in ("article_id", "field", "start", "kind")), strict=True):
        inside = None
        if of == "mention":
            known = spoken.get((article_id, field), [])
            n = bisect_right(known, at, key=lambda quote: quote[0])
            inside = next((q for q in reversed(known[max(n - NESTED, 0) : n]) if at < q[1]), None)
        voices.append(("quoted" if inside and inside[2] else "own") if of == "mention" else None)
        speakers.append(inside[3] if inside else None)
    return timeline.assign(
        voice=pd.Series(voices, index=timeline.index, dtype=timeline["voice"].dtype),
        speaker=pd.Series(speakers, index=timeline.index, dtype=timeline["speaker"].dtype),
    )
