"""All tables by name, and how one is made: empty, of columns, or of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from newskit.errors import unknown_name
from newskit.tables.articles import ARTICLES, DUPLICATES, OUTLETS, PROVENANCE
from newskit.tables.column import ARTICLE_ID, FLAG, LIST, STRING, TEXT, Column
from newskit.tables.texts import (
    CAVEATS,
    COUNTED,
    FREQUENT_WORDS,
    LENGTH_DISTRIBUTION,
    LEXICAL_DIVERSITY,
    LEXICONS,
    MEASURES,
    READABILITY_FRAME,
    SENTENCES,
    WORDS,
)
from newskit.tables.times import PUBLICATION_RHYTHM, TIME_CHECKS, TIME_REACH, TIMELINE, UPDATE_GAPS
from newskit.tables.tone import LEXICON_COMPARISON, SENTIMENT, SENTIMENT_BY_SPEAKER, SENTIMENT_HITS, SENTIMENT_TOWARD
from newskit.tables.voices import ATTRIBUTION, CUE_VERBS, NAME_VARIANTS, QUOTES, REPEATED_QUOTES, SPEAKERS

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    "sentences": SENTENCES,
    "words": WORDS,
    "counts": (ARTICLE_ID, *COUNTED),
    "readability": (ARTICLE_ID, *READABILITY_FRAME, CAVEATS),
    "sentiment": (ARTICLE_ID, *SENTIMENT),
    "sentiment_hits": SENTIMENT_HITS,
    "sentiment_toward": SENTIMENT_TOWARD,
    "sentiment_by_speaker": SENTIMENT_BY_SPEAKER,
    "lexicon_comparison": LEXICON_COMPARISON,
    "quotes": QUOTES,
    "speakers": SPEAKERS,
    "repeated_quotes": REPEATED_QUOTES,
    "attribution": ATTRIBUTION,
    "cue_verbs": CUE_VERBS,
    "name_variants": NAME_VARIANTS,
    "timeline": TIMELINE,
    "time_checks": TIME_CHECKS,
    "publication_rhythm": PUBLICATION_RHYTHM,
    "update_gaps": UPDATE_GAPS,
    "time_reach": TIME_REACH,
    "outlets": OUTLETS,
    "lexical_diversity": LEXICAL_DIVERSITY,
    "frequent_words": FREQUENT_WORDS,
    "length_distribution": LENGTH_DISTRIBUTION,
    "measures": MEASURES,
    "lexicons": LEXICONS,
    "provenance": PROVENANCE,
    "duplicates": DUPLICATES,
}


def spec(table: str) -> tuple[Column, ...]:
    """Return the columns of a table, or raise an error that names the tables there are."""
    if table not in TABLES:
        raise unknown_name("table", table, TABLES)
    return TABLES[table]


def empty(table: str) -> pd.DataFrame:
    """Return the table with all its columns, right dtypes, and no rows."""
    return conform(table, {})


def conform(table: str | Iterable[Column], data: Mapping[str, Any]) -> pd.DataFrame:
    """Build a table from columns of values: every column it states, in its order and dtype.

    A column that `data` lacks becomes NA; a column that the table does not state is dropped.
    """
    stated = spec(table) if isinstance(table, str) else tuple(table)
    n = max((len(values) for values in data.values()), default=0)
    return pd.DataFrame({c.name: _series(data.get(c.name), c.dtype, n) for c in stated})


def from_rows(table: str | Iterable[Column], rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build a table from one mapping a row."""
    kept = list(rows)
    stated = spec(table) if isinstance(table, str) else tuple(table)
    return conform(stated, {c.name: [row.get(c.name) for row in kept] for c in stated})


def _series(values: Any, dtype: str, n: int) -> pd.Series:
    if values is None:
        values = [None] * n
    if dtype == LIST:
        return pd.Series([v if isinstance(v, list) else [] for v in values], dtype="object")
    return pd.Series(values, dtype=TEXT if dtype == STRING else dtype)


def columns(table: str) -> pd.DataFrame:
    """Explain every column of a table.

    Parameters
    ----------
    table : str
        Name of a table: articles, sentences, words, counts, readability, sentiment, quotes,
        speakers, timeline, time_checks, publication_rhythm, update_gaps, time_reach, outlets,
        measures or lexicons.

    Returns
    -------
    pandas.DataFrame
        One row per column, in the table's order: `column` (its name), `dtype`, `unit`,
        `meaning`, and `key` (whether it is part of what identifies a row).

    Raises
    ------
    UnknownNameError
        If there is no such table; the message names the tables there are.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.columns("sentences")[["column", "unit"]].head(3)
           column    unit
    0  article_id
    1    sentence  number
    2   paragraph  number
    """
    stated = spec(table)
    return pd.DataFrame(
        {
            "column": pd.Series([c.name for c in stated], dtype=STRING),
            "dtype": pd.Series([c.dtype for c in stated], dtype=STRING),
            "unit": pd.Series([c.unit for c in stated], dtype=STRING),
            "meaning": pd.Series([c.meaning for c in stated], dtype=STRING),
            "key": pd.Series([c.key for c in stated], dtype=FLAG),
        }
    )
