"""The columns of names and mentions: columns.csv says what each means."""

from newskit.tables import columns_of

NAMES = columns_of(__package__, "names")
MENTIONS = columns_of(__package__, "mentions")
