"""Letters and no syllables: LIX, RIX, Danielson-Bryan, EFLAW, Scrabble."""

from __future__ import annotations

from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.formulas.units import EASIER, GRADE, HARDER, MCCALL_CRABBS, POINTS

_DANIELSON_BRYAN = (
    "Danielson, W. A. & Bryan, S. D. (1963). Computer automation of two readability formulas. "
    "Journalism Quarterly 40(2), 201-206. doi:10.1177/107769906304000207"
)
_BLANKS = (
    "The formula divides by blanks between words; here each word has one, so that counts add up, "
    "and the article's own example comes out so. koRpus, quanteda.textstats and Wordless take one "
    "fewer. "
)

MEASURES = (
    Measure(
        "lix",
        "LIX (läsbarhetsindex)",
        lambda c: c["n_words"] / c["n_sentences"] + 100 * c["n_long_words"] / c["n_words"],
        "W/S + 100 G/W",
        ("n_words", "n_sentences", "n_long_words"),
        POINTS,
        20,
        60,
        HARDER,
        "Swedish prose of many kinds; used for other languages since",
        "Björnsson, C. H. (1968). Läsbarhet. Liber",
        "Below 30 children's books, 40 to 50 newspapers, over 60 academic prose. LIW in "
        "quanteda.textstats, whose documentation says syllables where its code counts characters.",
        classic=True,
    ),
    Measure(
        "rix",
        "RIX",
        lambda c: c["n_long_words"] / c["n_sentences"],
        "G/S",
        ("n_words", "n_sentences", "n_long_words"),
        "long words a sentence",
        0.2,
        9,
        HARDER,
        "a simplification of LIX, with a table of grades",
        "Anderson, J. (1983). Lix and Rix: variations on a little-known readability index. Journal "
        "of Reading 26(6)",
        "From 5.3 grade 11, from 7.2 college.",
        classic=True,
    ),
    Measure(
        "danielson_bryan_1",
        "Danielson-Bryan, first formula",
        lambda c: (
            1.0364 * c["n_characters"] / c["n_words"]
            + 0.0194 * c["n_characters"] / c["n_sentences"]
            - 0.6059
        ),
        "1.0364 C/W + 0.0194 C/S - 0.6059",
        ("n_words", "n_sentences", "n_characters"),
        GRADE,
        5,
        8,
        HARDER,
        MCCALL_CRABBS,
        _DANIELSON_BRYAN,
        _BLANKS
        + "Characters are letters and digits; koRpus and Readability Studio add punctuation.",
    ),
    Measure(
        "danielson_bryan_2",
        "Danielson-Bryan, second formula",
        lambda c: (
            131.059
            - 10.364 * c["n_characters"] / c["n_words"]
            - 0.194 * c["n_characters"] / c["n_sentences"]
        ),
        "131.059 - 10.364 C/W - 0.194 C/S",
        ("n_words", "n_sentences", "n_characters"),
        POINTS,
        40,
        75,
        EASIER,
        MCCALL_CRABBS,
        _DANIELSON_BRYAN,
        _BLANKS
        + "It is 125 less ten times the first formula, on Flesch's scale. quanteda.textstats has + 0.0194 "
        "where all others have - 0.194.",
    ),
    Measure(
        "mcalpine_eflaw",
        "McAlpine EFLAW",
        lambda c: (c["n_words"] + c["n_mini_words"]) / c["n_sentences"],
        "(W + K)/S",
        ("n_words", "n_sentences", "n_mini_words"),
        POINTS,
        15,
        40,
        HARDER,
        "English for readers of other languages, by judgment",
        "McAlpine, R. (2006). From plain English to global English. Journalism Online",
        "Up to 20 very easy, 21 to 25 easy, 26 to 29 a little difficult, from 30 very confusing. "
        "Read in textstat, Wordless and Readability Studio, which agree.",
    ),
    Measure(
        "scrabble",
        "Scrabble",
        lambda c: c["n_scrabble_points"] / c["n_letters"],
        "T/L",
        ("n_words", "n_sentences", "n_letters", "n_scrabble_points"),
        "points a letter",
        1.6,
        1.9,
        HARDER,
        "nothing: an experiment of the authors of quanteda",
        "quanteda.textstats (software)",
        "What the letters of a text are worth as English Scrabble tiles. No accepted measure of "
        "readability; good for asking what makes one.",
    ),
)
