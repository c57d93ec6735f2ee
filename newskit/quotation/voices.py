"""Who speaks how much: quotations gathered by speaker."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.errors import InputError

_NEEDED = ("article_id", "kind", "field", "speaker", "speaker_type", "start", "cue", "n_words")


def speakers(quotes: pd.DataFrame) -> pd.DataFrame:
    """Say who speaks in each article, and how much of what is quoted is theirs.

    Parameters
    ----------
    quotes : pandas.DataFrame
        A table of quotations, as `newskit.quotes` returns it. Scare quotes and indirect speech are left out.

    Returns
    -------
    pandas.DataFrame
        One row per article and speaker, in order of first quotation: `article_id`; `speaker` (NA gathers the
        quotations without a known speaker); `speaker_type`; `n_quotes` (marked quotations); `n_words` (quoted
        words); `share` (0 to 1, of the article's quoted words; higher is more voice); `mean_words` (words per
        quotation); `first_start` (characters, in the column that the first quotation stands in); `cues` (cues
        used, in order of first use, parted by '; '; NA when there is none).

    Raises
    ------
    InputError
        If a column of the table of quotations is missing.

    Examples
    --------
    >>> from newskit.quotation import quotes, speakers
    >>> table = speakers(quotes('"We won," said Ann Lee. "It rained," said Bo Ek.'))
    >>> table[["speaker", "n_words", "share"]].values.tolist()
    [['Ann Lee', 2, 0.5], ['Bo Ek', 2, 0.5]]
    """
    missing = [c for c in _NEEDED if c not in quotes.columns]
    if missing:
        raise InputError(f"The table of quotations has no column {missing[0]!r}; it needs: {', '.join(_NEEDED)}.")
    spoken = quotes[quotes["kind"].isin(["direct", "mixed"])]
    total = spoken.groupby("article_id", sort=False)["n_words"].sum().to_dict()
    rows = [
        {
            "article_id": article_id,
            "speaker": speaker,
            "speaker_type": _common(own["speaker_type"]),
            "n_quotes": len(own),
            "n_words": int(own["n_words"].sum()),
            "share": float(own["n_words"].sum() / total[article_id]) if total[article_id] else None,
            "mean_words": float(own["n_words"].mean()),
            "first_start": own["start"].iloc[0],
            "cues": "; ".join(dict.fromkeys(own["cue"].dropna())) or None,
        }
        for (article_id, speaker), own in spoken.groupby(["article_id", "speaker"], sort=False, dropna=False)
    ]
    return tables.from_rows("speakers", rows)


def _common(types: pd.Series) -> str | None:
    """Return the type of a speaker; of several unknown speakers only what all share."""
    kinds = list(dict.fromkeys(types.dropna()))
    return str(kinds[0]) if len(kinds) == 1 else "unknown"
