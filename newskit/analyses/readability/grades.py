"""How far formulas disagree: the grades that several of them give the same text, as a range."""

from __future__ import annotations

import pandas as pd

from newskit.analyses.readability.formulas.english import ALL
from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.formulas.units import GRADE
from newskit.errors import InputError

# One formula of each family, in its authors' own form: variants of one idea would vote twice.
FAMILIES = (
    "flesch_kincaid",
    "gunning_fog",
    "smog",
    "coleman_liau",
    "ari",
    "linsear_write",
    "forcast",
    "dale_chall_psk",
    "bormuth_grade",
)
COLUMNS = ("n_measures", "grade_low", "grade_median", "grade_high", "range")


def grades(table: pd.DataFrame) -> pd.DataFrame:
    """Show the range of school grades that different formulas give the same text.

    Formulas were fitted to other readers, at other times, to other degrees of understanding; on one
    news article they often lie five grades apart. The range belongs beside every single grade that
    is reported.

    Parameters
    ----------
    table : DataFrame
        Counts (`newskit.counts`, or sums of them) or scores (`newskit.readability`,
        `newskit.score`). Those formulas are used that the table allows: Flesch-Kincaid, fog, SMOG,
        Coleman-Liau, ARI, Linsear Write, FORCAST, Dale-Chall by Powers, Sumner and Kearl, and
        Bormuth's grade, one of each family.

    Returns
    -------
    pandas.DataFrame
        One row for each row of `table`, on its index: `n_measures` (how many formulas gave a
        grade), `grade_low`, `grade_median` and `grade_high` (US school grades; 13 and more is
        college; higher is harder; no bounds, so that a very easy text may be below 0), and `range`
        (grades, `grade_high` less `grade_low`, from 0 up; higher is less agreement). Where there is
        no word `n_measures` is 0 and the rest NA.

    Raises
    ------
    InputError
        If `table` is no DataFrame, or has the columns of no such formula.

    Examples
    --------
    >>> import newskit as nk
    >>> counts = nk.counts("The bridge is shut. It will take six months, engineers said on Monday.")
    >>> nk.grades(counts).round(1)
       n_measures  grade_low  grade_median  grade_high  range
    0           9        1.5           4.5         7.3    5.8
    """
    if not isinstance(table, pd.DataFrame):
        raise InputError(
            f"grades() takes a DataFrame of counts or of scores, not {type(table).__name__}. "
            "Call nk.grades(nk.counts(articles))."
        )

    estimates = _estimates(table)
    if estimates.empty and not len(estimates.columns):
        raise InputError(
            "The table has neither the counts nor the scores of a formula that gives a grade; "
            f"expected columns such as n_words and n_sentences, or {', '.join(FAMILIES[:3])}. "
            f"Its columns: {', '.join(map(str, table.columns)) or 'none'}. "
            "Call nk.grades(nk.counts(articles))."
        )

    low, high = estimates.min(axis=1), estimates.max(axis=1)
    values = (
        estimates.notna().sum(axis=1).astype("Int64"),
        low,
        estimates.median(axis=1),
        high,
        high - low,
    )
    return pd.DataFrame(dict(zip(COLUMNS, values, strict=True)), index=table.index)


def _estimates(table: pd.DataFrame) -> pd.DataFrame:
    """Take the scores the table has; compute the others where it has the counts for them."""
    found = {}
    for measure in _families():
        needed = {"n_words", *measure.needs}
        if measure.measure in table.columns:
            found[measure.measure] = table[measure.measure].astype("float64")
        elif needed <= set(table.columns):
            numbers = table[sorted(needed)].astype("float64")
            scorable = numbers.where(numbers["n_words"] > 0)
            found[measure.measure] = measure.compute({n: scorable[n] for n in measure.needs})

    return pd.DataFrame(found, index=table.index)


def _families() -> list[Measure]:
    return [m for m in ALL if m.measure in FAMILIES and m.unit == GRADE]
