"""Readability: every formula in one place, scored on additive counts."""

from newskit.analyses.readability.columns import GRADES, MEASURES, READABILITY
from newskit.analyses.readability.grades import grades
from newskit.analyses.readability.measures import measures
from newskit.analyses.readability.readability import readability, readability_table
from newskit.analyses.readability.score import score
from newskit.tables import ARTICLE_ID, VOICE, Table

TABLES = (
    Table(
        "readability",
        (ARTICLE_ID, *READABILITY),
        "one row per article: scores of the measures that were asked for",
        from_tables=("counts",),
        make=readability_table,
        by_default=True,
    ),
    Table(
        "readability_by_voice",
        (ARTICLE_ID, VOICE, *READABILITY),
        "one row per article and voice: the outlet's own words, and quoted words",
        from_tables=("counts_by_voice",),
        make=readability_table,
        by_default=True,
    ),
    Table(
        "grades",
        GRADES,
        "one row per row of counts or scores: the school grades that several formulas give",
        from_tables=("counts",),
        make=grades,
    ),
    Table("measures", MEASURES, "one row per readability measure"),
)

__all__ = ["TABLES", "grades", "measures", "readability", "readability_table", "score"]
