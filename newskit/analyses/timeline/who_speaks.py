"""Whose words a time stands in: the outlet's own, or somebody's quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

NESTED = 3  # how many quotations back one may begin that still holds a time


class _Spoken(NamedTuple):
    """A quotation of a text."""

    start: int
    end: int
    is_quoted: bool  # in quotation marks, not told in the outlet's words
    speaker: object


def who_speaks(timeline: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Say of every time named in a text whether it stands in a quotation, and whose."""
    spoken = _by_text(quotes)
    columns = (timeline[name] for name in ("article_id", "field", "start", "kind"))
    found: list[tuple[object, object]] = []
    for article_id, field, at, kind in zip(*columns, strict=True):
        if kind != "mention":
            found.append((None, None))
            continue
        around = _around(at, spoken.get((article_id, field), []))
        is_quoted = around is not None and around.is_quoted
        found.append(("quoted" if is_quoted else "own", around.speaker if around else None))

    voices = [voice for voice, _ in found]
    speakers = [speaker for _, speaker in found]
    return timeline.assign(
        voice=pd.Series(voices, index=timeline.index, dtype=timeline["voice"].dtype),
        speaker=pd.Series(speakers, index=timeline.index, dtype=timeline["speaker"].dtype),
    )


def _by_text(quotes: pd.DataFrame) -> dict[tuple[str, str], list[_Spoken]]:
    """Sort the quotations into their texts, in order; scare quotes are nobody's speech."""
    spoken: dict[tuple[str, str], list[_Spoken]] = defaultdict(list)
    said = quotes[quotes["kind"] != "scare"].sort_values("start", kind="stable")
    names = ("article_id", "field", "start", "end", "kind", "speaker")
    columns = (said[name] for name in names)
    for article_id, field, start, end, kind, speaker in zip(*columns, strict=True):
        quotation = _Spoken(start, end, kind != "indirect", speaker)
        spoken[article_id, field].append(quotation)
    return spoken


def _around(at: int, spoken: list[_Spoken]) -> _Spoken | None:
    """Return the innermost quotation that holds a place of its text."""
    n = bisect_right(spoken, at, key=lambda quotation: quotation.start)
    for quotation in reversed(spoken[max(n - NESTED, 0) : n]):
        if at < quotation.end:
            return quotation
    return None
