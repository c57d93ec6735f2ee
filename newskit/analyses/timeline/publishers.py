"""The outlet of each article."""

from __future__ import annotations

import pandas as pd


def publishers(articles: pd.DataFrame) -> list[str | None]:
    """Return the column `publisher`, None for articles whose outlet is not known."""
    # Not every table of articles has the column, and NA and "" mean the same in it.
    cells = articles.reindex(columns=["publisher"])["publisher"].tolist()
    return [cell if isinstance(cell, str) and cell else None for cell in cells]
