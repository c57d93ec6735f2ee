"""Flesch's reading ease, and its kin that count words of one syllable."""

from __future__ import annotations

from typing import Any

from newskit.analyses.readability.formulas.measure import Counts, Measure
from newskit.analyses.readability.formulas.units import (
    CLOZE,
    EASIER,
    GRADE,
    HARDER,
    MCCALL_CRABBS,
    POINTS,
    POWERS,
    RECALCULATED,
)

_COLEMAN = (
    "Coleman, E. B. (1965). On understanding prose: some determiners of its complexity. Report to "
    "the National Science Foundation; given again in Liau, T. L., Bassin, C. B., Martin, C. J. & "
    "Coleman, E. B. (1976). Modification of the Coleman readability formulas. Journal of Reading "
    "Behavior 8(4), 381-386"
)
_FORCAST = (
    "Caylor, J. S. & Sticht, T. G. (1973). Development of a simple readability index for job "
    "reading material. Human Resources Research Organization. ERIC ED076707"
)


def _monosyllables(c: Counts, per: int) -> Any:
    return per * c.M / c.W


MEASURES = (
    Measure(
        "flesch_reading_ease",
        "Flesch reading ease",
        lambda c: 206.835 - 1.015 * c.W / c.S - 84.6 * c.Y / c.W,
        "206.835 - 1.015 W/S - 84.6 Y/W",
        POINTS, 0, 100, EASIER,
        MCCALL_CRABBS,
        "Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3). "
        "doi:10.1037/h0057532",
        "60 to 70 is called plain English. The scale is open at both ends.",
        classic=True,
    ),
    Measure(
        "flesch_psk",
        "Flesch, recalculated by Powers, Sumner and Kearl",
        lambda c: 0.0778 * c.W / c.S + 4.55 * c.Y / c.W - 2.2029,
        "0.0778 W/S + 4.55 Y/W - 2.2029",
        GRADE, 4, 9, HARDER,
        RECALCULATED,
        POWERS,
        "Flesch's two counts fitted anew, straight to a grade; half of the questions answered, so "
        "grades are low. Read in koRpus, quanteda.textstats, Wordless and Readability Studio, "
        "which agree (4.55 for a word is 0.0455 for a hundred).",
    ),
    Measure(
        "farr_jenkins_paterson",
        "Farr-Jenkins-Paterson",
        lambda c: 1.599 * _monosyllables(c, 100) - 1.015 * c.W / c.S - 31.517,
        "1.599 (100 M/W) - 1.015 W/S - 31.517",
        POINTS, 0, 100, EASIER,
        "Flesch reading ease itself, on samples of employee handbooks",
        "Farr, J. N., Jenkins, J. J. & Paterson, D. G. (1951). Simplification of Flesch reading "
        "ease formula. Journal of Applied Psychology 35(5), 333-337. doi:10.1037/h0062427",
        "Reading ease with no syllables to count but the single ones. Read in koRpus, Wordless and "
        "Readability Studio; quanteda.textstats leaves out the 100, so that words hardly matter "
        "there.",
    ),
    Measure(
        "farr_jenkins_paterson_psk",
        "Farr-Jenkins-Paterson, recalculated by Powers, Sumner and Kearl",
        lambda c: 8.4335 + 0.0923 * c.W / c.S - 0.0648 * _monosyllables(c, 100),
        "8.4335 + 0.0923 W/S - 0.0648 (100 M/W)",
        GRADE, 5, 9, HARDER,
        RECALCULATED,
        POWERS,
        "Read in koRpus, Wordless and Readability Studio, which agree; quanteda.textstats does not "
        "have it.",
    ),
    Measure(
        "coleman_1",
        "Coleman's first formula",
        lambda c: 1.29 * _monosyllables(c, 100) - 38.45,
        "1.29 (100 M/W) - 38.45",
        CLOZE, 25, 55, EASIER,
        "cloze scores of prose passages; correlation .86",
        _COLEMAN,
        "Read in koRpus, quanteda.textstats, Wordless and DuBay (2004), which agree. Sentences do "
        "not enter.",
    ),
    Measure(
        "coleman_2",
        "Coleman's second formula",
        lambda c: 1.16 * _monosyllables(c, 100) + 1.48 * (100 * c.S / c.W) - 37.95,
        "1.16 (100 M/W) + 1.48 (100 S/W) - 37.95",
        CLOZE, 25, 55, EASIER,
        "cloze scores of prose passages; correlation .89",
        _COLEMAN,
        "Read in koRpus, quanteda.textstats (code; its printed formula has a bracket elsewhere) "
        "and Wordless.",
    ),
    Measure(
        "forcast",
        "FORCAST",
        lambda c: 20 - _monosyllables(c, 150) / 10,
        "20 - (150 M/W) / 10",
        GRADE, 8, 13, HARDER,
        "job reading material of the US Army, read by enlisted men",
        _FORCAST,
        "Made for forms and manuals: sentences do not enter. This is the rounded form, meant to be "
        "done by hand; forcast_rgl has the fitted constants.",
    ),
    Measure(
        "forcast_rgl",
        "FORCAST reading grade level",
        lambda c: 20.43 - 0.11 * _monosyllables(c, 150),
        "20.43 - 0.11 (150 M/W)",
        GRADE, 8, 12, HARDER,
        "job reading material of the US Army, read by enlisted men",
        _FORCAST,
        "Read in koRpus, quanteda.textstats (code; its printed formula divides by 10 once more) "
        "and Wordless.",
    ),
)
