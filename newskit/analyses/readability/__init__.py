"""Readability: every formula in one place, scored on additive counts."""

from functools import partial

from newskit.analyses.readability.by_group import readability_by_group
from newskit.analyses.readability.columns import GRADES, MEASURES, READABILITY
from newskit.analyses.readability.grades import grades
from newskit.analyses.readability.measures import measures
from newskit.analyses.readability.readability import readability, readability_table
from newskit.analyses.readability.score import score
from newskit.grouping import grouped
from newskit.tables import ARTICLE_ID, VOICE, Table

_BY_GROUP = readability_by_group("all")
_BY_VOICE_AND_GROUP = readability_by_group("all", voice=True)
TABLES = (
    Table(
        "readability",
        (ARTICLE_ID, *READABILITY),
        "one row per article: scores of the measures that were asked for",
        from_tables=("counts",),
        make=readability_table,
        by_default=True,
        grouped=grouped(_BY_GROUP, "counts", readability_by_group()),
    ),
    Table(
        "readability_by_voice",
        (ARTICLE_ID, VOICE, *READABILITY),
        "one row per article and voice: the outlet's own words, and quoted words",
        from_tables=("counts_by_voice",),
        make=readability_table,
        by_default=True,
        grouped=grouped(_BY_VOICE_AND_GROUP, "articles", partial(readability, voice=True)),
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
