"""The columns of the tables of this room: columns.csv says what each means."""

from newskit.tables import columns_of

ARTICLES = columns_of(__package__, "articles")
PROVENANCE = columns_of(__package__, "provenance")
DUPLICATES = columns_of(__package__, "duplicates")
DROPPED = columns_of(__package__, "dropped")
ERRORS = columns_of(__package__, "errors")
DESCRIBED_FILES = columns_of(__package__, "described_files")
DESCRIBED_FIELDS = columns_of(__package__, "described_fields")
