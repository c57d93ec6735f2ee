"""The columns of the outlets that newskit knows: columns.csv says what each means."""

from newskit.tables import columns_of

OUTLETS = columns_of(__package__, "outlets")
