"""Names: who and what an article names, and every mention of them."""

from newskit.analyses.names.by_group import MENTIONS_BY_GROUP, NAMES_BY_GROUP
from newskit.analyses.names.columns import MENTIONS, NAMES
from newskit.analyses.names.mentions import mentions, mentions_of
from newskit.analyses.names.names import names, names_of
from newskit.grouping import grouped
from newskit.tables import Table

TABLES = (
    Table(
        "names",
        NAMES,
        "one row per person, organization or place that an article names",
        from_batch=names_of,
        grouped=grouped(NAMES_BY_GROUP, "articles", names),
    ),
    Table(
        "mentions",
        MENTIONS,
        "one row per mention of a name",
        from_batch=mentions_of,
        grouped=grouped(MENTIONS_BY_GROUP, "mentions"),
    ),
)

__all__ = ["TABLES", "mentions", "names"]
