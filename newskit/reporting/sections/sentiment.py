"""How the article sounds."""

from __future__ import annotations

import pandas as pd

from newskit.html import table_html
from newskit.reporting.pictures import picture
from newskit.reporting.sections.section import Row, Section, Tables, by_voice, upright

TABLES = ("sentences", "sentiment", "sentence_sentiment", "sentiment_by_voice")
_BY_VOICE = ["compound", "positive", "neutral", "negative"]


def section(row: Row, mine: Tables) -> Section:
    """Show the score of each sentence, and those of the article."""
    table, sentences = mine["sentiment"], mine["sentence_sentiment"]
    every_sentence = table_html(_with_text(mine), "Sentiment, sentence by sentence")
    return Section(
        "sentiment",
        picture("sentiment", sentences, _in_words(table, sentences["compound"])),
        [table_html(upright("sentiment", table), "Sentiment of the article")],
        {
            **by_voice(mine["sentiment_by_voice"], _BY_VOICE),
            "Every sentence with its score": every_sentence,
        },
    )


def _in_words(table: pd.DataFrame, scores: pd.Series) -> str:
    is_scored = table["compound"].notna().any()
    mean = f"{table['compound'].iloc[0]:+.2f}" if is_scored else "not known"
    n, up, down = len(scores), int((scores > 0).sum()), int((scores < 0).sum())
    return (
        f"Sentiment of {n} sentences in reading order: {up} positive, {down} negative, "
        f"{n - up - down} neither; the mean is {mean} on a scale from -1 to 1."
    )


def _with_text(mine: Tables) -> pd.DataFrame:
    texts = mine["sentences"][["sentence", "text"]]
    scores = mine["sentence_sentiment"][["sentence", "compound"]]
    both = scores.merge(texts, on="sentence", how="left")
    # Counted from 1, as below the plot.
    return both.assign(sentence=both["sentence"] + 1)
