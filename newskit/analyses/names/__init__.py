"""Names: who and what an article names, and every mention of them."""

from newskit.analyses.names.columns import MENTIONS, NAMES
from newskit.analyses.names.mentions import mentions, mentions_of
from newskit.analyses.names.names import names, names_of
from newskit.tables import Table

TABLES = (
    Table(
        "names",
        NAMES,
        "one row per person, organization or place that an article names",
        from_batch=names_of,
    ),
    Table(
        "mentions",
        MENTIONS,
        "one row per mention of a name",
        from_batch=mentions_of,
    ),
)

__all__ = ["TABLES", "mentions", "names"]
