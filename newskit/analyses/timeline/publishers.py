"""The outlet of each article."""

from __future__ import annotations

import pandas as pd


def publishers(articles: pd.DataFrame) -> list[str | None]:
    """Return the column `publisher`, None for articles whose outlet is not known."""
    if "publisher" not in articles.columns:
        return [None] * len(articles)
    names = articles["publisher"].tolist()
    return [name if isinstance(name, str) and name else None for name in names]
