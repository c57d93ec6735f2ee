"""Articles in groups, by outlet or month: counts are summed, then scored."""

from newskit.grouping.groups import By, Groups, groups, groups_of
from newskit.grouping.labels import NOT_STATED

__all__ = ["NOT_STATED", "By", "Groups", "groups", "groups_of"]
