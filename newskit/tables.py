"""What every table holds: column, dtype, unit, meaning, key. Stated once, here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import unknown_name

STRING, WHOLE, FLOAT, FLAG = "string", "Int64", "float64", "boolean"
INSTANT, CLOCK, LIST = "datetime64[us, UTC]", "datetime64[us]", "object"
# Kept in Python strings, with or without pyarrow: Arrow refuses the lone surrogates that broken files hold.
TEXT = pd.StringDtype("python")


class Column(NamedTuple):
    """One column of a table."""

    name: str
    dtype: str
    unit: str
    meaning: str
    key: bool = False


ARTICLE_ID = Column("article_id", STRING, "", "which article; unique in `articles`", True)
PARAGRAPH = Column("paragraph", WHOLE, "number", "paragraph of the article, counted from 0", True)
SENTENCE = Column("sentence", WHOLE, "number", "sentence of the article, counted from 0", True)
START = Column("start", WHOLE, "characters", "where it begins in the column it was found in")
END = Column("end", WHOLE, "characters", "where it ends there (exclusive): text[start:end] is the thing itself")
VOICE = Column("voice", STRING, "", "own (the outlet's words) or quoted (words inside quotation marks)", True)
FIELD = Column("field", STRING, "", "column of `articles` that start and end index into")
N_WORDS = Column("n_words", WHOLE, "words", "words: tokens with a letter or a digit")
N_SENTENCES = Column("n_sentences", WHOLE, "sentences", "sentences with at least one word")

ARTICLES = (
    ARTICLE_ID,
    Column("source", STRING, "", "file or name the article was read from"),
    Column("format", STRING, "", "form it was read as: text, table, ..."),
    Column("url", STRING, "", "address of the article, where the source states one"),
    Column("publisher", STRING, "", "outlet, as given or as the source states it"),
    Column("section", STRING, "", "desk or section of the outlet, as printed"),
    Column("headline", STRING, "", "headline of the article, as printed"),
    Column("standfirst", STRING, "", "standfirst (dek): the line or lines between headline and body"),
    Column("byline", STRING, "", "who wrote it, as printed"),
    Column("authors", LIST, "list of names", "who wrote it, cleaned and split"),
    Column("dateline", STRING, "", "place the body opens with"),
    Column("published", INSTANT, "UTC", "instant of publication; NaT when its zone or clock is not known"),
    Column("updated", INSTANT, "UTC", "instant of the last update; NaT when its zone or clock is not known"),
    Column("published_local", CLOCK, "wall clock", "publication as printed, without a zone"),
    Column("updated_local", CLOCK, "wall clock", "last update as printed, without a zone"),
    Column("published_text", STRING, "", "the printed line that `published` was read from"),
    Column("updated_text", STRING, "", "the printed line that `updated` was read from"),
    Column("published_precision", STRING, "", "minute or day: how much of the publication time was printed"),
    Column("updated_precision", STRING, "", "minute or day: how much of the update time was printed"),
    Column("timezone", STRING, "", "zone of the wall clocks: an IANA name or an offset"),
    Column("timezone_source", STRING, "", "how the zone is known: stated, given, outlet, abbreviation, place or none"),
    Column("zone_conflict", FLAG, "", "whether the printed zone is not in force on that day (EST in June)"),
    Column("text", STRING, "", "body paragraphs with a blank line between, without subheads"),
    Column("subheads", LIST, "list of strings", "subheads of the body"),
    Column("subhead_before", LIST, "list of numbers", "for each subhead the number of the paragraph after it"),
    Column("caption", STRING, "", "caption of the picture"),
    Column("credit", STRING, "", "credit of the picture"),
    Column("tags", LIST, "list of strings", "tags or topics, as printed"),
    Column("language", STRING, "", "language code, where it is known"),
    Column("provenance", STRING, "JSON", "field -> how it was found"),
    Column("warnings", LIST, "list of strings", "what a reader should know before trusting the row"),
    Column("error", STRING, "", "why the article could not be read; NA when it could"),
)

SENTENCES = (
    ARTICLE_ID,
    SENTENCE,
    PARAGRAPH._replace(key=False),
    START,
    END,
    Column("text", STRING, "", "the sentence as printed"),
    N_WORDS,
)

WORDS = (
    ARTICLE_ID,
    Column("word", WHOLE, "number", "word of the article, counted from 0", True),
    SENTENCE._replace(key=False),
    PARAGRAPH._replace(key=False),
    START,
    END,
    Column("text", STRING, "", "the word without the punctuation around it"),
    Column("n_letters", WHOLE, "letters", "letters in the word"),
    Column("n_syllables", WHOLE, "syllables", "syllables as spoken in American English"),
    Column("syllables_source", STRING, "", "dictionary, rule, model or number: how the syllables are known"),
    Column("familiar", FLAG, "", "on the Dale-Chall list of words that 4 in 5 fourth-graders know"),
    Column("complex", FLAG, "", "a hard word by Gunning's rules (fog)"),
    Column("voice", STRING, "", "own or quoted"),
)

COUNTED = (
    N_WORDS,
    N_SENTENCES,
    Column("n_syllables", WHOLE, "syllables", "syllables, from CMU's dictionary, a rule or a model"),
    Column("n_letters", WHOLE, "letters", "letters in words"),
    Column("n_characters", WHOLE, "characters", "letters and digits in words"),
    Column("n_monosyllables", WHOLE, "words", "words of one syllable"),
    Column("n_polysyllables", WHOLE, "words", "words of three or more syllables"),
    Column(
        "n_complex_words",
        WHOLE,
        "words",
        "hard words by Gunning's rules: three or more syllables, no names, "
        "no compounds of short words, no -es or -ed as third syllable",
    ),
    Column("n_long_words", WHOLE, "words", "words of seven or more letters"),
    Column(
        "n_function_words",
        WHOLE,
        "words",
        "English function words (the, of, and, ...): few of them in a text that is not English",
    ),
    Column(
        "n_unfamiliar_words",
        WHOLE,
        "words",
        "words not on the Dale-Chall list, inflections allowed, names and numbers counted as familiar",
    ),
    Column("n_unlisted_words", WHOLE, "words", "words not on the Dale-Chall list as printed, names and numbers too"),
    Column("n_unlisted_2_syllables", WHOLE, "words", "those of them with two or more syllables"),
    Column("n_unlisted_3_syllables", WHOLE, "words", "those of them with three or more syllables"),
    Column("n_mini_words", WHOLE, "words", "words of three letters or digits or fewer"),
    Column("n_scrabble_points", WHOLE, "points", "what the letters are worth as English Scrabble tiles"),
)

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
    Column("compound", FLOAT, "-1 to 1", "mean of VADER's compound over the sentences; higher is more positive"),
    Column("compound_std", FLOAT, "0 to 1", "standard deviation of compound over the sentences; NA for fewer than two"),
    Column("positive", FLOAT, "0 to 1", "mean share of positive words in a sentence"),
    Column("neutral", FLOAT, "0 to 1", "mean share of neutral words in a sentence"),
    Column("negative", FLOAT, "0 to 1", "mean share of negative words in a sentence"),
    Column("n_hits", WHOLE, "words", "words that are in the lexicon"),
    Column("n_negated", WHOLE, "words", "lexicon words under a negation"),
    Column("hits_per_100_words", FLOAT, "per 100 words", "lexicon words in a hundred words"),
)

QUOTES = (
    ARTICLE_ID,
    Column("quote_id", WHOLE, "number", "quotation of the article, counted from 0", True),
    FIELD,
    PARAGRAPH._replace(key=False),
    Column("utterance_id", WHOLE, "number", "the same for the parts of one split quotation"),
    Column("kind", STRING, "", "direct, mixed (marked words inside a paraphrase), indirect or scare"),
    Column("text", STRING, "", "the quotation with its marks"),
    START,
    END,
    Column("speaker", STRING, "", "resolved name of the speaker; NA when unknown or ambiguous"),
    Column("speaker_type", STRING, "", "person, organization, unnamed or unknown"),
    Column("speaker_mention", STRING, "", "the speaker as printed beside the quotation"),
    Column("speaker_start", WHOLE, "characters", "where the mention begins"),
    Column("speaker_end", WHOLE, "characters", "where the mention ends"),
    Column("cue", STRING, "", "cue verb or phrase as printed"),
    Column("cue_start", WHOLE, "characters", "where the cue begins"),
    Column("cue_end", WHOLE, "characters", "where the cue ends"),
    Column("cue_class", STRING, "", "class of the cue verb: neutral, claim, argue, ...; NA when not classed"),
    N_WORDS,
    Column("mark", STRING, "", "opening quotation mark; NA for indirect speech"),
    Column("closed", FLAG, "", "whether the closing mark is there"),
    Column("confidence", FLOAT, "0 to 1", "how sure the rule is of the speaker; higher is surer"),
    Column("rule", STRING, "", "rule that decided"),
)

SPEAKERS = (
    ARTICLE_ID,
    Column("speaker", STRING, "", "resolved name; NA gathers the quotations without a known speaker", True),
    Column("speaker_type", STRING, "", "person, organization, unnamed or unknown"),
    Column("n_quotes", WHOLE, "quotations", "marked quotations, scare quotes left out"),
    N_WORDS,
    Column("share", FLOAT, "0 to 1", "share of the article's quoted words"),
    Column("mean_words", FLOAT, "words", "mean length of a quotation"),
    Column("first_start", WHOLE, "characters", "where the first quotation begins in the text"),
    Column("cues", STRING, "", "cue verbs used, in order of first use, parted by '; '"),
)

TIMELINE = (
    ARTICLE_ID,
    Column("event_id", WHOLE, "number", "row of the article, counted from 0", True),
    Column("kind", STRING, "", "published, updated or mention"),
    FIELD,
    Column("text", STRING, "", "the words that state the time"),
    START,
    END,
    SENTENCE._replace(key=False),
    Column("time_from", CLOCK, "wall clock", "first moment meant, in the article's own zone; NaT when not resolved"),
    Column("time_to", CLOCK, "wall clock", "first moment after it (half-open)"),
    Column("instant", INSTANT, "UTC", "instant of a stamp; NaT for mentions"),
    Column(
        "precision",
        STRING,
        "",
        "minute, hour, part-of-day, day, week, weekend, month, quarter, season, half-year, year, decade, century, or "
        "vague; NA without a stretch of time",
    ),
    Column("timex_type", STRING, "", "TIMEX3 type: DATE, TIME, DURATION or SET"),
    Column("timex_value", STRING, "", "TIMEX3 value (ISO 8601 and its extensions)"),
    Column("relative", FLAG, "", "whether it is counted from the publication day or another time"),
    Column("tense", STRING, "", "past, present, future or planned, as the verb beside it says; NA when unclear"),
    Column("verb", STRING, "", "the words of that verb"),
    Column("verb_start", WHOLE, "characters", "where the verb begins in the field"),
    Column("verb_end", WHOLE, "characters", "where it ends there (exclusive)"),
    VOICE._replace(key=False, meaning="own (the outlet tells it) or quoted; NA before `analyze`"),
    Column("speaker", STRING, "", "whose quotation or paraphrase it stands in; NA where the outlet speaks for itself"),
    Column("zone_conflict", FLAG, "", "whether the printed zone cannot be right on that day"),
    Column("rule", STRING, "", "rule that decided"),
)

OUTLETS = (
    Column("domain", STRING, "", "domain of the outlet's site", True),
    Column("name", STRING, "", "name of the outlet; with its country or city where several have the name"),
    Column("country", STRING, "ISO 3166", "country of the desk; NA for desks in several"),
    Column("zone", STRING, "IANA name", "zone it prints its clocks in; NA without one custom"),
    Column("day_first", FLAG, "", "whether 06/01 is 6 January; NA where both are met or the year comes first"),
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

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    "sentences": SENTENCES,
    "words": WORDS,
    "counts": (ARTICLE_ID, *COUNTED),
    "readability": (ARTICLE_ID, *READABILITY_FRAME, CAVEATS),
    "sentiment": (ARTICLE_ID, *SENTIMENT),
    "quotes": QUOTES,
    "speakers": SPEAKERS,
    "timeline": TIMELINE,
    "outlets": OUTLETS,
    "measures": MEASURES,
    "lexicons": LEXICONS,
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
        speakers, timeline, outlets, measures or lexicons.

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
