"""Whose words a time stands in: the outlet's own, or somebody's quotation."""

from __future__ import annotations

import numpy as np
import pandas as pd

from newskit.tables import numbered
from newskit.text.arrays import Array

# How many quotations back one may begin that still holds a time.
NESTED = 3
_TEXT = ["article_id", "field"]
_FAR = 1 << 32  # characters: no text is as long


def who_speaks(timeline: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Say of every time named in a text whether it stands in a quotation, and whose."""
    # Scare quotes are nobody's speech.
    said = quotes[~quotes["kind"].isin(("scare", "nested"))]
    holder = _holders(timeline, said)

    # A paraphrase is somebody's, in words of the outlet; a timestamp is nobody's word.
    is_quoted = np.append((said["kind"] != "indirect").to_numpy(dtype=bool), False)
    is_mention = (timeline["kind"] == "mention").to_numpy(dtype=bool)
    voice = np.where(is_quoted[holder], "quoted", "own").astype(object)
    voice[~is_mention] = None
    speaker = said["speaker"].array.take(np.where(is_mention, holder, -1), allow_fill=True)
    return timeline.assign(
        voice=pd.Series(voice, index=timeline.index, dtype=timeline["voice"].dtype),
        speaker=pd.Series(speaker, index=timeline.index, dtype=timeline["speaker"].dtype),
    )


def _holders(
    timeline: pd.DataFrame,
    said: pd.DataFrame,
) -> Array:
    """Return the innermost quotation that each time stands in; -1 for none."""
    text = numbered(pd.concat([said[_TEXT], timeline[_TEXT]]), _TEXT)
    of_quote, of_time = text[: len(said)], text[len(said) :]
    begin, end = (said[name].to_numpy(dtype=np.int64) for name in ("start", "end"))
    at = timeline["start"].to_numpy(dtype=np.int64, na_value=0)

    # The texts one behind the other. The last quotation that begins before a time may be over; one
    # around that one may not.
    order = np.lexsort((begin, of_quote))
    begins = of_quote[order] * _FAR + begin[order]
    ends = np.append(of_quote[order] * _FAR + end[order], 0)
    place = of_time * _FAR + at
    behind = np.searchsorted(begins, place, "right")
    holder = np.full(len(timeline), -1)
    for back in range(1, NESTED + 1):
        before = np.maximum(behind - back, -1)
        holds = (holder < 0) & (before >= 0) & (place < ends[before])
        holder[holds] = order[before[holds]]
    return holder
