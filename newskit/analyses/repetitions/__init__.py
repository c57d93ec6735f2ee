"""Repetitions: headlines, standfirsts and sentences that stand again."""

from newskit.analyses.repetitions.by_group import REPETITIONS_BY_GROUP
from newskit.analyses.repetitions.columns import REPETITIONS
from newskit.analyses.repetitions.repetitions import repetitions
from newskit.grouping import grouped
from newskit.tables import Table

TABLES = (
    Table(
        "repetitions",
        REPETITIONS,
        "one row per headline, standfirst or sentence that stood before",
        from_tables=("articles",),
        make=repetitions,
        scope="corpus",
        grouped=grouped(REPETITIONS_BY_GROUP, "repetitions"),
    ),
)

__all__ = ["TABLES", "repetitions"]
