"""The word lists that newskit ships: a catalog of them, and one reader."""

from newskit.tables import Table
from newskit.word_lists.catalog import catalog, load
from newskit.word_lists.columns import LEXICONS
from newskit.word_lists.files import first_column, lexicon_file, lexicon_text, packed_columns, rows

TABLES = (Table("lexicons", LEXICONS, "one row per word list"),)

__all__ = [
    "TABLES",
    "catalog",
    "first_column",
    "lexicon_file",
    "lexicon_text",
    "load",
    "packed_columns",
    "rows",
]
