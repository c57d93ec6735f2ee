"""The columns of comparisons: columns.csv says what each means."""

from newskit.tables import columns_of

KEYNESS = columns_of(__package__, "keyness")
CONCORDANCE = columns_of(__package__, "concordance")
