"""Score counts with formulas: one row, a corpus, or any sums of counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import overload

import numpy as np
import pandas as pd

from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.measures import chosen_measures
from newskit.tables import need_columns

_FRAME = ("n_words", "n_sentences")


@overload
def score(counts: pd.DataFrame, *, measures: Sequence[str] | str = "classic") -> pd.DataFrame: ...
@overload
def score(
    counts: Mapping[str, float] | pd.Series,
    *,
    measures: Sequence[str] | str = "classic",
) -> pd.Series: ...
def score(
    counts: pd.DataFrame | pd.Series | Mapping[str, float],
    *,
    measures: Sequence[str] | str = "classic",
) -> pd.DataFrame | pd.Series:
    """Score counts, or sums of counts, with the readability formulas.

    Counts are summed first and scored then; scores are never averaged.

    Parameters
    ----------
    counts : DataFrame, Series or mapping
        Columns of `newskit.counts`; other columns are ignored. A Series or mapping is one row.
    measures : {"classic", "all"}, str or sequence of str
        Names of measures; "classic" for the nine best known, "all" for all 51.

    Returns
    -------
    pandas.DataFrame or pandas.Series
        One column per measure (see `newskit.measures` for unit, range and direction), on the index
        of `counts`; for one row a Series. NA where there is no word.

    Raises
    ------
    InputError
        If a count that a formula needs is missing; the message names it.
    UnknownNameError
        If there is no such measure.

    Examples
    --------
    >>> import newskit as nk
    >>> counts = nk.counts(["The bridge is shut.", "Repairs will cost more than estimated."])
    >>> total = counts.sum(numeric_only=True)
    >>> float(nk.score(total, measures="flesch_reading_ease").round(1).iloc[0])
    83.3
    """
    if isinstance(counts, Mapping | pd.Series):
        return score(pd.DataFrame([dict(counts)]), measures=measures).iloc[0].rename(None)

    wanted = chosen_measures(measures)
    needed = _needed(wanted)
    need_columns(counts, needed, "counts")

    numbers = {name: counts[name].to_numpy("float64", na_value=np.nan) for name in needed}
    # No words, no score: a division by zero must give NA, never a number.
    scorable = (numbers["n_words"] > 0) & (numbers["n_sentences"] > 0)
    numbers = {name: np.where(scorable, column, np.nan) for name, column in numbers.items()}
    return pd.DataFrame({m.measure: m.compute(numbers) for m in wanted}, index=counts.index)


def _needed(wanted: list[Measure]) -> list[str]:
    """Return the counts that the formulas read, each once."""
    read = [name for measure in wanted for name in measure.needs]
    return list(dict.fromkeys([*_FRAME, *read]))
