"""Matches by group: by_group.csv says what each number is made of."""

from __future__ import annotations

from typing import Final

import pandas as pd

from newskit.comparing.columns import CONCORDANCE
from newskit.grouping import Summary, values_of
from newskit.tables import chosen


def _match_sums(lines: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(lines[["article_id"]]).assign(match=lines["match"].str.lower(), n=1)


MATCHES_BY_GROUP: Final = Summary(
    values_of(__package__ or "", "concordance"),
    _match_sums,
    within=chosen(CONCORDANCE, "match"),
    largest="n",
)
