"""Sentence length and word length, straight to a grade: Flesch-Kincaid, ARI, Coleman-Liau."""

from __future__ import annotations

from typing import Any

from newskit.analyses.readability.formulas.measure import Counts, Measure
from newskit.analyses.readability.formulas.units import (
    CLOZE,
    EASIER,
    GRADE,
    HARDER,
    KINCAID,
    NAVY,
    POINTS,
)

_ARI = "Senter, R. J. & Smith, E. A. (1967). Automated Readability Index. AMRL-TR-66-220"
_COLEMAN_LIAU = (
    "Coleman, M. & Liau, T. L. (1975). A computer readability formula designed for machine "
    "scoring. Journal of Applied Psychology 60(2). doi:10.1037/h0076540"
)
_CLOZE_PASSAGES = "cloze scores of college students on 36 passages"


def _ecp(c: Counts) -> Any:
    """Coleman and Liau's estimated cloze percentage."""
    return 141.8401 - 0.21459 * (100 * c.L / c.W) + 1.079812 * (100 * c.S / c.W)


MEASURES = (
    Measure(
        "flesch_kincaid",
        "Flesch-Kincaid grade level",
        lambda c: 0.39 * c.W / c.S + 11.8 * c.Y / c.W - 15.59,
        "0.39 W/S + 11.8 Y/W - 15.59",
        GRADE, 0, 18, HARDER,
        NAVY,
        KINCAID,
        "py-readability-metrics 1.4.5 has 0.38 in place of 0.39.",
        classic=True,
    ),
    Measure(
        "ari",
        "Automated readability index",
        lambda c: 4.71 * c.C / c.W + 0.5 * c.W / c.S - 21.43,
        "4.71 C/W + 0.5 W/S - 21.43",
        GRADE, 0, 18, HARDER,
        "school textbooks, and Air Force technical texts",
        _ARI,
        "The documentation of quanteda.textstats prints 21.34, its code and all others have 21.43. "
        "Punctuation inside words is not counted here; textstat counts every sign that is no "
        "blank.",
        classic=True,
    ),
    Measure(
        "ari_simple",
        "Automated readability index, before it was scaled to grades",
        lambda c: c.W / c.S + 9 * c.C / c.W,
        "W/S + 9 C/W",
        POINTS, 50, 80, HARDER,
        "school textbooks, and Air Force technical texts",
        _ARI,
        "Read in koRpus and quanteda.textstats, which agree.",
    ),
    Measure(
        "ari_navy",
        "Automated readability index, recalculated for the Navy",
        lambda c: 5.84 * c.C / c.W + 0.37 * c.W / c.S - 26.01,
        "5.84 C/W + 0.37 W/S - 26.01",
        GRADE, 4, 17, HARDER,
        NAVY,
        KINCAID,
        "Read in Wordless and Readability Studio, which agree.",
    ),
    Measure(
        "ari_navy_simplified",
        "Automated readability index for the Navy, rounded",
        lambda c: 6 * c.C / c.W + 0.4 * c.W / c.S - 27.4,
        "6 C/W + 0.4 W/S - 27.4",
        GRADE, 4, 17, HARDER,
        NAVY,
        KINCAID,
        "ari_navy with round constants; ARI.NRI in koRpus and quanteda.textstats, which agree with "
        "Readability Studio.",
    ),
    Measure(
        "coleman_liau",
        "Coleman-Liau index",
        lambda c: 5.88 * c.L / c.W - 29.6 * c.S / c.W - 15.8,
        "5.88 L/W - 29.6 S/W - 15.8",
        GRADE, 0, 18, HARDER,
        _CLOZE_PASSAGES,
        _COLEMAN_LIAU,
        "Other programs give the first constant as 0.0588 per 100 words, which is the same, or as "
        "0.058, which is not.",
        classic=True,
    ),
    Measure(
        "coleman_liau_ecp",
        "Coleman-Liau estimated cloze percentage",
        _ecp,
        "141.8401 - 0.21459 (100 L/W) + 1.079812 (100 S/W)",
        CLOZE, 30, 55, EASIER,
        _CLOZE_PASSAGES,
        _COLEMAN_LIAU,
        "The estimate that the grade is made from. Read in koRpus, quanteda.textstats and "
        "Wordless, which agree.",
    ),
    Measure(
        "coleman_liau_grade",
        "Coleman-Liau index, unrounded",
        lambda c: -27.4004 * _ecp(c) / 100 + 23.06395,
        "23.06395 - 27.4004 E/100, where E = 141.8401 - 0.21459 (100 L/W) + 1.079812 (100 S/W)",
        GRADE, 0, 18, HARDER,
        _CLOZE_PASSAGES,
        _COLEMAN_LIAU,
        "The authors' own two steps; coleman_liau is the same with rounded constants, within a "
        "hundredth of a grade. Read in koRpus, quanteda.textstats (code), Wordless and, multiplied "
        "out, textacy.",
    ),
    Measure(
        "coleman_liau_textstat",
        "Coleman-Liau index as in textstat",
        lambda c: 5.8 * c.L / c.W - 29.6 * c.S / c.W - 15.8,
        "5.8 L/W - 29.6 S/W - 15.8",
        GRADE, 0, 18, HARDER,
        _CLOZE_PASSAGES,
        "textstat 0.7.13 (software)",
        "0.058 per 100 words in place of the paper's 0.0588: about 0.4 of a grade lower. For "
        "comparison with published numbers only.",
    ),
)
