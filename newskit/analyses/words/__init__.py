"""Words and sentences as tables: what they are, how many, how varied, how long."""

from functools import partial

from newskit.analyses.words.columns import (
    FREQUENT_WORDS,
    LENGTH_DISTRIBUTION,
    LEXICAL_DIVERSITY,
    SENTENCES,
    WORDS,
)
from newskit.analyses.words.frequent_words import frequent_words
from newskit.analyses.words.length_distribution import length_distribution
from newskit.analyses.words.lexical_diversity import lexical_diversity
from newskit.analyses.words.sentences import sentences, sentences_of
from newskit.analyses.words.words import words, words_of
from newskit.tables import ARTICLE_ID, VOICE, Table
from newskit.text.columns import COUNTED
from newskit.text.counts import counts, counts_of

TABLES = (
    Table("sentences", SENTENCES, "one row per sentence", from_batch=sentences_of, by_default=True),
    Table("words", WORDS, "one row per word", from_batch=words_of),
    Table(
        "counts",
        (ARTICLE_ID, *COUNTED),
        "one row per article: counts that add up",
        from_batch=counts_of,
        by_default=True,
    ),
    Table(
        "counts_by_voice",
        (ARTICLE_ID, VOICE, *COUNTED),
        "one row per article and voice: counts that add up",
        from_batch=partial(counts_of, voice=True),
    ),
    Table(
        "lexical_diversity",
        LEXICAL_DIVERSITY,
        "one row per article: how varied its words are",
        from_tables=("articles",),
        make=lexical_diversity,
    ),
    Table(
        "frequent_words",
        FREQUENT_WORDS,
        "one row per article and word, the most frequent first",
        from_tables=("articles",),
        make=frequent_words,
    ),
    Table(
        "length_distribution",
        LENGTH_DISTRIBUTION,
        "one row per article and length of words or sentences",
        from_tables=("articles",),
        make=length_distribution,
    ),
)

__all__ = [
    "TABLES",
    "counts",
    "frequent_words",
    "length_distribution",
    "lexical_diversity",
    "sentences",
    "words",
]
