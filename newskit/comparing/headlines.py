"""The headlines of several articles side by side, with the few numbers that tell them apart."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from newskit import tables
from newskit.comparing.columns import COMPARED_HEADLINES
from newskit.html import records
from newskit.text.batch import Batch
from newskit.text.counts import counts_of
from newskit.text.forms import fold, word
from newskit.text.word_counts import FUNCTION_WORDS


def compared_headlines(batch: Batch, quotes: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return one row per article."""
    articles = records(batch.articles)
    words = [_content(row.get("headline")) for row in articles]
    times = Counter(key for own in words for key in own)
    counted = records(counts_of(batch))
    quoted = quotes[quotes["kind"].isin(tables.QUOTED_KINDS)]
    n_quotes = quoted["article_id"].value_counts()
    in_text = quoted[quoted["field"] == "text"].groupby("article_id")["n_words"].sum()
    speak = people[people["n_quotes"] > 0]
    n_speakers = speak["article_id"].value_counts()
    rows: list[dict[str, Any]] = []
    for row, own, count in zip(articles, words, counted, strict=True):
        article_id, n_words = row["article_id"], count["n_words"]
        alone = [printed for key, printed in own.items() if times[key] == 1]
        rows.append(
            {name: row.get(name) for name in ("publisher", "headline", "standfirst")}
            | {name: _clock(row.get(name)) for name in ("published_local", "updated_local")}
            | {
                "article_id": article_id,
                "own_words": "; ".join(alone) or None,
                "n_words": n_words,
                "n_sentences": count["n_sentences"],
                "n_quotes": n_quotes.get(article_id, 0),
                "quoted_share": in_text.get(article_id, 0) / n_words if n_words else None,
                "n_speakers": n_speakers.get(article_id, 0),
            }
        )
    return tables.from_rows(COMPARED_HEADLINES, rows)


def _content(headline: Any) -> dict[str, str]:
    """Return the content words of a headline, in small letters and as printed."""
    found = map(word, headline.split()) if isinstance(headline, str) else ()
    printed = [inner.text for inner in found if inner]
    return {fold(text): text for text in printed if fold(text) not in FUNCTION_WORDS}


def _clock(value: Any) -> Any:
    # A column of the user's own may hold anything.
    return value if isinstance(value, pd.Timestamp) and value.tz is None else None
