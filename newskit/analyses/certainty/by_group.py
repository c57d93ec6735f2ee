"""Certainty by group: expressions and rates of all its articles together."""

from __future__ import annotations

from typing import Final

import pandas as pd

from newskit.analyses.certainty.columns import CERTAINTY
from newskit.grouping import Summary, values_of
from newskit.tables import FIELD, VOICE, chosen

_ROOM: Final = __package__ or ""
_EXPRESSION: Final = ("expression", "kind")


def _expression_sums(found: pd.DataFrame) -> pd.DataFrame:
    return found[["article_id", *_EXPRESSION]].assign(n=1)


EXPRESSIONS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "certainty"),
    _expression_sums,
    within=chosen(CERTAINTY, *_EXPRESSION),
    largest="n",
)
RATES_BY_GROUP: Final = Summary(values_of(_ROOM, "certainty_rates"), within=(FIELD, VOICE))
