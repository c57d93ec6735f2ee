"""Sentiment by VADER's published rules, per sentence, over a whole batch at once."""

from functools import partial

from newskit.analyses.sentiment.by_group import (
    HITS_BY_GROUP,
    SENTIMENT_BY_GROUP,
    SPEAKERS_BY_GROUP,
    TOWARD_BY_GROUP,
    VOICES_BY_GROUP,
)
from newskit.analyses.sentiment.columns import (
    LEXICON_COMPARISON,
    SENTIMENT,
    SENTIMENT_BY_SPEAKER,
    SENTIMENT_HITS,
    SENTIMENT_TOWARD,
)
from newskit.analyses.sentiment.scores import score_sentences
from newskit.analyses.sentiment.sentiment import sentiment, sentiment_of
from newskit.analyses.sentiment.sentiment_by_speaker import sentiment_by_speaker
from newskit.analyses.sentiment.sentiment_hits import sentiment_hits, sentiment_hits_of
from newskit.analyses.sentiment.sentiment_toward import sentiment_toward
from newskit.grouping import grouped
from newskit.tables import ARTICLE_ID, END, PARAGRAPH, SENTENCE, START, VOICE, Table

TABLES = (
    Table(
        "sentiment",
        (ARTICLE_ID, *SENTIMENT),
        "one row per article: how positive or negative it sounds",
        from_batch=sentiment_of,
        by_default=True,
        grouped=grouped(SENTIMENT_BY_GROUP, "sentence_sentiment"),
    ),
    Table(
        "sentiment_by_voice",
        (ARTICLE_ID, VOICE, *SENTIMENT),
        "one row per article and voice: the outlet's own words, and quoted words",
        from_batch=partial(sentiment_of, voice=True),
        by_default=True,
        grouped=grouped(VOICES_BY_GROUP, "articles", partial(sentiment, voice=True)),
    ),
    Table(
        "sentence_sentiment",
        (ARTICLE_ID, PARAGRAPH, SENTENCE, START, END, *SENTIMENT),
        "one row per sentence: how positive or negative it sounds",
        from_batch=partial(sentiment_of, unit="sentence"),
        by_default=True,
    ),
    Table(
        "sentiment_by_speaker",
        SENTIMENT_BY_SPEAKER,
        "one row per article and speaker: how positive or negative the quotations sound",
        from_tables=("quotes",),
        make=sentiment_by_speaker,
        by_default=True,
        grouped=grouped(SPEAKERS_BY_GROUP, "sentiment_by_speaker"),
    ),
    Table(
        "sentiment_hits",
        SENTIMENT_HITS,
        "one row per word that made a score: the working",
        from_batch=sentiment_hits_of,
        grouped=grouped(HITS_BY_GROUP, "sentiment_hits"),
    ),
    Table(
        "sentiment_toward",
        SENTIMENT_TOWARD,
        "one row per target: whether the sentence is for or against it",
        grouped=grouped(TOWARD_BY_GROUP, "sentiment_toward"),
    ),
    Table("lexicon_comparison", LEXICON_COMPARISON, "one row per word of two word lists"),
)

__all__ = [
    "TABLES",
    "score_sentences",
    "sentiment",
    "sentiment_by_speaker",
    "sentiment_hits",
    "sentiment_of",
    "sentiment_toward",
]
