"""Words and sentences as tables: what they are, how many, how varied, how long."""

from functools import partial

from newskit.analyses.words.by_group import (
    COUNTS_BY_GROUP,
    DIVERSITY_BY_GROUP,
    FREQUENT_BY_GROUP,
    LENGTHS_BY_GROUP,
    SENTENCES_BY_GROUP,
    VOICES_BY_GROUP,
    WORDS_BY_GROUP,
)
from newskit.analyses.words.columns import (
    FREQUENT_WORDS,
    LENGTH_DISTRIBUTION,
    LEXICAL_DIVERSITY,
    SENTENCES,
    WORDS,
)
from newskit.analyses.words.counts import counts
from newskit.analyses.words.frequent_words import frequent_words
from newskit.analyses.words.length_distribution import length_distribution
from newskit.analyses.words.lexical_diversity import lexical_diversity
from newskit.analyses.words.sentences import sentences, sentences_of
from newskit.analyses.words.words import words, words_of
from newskit.grouping import grouped
from newskit.tables import ARTICLE_ID, VOICE, Table
from newskit.text.columns import COUNTED
from newskit.text.counts import counts_of

TABLES = (
    Table(
        "sentences",
        SENTENCES,
        "one row per sentence",
        from_batch=sentences_of,
        by_default=True,
        grouped=grouped(SENTENCES_BY_GROUP, "sentences"),
    ),
    Table(
        "words",
        WORDS,
        "one row per word",
        from_batch=words_of,
        grouped=grouped(WORDS_BY_GROUP, "words"),
    ),
    Table(
        "counts",
        (ARTICLE_ID, *COUNTED),
        "one row per article: counts that add up",
        from_batch=counts_of,
        by_default=True,
        grouped=grouped(COUNTS_BY_GROUP, "counts"),
    ),
    Table(
        "counts_by_voice",
        (ARTICLE_ID, VOICE, *COUNTED),
        "one row per article and voice: counts that add up",
        from_batch=partial(counts_of, voice=True),
        grouped=grouped(VOICES_BY_GROUP, "counts_by_voice"),
    ),
    Table(
        "lexical_diversity",
        LEXICAL_DIVERSITY,
        "one row per article: how varied its words are",
        from_tables=("articles",),
        make=lexical_diversity,
        grouped=grouped(DIVERSITY_BY_GROUP, "lexical_diversity"),
    ),
    Table(
        "frequent_words",
        FREQUENT_WORDS,
        "one row per article and word, the most frequent first",
        from_tables=("articles",),
        make=frequent_words,
        grouped=grouped(FREQUENT_BY_GROUP, "articles", frequent_words),
    ),
    Table(
        "length_distribution",
        LENGTH_DISTRIBUTION,
        "one row per article and length of words or sentences",
        from_tables=("articles",),
        make=length_distribution,
        grouped=grouped(LENGTHS_BY_GROUP, "length_distribution"),
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
