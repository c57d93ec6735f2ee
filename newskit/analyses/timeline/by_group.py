"""Times by group: by_group.csv says what each number is made of."""

from __future__ import annotations

from typing import Final

import pandas as pd

from newskit.analyses.timeline.columns import PUBLISHING_SCHEDULE, TIME_CHECKS
from newskit.grouping import Summary, values_of
from newskit.tables import chosen

_ROOM: Final = __package__ or ""


def _time_sums(timeline: pd.DataFrame) -> pd.DataFrame:
    named = timeline["kind"] == "mention"
    tense = timeline["tense"]
    return timeline[["article_id"]].assign(
        n_times=named,
        n_placed=named & timeline["time_from"].notna(),
        n_relative=named & timeline["relative"].fillna(False).astype(bool),
        n_tensed=named & tense.notna(),
        n_past=named & tense.eq("past").fillna(False),
        n_ahead=named & tense.isin(("future", "planned")),
        n_articles_dated=timeline["kind"] == "published",
    )


def _horizon_sums(horizon: pd.DataFrame) -> pd.DataFrame:
    sides = horizon[["n_before", "n_within", "n_after"]]
    return horizon.assign(n_sided=sides.sum(axis=1))


def _finding_sums(checks: pd.DataFrame) -> pd.DataFrame:
    return checks[["article_id", "check"]].assign(n=1)


def _gap_sums(gaps: pd.DataFrame) -> pd.DataFrame:
    return gaps[["article_id", "minutes", "days"]].assign(n_updated=1)


TIMELINE_BY_GROUP: Final = Summary(values_of(_ROOM, "timeline"), _time_sums)
HORIZON_BY_GROUP: Final = Summary(values_of(_ROOM, "time_horizon"), _horizon_sums)
CHECKS_BY_GROUP: Final = Summary(
    values_of(_ROOM, "time_checks"),
    _finding_sums,
    within=chosen(TIME_CHECKS, "check"),
    largest="n",
)
SCHEDULE_BY_GROUP: Final = Summary(
    values_of(_ROOM, "publishing_schedule"),
    within=chosen(PUBLISHING_SCHEDULE, "weekday", "weekday_name", "hour"),
)
GAPS_BY_GROUP: Final = Summary(values_of(_ROOM, "update_gaps"), _gap_sums)
