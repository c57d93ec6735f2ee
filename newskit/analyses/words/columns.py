"""The columns of sentences and words, and of how varied and how long they are."""

from __future__ import annotations

from newskit.tables import (
    ARTICLE_ID,
    END,
    FLAG,
    FLOAT,
    N_WORDS,
    PARAGRAPH,
    SENTENCE,
    START,
    STRING,
    WHOLE,
    Column,
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
    Column(
        "syllables_source",
        STRING,
        "",
        "dictionary, rule, model or number: how the syllables are known",
    ),
    Column("familiar", FLAG, "", "on the Dale-Chall list of words that 4 in 5 fourth-graders know"),
    Column("complex", FLAG, "", "a hard word by Gunning's rules (fog)"),
    Column("voice", STRING, "", "own or quoted"),
)


LEXICAL_DIVERSITY = (
    ARTICLE_ID,
    N_WORDS,
    Column("n_types", WHOLE, "words", "different words, capitals aside"),
    Column(
        "type_token_ratio",
        FLOAT,
        "0 to 1",
        "types by words; higher is more varied; falls with length",
    ),
    Column(
        "mattr",
        FLOAT,
        "0 to 1",
        "moving-average type-token ratio; NA for a text shorter than the window",
    ),
    Column("mtld", FLOAT, "words", "measure of textual lexical diversity; higher is more varied"),
    Column("n_hapaxes", WHOLE, "words", "words that stand only once in the text"),
    Column("hapax_share", FLOAT, "0 to 1", "hapaxes by types"),
)

FREQUENT_WORDS = (
    ARTICLE_ID,
    Column("rank", WHOLE, "number", "place by frequency, from 1", True),
    Column("word", STRING, "", "the word in small letters"),
    Column("n", WHOLE, "words", "how often it stands in the text"),
    Column("per_1000", FLOAT, "per 1000 words", "how often in a thousand words of the text"),
)

LENGTH_DISTRIBUTION = (
    ARTICLE_ID,
    Column(
        "length",
        WHOLE,
        "characters or words",
        "letters and digits of words, or words of sentences",
        True,
    ),
    Column("n", WHOLE, "words or sentences", "how many there are of this length"),
    Column("share", FLOAT, "0 to 1", "share of the words or sentences of the text"),
)
