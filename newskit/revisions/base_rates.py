"""How often articles change elsewhere: what a corpus of one's own may be set beside."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.csv_files import csv_rows
from newskit.revisions.columns import BASE_RATES


def base_rates() -> pd.DataFrame:
    """List how often articles change, as others have counted.

    Returns
    -------
    pandas.DataFrame
        One row per figure: `question`, `value`, `unit`, `corpus`, `n` (how many were counted) and
        `source`. Each holds for its corpus and its way of capturing: a home page that is looked at
        every ten minutes shows more changes than an article that is looked at twice.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.revisions.base_rates()[["question", "value", "unit"]].values.tolist()[0]
    ['articles whose headline changed', 7.5, '% of articles']
    """
    return tables.from_rows(BASE_RATES, map(dict, csv_rows(__package__, "base_rates.csv")))
