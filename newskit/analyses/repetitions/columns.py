"""The columns of repetitions: columns.csv says what each means."""

from newskit.tables import columns_of

REPETITIONS = columns_of(__package__, "repetitions")
