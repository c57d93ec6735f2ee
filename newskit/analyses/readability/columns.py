"""The columns of the scores and of the measures: columns.csv says what each means."""

from newskit.analyses.readability.formulas.english import ALL
from newskit.tables import FLOAT, N_SENTENCES, N_WORDS, Column, columns_of

MEASURES = columns_of(__package__, "measures")
GRADES = columns_of(__package__, "grades")
CAVEATS = columns_of(__package__, "caveats")

# One column per measure: what it is called, and how to read its number.
SCORES = tuple(Column(m.measure, FLOAT, m.unit, f"{m.name}; {m.direction}") for m in ALL)
READABILITY = (N_WORDS, N_SENTENCES, *SCORES, *CAVEATS)
