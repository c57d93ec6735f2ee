"""The headlines of several articles side by side, with the few numbers that tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.certainty.certainty import certainty_of
from newskit.comparing.columns import COMPARED_HEADLINES
from newskit.html import records
from newskit.text.batch import Batch
from newskit.text.counts import counts_of
from newskit.text.forms import fold, word
from newskit.text.word_counts import FUNCTION_WORDS

_PER = 1000  # words
_AS_TOLD = ("publisher", "headline", "standfirst")
_CLOCKS = ("published_local", "updated_local")
_Row = dict[str, Any]


def compared_headlines(
    batch: Batch,
    quotes: pd.DataFrame,
    people: pd.DataFrame,
) -> pd.DataFrame:
    """Return one row per article."""
    articles = records(batch.articles)
    content = {row["article_id"]: _content(row.get("headline")) for row in articles}
    times = Counter(chain.from_iterable(content.values()))
    numbers = _numbers(batch, quotes, people)

    rows = []
    for row in articles:
        own = content[row["article_id"]]
        alone = [own[key] for key in own if times[key] == 1]
        told = {name: row.get(name) for name in _AS_TOLD}
        clocks = {name: _clock(row.get(name)) for name in _CLOCKS}
        told["own_words"] = _joined(alone)
        rows.append(told | clocks | numbers[row["article_id"]])

    return tables.from_rows(COMPARED_HEADLINES, rows)


def _numbers(
    batch: Batch,
    quotes: pd.DataFrame,
    people: pd.DataFrame,
) -> Mapping[str, _Row]:
    """Return what is counted of each article."""
    quoted = quotes[quotes["kind"].isin(tables.QUOTED_KINDS)]
    n_quotes = quoted["article_id"].value_counts()
    n_quoted = quoted[quoted["field"] == "text"].groupby("article_id")["n_words"].sum()
    n_speakers = people.loc[people["n_quotes"] > 0, "article_id"].value_counts()
    certain = _certain(certainty_of(batch))
    found = {}
    for row in records(counts_of(batch)):
        name, n_words = row["article_id"], row["n_words"]
        sounds = certain.get(name, _Certain())
        found[name] = {
            "article_id": name,
            "headline_certainty": _joined(sounds.printed["headline"]),
            "standfirst_certainty": _joined(sounds.printed["standfirst"]),
            "hedges_per_1000": _share(_PER * sounds.n["hedge"], n_words),
            "boosters_per_1000": _share(_PER * sounds.n["booster"], n_words),
            "n_words": n_words,
            "n_sentences": row["n_sentences"],
            "n_quotes": n_quotes.get(name, 0),
            "quoted_share": _share(n_quoted.get(name, 0), n_words),
            "n_speakers": n_speakers.get(name, 0),
        }

    return found


class _Certain:
    """What makes an article sound more or less certain: printed by field, counted in the text."""

    def __init__(self) -> None:
        self.printed: dict[str, list[str]] = {"headline": [], "standfirst": []}
        self.n = Counter[str]()


def _certain(found: pd.DataFrame) -> dict[str, _Certain]:
    by_article: dict[str, _Certain] = {}
    for row in records(found):
        own = by_article.setdefault(row["article_id"], _Certain())
        if row["field"] in own.printed:
            own.printed[row["field"]].append(f"{row['text']} ({row['kind']})")
        if row["field"] == "text":
            own.n[row["kind"]] += 1

    return by_article


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None


def _joined(texts: list[str]) -> str | None:
    return "; ".join(texts) or None


def _content(headline: Any) -> dict[str, str]:
    """Return the content words of a headline, in small letters and as printed."""
    found = map(word, headline.split()) if isinstance(headline, str) else ()
    printed = [inner.text for inner in found if inner]
    return {
        fold(text): text
        for text in printed
        if fold(text) not in FUNCTION_WORDS
    }


def _clock(value: Any) -> Any:
    # A column of the user's own may hold anything.
    return (
        value
        if isinstance(value, pd.Timestamp) and value.tz is None
        else None
    )
