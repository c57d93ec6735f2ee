"""What NLTK's VADER itself answers, offline: its own analyzer, with the lexicon NLTK ships.

NLTK's analyzer loads `vader_lexicon` from NLTK's data folders and fails where it was not
downloaded. Here the analyzer is made without that step and is handed the same values from
`newskit/word_lists/vader.csv.xz` (column `nltk`). Nothing of NLTK is changed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas as pd

from newskit.errors import import_extra
from newskit.word_lists import rows

SCORES = ("compound", "pos", "neu", "neg")


@cache
def nltk_valences() -> dict[str, float]:
    """Return word -> valence as in NLTK's `vader_lexicon`."""
    return {word: float(value) for word, _, value in rows("vader.csv.xz") if value}


def analyzer() -> Any:
    """Make NLTK's SentimentIntensityAnalyzer with the shipped lexicon.

    Raises
    ------
    MissingExtraError
        If NLTK is not installed.
    """
    vader = import_extra("nltk.sentiment.vader", None, "engine='nltk'")
    made = vader.SentimentIntensityAnalyzer.__new__(vader.SentimentIntensityAnalyzer)
    made.lexicon = dict(nltk_valences())
    made.constants = vader.VaderConstants()
    return made


def nltk_scores(texts: Iterable[str | None]) -> pd.DataFrame:
    """Score texts with NLTK's VADER, one call a text.

    Parameters
    ----------
    texts : iterable of str
        Texts, best single sentences; a missing one (None or NA) is allowed.

    Returns
    -------
    pandas.DataFrame
        One row per text, in order: `compound` (-1 to 1; higher is more positive), `pos`, `neu` and
        `neg` (0 to 1: share of positive, neutral and negative words), rounded as NLTK rounds them.
        NA where the text is missing; zeros where NLTK finds no token.

    Raises
    ------
    MissingExtraError
        If NLTK is not installed.

    Examples
    --------
    >>> nltk_scores(["The plan is not good."])
       compound  pos    neu    neg
    0   -0.3412  0.0  0.624  0.376
    """
    vader = analyzer()
    scored = [_score(vader, text) for text in texts]
    return pd.DataFrame(scored, columns=list(SCORES), dtype="float64")


def _score(vader: Any, text: str | None) -> list[float]:
    if not isinstance(text, str):
        return [math.nan] * len(SCORES)
    found = vader.polarity_scores(text)
    return [float(found[name]) for name in SCORES]
