"""Who speaks how much: quotations gathered by speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import SPEAKERS
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
        quotations without a known speaker); `speaker_type`; `named` (whether the row has a name); `n_quotes` (marked
        quotations); `n_words` (quoted words); `share` (0 to 1, of the article's quoted words; higher is more voice);
        `concentration` (0 to 1, the same for all rows of an article: the Herfindahl index, the sum of the squared
        shares, among the quoted words whose speaker has a name; 1 is one voice, 1/n is n equal ones; NA where no one
        has a name); `mean_words` (words per quotation); `first_start` (characters, in the column that the first
        quotation stands in); `cues` (cues used, in order of first use, parted by '; '; NA when there is none).

    Raises
    ------
    InputError
        If a column of the table of quotations is missing.

    Examples
    --------
    >>> from newskit.analyses.quotes import quotes, speakers
    >>> table = speakers(quotes('"We won," said Ann Lee. "It rained," said Bo Ek.'))
    >>> table[["speaker", "n_words", "share"]].values.tolist()
    [['Ann Lee', 2, 0.5], ['Bo Ek', 2, 0.5]]
    """
    missing = [c for c in _NEEDED if c not in quotes.columns]
    if missing:
        raise InputError(f"The table of quotations has no column {missing[0]!r}; it needs: {', '.join(_NEEDED)}.")
    groups: dict[tuple[str, str | None], list[dict[Hashable, Any]]] = {}
    spoken = quotes.loc[quotes["kind"].isin(tables.QUOTED_KINDS), list(_NEEDED)].astype("object")
    for row in spoken.where(spoken.notna(), None).to_dict("records"):
        groups.setdefault((row["article_id"], row["speaker"]), []).append(row)
    total: Counter[str] = Counter()
    named: dict[str, list[int]] = {}
    for (article_id, speaker), own in groups.items():
        n_words = sum(q["n_words"] for q in own)
        total[article_id] += n_words
        if speaker is not None:
            named.setdefault(article_id, []).append(n_words)
    made = [_row(*key, own, total[key[0]]) for key, own in groups.items()]
    for one in made:
        one["concentration"] = concentration(named.get(one["article_id"], []))
    return tables.from_rows(SPEAKERS, made)


def concentration(words: list[int]) -> float | None:
    """Return the Herfindahl index of so many words of each voice: the sum of the squared shares.

    >>> concentration([30, 30]), concentration([90, 10]), concentration([])
    (0.5, 0.82, None)
    """
    total = sum(words)
    return sum(n * n for n in words) / total**2 if total else None


def _row(article_id: str, speaker: str | None, own: list[dict[Hashable, Any]], total: int) -> dict[str, Any]:
    """Sum up the quotations of one speaker; `total` is the number of quoted words in the article."""
    n_words = sum(q["n_words"] for q in own)
    types = {q["speaker_type"] for q in own} - {None}
    return {
        "article_id": article_id,
        "speaker": speaker,
        "named": speaker is not None,
        "speaker_type": types.pop() if len(types) == 1 else "unknown",
        "n_quotes": len(own),
        "n_words": n_words,
        "share": n_words / total if total else None,
        "mean_words": n_words / len(own),
        "first_start": own[0]["start"],
        "cues": "; ".join(dict.fromkeys(q["cue"] for q in own if q["cue"])) or None,
    }
