"""Syllables per sentence: easy listening, Strain, Wheeler-Smith, Tuldava."""

from __future__ import annotations

import numpy as np

from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.formulas.units import GRADE, HARDER, POINTS

_FANG = 'Fang, I. E. (1966). The "easy listening formula". Journal of Broadcasting 11(1), 63-68'
_STYLE = (
    "Fucks, W. (1955). Unterschied des Prosastils von Dichtern und anderen Schriftstellern. Bouvier"
)

MEASURES = (
    Measure(
        "easy_listening",
        "Easy listening formula",
        lambda c: (c.Y - c.W) / c.S,
        "(Y - W)/S",
        "syllables beyond the first of each word, a sentence", 5, 24, HARDER,
        "television scripts and newspaper samples",
        _FANG,
        "For news that is heard: below 12 is called easy to follow. Read in Wordless and "
        "Readability Studio; koRpus and quanteda.textstats count words of two syllables or more: "
        "easy_listening_quanteda.",
    ),
    Measure(
        "easy_listening_quanteda",
        "Easy listening formula as in quanteda",
        lambda c: (c.W - c.M) / c.S,
        "(W - M)/S",
        "words of two or more syllables, a sentence", 4, 14, HARDER,
        "television scripts and newspaper samples",
        f"quanteda.textstats and koRpus (software), after {_FANG}",
        "A word of four syllables counts once here and three times in Fang's formula.",
    ),
    Measure(
        "strain",
        "Strain index",
        lambda c: 0.3 * c.Y / c.S,
        "0.3 Y/S",
        GRADE, 5, 16, HARDER,
        "Indian newspapers, by judgment",
        "Nirmaldasan (2007). Strain Index: a new readability formula; Solomon, N. W. (2006). "
        "Qualitative Analysis of Media Language",
        "Syllables of three sentences, divided by 10; here of all sentences. Read in koRpus, "
        "quanteda.textstats, Wordless and on the author's page.",
    ),
    Measure(
        "wheeler_smith",
        "Wheeler-Smith index",
        lambda c: 10 * (c.W - c.M) / c.S,
        "10 (W - M)/S",
        POINTS, 40, 140, HARDER,
        "basal readers, primer to grade 4",
        "Wheeler, L. R. & Smith, E. H. (1954). A practical readability formula for the classroom "
        "teacher in the primary grades. Elementary English 31, 397-399",
        "From 34.5 it is beyond grade 4, as nearly all news is. The authors count units, which "
        "also end at colons, semicolons and dashes; here, as in koRpus and quanteda.textstats, "
        "sentences.",
    ),
    Measure(
        "tuldava",
        "Tuldava's text difficulty",
        lambda c: c.Y / c.W * np.log(c.W / c.S),
        "Y/W ln(W/S)",
        POINTS, 3, 6, HARDER,
        "texts in several languages",
        "Tuldava, J. (1975). Ob izmerenii trudnosti tekstov. Trudy po metodike prepodavaniya "
        "inostrannykh yazykov 345, 102-120",
        "Needs no constants, so it compares languages. Read in koRpus and Wordless, which agree.",
    ),
    Measure(
        "style_characteristic",
        "Style characteristic",
        lambda c: c.Y / c.S,
        "Y/S",
        "syllables a sentence", 17, 54, HARDER,
        "German prose of poets and of other writers; used for other languages since",
        _STYLE,
        "Syllables a word times words a sentence. Read in Wordless; quanteda.textstats and older "
        "koRpus multiply characters a word: style_characteristic_quanteda.",
    ),
    Measure(
        "style_characteristic_quanteda",
        "Style characteristic as in quanteda",
        lambda c: c.C / c.S,
        "C/S",
        "letters and digits, a sentence", 55, 160, HARDER,
        "German prose of poets and of other writers; used for other languages since",
        f"quanteda.textstats and koRpus (software), after {_STYLE}",
        "koRpus takes the square root for a grade.",
    ),
)
