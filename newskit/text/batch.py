"""A batch of articles with each of its text fields encoded at most once."""

from __future__ import annotations

import pandas as pd

from newskit.text.tokens import Tokens, encode


class Batch:
    """A few hundred articles, and the tokens of each field that was asked for."""

    def __init__(self, articles: pd.DataFrame) -> None:
        self.articles = articles
        self.ids: list[str] = articles["article_id"].tolist()
        self._tokens: dict[str, Tokens] = {}

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self.articles)

    def has(self, field: str) -> bool:
        """Whether the articles have such a column with anything in it."""
        return field in self.articles.columns and bool(self.articles[field].notna().any())

    def tokens(self, field: str = "text") -> Tokens:
        """Return the tokens of a field; a missing text is an empty one."""
        if field not in self._tokens:
            values = self.articles[field].tolist() if field in self.articles.columns else [""] * len(self)
            self._tokens[field] = encode([v if isinstance(v, str) else "" for v in values])
        return self._tokens[field]
