"""Sentiment by group: sentences of all its articles together; by_group.csv says what is summed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from newskit.analyses.sentiment.columns import SENTIMENT_BY_SPEAKER, SENTIMENT_TOWARD
from newskit.grouping import Summary, values_of
from newskit.tables import STRING, VOICE, Column, chosen
from newskit.text.arrays import Array

LABELS: Final = ("negative", "neutral", "positive")
_ROOM: Final = __package__ or ""
_WORD: Final = Column("word", STRING, "", "the word in small letters")


def _sentence_sums(sentences: pd.DataFrame) -> pd.DataFrame:
    return sentences.assign(squares=sentences["compound"] ** 2)


def _spread(sums: Mapping[str, Array]) -> dict[str, Array]:
    n = np.where(sums["known compound"] > 1, sums["known compound"], np.nan)
    variance = sums["squares"] / n - (sums["compound"] / n) ** 2
    return {"compound_std": np.sqrt(np.maximum(variance, 0))}


def _hit_sums(hits: pd.DataFrame) -> pd.DataFrame:
    words = hits["text"].str.lower().str.replace("’", "'")
    return hits[["article_id", "contribution"]].assign(word=words, n=1)


def _mention_sums(judged: pd.DataFrame) -> pd.DataFrame:
    known = judged[judged["label"].notna()]
    labels = {f"n_{label}": known["label"] == label for label in LABELS}
    return known[["article_id", "target", "score"]].assign(n_mentions=1, **labels)


def _speaker_sums(speakers: pd.DataFrame) -> pd.DataFrame:
    # The mean of each speaker in an article is over so many sentences.
    total = speakers["compound"] * speakers["n_sentences"].astype("float64")
    return speakers.assign(compound_sum=total)


SENTIMENT_BY_GROUP: Final = Summary(
    values_of(_ROOM, "sentiment"),
    _sentence_sums,
    score=_spread,
    needs=("n_words", "compound", "known compound", "squares"),
)
VOICES_BY_GROUP: Final = Summary(
    SENTIMENT_BY_GROUP.values,
    _sentence_sums,
    within=(VOICE,),
    every=("own", "quoted"),
    score=_spread,
    needs=SENTIMENT_BY_GROUP.needs,
)
HITS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "sentiment_hits"), _hit_sums, within=(_WORD,), largest="n"
)
TOWARD_BY_GROUP: Final = Summary(
    values_of(_ROOM, "sentiment_toward"),
    _mention_sums,
    within=chosen(SENTIMENT_TOWARD, "target"),
    largest="n_mentions",
)
SPEAKERS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "sentiment_by_speaker"),
    _speaker_sums,
    within=chosen(SENTIMENT_BY_SPEAKER, "speaker"),
    largest="n_words",
)
