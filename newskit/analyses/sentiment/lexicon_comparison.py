"""Two word lists side by side."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.columns import LEXICON_COMPARISON
from newskit.analyses.sentiment.lexicons import Lexicon, chosen


def compare_lexicons(one: str | pd.DataFrame = "vader", other: str | pd.DataFrame = "news") -> pd.DataFrame:
    """Compare the valences of two word lists, word by word.

    Parameters
    ----------
    one, other : {"vader", "news"} or DataFrame
        Word lists, as `newskit.sentiment` takes them: a name, or a frame with the columns `word` and `valence`.

    Returns
    -------
    pandas.DataFrame
        One row per word that is in either list, in alphabetical order: `word`, `valence_one` and `valence_other` (NA
        where the list lacks it), `difference` (other less one; a missing valence counts as 0) and `change` (same,
        added, dropped, damped, stronger or turned: what the other makes of the one).

    Raises
    ------
    UnknownNameError
        If there is no such lexicon.
    InputError
        If a frame is not as it should be; the message names the row.

    Examples
    --------
    >>> import newskit as nk
    >>> table = nk.lexicons.compare("vader", "news")
    >>> table[table["word"] == "party"]
            word  valence_one  valence_other  difference  change
    ...    party          1.7            0.5        -1.2  damped
    """
    a, b = (chosen(lexicon) for lexicon in (one, other))
    words = sorted({*a.listed, *b.listed})
    return tables.from_rows(LEXICON_COMPARISON, [_row(word, a, b) for word in words])


def _row(word: str, a: Lexicon, b: Lexicon) -> dict[str, object]:
    x, y = a.listed.get(word), b.listed.get(word)
    difference = round((y or 0.0) - (x or 0.0), 10)
    return {"word": word, "valence_one": x, "valence_other": y, "difference": difference, "change": _change(x, y)}


def _change(x: float | None, y: float | None) -> str:
    if x is None or y is None:
        return "added" if x is None else "dropped"
    if x == y:
        return "same"
    if x * y < 0:
        return "turned"
    return "damped" if abs(y) < abs(x) else "stronger"
