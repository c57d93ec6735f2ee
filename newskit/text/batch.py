"""A batch of articles with each of its text fields encoded at most once."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from newskit.inputs import Articles, as_articles, batches, stack
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
        """Return whether the articles have such a column with anything in it."""
        return field in self.articles.columns and bool(self.articles[field].notna().any())

    def tokens(self, field: str = "text") -> Tokens:
        """Return the tokens of a field; a missing text is an empty one."""
        if field not in self._tokens:
            # Articles need no headline, and not every one that has the column has one.
            values = self.articles.get(field, [""] * len(self))
            self._tokens[field] = encode([v if isinstance(v, str) else "" for v in values])
        return self._tokens[field]


def over_batches(articles: Articles, make: Callable[[Batch], pd.DataFrame]) -> pd.DataFrame:
    """Make a table of whatever the user has, batch by batch, so that memory stays bounded.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    make : callable
        Makes the rows of one batch. It gives the same columns for every batch, also for an empty
        one.

    Returns
    -------
    pandas.DataFrame
        The rows of all batches, in the order of the articles.

    Raises
    ------
    InputError
        If `articles` cannot be read as texts.

    Examples
    --------
    >>> over_batches(["One.", "Two."], lambda batch: batch.articles)["text"].tolist()
    ['One.', 'Two.']
    """
    return stack([make(Batch(part)) for part in batches(as_articles(articles))])
