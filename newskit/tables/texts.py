"""The columns of sentences and words, of what is counted in a text, and of the measures made of the counts."""

from __future__ import annotations

from newskit.tables.column import (
    ARTICLE_ID,
    END,
    FLAG,
    FLOAT,
    N_SENTENCES,
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

LEXICAL_DIVERSITY = (
    ARTICLE_ID,
    N_WORDS,
    Column("n_types", WHOLE, "words", "different words, capitals aside"),
    Column("type_token_ratio", FLOAT, "0 to 1", "types by words; higher is more varied; falls with length"),
    Column("mattr", FLOAT, "0 to 1", "moving-average type-token ratio; NA for a text shorter than the window"),
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
    Column("length", WHOLE, "characters or words", "letters and digits of words, or words of sentences", True),
    Column("n", WHOLE, "words or sentences", "how many there are of this length"),
    Column("share", FLOAT, "0 to 1", "share of the words or sentences of the text"),
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
