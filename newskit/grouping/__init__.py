"""Articles in groups, by outlet or month: counts are summed, then scored."""

from newskit.grouping.columns import DIFFERENCES, GROUPS
from newskit.grouping.groups import Groups, groups, groups_of, groups_of_table
from newskit.grouping.in_parts import SumsInParts
from newskit.grouping.keys import By
from newskit.grouping.labels import NOT_STATED
from newskit.grouping.own_clock import DERIVED, own_clock
from newskit.grouping.pairs import Pair, Sides
from newskit.grouping.summary import (
    Summary,
    by_group,
    by_group_of_table,
    grouped,
    need_whole_articles,
    without_groups,
)
from newskit.grouping.values import GroupValue, values_of
from newskit.tables import Table

TABLES = (
    Table("groups", GROUPS, "one row per article: its group, in the columns of `by`"),
    Table("differences", DIFFERENCES, "one row per measure and pair of groups"),
)

__all__ = [
    "DERIVED",
    "DIFFERENCES",
    "NOT_STATED",
    "TABLES",
    "By",
    "GroupValue",
    "Groups",
    "Pair",
    "Sides",
    "Summary",
    "SumsInParts",
    "by_group",
    "by_group_of_table",
    "grouped",
    "groups",
    "groups_of",
    "groups_of_table",
    "need_whole_articles",
    "own_clock",
    "values_of",
    "without_groups",
]
