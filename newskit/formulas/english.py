"""The English measures. One entry is one formula; the tables in the documentation are made from these entries.

Abbreviations in the formulas: W words, S sentences, Y syllables, L letters, C letters and digits, P words of three
or more syllables, H hard words by Gunning's rules, U words not on the Dale-Chall list, G words of seven
letters or more.
"""

from __future__ import annotations

from typing import Any

from newskit.formulas.measure import Counts, Measure

EASIER, HARDER = "higher is easier", "higher is harder"
GRADE = "US school grade"


def _dale_chall(c: Counts) -> Any:
    share = 100 * c["n_unfamiliar_words"] / c["n_words"]
    return 0.1579 * share + 0.0496 * c["n_words"] / c["n_sentences"] + 3.6365 * (share > 5)


FLESCH = Measure(
    "flesch_reading_ease",
    "Flesch reading ease",
    lambda c: 206.835 - 1.015 * c["n_words"] / c["n_sentences"] - 84.6 * c["n_syllables"] / c["n_words"],
    "206.835 - 1.015 W/S - 84.6 Y/W",
    ("n_words", "n_sentences", "n_syllables"),
    "points",
    0,
    100,
    EASIER,
    "McCall-Crabbs test lessons for school children, United States, 1920s",
    "Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3). doi:10.1037/h0057532",
    "60 to 70 is called plain English. The scale is open at both ends.",
)
FLESCH_KINCAID = Measure(
    "flesch_kincaid",
    "Flesch-Kincaid grade level",
    lambda c: 0.39 * c["n_words"] / c["n_sentences"] + 11.8 * c["n_syllables"] / c["n_words"] - 15.59,
    "0.39 W/S + 11.8 Y/W - 15.59",
    ("n_words", "n_sentences", "n_syllables"),
    GRADE,
    0,
    18,
    HARDER,
    "Navy training manuals, read by 531 enlisted men, 1975",
    "Kincaid, J. P., Fishburne, R. P., Rogers, R. L. & Chissom, B. S. (1975). Research Branch Report 8-75, "
    "Naval Technical Training Command",
)
GUNNING_FOG = Measure(
    "gunning_fog",
    "Gunning fog index",
    lambda c: 0.4 * (c["n_words"] / c["n_sentences"] + 100 * c["n_complex_words"] / c["n_words"]),
    "0.4 (W/S + 100 H/W)",
    ("n_words", "n_sentences", "n_complex_words"),
    GRADE,
    6,
    17,
    HARDER,
    "business and newspaper prose, by judgment rather than by a fit",
    "Gunning, R. (1952). The Technique of Clear Writing. McGraw-Hill",
    "Hard words follow Gunning's rules: no names, no compounds of short words, no -es or -ed as third syllable. "
    "Many programs count every word of three syllables, which gives higher values.",
)
SMOG = Measure(
    "smog",
    "SMOG grade",
    lambda c: 3.1291 + 1.0430 * (30 * c["n_polysyllables"] / c["n_sentences"]) ** 0.5,
    "3.1291 + 1.0430 sqrt(30 P/S)",
    ("n_sentences", "n_polysyllables", "n_words"),
    GRADE,
    4,
    18,
    HARDER,
    "McCall-Crabbs test lessons, full comprehension; samples of 30 sentences",
    "McLaughlin, G. H. (1969). SMOG grading: a new readability formula. Journal of Reading 12(8)",
    "Made for 30 sentences or more; shorter texts carry the caveat smog-short.",
)
COLEMAN_LIAU = Measure(
    "coleman_liau",
    "Coleman-Liau index",
    lambda c: 5.88 * c["n_letters"] / c["n_words"] - 29.6 * c["n_sentences"] / c["n_words"] - 15.8,
    "5.88 L/W - 29.6 S/W - 15.8",
    ("n_words", "n_sentences", "n_letters"),
    GRADE,
    0,
    18,
    HARDER,
    "cloze scores of college students on 36 passages",
    "Coleman, M. & Liau, T. L. (1975). A computer readability formula designed for machine scoring. "
    "Journal of Applied Psychology 60(2). doi:10.1037/h0076540",
    "Other programs give the first constant as 0.0588 per 100 words, which is the same, or as 0.058, which is not.",
)
ARI = Measure(
    "ari",
    "Automated readability index",
    lambda c: 4.71 * c["n_characters"] / c["n_words"] + 0.5 * c["n_words"] / c["n_sentences"] - 21.43,
    "4.71 C/W + 0.5 W/S - 21.43",
    ("n_words", "n_sentences", "n_characters"),
    GRADE,
    0,
    18,
    HARDER,
    "school textbooks, and Air Force technical texts",
    "Senter, R. J. & Smith, E. A. (1967). Automated Readability Index. AMRL-TR-66-220",
)
DALE_CHALL = Measure(
    "dale_chall",
    "Dale-Chall score (1948)",
    _dale_chall,
    "0.1579 (100 U/W) + 0.0496 W/S, and 3.6365 more if 100 U/W > 5",
    ("n_words", "n_sentences", "n_unfamiliar_words"),
    "points",
    4,
    11,
    HARDER,
    "McCall-Crabbs test lessons; list of words known to 4 in 5 fourth-graders",
    "Dale, E. & Chall, J. S. (1948). A formula for predicting readability. Educational Research Bulletin 27(1)",
    "4.9 or less: grade 4 and below; 9.0 to 9.9: college. Inflections, names and numbers count as familiar, as the "
    "authors' instructions say; programs that skip this score news one to three points higher.",
)
LIX = Measure(
    "lix",
    "LIX (läsbarhetsindex)",
    lambda c: c["n_words"] / c["n_sentences"] + 100 * c["n_long_words"] / c["n_words"],
    "W/S + 100 G/W",
    ("n_words", "n_sentences", "n_long_words"),
    "points",
    20,
    60,
    HARDER,
    "Swedish prose of many kinds; used for other languages since",
    "Björnsson, C. H. (1968). Läsbarhet. Liber",
    "Below 30 children's books, 40 to 50 newspapers, over 60 academic prose.",
)
RIX = Measure(
    "rix",
    "RIX",
    lambda c: c["n_long_words"] / c["n_sentences"],
    "G/S",
    ("n_words", "n_sentences", "n_long_words"),
    "long words a sentence",
    0.2,
    7.2,
    HARDER,
    "a simplification of LIX, with a table of grades",
    "Anderson, J. (1983). Lix and Rix: variations on a little-known readability index. Journal of Reading 26(6)",
)

ALL = (FLESCH, FLESCH_KINCAID, GUNNING_FOG, SMOG, COLEMAN_LIAU, ARI, DALE_CHALL, LIX, RIX)
BY_NAME = {m.measure: m for m in ALL}
