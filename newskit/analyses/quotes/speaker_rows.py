"""The rows of the table of speakers: quotations gathered by article and speaker."""

from __future__ import annotations

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import SPEAKERS
from newskit.text.arrays import Array

_DOUBTFUL = .5  # confidence
_NEEDED = (
    "article_id", "kind", "field", "speaker", "speaker_type", "start", "cue", "n_words",
    "confidence",
)  # fmt: skip


def speaker_rows(quotes: pd.DataFrame) -> pd.DataFrame:
    """Gather quotations by article and speaker; see `speakers`."""
    tables.need_columns(quotes, _NEEDED, "quotes")
    said = quotes[quotes["kind"].isin(tables.QUOTED_KINDS)]

    # Whose each quotation is: a number for article and speaker, in order of the first quotation.
    article, _ = pd.factorize(said["article_id"])
    who, names = pd.factorize(said["speaker"])
    own, _ = pd.factorize(article * (len(names) + 1) + who)
    first = np.unique(own, return_index=True)[1]

    n_words = said["n_words"].to_numpy(dtype=np.int64)
    words, n_quotes = _sums(own, n_words), np.bincount(own)
    home, named = article[first], who[first] >= 0
    confidence = said["confidence"].to_numpy(dtype=np.float64, na_value=np.nan)
    told = np.isin(np.arange(len(first)), own[~np.isnan(confidence)])
    doubtful = _sums(own, np.where(confidence < _DOUBTFUL, n_words, 0))
    columns = {
        "article_id": said["article_id"].array[first],
        "speaker": said["speaker"].array[first],
        "speaker_type": _types(own, said["speaker_type"], len(first)),
        "named": named,
        "n_quotes": n_quotes,
        "n_words": words,
        "share": _divided(words, _sums(home, words)[home]),
        "share_doubtful": _divided(doubtful, np.where(told, words, 0)),
        "concentration": _concentration(home, np.where(named, words, 0))[home],
        "mean_words": words / n_quotes,
        "first_start": said["start"].array[first],
        "cues": _cues(own, said["cue"], len(first)),
    }
    return tables.conform(SPEAKERS, columns)


def _sums(
    own: Array,
    values: Array,
) -> Array:
    return np.bincount(own, weights=values).astype(np.int64)


def _divided(
    values: Array,
    whole: Array,
) -> Array:
    """Return shares; NA of nothing."""
    shares: Array = np.full(len(whole), np.nan)
    return np.divide(values, whole, out=shares, where=whole > 0)


def _concentration(
    home: Array,
    words: Array,
) -> Array:
    """Return the Herfindahl index of each article: the sum of the squared shares of its speakers.

    >>> _concentration(np.array([0, 0, 1, 1, 2]), np.array([30, 30, 90, 10, 0])).tolist()
    [0.5, 0.82, nan]
    """
    return _divided(_sums(home, words**2), _sums(home, words) ** 2)


def _types(
    own: Array,
    types: pd.Series,
    n: int,
) -> Array:
    """Return the type of each speaker; where quotations disagree, it is unknown."""
    code, names = pd.factorize(types)
    is_told = code >= 0
    low, high = np.full(n, len(names)), np.full(n, -1)
    np.minimum.at(low, own[is_told], code[is_told])
    np.maximum.at(high, own[is_told], code[is_told])
    return np.append(np.array(names, dtype=object), "unknown")[np.where(low == high, low, -1)]


def _cues(
    own: Array,
    cues: pd.Series,
    n: int,
) -> list[str | None]:
    """Return the cues of each speaker, in order of first use."""
    used: list[dict[str, None]] = [{} for _ in range(n)]
    is_told = cues.notna().to_numpy()
    for number, cue in zip(own[is_told].tolist(), cues[is_told].tolist(), strict=True):
        used[number][cue] = None
    return ["; ".join(told) or None for told in used]
