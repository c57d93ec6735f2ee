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

    own = tables.numbered(said, ("article_id", "speaker"))
    first = np.unique(own, return_index=True)[1]

    n_words = said["n_words"].to_numpy(dtype=np.int64)
    words, n_quotes = _sums(own, n_words), np.bincount(own)
    home, _ = pd.factorize(said["article_id"].iloc[first])
    named = said["speaker"].notna().to_numpy()[first]
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
) -> Array:
    """Return the cues of each speaker, in order of first use."""
    code, names = pd.factorize(cues)
    told = np.flatnonzero(code >= 0)
    first = np.unique(own[told] * len(names) + code[told], return_index=True)[1]
    used = told[np.sort(first)]
    used = used[np.argsort(own[used], kind="stable")]
    number, printed = own[used], np.array(names, dtype=object)[code[used]]

    # Most speakers have one cue.
    found = np.full(n, None, dtype=object)
    found[number] = printed
    edges = np.searchsorted(number, np.arange(n + 1))
    for speaker in np.flatnonzero(np.diff(edges) > 1).tolist():
        found[speaker] = "; ".join(printed[edges[speaker] : edges[speaker + 1]])
    return found
