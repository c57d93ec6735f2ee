"""The columns of certainty: columns.csv says what each means."""

from newskit.tables import columns_of

CERTAINTY = columns_of(__package__, "certainty")
CERTAINTY_RATES = columns_of(__package__, "certainty_rates")
