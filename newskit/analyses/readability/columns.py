"""The columns of the scores, of what speaks against them, and of the measures themselves."""

from __future__ import annotations

from newskit.analyses.readability.formulas.english import ALL
from newskit.tables import FLAG, FLOAT, N_SENTENCES, N_WORDS, STRING, WHOLE, Column

CAVEATS = Column(
    "caveats",
    STRING,
    "codes",
    "why the scores should not be trusted, codes separated by '; '; NA if nothing is known against "
    "them",
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
    Column(
        "classic", FLAG, "", "whether it is one of the best known, which plots and reports show"
    ),
)

# One column per measure: what it is called, and how to read its number.
SCORES = tuple(Column(m.measure, FLOAT, m.unit, f"{m.name}; {m.direction}") for m in ALL)
READABILITY = (N_WORDS, N_SENTENCES, *SCORES, CAVEATS)

GRADES = (
    Column("n_measures", WHOLE, "measures", "formulas that gave a grade"),
    Column("grade_low", FLOAT, "US school grade", "lowest of the grades; higher is harder"),
    Column("grade_median", FLOAT, "US school grade", "median of the grades; higher is harder"),
    Column("grade_high", FLOAT, "US school grade", "highest of the grades; higher is harder"),
    Column("range", FLOAT, "grades", "highest minus lowest grade; higher is less agreement"),
)
