"""The quotations of several articles: the same, shortened, altered, or in one article only."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import tables
from newskit.comparing.alike import piled, piles, rows_of
from newskit.comparing.columns import COMPARED_QUOTES
from newskit.html import records

# Words in a row that two quotations share if one is the other.
_RUN = 2
_LEAST_ALTERED = 4
"""Words: of shorter quotations two thirds are the same by chance."""
_ALTERED, _OF_OTHERS = 0.6, 0.75
"""Share of the shorter one's words that both have, in one order: "We are asking everybody to stay
away" and "We're asking everyone to keep away"; more where they are said to be of two speakers."""
_Row = dict[str, Any]


def compared_quotes(quotes: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return one row per quotation, those that are the same in several articles together."""
    rows = [
        row for row in records(quotes) if row["kind"] in tables.QUOTED_KINDS
    ]
    who = _names(people)
    for row in rows:
        row["speaker"] = who.get((row["article_id"], row["speaker"]), row["speaker"])

    texts = [piled(row["article_id"], row["text"]) for row in rows]

    def is_altered(a: int, b: int, share: float) -> bool:
        shortest = min(len(texts[a].wording.keys), len(texts[b].wording.keys))
        speakers = {rows[a]["speaker"], rows[b]["speaker"]} - {None}
        return shortest >= _LEAST_ALTERED and share >= (
            _OF_OTHERS if len(speakers) > 1 else _ALTERED
        )

    return tables.from_rows(COMPARED_QUOTES, rows_of(piles(texts, _RUN, is_altered), rows, texts))


def _names(people: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Return the shared name of each name in each article."""
    columns = people[["article_id", "as_named", "name"]].itertuples(index=False, name=None)
    return {(article_id, as_named): name for article_id, as_named, name in columns}
