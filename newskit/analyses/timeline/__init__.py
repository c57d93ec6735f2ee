"""The timeline: when an article was published and updated, and when what it tells of happened."""

from newskit.analyses.timeline.by_group import (
    CHECKS_BY_GROUP,
    GAPS_BY_GROUP,
    HORIZON_BY_GROUP,
    SCHEDULE_BY_GROUP,
    TIMELINE_BY_GROUP,
)
from newskit.analyses.timeline.columns import (
    PUBLISHING_SCHEDULE,
    TIME_CHECKS,
    TIME_HORIZON,
    TIME_RULES,
    TIMELINE,
    UPDATE_GAPS,
)
from newskit.analyses.timeline.publishing_schedule import (
    merge_publishing_schedule,
    publishing_schedule,
)
from newskit.analyses.timeline.rule_book import rules_table
from newskit.analyses.timeline.time_checks import time_checks
from newskit.analyses.timeline.time_horizon import time_horizon
from newskit.analyses.timeline.timeline import timeline, timeline_of
from newskit.analyses.timeline.update_gaps import update_gaps
from newskit.analyses.timeline.who_speaks import who_speaks
from newskit.grouping import grouped
from newskit.tables import InParts, Table

TABLES = (
    Table(
        "timeline",
        TIMELINE,
        "one row per timestamp, and per time that the text names",
        from_batch=timeline_of,
        join=(("quotes",), who_speaks),
        by_default=True,
        grouped=grouped(TIMELINE_BY_GROUP, "timeline"),
    ),
    Table(
        "time_checks",
        TIME_CHECKS,
        "one row per pair of times that cannot both be right",
        from_tables=("timeline",),
        make=time_checks,
        grouped=grouped(CHECKS_BY_GROUP, "time_checks"),
    ),
    Table(
        "time_horizon",
        TIME_HORIZON,
        "one row per article: how far back and ahead it looks",
        from_tables=("timeline",),
        make=time_horizon,
        grouped=grouped(HORIZON_BY_GROUP, "time_horizon"),
    ),
    Table(
        "publishing_schedule",
        PUBLISHING_SCHEDULE,
        "one row per outlet, weekday and hour",
        from_tables=("articles",),
        make=publishing_schedule,
        scope="corpus",
        grouped=grouped(SCHEDULE_BY_GROUP, "articles", publishing_schedule),
        in_parts=InParts("articles", publishing_schedule, merge_publishing_schedule),
    ),
    Table(
        "update_gaps",
        UPDATE_GAPS,
        "one row per article with both timestamps: the time between them",
        from_tables=("articles",),
        make=update_gaps,
        grouped=grouped(GAPS_BY_GROUP, "update_gaps"),
    ),
    Table("time_rules", TIME_RULES, "one row per pattern of the rules that find times"),
)

__all__ = ["TABLES", "rules_table", "timeline", "timeline_of"]
