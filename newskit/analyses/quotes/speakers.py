"""Who speaks how much: quotations gathered by speaker."""

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


def speakers(quotes: pd.DataFrame) -> pd.DataFrame:
    """Say who speaks in each article, and how much of what is quoted is theirs.

    Parameters
    ----------
    quotes : pandas.DataFrame
        A table of quotations, as `newskit.quotes` returns it. Scare quotes and indirect speech are
        left out.

    Returns
    -------
    pandas.DataFrame
        One row per article and speaker, in order of first quotation: `article_id`; `speaker` (NA
        gathers the quotations without a known speaker); `speaker_type`; `named` (whether the row
        has a name); `n_quotes` (quotations in quotation marks); `n_words` (quoted words); `share`
        (0 to 1, of the article's quoted words; higher is more to say); `share_doubtful` (0 to 1, of
        the speaker's quoted words: those whose `confidence` is below 0.5); `concentration` (0 to 1,
        the same for all rows of an article: the Herfindahl index, the sum of the squared shares,
        among the quoted words whose speaker has a name; 1 is one speaker, 1/n is n equal ones; NA
        where no one has a name); `mean_words` (words per quotation); `first_start` (characters, in
        the column that the first quotation stands in); `cues` (cues used, in order of first use,
        separated by '; '; NA when there is none).

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
    tables.need_columns(quotes, _NEEDED, "quotes")
    is_quoted = quotes["kind"].isin(tables.QUOTED_KINDS)
    spoken = quotes.loc[is_quoted, list(_NEEDED)].astype("object")

    own: dict[tuple[str, str | None], list[_Row]] = defaultdict(list)
    for row in spoken.where(spoken.notna(), None).to_dict("records"):
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


def _share_doubtful(own: list[_Row], total: int) -> float | None:
    """Return the share of words whose speaker is doubtful; NA where no speaker is named."""
    told = [row for row in own if row["confidence"] is not None]
    doubtful = [row for row in told if row["confidence"] < _DOUBTFUL]
    return _n_words(doubtful) / total if total and told else None


def _summary(own: list[_Row], total: int) -> dict[str, Any]:
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
