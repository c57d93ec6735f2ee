"""Articles in groups, by outlet or month: counts are summed, then scored."""

from newskit.grouping.columns import GROUPS
from newskit.grouping.groups import By, Groups, groups, groups_of, groups_of_table
from newskit.grouping.labels import NOT_STATED
from newskit.grouping.summary import (
    Summary,
    by_group,
    by_group_of_table,
    grouped,
    need_whole_articles,
    without_groups,
)
from newskit.grouping.values import Value, values_of
from newskit.tables import Table

TABLES = (Table("groups", GROUPS, "one row per article: its group, in the columns of `by`"),)

__all__ = [
    "NOT_STATED",
    "TABLES",
    "By",
    "Groups",
    "Summary",
    "Value",
    "by_group",
    "by_group_of_table",
    "grouped",
    "groups",
    "groups_of",
    "groups_of_table",
    "need_whole_articles",
    "values_of",
    "without_groups",
]
