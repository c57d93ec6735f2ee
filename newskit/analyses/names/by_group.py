"""Names and mentions by group: by_group.csv says what each number is made of."""

from __future__ import annotations

from typing import Final

import pandas as pd

from newskit.analyses.names.columns import MENTIONS, NAMES
from newskit.grouping import Summary, values_of
from newskit.tables import chosen

_ROOM: Final = __package__ or ""


def _name_sums(linked: pd.DataFrame) -> pd.DataFrame:
    # A surname alone is linked to no one: it stays itself.
    name = linked["linked_name"].fillna(linked["name"])
    return linked.drop(columns="n_articles").assign(name=name)


def _mention_sums(mentions: pd.DataFrame) -> pd.DataFrame:
    return mentions[["article_id", "form"]].assign(n_mentions=1)


NAMES_BY_GROUP: Final = Summary(
    values_of(_ROOM, "names"),
    _name_sums,
    within=chosen(NAMES, "name", "type"),
    largest="n_mentions",
)
MENTIONS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "mentions"),
    _mention_sums,
    within=chosen(MENTIONS, "form"),
    largest="n_mentions",
)
