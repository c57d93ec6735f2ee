"""One row per article with the few numbers that compare them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from newskit.tables import QUOTED_KINDS

# Columns of `readability`, and what they are called here.
_COMPARED = {
    "n_words": "words",
    "n_sentences": "sentences",
    "flesch_reading_ease": "Flesch ease",
    "flesch_kincaid": "F-K grade",
}
_DIGITS = {"Flesch ease": 1, "F-K grade": 1, "compound": 2}


def overview(made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return one row per article: what it is, and the few numbers that compare it to the others."""
    articles = made["articles"]
    scores = [column for column in _COMPARED if column in made["readability"].columns]
    readability = made["readability"][["article_id", *scores]]
    sentiment = made["sentiment"][["article_id", "compound"]]
    table = _named(articles).merge(readability, on="article_id", how="left")
    table = table.merge(sentiment, on="article_id", how="left")

    quotes, timeline = made["quotes"], made["timeline"]
    table["quotations"] = _count(table, quotes[quotes["kind"].isin(QUOTED_KINDS)])
    table["times named"] = _count(table, timeline[timeline["kind"] == "mention"])
    if "error" in articles.columns and articles["error"].notna().any():
        # A row that could not be read has no words at all, which is not the same as 0 words.
        numbers = [*scores, "compound", "quotations", "times named"]
        table.loc[articles["error"].notna().to_numpy(), numbers] = pd.NA
    return table.rename(columns={**_COMPARED, "published_local": "published"}).round(_DIGITS)


def _named(articles: pd.DataFrame) -> pd.DataFrame:
    named = articles[["article_id"]].copy()
    # A column that no article knows would be a column of dashes.
    for column in ("headline", "publisher", "published_local"):
        if column in articles.columns and articles[column].notna().any():
            named[column] = articles[column]

    # The day is enough to compare; the time of day stands in the article's own section.
    published = named.get("published_local")
    if published is not None and pd.api.types.is_datetime64_any_dtype(published.dtype):
        named["published_local"] = published.dt.normalize()
    return named


def _count(table: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    found = table["article_id"].map(rows["article_id"].value_counts())
    return found.fillna(0).astype("Int64")
