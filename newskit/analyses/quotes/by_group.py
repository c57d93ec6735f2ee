"""Quotations, speakers and verbs by group: by_group.csv says what each number is made of."""

from __future__ import annotations

from typing import Final

import pandas as pd

from newskit.analyses.quotes.columns import ATTRIBUTION, CUE_VERBS, NAME_VARIANTS, SPEAKERS
from newskit.analyses.quotes.speaker_rows import speaker_rows
from newskit.grouping import Summary, values_of
from newskit.tables import QUOTED_KINDS, Column

_ROOM: Final = __package__ or ""


def _within(columns: tuple[Column, ...], *names: str) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.name in names)


def _quote_sums(quotes: pd.DataFrame) -> pd.DataFrame:
    quoted = quotes["kind"].isin(QUOTED_KINDS)
    in_body = quoted & (quotes["field"] == "text")
    of_rows = quotes[["article_id"]].assign(
        n_quotes=quoted,
        n_indirect=quotes["kind"] == "indirect",
        n_body_quotes=in_body,
        n_quoted_words=quotes["n_words"].where(in_body, 0),
        n_named=quoted & quotes["speaker"].notna(),
    )
    spoken = speaker_rows(quotes).groupby("article_id", sort=False)
    of_articles = spoken.agg(n_speakers=("named", "sum"), concentration=("concentration", "first"))
    return pd.concat([of_rows, of_articles.assign(n_articles_quoting=1).reset_index()])


def _sentence_sums(attribution: pd.DataFrame) -> pd.DataFrame:
    return attribution[["article_id", "attribution"]].assign(n_sentences=1)


QUOTES_BY_GROUP: Final = Summary(values_of(_ROOM, "quotes"), _quote_sums)
SPEAKERS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "speakers"), within=_within(SPEAKERS, "speaker"), largest="n_words"
)
CUE_VERBS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "cue_verbs"), within=_within(CUE_VERBS, "verb", "cue_class"), largest="n"
)
ATTRIBUTION_BY_GROUP: Final = Summary(
    values_of(_ROOM, "attribution"),
    _sentence_sums,
    within=_within(ATTRIBUTION, "attribution"),
    largest="n_sentences",
)
VARIANTS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "name_variants"), within=_within(NAME_VARIANTS, "name", "variant")
)
REPEATED_BY_GROUP: Final = Summary(values_of(_ROOM, "repeated_quotes"))
