"""What only one of several articles reports: speakers, quotations, numbers and times."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from newskit import tables
from newskit.comparing.columns import ONLY_HERE
from newskit.comparing.people import speaks
from newskit.html import records

_KINDS = {"compared_quotes": "quotation", "compared_numbers": "number", "compared_times": "time"}


def only_here(made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return one row per thing that one article has and no other, article by article."""
    parts = [_speakers(made["compared_people"])]
    for table, kind in _KINDS.items():
        rows = made[table]
        parts.append(rows[rows["relation"] == "only"].assign(kind=kind))

    found = [row for part in parts for row in records(part)]
    order = {name: n for n, name in enumerate(made["articles"]["article_id"])}
    found.sort(key=lambda row: order[row["article_id"]])
    return tables.from_rows(ONLY_HERE, found)


def _speakers(people: pd.DataFrame) -> pd.DataFrame:
    """Return who speaks in one article only, though others may name them."""
    speak = people[speaks(people)]
    n_articles = speak.groupby("name")["article_id"].nunique()
    alone = speak[speak["name"].map(n_articles) == 1]
    return alone.assign(kind="speaker", text=alone["name"])
