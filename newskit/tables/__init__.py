"""What every table holds: column, dtype, unit, meaning, key. Stated once, here.

`column.py` says what a column is, `making.py` makes a table; each other file states the tables of one room.
"""

from __future__ import annotations

from newskit.tables.articles import ARTICLES, DUPLICATES, OUTLETS, PROVENANCE
from newskit.tables.column import (
    ARTICLE_ID,
    CLOCK,
    END,
    FIELD,
    FLAG,
    FLOAT,
    INSTANT,
    LIST,
    N_SENTENCES,
    N_WORDS,
    PARAGRAPH,
    SENTENCE,
    START,
    STRING,
    TEXT,
    VOICE,
    WHOLE,
    Column,
)
from newskit.tables.making import TABLES, columns, conform, empty, from_rows, spec
from newskit.tables.texts import CAVEATS, COUNTED, LEXICONS, MEASURES, READABILITY_FRAME, SENTENCES, WORDS
from newskit.tables.times import PUBLICATION_RHYTHM, TIME_CHECKS, TIME_REACH, TIMELINE, UPDATE_GAPS
from newskit.tables.tone import LEXICON_COMPARISON, SENTIMENT, SENTIMENT_BY_SPEAKER, SENTIMENT_HITS, SENTIMENT_TOWARD
from newskit.tables.voices import QUOTED_KINDS, QUOTES, SPEAKERS

# What other modules take from here, and no more.
__all__ = [
    "ARTICLES", "ARTICLE_ID", "CAVEATS", "CLOCK", "COUNTED", "DUPLICATES", "END", "FIELD", "FLAG", "FLOAT",
    "INSTANT", "LEXICONS", "LEXICON_COMPARISON", "LIST", "MEASURES", "N_SENTENCES", "N_WORDS", "OUTLETS",
    "PARAGRAPH", "PROVENANCE", "PUBLICATION_RHYTHM", "QUOTED_KINDS", "QUOTES", "READABILITY_FRAME", "SENTENCE",
    "SENTENCES", "SENTIMENT", "SENTIMENT_BY_SPEAKER", "SENTIMENT_HITS", "SENTIMENT_TOWARD", "SPEAKERS", "START",
    "STRING", "TABLES", "TEXT", "TIMELINE", "TIME_CHECKS", "TIME_REACH", "UPDATE_GAPS", "VOICE", "WHOLE",
    "WORDS", "Column", "columns", "conform", "empty", "from_rows", "spec",
]  # fmt: skip
