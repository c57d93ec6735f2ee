"""Repetitions by group: how much of its articles stood before."""

from __future__ import annotations

from typing import Final

import pandas as pd

from newskit.grouping import Summary, values_of


def _sums(found: pd.DataFrame) -> pd.DataFrame:
    is_text = found["field"] == "text"
    return found[["article_id"]].assign(
        n_repeated=1,
        n_across=found["where"] == "across",
        n_repeated_words=found["n_words"].where(is_text, 0),
        n_articles_repeating=~found["article_id"].duplicated(),
    )


REPETITIONS_BY_GROUP: Final = Summary(values_of(__package__ or "", "repetitions"), _sums)
