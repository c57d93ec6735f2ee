"""The columns of the tables of coding by hand: columns.csv says what each means."""

from newskit.tables import columns_of

AGREEMENT = columns_of(__package__, "agreement")
DISAGREEMENTS = columns_of(__package__, "disagreements")
