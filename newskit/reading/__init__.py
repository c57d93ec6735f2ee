"""From files to one table of articles.

`formats.py` lists the forms of files; each is read by a module of its own. Text is normalized in
`cleaning.py` and nowhere else.
"""

from __future__ import annotations

from newskit.grouping import grouped
from newskit.reading.columns import (
    ARTICLES,
    DESCRIBED_FIELDS,
    DESCRIBED_FILES,
    DROPPED,
    DUPLICATES,
    ERRORS,
    PROVENANCE,
)
from newskit.reading.describing.describe_source import describe_source
from newskit.reading.describing.description import SourceDescription
from newskit.reading.dropped import dropped
from newskit.reading.duplicates import DUPLICATES_BY_GROUP, duplicates
from newskit.reading.duplicates_in_parts import merge_duplicates, reduce_duplicates
from newskit.reading.iter_articles import iter_articles
from newskit.reading.load_example import load_example
from newskit.reading.provenance import provenance
from newskit.reading.read_articles import read_articles
from newskit.reading.unread import unread
from newskit.reading.write_articles import write_articles
from newskit.tables import InParts, Table

TABLES = (
    Table("articles", ARTICLES, "one row per article"),
    Table(
        "errors",
        ERRORS,
        "one row per article that could not be read",
        from_tables=("articles",),
        make=unread,
    ),
    Table(
        "provenance",
        PROVENANCE,
        "one row per article and field: how it was found",
        from_tables=("articles",),
        make=provenance,
    ),
    Table(
        "dropped",
        DROPPED,
        "one row per line of a pasted text that is no part of the article",
        from_tables=("articles",),
        make=dropped,
    ),
    Table("described_files", DESCRIBED_FILES, "one row per file: what it was taken for, and why"),
    Table(
        "described_fields",
        DESCRIBED_FIELDS,
        "one row per file and field: what it is called there and here",
    ),
    Table(
        "duplicates",
        DUPLICATES,
        "one row per article: which articles are near-duplicates",
        from_tables=("articles",),
        make=duplicates,
        grouped=grouped(DUPLICATES_BY_GROUP, "duplicates"),
        scope="corpus",
        in_parts=InParts("articles", reduce_duplicates, merge_duplicates),
    ),
)

__all__ = [
    "TABLES",
    "SourceDescription",
    "describe_source",
    "dropped",
    "duplicates",
    "iter_articles",
    "load_example",
    "provenance",
    "read_articles",
    "write_articles",
]
