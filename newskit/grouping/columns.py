"""The columns that name the group, and the table of groups."""

from newskit.tables import ARTICLE_ID, N_WORDS, STRING, Column, columns_of

GROUP = Column(
    "group", STRING, "", "which group: a column for each key, named as `by` names it", True
)
DIFFERENCES = columns_of(__package__, "differences")
GROUPS = (ARTICLE_ID, GROUP, N_WORDS)
