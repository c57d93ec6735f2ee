"""The columns of counts, which all add up: columns.csv says what each means."""

from newskit.tables import columns_of

COUNTED = columns_of(__package__, "counted")
