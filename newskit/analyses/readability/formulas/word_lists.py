"""Measures that ask whether readers know the words: Dale and Chall, Bormuth, reading power."""

from __future__ import annotations

from typing import Any

from newskit.analyses.readability.formulas.measure import Counts, Measure
from newskit.analyses.readability.formulas.units import (
    CLOZE,
    EASIER,
    GRADE,
    HARDER,
    POINTS,
    POWERS,
    RECALCULATED,
)

_DALE_CHALL = (
    "Dale, E. & Chall, J. S. (1948). A formula for predicting readability. Educational Research "
    "Bulletin 27(1)"
)
_LIST = "McCall-Crabbs test lessons; list of words known to 4 in 5 fourth-graders"
_BORMUTH = (
    "Bormuth, J. R. (1969). Development of readability analyses. University of Chicago. "
    "ERIC ED029166"
)
_PASSAGES = "cloze tests on 330 passages, 2,600 pupils of grades 4 to 12"
_CRITERION = 0.35  # share of gaps filled that Bormuth's grade is asked for


def _with_constant(share: Any, c: Counts) -> Any:
    """Dale and Chall's formula of 1948, for a share of unfamiliar words in percent."""
    return 0.1579 * share + 0.0496 * c.W / c.S + 3.6365 * (share > 5)


def _unlisted_2(c: Counts) -> Any:
    return 100 * c.N2 / c.W


def _dale_chall_v2(c: Counts) -> Any:
    score = 0.1579 * _unlisted_2(c) + 0.0496 * c.W / c.S
    return score + 3.6365 * (score > 0.05)


def _mean_cloze(c: Counts) -> Any:
    length, familiar = c.W / c.S, 1 - c.U / c.W
    return (
        0.886593 - 0.083640 * c.L / c.W + 0.161911 * familiar**3
        - 0.021401 * length + 0.000577 * length**2 - 0.000005 * length**3
    )  # fmt: skip


def _bormuth_grade(c: Counts) -> Any:
    m, k = _mean_cloze(c), _CRITERION
    return (
        4.275 + 12.881 * m - 34.934 * m**2 + 20.388 * m**3
        + 26.194 * k - 2.046 * k**2 - 11.767 * k**3
        - 44.285 * (m * k) + 97.620 * (m * k) ** 2 - 59.538 * (m * k) ** 3
    )  # fmt: skip


MEASURES = (
    Measure(
        "dale_chall",
        "Dale-Chall score (1948)",
        lambda c: _with_constant(100 * c.U / c.W, c),
        "0.1579 (100 U/W) + 0.0496 W/S, and 3.6365 more if 100 U/W > 5",
        POINTS, 4, 11, HARDER,
        _LIST,
        _DALE_CHALL,
        "4.9 or less: grade 4 and below; 9.0 to 9.9: college. Inflections, names and numbers count "
        "as familiar, as the authors' instructions say; programs that skip this score news one to "
        "three points higher. koRpus and Wordless always add the constant.",
        classic=True,
    ),
    Measure(
        "dale_chall_psk",
        "Dale-Chall, recalculated by Powers, Sumner and Kearl",
        lambda c: 3.2672 + 0.0596 * c.W / c.S + 0.1155 * (100 * c.U / c.W),
        "3.2672 + 0.0596 W/S + 0.1155 (100 U/W)",
        GRADE, 4, 9, HARDER,
        RECALCULATED,
        POWERS,
        "Read in koRpus, quanteda.textstats, Wordless and Readability Studio, which agree.",
    ),
    Measure(
        "dale_chall_1995",
        "New Dale-Chall cloze score (1995)",
        lambda c: 64 - 0.95 * (100 * c.U / c.W) - 0.69 * c.W / c.S,
        "64 - 0.95 (100 U/W) - 0.69 W/S",
        CLOZE, 15, 50, EASIER,
        "cloze scores of passages for school and adult readers",
        "Chall, J. S. & Dale, E. (1995). Readability Revisited: The New Dale-Chall Readability "
        "Formula. Brookline Books",
        "58 and more: grade 1; 40 to 44: grades 5 and 6; 28 to 33: 9 and 10; 15 and less: college "
        "graduate. Here on the list of 1948. Read in koRpus, quanteda.textstats and Wordless, "
        "which agree.",
    ),
    Measure(
        "dale_chall_textstat",
        "Dale-Chall score as in textstat",
        lambda c: _with_constant(100 * c.N / c.W, c),
        "0.1579 (100 N/W) + 0.0496 W/S, and 3.6365 more if 100 N/W > 5",
        POINTS, 6, 13, HARDER,
        _LIST,
        f"textstat 0.7.13 (software), after {_DALE_CHALL}",
        "Inflected words, names and numbers count as unfamiliar, against the authors' "
        "instructions. For comparison only.",
    ),
    Measure(
        "dale_chall_v2_textstat",
        "Dale-Chall score, second version in textstat",
        _dale_chall_v2,
        "0.1579 (100 N2/W) + 0.0496 W/S + 3.6365",
        POINTS, 6, 12, HARDER,
        _LIST,
        f"textstat 0.7.13 (software), after {_DALE_CHALL}",
        "textstat calls it the new formula; it is that of 1948 with words of one syllable taken as "
        "familiar, and a test that always adds the constant. For comparison only.",
    ),
    Measure(
        "spache_textstat",
        "Spache as in textstat",
        lambda c: 0.141 * c.W / c.S + 0.086 * _unlisted_2(c) + 0.839,
        "0.141 W/S + 0.086 (100 N2/W) + 0.839",
        GRADE, 4, 8, HARDER,
        "school books, grades 1 to 3 (with another word list)",
        "textstat 0.7.13 (software), after Spache, G. (1953). A new readability formula for "
        "primary-grade reading materials. Elementary School Journal 53(7), 410-413. "
        "doi:10.1086/458513",
        "Spache's constants of 1953 on Dale and Chall's list, and every occurrence counted. For "
        "comparison only; Spache's own measure is left out.",
    ),
    Measure(
        "bormuth_mean_cloze",
        "Bormuth mean cloze",
        _mean_cloze,
        "0.886593 - 0.08364 L/W + 0.161911 F^3 - 0.021401 (W/S) + 0.000577 (W/S)^2 - 0.000005 "
        "(W/S)^3, where F = (W - U)/W",
        "share of gaps that readers fill (cloze), 0 to 1", 0.25, 0.5, EASIER,
        _PASSAGES,
        _BORMUTH,
        "Read in koRpus, Wordless and Readability Studio. quanteda.textstats has 0.21401 for W/S, "
        "prints 0.03640 for 0.08364, and, like Wordless, enters unfamiliar words where F is the "
        "share of familiar ones.",
    ),
    Measure(
        "bormuth_grade",
        "Bormuth grade placement",
        _bormuth_grade,
        "4.275 + 12.881 B - 34.934 B^2 + 20.388 B^3 + 26.194 k - 2.046 k^2 - 11.767 k^3 - 44.285 "
        "Bk + 97.620 (Bk)^2 - 59.538 (Bk)^3, where B is Bormuth mean cloze and k = 0.35",
        GRADE, 5, 13, HARDER,
        _PASSAGES,
        _BORMUTH,
        "The grade at which readers fill 35 percent of the gaps. Read in koRpus and Wordless. "
        "quanteda.textstats prints 42.285 for 44.285, enters characters for one k and 35 for the "
        "others. Bormuth's other formula for the same grade, as Readability Studio has it, agrees "
        "with this one to half a grade on news.",
    ),
    Measure(
        "drp",
        "Degrees of reading power",
        lambda c: 100 * (1 - _mean_cloze(c)),
        "100 (1 - B), where B is Bormuth mean cloze",
        "DRP units, 0 to 100", 50, 75, HARDER,
        _PASSAGES,
        "College Entrance Examination Board (1981). Degrees of Reading Power brings the students "
        "and the text together; Carver, R. P. (1985). Measuring readability using DRP units. "
        "Journal of Reading Behavior 17(4), 303-316",
        "Read in quanteda.textstats, Wordless (rounded) and Readability Studio; koRpus takes "
        "the percentage for the share.",
    ),
)
