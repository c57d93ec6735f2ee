"""What every table holds: column, dtype, unit, meaning, key. Stated once, here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from newskit.column import (
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
from newskit.errors import unknown_name
from newskit.table_specs import (
    ARTICLES,
    COUNTED,
    FREQUENT_WORDS,
    LENGTH_DISTRIBUTION,
    LEXICAL_DIVERSITY,
    LEXICON_COMPARISON,
    OUTLETS,
    PUBLICATION_RHYTHM,
    SENTENCES,
    SENTIMENT_HITS,
    SENTIMENT_TOWARD,
    TIME_CHECKS,
    TIME_REACH,
    TIMELINE,
    UPDATE_GAPS,
    WORDS,
)

# What other modules take from here, and no more.
__all__ = [
    "ARTICLES", "ARTICLE_ID", "CAVEATS", "CLOCK", "COUNTED", "DUPLICATES", "END", "FIELD", "FLAG", "FLOAT",
    "INSTANT", "LEXICONS", "LEXICON_COMPARISON", "LIST", "MEASURES", "N_SENTENCES", "N_WORDS", "OUTLETS",
    "PARAGRAPH", "PROVENANCE", "PUBLICATION_RHYTHM", "QUOTED_KINDS", "QUOTES", "READABILITY_FRAME", "SENTENCE",
    "SENTENCES", "SENTIMENT", "SENTIMENT_BY_SPEAKER", "SENTIMENT_HITS", "SENTIMENT_TOWARD", "SPEAKERS", "START",
    "STRING", "TABLES", "TEXT", "TIMELINE", "TIME_CHECKS", "TIME_REACH", "UPDATE_GAPS", "VOICE", "WHOLE",
    "WORDS", "Column", "columns", "conform", "empty", "from_rows", "spec",
]  # fmt: skip

READABILITY_FRAME = (N_WORDS, N_SENTENCES)
CAVEATS = Column(
    "caveats",
    STRING,
    "codes",
    "why the scores should not be trusted, codes parted by '; '; NA if nothing is known against them",
)

SENTIMENT = (
    Column("lexicon", STRING, "", "word list that was used", True),
    N_SENTENCES,
    N_WORDS,
    Column("compound", FLOAT, "-1 to 1", "mean of the sentences' compound scores; higher is more positive"),
    Column("compound_std", FLOAT, "0 to 1", "standard deviation of compound over the sentences; NA for fewer than two"),
    Column("positive", FLOAT, "0 to 1", "mean share of positive words in a sentence"),
    Column("neutral", FLOAT, "0 to 1", "mean share of neutral words in a sentence"),
    Column("negative", FLOAT, "0 to 1", "mean share of negative words in a sentence"),
    Column("n_hits", WHOLE, "words", "words that are in the lexicon"),
    Column("n_negated", WHOLE, "words", "lexicon words under a negation"),
    Column("hits_per_100_words", FLOAT, "per 100 words", "lexicon words in a hundred words"),
)

QUOTED_KINDS = ("direct", "mixed", "turn")
"""Kinds of quotations whose words are someone's own: what speakers, reports and sentiment by speaker count."""

QUOTES = (
    ARTICLE_ID,
    Column("quote_id", WHOLE, "number", "quotation of the article, counted from 0", True),
    FIELD,
    PARAGRAPH._replace(key=False),
    Column("utterance_id", WHOLE, "number", "the same for parts of a split quotation, and for marks in a paraphrase"),
    Column("kind", STRING, "", "direct, mixed (marked words inside a paraphrase), turn, indirect or scare"),
    Column("text", STRING, "", "the quotation with its marks"),
    START,
    END,
    Column("speaker", STRING, "", "resolved name of the speaker; NA when none is to be known"),
    Column("speaker_type", STRING, "", "person, organization, place, document, unnamed or unknown"),
    Column("speaker_mention", STRING, "", "the speaker as printed beside the quotation"),
    Column("speaker_start", WHOLE, "characters", "where the mention begins"),
    Column("speaker_end", WHOLE, "characters", "where the mention ends"),
    Column("cue", STRING, "", "cue verb or phrase as printed"),
    Column("cue_start", WHOLE, "characters", "where the cue begins"),
    Column("cue_end", WHOLE, "characters", "where the cue ends"),
    Column("cue_class", STRING, "", "class of the cue verb: neutral, claim, argue, ...; NA when not classed"),
    N_WORDS,
    Column("mark", STRING, "", "opening mark; : in a transcript, > in a block quote; NA for indirect speech"),
    Column("closed", FLAG, "", "whether the closing mark is there; NA for indirect speech"),
    Column("confidence", FLOAT, "0 to 1", "how sure the rule is of the speaker; higher is surer"),
    Column("rule", STRING, "", "rule that decided"),
)

ATTRIBUTION = (
    ARTICLE_ID,
    SENTENCE,
    PARAGRAPH._replace(key=False),
    START,
    END,
    Column("attribution", STRING, "", "whose word it is: direct, mixed, indirect, institution or unattributed"),
    Column("share", FLOAT, "0 to 1", "share of the sentence's characters that are quoted or reported"),
    Column("speaker", STRING, "", "resolved name of whose word most of it is; NA when none is to be known"),
    Column("speaker_type", STRING, "", "person, organization, place, document, unnamed or unknown"),
    Column("words", STRING, "", "what decided, as printed: the cue, or the speaker where there is no cue"),
    Column("words_start", WHOLE, "characters", "where these words begin; they may stand in another sentence"),
    Column("words_end", WHOLE, "characters", "where these words end"),
    Column("rule", STRING, "", "rule that decided"),
)

CUE_VERBS = (
    Column("verb", STRING, "", "base form of the verb, or the phrase in lower case", True),
    Column("cue_class", STRING, "", "class of the verb: neutral, claim, argue, ...; NA when not classed"),
    Column("n", WHOLE, "utterances", "utterances that it reports"),
    Column("share", FLOAT, "0 to 1", "share of the utterances that have a cue"),
    Column("n_speakers", WHOLE, "speakers", "different resolved names"),
    Column("n_articles", WHOLE, "articles", "articles it is used in"),
)

NAME_VARIANTS = (
    ARTICLE_ID,
    Column("name", STRING, "", "spelling printed most", True),
    Column("variant", STRING, "", "a spelling that counts as the same person", True),
    Column("n", WHOLE, "times", "times it is printed"),
)

REPEATED_QUOTES = (
    Column("group", WHOLE, "number", "the same quotations share it, counted from 0"),
    ARTICLE_ID,
    Column("quote_id", WHOLE, "number", "quotation of the article, counted from 0", True),
    Column("speaker", STRING, "", "resolved name of the speaker; NA when none is to be known"),
    Column("text", STRING, "", "the quotation with its marks"),
    Column("n_articles", WHOLE, "articles", "articles that have it"),
    Column("similarity", FLOAT, "0 to 1", "two-word runs in common with the longest of the group"),
)

SPEAKERS = (
    ARTICLE_ID,
    Column("speaker", STRING, "", "resolved name; NA gathers the quotations without a known speaker", True),
    Column("speaker_type", STRING, "", "person, organization, unnamed or unknown"),
    Column("named", FLAG, "", "whether the row has a name"),
    Column("n_quotes", WHOLE, "quotations", "marked quotations, scare quotes left out"),
    N_WORDS,
    Column("share", FLOAT, "0 to 1", "share of the article's quoted words"),
    Column("concentration", FLOAT, "0 to 1", "of the article: Herfindahl index of the named voices; 1 is one voice"),
    Column("mean_words", FLOAT, "words", "mean length of a quotation"),
    Column("first_start", WHOLE, "characters", "where the first quotation begins in the text"),
    Column("cues", STRING, "", "cue verbs used, in order of first use, parted by '; '"),
)

SENTIMENT_BY_SPEAKER = (
    ARTICLE_ID,
    Column("speaker", STRING, "", "resolved name; NA gathers the quotations without a known speaker", True),
    Column("n_quotes", WHOLE, "quotations", "marked quotations, scare quotes left out"),
    *SENTIMENT,
)

MEASURES = (
    Column("measure", STRING, "", "name of the measure and of its column in `readability`", True),
    Column("name", STRING, "", "name in the literature"),
    Column("formula", STRING, "", "formula on the counts"),
    Column("unit", STRING, "", "what the number is: grade, points, ..."),
    Column("low", FLOAT, "", "lowest value usually met"),
    Column("high", FLOAT, "", "highest value usually met"),
    Column("direction", STRING, "", "'higher is easier' or 'higher is harder'"),
    Column("calibrated_on", STRING, "", "texts and readers that the formula was fitted to"),
    Column("source", STRING, "", "publication"),
    Column("note", STRING, "", "constants that sources disagree on, and other traps"),
    Column("classic", FLAG, "", "whether it is one of the best known, which plots and reports show"),
)

LEXICONS = (
    Column("lexicon", STRING, "", "name of the word list", True),
    Column("file", STRING, "", "file in newskit/lexicons"),
    Column("n_rows", WHOLE, "rows", "rows in the file"),
    Column("meaning", STRING, "", "what the list says of a word"),
    Column("source", STRING, "", "where it is from, with version"),
    Column("licence", STRING, "", "terms it is used under"),
    Column("sha256", STRING, "", "SHA-256 of the file"),
)

PROVENANCE = (
    ARTICLE_ID,
    Column("field", STRING, "", "column of `articles`", True),
    Column("found", STRING, "", "where it was found: json-ld:..., meta:..., rule:..., trafilatura, htmldate, ..."),
    Column("value", STRING, "", "what was found; lists as JSON"),
)

DUPLICATES = (
    ARTICLE_ID,
    Column("group", WHOLE, "number", "the same for copies of each other; NA for an article without copies"),
    Column("keep", FLAG, "", "whether to keep it: one of each group, and every article without copies"),
    Column("similarity", FLOAT, "0 to 1", "share of three-word runs in common with the kept one; NA without copies"),
    Column("kind", STRING, "", "single, kept, exact (same words) or near"),
)

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
