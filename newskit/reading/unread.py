"""The articles that could not be read, and why."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.reading.columns import ERRORS


def unread(articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each article with an `error`."""
    if "error" not in articles.columns:
        return tables.empty(ERRORS)

    failed = articles[articles["error"].notna()]
    return tables.conform(ERRORS, {name: failed[name].tolist() for name in failed.columns})
