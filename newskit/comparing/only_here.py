"""What only one of several articles reports: speakers, quotations, numbers and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from newskit import tables
from newskit.comparing.columns import ONLY_HERE
from newskit.html import records

_KINDS = {"compared_quotes": "quotation", "compared_numbers": "number", "compared_times": "time"}


def only_here(made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return one row per thing that one article has and no other, article by article."""
    order = {name: n for n, name in enumerate(made["articles"]["article_id"])}
    rows = [*_speakers(made["compared_people"])]
    for table, kind in _KINDS.items():
        for row in records(made[table]):
            if row["relation"] == "only":
                rows.append(row | {"kind": kind})
    rows.sort(key=lambda row: order[row["article_id"]])
    return tables.from_rows(ONLY_HERE, rows)


def _speakers(people: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield who speaks in one article only, though others may name him."""
    speak = people[(people["n_quotes"] > 0) | (people["n_indirect"] > 0)]
    n_articles = speak.groupby("name")["article_id"].nunique()
    for row in records(speak):
        if n_articles[row["name"]] == 1:
            told = {"article_id": row["article_id"], "text": row["name"]}
            yield told | {"kind": "speaker", "n_words": row["n_words"]}
