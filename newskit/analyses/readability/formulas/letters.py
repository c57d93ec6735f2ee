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
        lambda c: c.W / c.S + 100 * c.G / c.W,
        "W/S + 100 G/W",
        POINTS, 20, 60, HARDER,
        "Swedish prose of many kinds; used for other languages since",
        "Björnsson, C. H. (1968). Läsbarhet. Liber",
        "Below 30 children's books, 40 to 50 newspapers, over 60 academic prose. LIW in "
        "quanteda.textstats, whose documentation says syllables where its code counts characters.",
        classic=True,
    ),
    Measure(
        "rix",
        "RIX",
        lambda c: c.G / c.S,
        "G/S",
        "long words a sentence", 0.2, 9, HARDER,
        "a simplification of LIX, with a table of grades",
        "Anderson, J. (1983). Lix and Rix: variations on a little-known readability index. Journal "
        "of Reading 26(6)",
        "From 5.3 grade 11, from 7.2 college.",
        classic=True,
    ),
    Measure(
        "danielson_bryan_1",
        "Danielson-Bryan, first formula",
        lambda c: 1.0364 * c.C / c.W + 0.0194 * c.C / c.S - 0.6059,
        "1.0364 C/W + 0.0194 C/S - 0.6059",
        GRADE, 5, 8, HARDER,
        MCCALL_CRABBS,
        _DANIELSON_BRYAN,
        _BLANKS
        + "Characters are letters and digits; koRpus and Readability Studio add punctuation.",
    ),
    Measure(
        "danielson_bryan_2",
        "Danielson-Bryan, second formula",
        lambda c: 131.059 - 10.364 * c.C / c.W - 0.194 * c.C / c.S,
        "131.059 - 10.364 C/W - 0.194 C/S",
        POINTS, 40, 75, EASIER,
        MCCALL_CRABBS,
        _DANIELSON_BRYAN,
        _BLANKS
        + "It is 125 minus ten times the first formula, on Flesch's scale. quanteda.textstats has "
        "+ 0.0194 where all others have - 0.194.",
    ),
    Measure(
        "mcalpine_eflaw",
        "McAlpine EFLAW",
        lambda c: (c.W + c.K) / c.S,
        "(W + K)/S",
        POINTS, 15, 40, HARDER,
        "English for readers of other languages, by judgment",
        "McAlpine, R. (2006). From plain English to global English. Journalism Online",
        "Up to 20 very easy, 21 to 25 easy, 26 to 29 a little difficult, from 30 very confusing. "
        "Read in textstat, Wordless and Readability Studio, which agree.",
    ),
    Measure(
        "scrabble",
        "Scrabble",
        lambda c: c.T / c.L,
        "T/L",
        "points a letter", 1.6, 1.9, HARDER,
        "nothing: an experiment of the authors of quanteda",
        "quanteda.textstats (software)",
        "What the letters of a text are worth as English Scrabble tiles. No accepted measure of "
        "readability; good for asking what makes one.",
    ),
)
