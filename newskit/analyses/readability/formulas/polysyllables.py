"""Measures that count words of three syllables or more: fog, SMOG, Linsear Write."""

from __future__ import annotations

from typing import Any

from newskit.analyses.readability.formulas.measure import Counts, Measure
from newskit.analyses.readability.formulas.units import (
    GRADE,
    HARDER,
    KINCAID,
    NAVY,
    POWERS,
    RECALCULATED,
)

_GUNNING = "Gunning, R. (1952). The Technique of Clear Writing. McGraw-Hill"
_MCLAUGHLIN = (
    "McLaughlin, G. H. (1969). SMOG grading: a new readability formula. Journal of Reading 12(8)"
)
_BY_JUDGMENT = "business and newspaper prose, by judgment rather than by a fit"
_FULL = "McCall-Crabbs test lessons, full comprehension; samples of 30 sentences"
_SHORT = "Made for 30 sentences or more; shorter texts carry the caveat smog-short."


def _in_30_sentences(c: Counts) -> Any:
    return 30 * c.P / c.S


def _linsear_write(c: Counts) -> Any:
    r = (c.W + 2 * c.P) / c.S
    return r / 2 - (r <= 20)


MEASURES = (
    Measure(
        "gunning_fog",
        "Gunning fog index",
        lambda c: 0.4 * (c.W / c.S + 100 * c.H / c.W),
        "0.4 (W/S + 100 H/W)",
        GRADE, 6, 17, HARDER,
        _BY_JUDGMENT,
        _GUNNING,
        "Hard words follow Gunning's rules: no names, no compounds of short words, no -es or -ed "
        "as third syllable. Many programs count every word of three syllables, which gives higher "
        "values: gunning_fog_simple.",
        classic=True,
    ),
    Measure(
        "gunning_fog_simple",
        "Gunning fog index, all words of three syllables",
        lambda c: 0.4 * (c.W / c.S + 100 * c.P / c.W),
        "0.4 (W/S + 100 P/W)",
        GRADE, 6, 20, HARDER,
        _BY_JUDGMENT,
        "quanteda.textstats, TextDescriptives, textacy (software), after " + _GUNNING,
        "Without Gunning's exceptions, as most programs count. For comparison with published "
        "numbers.",
    ),
    Measure(
        "gunning_fog_textstat",
        "Gunning fog index as in textstat",
        lambda c: 0.4 * (c.W / c.S + 100 * c.N3 / c.W),
        "0.4 (W/S + 100 N3/W)",
        GRADE, 6, 20, HARDER,
        _BY_JUDGMENT,
        "textstat 0.7.13 (software), after " + _GUNNING,
        "Hard are words of three syllables that are not on the Dale-Chall list; names count. For "
        "comparison only.",
    ),
    Measure(
        "fog_psk",
        "Fog, recalculated by Powers, Sumner and Kearl",
        lambda c: 3.0680 + 0.0877 * c.W / c.S + 0.0984 * (100 * c.H / c.W),
        "3.0680 + 0.0877 W/S + 0.0984 (100 H/W)",
        GRADE, 4, 8, HARDER,
        RECALCULATED,
        POWERS,
        "Read in koRpus, Wordless, Readability Studio and DuBay (2004). quanteda.textstats "
        "multiplies by 3.0680 where all others add it.",
    ),
    Measure(
        "fog_navy",
        "New fog count",
        lambda c: ((c.W + 2 * c.P) / c.S - 3) / 2,
        "((W + 2 P)/S - 3) / 2",
        GRADE, 5, 19, HARDER,
        NAVY,
        KINCAID,
        "An easy word counts once and a hard one three times. Read in Wordless and Readability "
        "Studio. quanteda.textstats does not scale to 100 words, so that its value grows with the "
        "text, and koRpus mixes counts with percentages.",
    ),
    Measure(
        "smog",
        "SMOG grade",
        lambda c: 3.1291 + 1.0430 * _in_30_sentences(c) ** 0.5,
        "3.1291 + 1.0430 sqrt(30 P/S)",
        GRADE, 4, 18, HARDER,
        _FULL,
        _MCLAUGHLIN,
        _SHORT,
        classic=True,
    ),
    Measure(
        "smog_c",
        "SMOG, equation C",
        lambda c: 2.8795 + 0.9986 * (_in_30_sentences(c) + 5) ** 0.5,
        "2.8795 + 0.9986 sqrt(30 P/S + 5)",
        GRADE, 4, 18, HARDER,
        _FULL,
        _MCLAUGHLIN,
        f"Another fit in the same paper. {_SHORT} "
        "Read in koRpus and quanteda.textstats, which agree.",
    ),
    Measure(
        "smog_simple",
        "SMOG by hand",
        lambda c: 3 + _in_30_sentences(c) ** 0.5,
        "3 + sqrt(30 P/S)",
        GRADE, 4, 18, HARDER,
        _FULL,
        _MCLAUGHLIN,
        "The rule the paper is known for; by hand the root is taken of the nearest perfect square. "
        f"{_SHORT} Read in koRpus, quanteda.textstats and Readability Studio (which rounds down).",
    ),
    Measure(
        "linsear_write",
        "Linsear Write",
        _linsear_write,
        "R/2 if R > 20, else R/2 - 1, where R = (W + 2 P)/S",
        GRADE, 5, 21, HARDER,
        "Air Force technical manuals, by report",
        "quanteda.textstats cites Klare, G. R. (1975). Assessing readability. Reading Research "
        "Quarterly 10(1), 62-102",
        "Meant for a sample of 100 words; here all words count (textstat takes the first 100). "
        "Read in koRpus, textstat and py-readability-metrics; quanteda.textstats gives 4 P/S. "
        "O'Hayre's Lensear Write (1966), from which the name comes, is another formula, on words "
        "of one syllable.",
    ),
)
