"""The rows of the table of speakers: quotations gathered by article and speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import SPEAKERS

_DOUBTFUL = .5  # confidence
_NEEDED = (
    "article_id", "kind", "field", "speaker", "speaker_type", "start", "cue", "n_words",
    "confidence",
)  # fmt: skip
_Row = dict[Any, Any]


def speaker_rows(quotes: pd.DataFrame) -> pd.DataFrame:
    """Gather quotations by article and speaker; see `speakers`."""
    tables.need_columns(quotes, _NEEDED, "quotes")
    is_quoted = quotes["kind"].isin(tables.QUOTED_KINDS)

    own: dict[tuple[str, str | None], list[_Row]] = defaultdict(list)
    for row in tables.records(quotes[is_quoted], _NEEDED):
        own[row["article_id"], row["speaker"]].append(row)

    total: dict[str, int] = defaultdict(int)
    named: dict[str, list[int]] = defaultdict(list)
    for (article_id, speaker), rows in own.items():
        n_words = _n_words(rows)
        total[article_id] += n_words
        if speaker is not None:
            named[article_id].append(n_words)

    made = [
        {
            "article_id": article_id,
            "speaker": speaker,
            "named": speaker is not None,
            "concentration": concentration(named[article_id]),
            **_summary(rows, total[article_id]),
        }
        for (article_id, speaker), rows in own.items()
    ]
    return tables.from_rows(SPEAKERS, made)


def concentration(words: list[int]) -> float | None:
    """Return the Herfindahl index of so many words of each speaker: the sum of the squared shares.

    >>> concentration([30, 30]), concentration([90, 10]), concentration([])
    (0.5, 0.82, None)
    """
    total = sum(words)
    return sum(n * n for n in words) / total**2 if total else None


def _n_words(rows: Iterable[_Row]) -> int:
    return sum(row["n_words"] for row in rows)


def _share_doubtful(
    own: list[_Row],
    total: int,
) -> float | None:
    """Return the share of words whose speaker is doubtful; NA where no speaker is named."""
    told = [row for row in own if row["confidence"] is not None]
    doubtful = [row for row in told if row["confidence"] < _DOUBTFUL]
    return _n_words(doubtful) / total if total and told else None


def _summary(
    own: list[_Row],
    total: int,
) -> dict[str, Any]:
    """Sum up the quotations of one speaker; `total` is all quoted words of the article."""
    n_words = _n_words(own)
    types = {row["speaker_type"] for row in own} - {None}
    cues = dict.fromkeys(row["cue"] for row in own if row["cue"])
    return {
        "speaker_type": types.pop() if len(types) == 1 else "unknown",
        "n_quotes": len(own),
        "n_words": n_words,
        "share": n_words / total if total else None,
        "share_doubtful": _share_doubtful(own, n_words),
        "mean_words": n_words / len(own),
        "first_start": own[0]["start"],
        "cues": "; ".join(cues) or None,
    }
