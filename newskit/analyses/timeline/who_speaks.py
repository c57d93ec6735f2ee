"""Whose words a time stands in: the outlet's own, or somebody's quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter

import pandas as pd

from newskit.tables import rows

# How many quotations back one may begin that still holds a time.
NESTED = 3


# Start, end, voice and speaker.
_Quotation = tuple[int, int, str, object]


def who_speaks(timeline: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Say of every time named in a text whether it stands in a quotation, and whose."""
    spoken = _by_text(quotes)
    voices: list[object] = []
    speakers: list[object] = []
    columns = ("article_id", "field", "start", "kind")
    for article_id, field, at, kind in rows(timeline, columns):
        # A timestamp is nobody's word.
        voice, speaker = None, None
        if kind == "mention":
            voice, speaker = _voice_at(at, spoken.get((article_id, field), []))
        voices.append(voice)
        speakers.append(speaker)

    return timeline.assign(
        voice=pd.Series(voices, index=timeline.index, dtype=timeline["voice"].dtype),
        speaker=pd.Series(speakers, index=timeline.index, dtype=timeline["speaker"].dtype),
    )


def _by_text(quotes: pd.DataFrame) -> dict[tuple[str, str], list[_Quotation]]:
    """Sort the quotations into their texts, in order; scare quotes are nobody's speech."""
    spoken: dict[tuple[str, str], list[_Quotation]] = defaultdict(list)
    said = quotes[~quotes["kind"].isin(("scare", "nested"))].sort_values("start", kind="stable")
    names = ("article_id", "field", "start", "end", "kind", "speaker")
    for article_id, field, start, end, kind, speaker in rows(said, names):
        # A paraphrase is somebody's, in words of the outlet.
        voice = "own" if kind == "indirect" else "quoted"
        spoken[article_id, field].append((start, end, voice, speaker))

    return spoken


def _voice_at(at: int, spoken: list[_Quotation]) -> tuple[str | None, object]:
    """Return voice and speaker of the innermost quotation that holds a place of its text."""
    # The last quotation that begins before it may be over; one around that one may not.
    n = bisect_right(spoken, at, key=itemgetter(0))
    for _, end, voice, speaker in reversed(spoken[max(n - NESTED, 0) : n]):
        if at < end:
            return voice, speaker

    return "own", None
