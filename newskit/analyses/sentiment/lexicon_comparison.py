"""Two word lists side by side."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.columns import LEXICON_COMPARISON
from newskit.analyses.sentiment.lexicons import Lexicon, chosen_lexicon


def compare(one: str | pd.DataFrame = "vader", other: str | pd.DataFrame = "news") -> pd.DataFrame:
    """Compare the valences of two word lists, word by word.

    Parameters
    ----------
    one, other : {"vader", "news"} or DataFrame
        Word lists, as `newskit.sentiment` takes them: a name, or a frame with the columns `word`
        and `valence`.

    Returns
    -------
    pandas.DataFrame
        One row per word that is in either list, in alphabetical order: `word`, `valence_one` and
        `valence_other` (NA where the list lacks it), `difference` (other minus one; a missing
        valence counts as 0) and `change` (same, added, dropped, damped, stronger or turned: what
        the other makes of the one).

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
    >>> table[table["word"] == "war"]
            word  valence_one  valence_other  difference  change
    ...      war         -2.9           -1.1         1.8  damped
    """
    first, second = chosen_lexicon(one), chosen_lexicon(other)
    words = sorted({*first.listed, *second.listed})
    return tables.from_rows(LEXICON_COMPARISON, [_row(word, first, second) for word in words])


def _row(word: str, first: Lexicon, second: Lexicon) -> dict[str, object]:
    before = first.listed.get(word)
    after = second.listed.get(word)
    difference = (after or 0.0) - (before or 0.0)
    return {
        "word": word,
        "valence_one": before,
        "valence_other": after,
        # 1.7 - 0.5 is 1.2, not 1.2000000000000002.
        "difference": round(difference, 10),
        "change": _change(before, after),
    }


def _change(before: float | None, after: float | None) -> str:
    if before is None:
        return "added"
    if after is None:
        return "dropped"
    if before == after:
        return "same"
    if before * after < 0:
        return "turned"
    return "damped" if abs(after) < abs(before) else "stronger"
