"""Repetitions: headlines, standfirsts and sentences that stand again."""

from newskit.analyses.repetitions.columns import REPETITIONS
from newskit.analyses.repetitions.repetitions import repetitions
from newskit.tables import Table

TABLES = (
    Table(
        "repetitions",
        REPETITIONS,
        "one row per headline, standfirst or sentence that stood before",
        from_tables=("articles",),
        make=repetitions,
        scope="corpus",
    ),
)

__all__ = ["TABLES", "repetitions"]
