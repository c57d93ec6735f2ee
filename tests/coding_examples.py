"""Published examples of agreement: facts of small tables, and the numbers printed for them, with where they stand.

Where it says "as in", the numbers were read in that test suite or documentation, which cites the publication.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Example:
    """Codes (a row per unit, a column per coder), and what is printed: {"measure distance": "0.743"}."""

    source: str
    frame: pd.DataFrame
    printed: dict[str, str]


def units(text: str) -> pd.DataFrame:
    """One word per unit, one sign per coder; a full stop where a coder gave none."""
    return pd.DataFrame([[None if code == "." else code for code in word] for word in text.split()])


def table(*rows: str) -> pd.DataFrame:
    """How often one coder (rows) and the other (columns) gave which code."""
    counted = [[int(n) for n in row.split()] for row in rows]
    cells = ((str(i), str(j), n) for i, row in enumerate(counted, 1) for j, n in enumerate(row, 1))
    return pd.DataFrame([(i, j) for i, j, n in cells for _ in range(n)])


def counts(*rows: str) -> pd.DataFrame:
    """How many coders gave a unit (a row) which code (columns); who they were does not matter."""
    return pd.DataFrame([[str(j) for j, n in enumerate(row.split(), 1) for _ in range(int(n))] for row in rows])


PERCENT, FLEISS, AC1 = "percent_agreement nominal", "fleiss_kappa nominal", "gwet_ac1 nominal"
KAPPA, LINEAR, QUADRATIC = (f"cohen_kappa {distance}" for distance in ("nominal", "linear", "quadratic"))
PI = "scott_pi nominal"
LEVELS = ("nominal", "ordinal", "interval", "ratio")
NOMINAL, ORDINAL, INTERVAL, RATIO = (f"krippendorff_alpha {level}" for level in LEVELS)
# With two codes, 0 and 1, distances of all levels are the same.
TWO_CODES = dict.fromkeys((NOMINAL, ORDINAL, INTERVAL, RATIO), "0.095")

EXAMPLES = (
    Example(
        "Krippendorff 2011, Computing Krippendorff's alpha-reliability, four observers; R package irr, kripp.alpha",
        units("11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3."),
        {NOMINAL: "0.743", ORDINAL: "0.815", INTERVAL: "0.849", RATIO: "0.797"},
    ),
    Example(
        "Gwet 2014, Handbook of Inter-Rater Reliability, p. 120; R package irrCAC, cac.raw4raters",
        units("11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3."),
        {PERCENT: "0.8181818", FLEISS: "0.76117", AC1: "0.77544", NOMINAL: "0.74342"},
    ),
    Example(
        "Krippendorff 2004, Content Analysis, p. 224, as in dkpro-statistics",
        units("10 11 01 00 00 01 00 01 00 00"),
        {PERCENT: "0.600", **TWO_CODES},
    ),
    Example(
        "Krippendorff 1980, Content Analysis, p. 133, as in dkpro-statistics",
        units("00 11 01 00 00 01 00 01 10 00"),
        {PERCENT: "0.600", **TWO_CODES},
    ),
    Example(
        "Krippendorff 1980, Content Analysis, p. 139, as in dkpro-statistics",
        units("111 122 222 444 144 222 123 333 222"),
        {PERCENT: "0.741", NOMINAL: "0.642", INTERVAL: "0.547", RATIO: "0.483"},
    ),
    Example(
        "Krippendorff 2004, Content Analysis, p. 227, as in dkpro-statistics",
        units("aa ab bb bb bb bb bc cc cc cc cc cc"),
        {PERCENT: "0.833", NOMINAL: "0.734"},
    ),
    Example(
        "Krippendorff 2004, Content Analysis, p. 246, first table, as in dkpro-statistics",
        table("12 9 9", "9 14 9", "9 9 20"),
        {PERCENT: "0.460", PI: "0.186", KAPPA: "0.186"},
    ),
    Example(
        "Krippendorff 2004, Content Analysis, p. 246, second table, as in dkpro-statistics",
        table("12 18 18", "0 14 18", "0 0 20"),
        {PERCENT: "0.460", PI: "0.186", KAPPA: "0.258"},
    ),
    Example(
        "Wikipedia, Krippendorff's alpha, a computational example; also fast-krippendorff",
        units(".1. ... .22 .11 .33 334 444 13. 2.2 1.1 1.1 3.3 3.3 ... 3.4"),
        {NOMINAL: "0.691", INTERVAL: "0.811"},
    ),
    Example(
        "Hayes and Krippendorff 2007, Answering the call for a standard reliability measure, p. 84",
        units(
            "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 "
            "1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. "
            "222.2 223.2 222.2 22.12 2222. 111.1"
        ),
        {NOMINAL: "0.477", ORDINAL: "0.7598", INTERVAL: "0.757"},
    ),
    Example(
        "Artstein and Poesio 2008, Inter-coder agreement for computational linguistics, p. 558",
        table("20 10", "20 50"),
        {PERCENT: "0.70", PI: "0.341", KAPPA: "0.348"},
    ),
    Example(
        "Artstein and Poesio 2008, p. 568, as in dkpro-statistics",
        table("46 0 0", "6 32 6", "0 0 10"),
        {PERCENT: "0.88", PI: "0.7995", KAPPA: "0.8013"},
    ),
    Example(
        "Cohen 1960, A coefficient of agreement for nominal scales, p. 45",
        table("88 14 18", "10 40 10", "2 6 12"),
        {PERCENT: "0.70", KAPPA: "0.492"},
    ),
    Example(
        "Brennan and Prediger 1981, Coefficient kappa, p. 689, as in dkpro-statistics",
        table("50 0 0", "10 10 10", "20 0 0"),
        {PERCENT: "0.60", KAPPA: "0.27"},
    ),
    Example(
        "Brennan and Prediger 1981, p. 691, as in dkpro-statistics",
        table("50 0 10", "0 10 10", "10 10 0"),
        {PERCENT: "0.60", KAPPA: "0.29"},
    ),
    Example(
        "Zwick 1988, Another look at interrater agreement, p. 376, first table, as in dkpro-statistics",
        table("20 0 0 5", "0 10 15 0", "0 15 10 0", "5 0 0 20"),
        {PERCENT: "0.600", PI: "0.467", KAPPA: "0.467"},
    ),
    Example(
        "Zwick 1988, p. 376, second table, as in dkpro-statistics",
        table("20 10 10 0", "10 10 0 0", "10 0 10 0", "0 0 0 20"),
        {PERCENT: "0.600", PI: "0.444", KAPPA: "0.444"},
    ),
    Example(
        "Zwick 1988, p. 376, third table, as in dkpro-statistics",
        table("20 5 5 10", "0 10 5 5", "0 5 10 5", "0 0 0 20"),
        {PERCENT: "0.60", PI: "0.46", KAPPA: "0.474"},
    ),
    Example(
        "Landis and Koch 1977, two pathologists, in Agresti 1992, p. 202, as in dkpro-statistics",
        table("22 2 2 0", "5 7 14 0", "0 2 36 0", "0 1 17 10"),
        {KAPPA: "0.493"},
    ),
    Example(
        "SAS, FREQ procedure, as in statsmodels",
        table("0 4 1", "0 8 0", "0 1 5"),
        {KAPPA: "0.4842", LINEAR: "0.4701"},
    ),
    Example(
        "R package irr, kappa2(anxiety[,2:3]), as in statsmodels",
        pd.DataFrame(zip("36462424332333221334", "21443216111233113322", strict=True)),
        {KAPPA: "-0.006289308", LINEAR: "0.1459075", QUADRATIC: "0.2520325"},
    ),
    Example(
        "scikit-learn, tests of cohen_kappa_score",
        table("46 0 0", "4 40 0", "0 0 10"),
        {KAPPA: "0.9315", LINEAR: "0.9412", QUADRATIC: "0.9541"},
    ),
    Example(
        "Tests of quadratic_weighted_kappa in ml_metrics",
        pd.DataFrame(zip("1231223", "1231232", strict=True)),
        {QUADRATIC: "0.75"},
    ),
    Example(
        "Gwet 2014, two abstractors; R package irrCAC, cont3x3abstractors; weighted: tests of Python's irrCAC",
        table("13 0 0", "0 20 7", "0 4 56"),
        {
            PERCENT: "0.89", KAPPA: "0.7964094", LINEAR: "0.843", QUADRATIC: "0.892", PI: "0.7962397",
            AC1: "0.8493305", NOMINAL: "0.7972585", INTERVAL: "0.893", RATIO: "0.927",
        },
    ),
    Example(
        "Gwet 2014, psychiatric patients by two methods; tests of the Python package irrCAC, cont4x4diagnosis",
        table("40 6 4 15", "4 25 1 5", "4 2 21 9", "17 13 12 45"),
        {KAPPA: "0.432", LINEAR: "0.407", QUADRATIC: "0.383", PI: "0.430", AC1: "0.456"},
    ),
    Example(
        "Fleiss 1971, Measuring nominal scale agreement among many raters; R package irr, kappam.fleiss(diagnoses)",
        units(
            "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 "
            "333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"
        ),
        {PERCENT: "0.5556", FLEISS: "0.4302445"},
    ),
    Example(
        "Wikipedia, Fleiss' kappa, worked example",
        counts(
            "0 0 0 0 14", "0 2 6 4 2", "0 0 3 5 6", "0 3 9 2 0", "2 2 8 1 1", "7 7 0 0 0", "3 2 6 3 0", "2 5 3 2 2",
            "6 5 2 1 0", "0 2 2 3 7",
        ),
        {FLEISS: "0.210", PERCENT: "0.378"},
    ),
    Example(
        "Randolph 2005, Free-marginal multirater kappa, p. 17, first table, as in dkpro-statistics",
        units("yyy yyn nny nnn"),
        {FLEISS: "0.33", PERCENT: "0.67"},
    ),
    Example(
        "Randolph 2005, p. 17, second table, as in dkpro-statistics",
        units("yyy yyn yyn yyy"),
        {FLEISS: "-0.20"},
    ),
    Example(
        "Warrens 2010, Inequalities between multi-rater kappas, p. 284 (data of O'Malley et al. 2006), as in "
        "dkpro-statistics, which gives .8324 and .8325 within .0001; Cohen's kappa over all pairs is Light's",
        units("nnnnnnnn " * 14 + "nnnannnn nnnnnnna " + "aaaaaaaa " * 10 + "aanaaaan " * 2 + "aananaan aananann"),
        {FLEISS: "0.832", KAPPA: "0.832"},
    ),
    Example(
        "Gwet 2014, after Fleiss 1971; R package irrCAC, distrib.6raters",
        counts(
            "0 0 0 6 0", "0 3 0 0 3", "0 1 4 0 1", "0 0 0 0 6", "0 3 0 3 0", "2 0 4 0 0", "0 0 4 0 2", "2 0 3 1 0",
            "2 0 0 4 0", "0 0 0 0 6", "1 0 0 5 0", "1 1 0 4 0", "0 3 3 0 0", "1 0 0 5 0", "0 2 0 3 1",
        ),
        {PERCENT: "0.5511111", FLEISS: "0.4139265", AC1: "0.4448007", NOMINAL: "0.4204384"},
    ),
    Example(
        "Gwet 2014, p. 125, five observers; tests of the Python package irrCAC",
        units("112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1"),
        {PERCENT: "0.616", FLEISS: "0.458", AC1: "0.497", NOMINAL: "0.481"},
    ),
    Example(
        "Gwet 2014, groups G1 and G2; tests of the Python package irrCAC",
        units("aa.a bbcb cccc cccc bbbb abcd dddd aaba bbbb .eee ..aa ..c. bbcb bacb"),
        {PERCENT: "0.744", FLEISS: "0.657", AC1: "0.685", NOMINAL: "0.632"},
    ),
    Example(
        "Gwet 2014, by gender; tests of the Python package irrCAC",
        units("aaac aabc aabc aacc abaa baaa bbbb bcbb cccc aaac aabc aabc aacc abaa baaa"),
        {PERCENT: "0.456", FLEISS: "0.129", AC1: "0.208", NOMINAL: "0.143"},
    ),
    Example(
        "Gwet 2014, Ben and Gerry; tests of the Python package irrCAC",
        units("ab aa bb bb db cc cc cc ee d. dd ad"),
        {PERCENT: "0.727", FLEISS: "0.649", AC1: "0.661", NOMINAL: "0.665"},
    ),
    Example(
        "Gwet 2014, four raters and three categories; R package irrCAC, cac.dist4cat",
        counts(
            "3 0 1", "2 1 1", "2 1 1", "2 0 2", "3 1 0", "3 1 0", "0 4 0", "0 3 1", "0 0 4", "3 1 0", "0 4 0", "0 3 1",
            "0 2 2", "0 0 4", "3 1 0",
        ),
        {AC1: "0.3518903"},
    ),
)

# Few print an ordinal alpha. These were computed by the Python package krippendorff 0.9.0, which agrees with newskit on
# all examples above and all four levels, to nine digits.
ORDINAL_BY_A_PEER = {
    "Krippendorff 1980, Content Analysis, p. 139": "0.499424",
    "Wikipedia, Krippendorff's alpha": "0.806721",
    "Cohen 1960": "0.493520",
    "R package irr, kappa2(anxiety[,2:3])": "0.176491",
    "Gwet 2014, p. 125, five observers": "0.768685",
}
