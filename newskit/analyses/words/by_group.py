"""Words and sentences by group: by_group.csv says what each number is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from newskit.analyses.words.columns import FREQUENT_WORDS, LENGTH_DISTRIBUTION
from newskit.grouping import GroupValue, Summary, values_of
from newskit.tables import VOICE, chosen
from newskit.text.arrays import Array
from newskit.text.columns import COUNTED

VOICES: Final = ("own", "quoted")
_ROOM: Final = __package__ or ""


def _word_sums(words: pd.DataFrame) -> pd.DataFrame:
    marks = {"n_familiar": words["familiar"], "n_complex": words["complex"]}
    numbers = words[["article_id", "n_letters", "n_syllables"]]
    return numbers.assign(n_words=1, n_quoted=words["voice"] == "quoted", **marks)


def _sentence_sums(sentences: pd.DataFrame) -> pd.DataFrame:
    n_words = sentences["n_words"]
    squares = n_words.astype("float64") ** 2
    return sentences[["article_id", "n_words"]].assign(n_sentences=n_words > 0, squares=squares)


def _spread(sums: Mapping[str, Array]) -> dict[str, Array]:
    n = np.where(sums["n_sentences"] > 1, sums["n_sentences"], np.nan)
    variance = sums["squares"] / n - (sums["n_words"] / n) ** 2
    return {"words_per_sentence_std": np.sqrt(np.maximum(variance, 0))}


COUNTS_BY_GROUP: Final = Summary(tuple(GroupValue(column, column.name) for column in COUNTED))
VOICES_BY_GROUP: Final = Summary(COUNTS_BY_GROUP.values, within=(VOICE,), every=VOICES)
WORDS_BY_GROUP: Final = Summary(values_of(_ROOM, "words"), _word_sums)
SENTENCES_BY_GROUP: Final = Summary(
    values_of(_ROOM, "sentences"),
    _sentence_sums,
    score=_spread,
    needs=("n_words", "n_sentences", "squares"),
)
DIVERSITY_BY_GROUP: Final = Summary(
    values_of(_ROOM, "lexical_diversity"), lambda table: table.drop(columns="n_words")
)
FREQUENT_BY_GROUP: Final = Summary(
    values_of(_ROOM, "frequent_words"),
    within=chosen(FREQUENT_WORDS, "word"),
    largest="n",
)
LENGTHS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "length_distribution"),
    within=chosen(LENGTH_DISTRIBUTION, "length"),
    in_order=True,
)
