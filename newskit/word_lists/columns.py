"""The columns of the catalog of word lists: columns.csv says what each means."""

from newskit.tables import columns_of

LEXICONS = columns_of(__package__, "lexicons")
