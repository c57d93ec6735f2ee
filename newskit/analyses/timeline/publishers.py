"""The outlet of each article."""

from __future__ import annotations

import pandas as pd


def publishers(articles: pd.DataFrame) -> list[str | None]:
    """Return the column `publisher`, None for articles whose outlet is not known."""
    # Not every table of articles has the column, and NA and "" mean the same in it.
    cells = articles.reindex(columns=["publisher"])["publisher"].tolist()
    names = [cell if isinstance(cell, str) else "" for cell in cells]
    return [name or None for name in names]
