"""Checks of an article against itself: stamps, weekdays and tenses that cannot all be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.calendar import make_day
from newskit.analyses.timeline.columns import TIME_CHECKS
from newskit.analyses.timeline.words import DAYS
from newskit.tables import need_columns

_WEEKDAY = re.compile(
    r"\b(?:(mon|tues|wednes|thurs|fri|satur|sun)day\b|(mon|tue|wed|thu|fri|sat|sun)\b\.?,?\s+(?=\w))", re.IGNORECASE
)
_SHORT = [name[:3] for name in DAYS]
# What somebody said may be of the future, whatever the tense of "said".
_REPORTING = frozenset(
    "said told announced added reported confirmed warned wrote stated agreed asked called noted claimed argued "
    "promised vowed predicted expected planned scheduled slated proposed suggested invited decided ordered "
    "expressed hoped wanted sought urged pledged set extended postponed delayed moved signaled indicated".split()
)
_DAY_PRECISION = ("day", "part-of-day", "hour", "minute")
Row = dict[str, Any]


def time_checks(timeline: pd.DataFrame) -> pd.DataFrame:
    """Find the times of an article that cannot all be right.

    A finding says that two things on the page disagree, not which of them is wrong; most are slips of the pen, some are
    clocks set wrongly, and now and then one shows that a text was changed after the day it bears.

    Parameters
    ----------
    timeline : DataFrame
        The table that `newskit.timeline` returned.

    Returns
    -------
    pandas.DataFrame
        One row a finding: `article_id`, `check_id` (counted from 0 in each article), `check`, `event_id` (the row of
        the timeline), `field`, `text` (the words), `start`, `end` (where they stand; NA for stamps), `message`. Checks:

        - `updated_before_published`: the update bears an earlier time than the publication;
        - `past_after_publication`: a date with its year that lies after the last stamp is told in the past tense; verbs
          of saying, hoping and planning do not count;
        - `weekday_and_date`: the weekday printed is not the weekday of the date; without a printed year, of that date
          in any of the three years round the publication;
        - `zone_not_in_force`: the printed zone is not in force on that day (EST in June).

    Raises
    ------
    InputError
        If it is not a timeline.

    Examples
    --------
    >>> import pandas as pd
    >>> from newskit.analyses.timeline import time_checks, timeline
    >>> published = pd.Timestamp("2024-11-30 07:53")
    >>> article = pd.DataFrame({"text": ["It began on Monday, November 17, 2024."], "published_local": [published]})
    >>> time_checks(timeline(article))[["check", "text"]].values.tolist()
    [['weekday_and_date', 'Monday, November 17, 2024']]
    """
    need_columns(timeline, ("article_id", "event_id", "timex_value"), "timeline")
    findings: list[Row] = []
    for article_id, rows in timeline.groupby("article_id", sort=False):
        found = [f for check in _CHECKS for f in check(_records(rows))]
        findings += [{**f, "article_id": article_id, "check_id": n} for n, f in enumerate(found)]
    return tables.from_rows(TIME_CHECKS, findings)


def _records(rows: pd.DataFrame) -> list[Row]:
    return [{str(k): None if pd.isna(v) else v for k, v in row.items()} for row in rows.to_dict("records")]


def _finding(check: str, row: Row, message: str) -> Row:
    place = {name: row[name] for name in ("event_id", "field", "text", "start", "end")}
    return {**place, "check": check, "message": message}


def _stamp(rows: list[Row], kind: str) -> Row | None:
    return next((row for row in rows if row["kind"] == kind), None)


def _order(rows: list[Row]) -> Iterator[Row]:
    published, updated = _stamp(rows, "published"), _stamp(rows, "updated")
    if published is None or updated is None:
        return
    for begin, end in (("instant", "instant"), ("time_from", "time_to")):
        if published[begin] is None or updated[begin] is None:
            continue
        # A day without a clock lasts until midnight: it is earlier only if all of it is.
        earlier = updated[end] <= published[begin] if begin != end else updated[end] < published[begin]
        if earlier:
            message = f"Updated {_say(updated)}, published {_say(published)}."
            yield _finding("updated_before_published", updated, message)
        return


def _say(row: Row) -> str:
    moment = row["time_from"] or row["instant"]
    return f"{moment:%Y-%m-%d}" if row["precision"] == "day" else f"{moment:%Y-%m-%d %H:%M}"


def _tenses(rows: list[Row]) -> Iterator[Row]:
    ends = [row["time_to"] for row in rows if row["kind"] != "mention" and row["time_to"] is not None]
    if not ends:
        return
    for row in rows:
        # "Next year" says itself that it lies ahead: only what does not hang on the publication day can disagree.
        told = row["kind"] == "mention" and row["tense"] == "past" and row["relative"] is False
        if not told or row["timex_type"] not in ("DATE", "TIME") or row["time_from"] is None:
            continue
        if row["time_from"] >= max(ends) and _REPORTING.isdisjoint((row["verb"] or "").lower().split()):
            message = f"{row['verb']!r} tells of {_say(row)}, after the last stamp."
            yield _finding("past_after_publication", row, message)


def _weekdays(rows: list[Row]) -> Iterator[Row]:
    for row in rows:
        moment = row["time_from"]
        if moment is None or row["text"] is None or row["precision"] not in _DAY_PRECISION or moment.year < 1583:
            continue
        named = {_SHORT.index((full or short).lower()[:3]) for full, short in _WEEKDAY.findall(row["text"])}
        if len(named) != 1 or not re.search(r"\d", row["text"]):
            continue
        (weekday,) = named
        if weekday not in _possible(moment, open_year=bool(row["relative"])):
            message = f"{moment:%Y-%m-%d} was a {DAYS[moment.weekday()].title()}, not a {DAYS[weekday].title()}."
            yield _finding("weekday_and_date", row, message)


def _possible(moment: datetime, *, open_year: bool) -> set[int]:
    years = range(moment.year - open_year, moment.year + open_year + 1)
    return {day.weekday() for year in years if (day := make_day(year, moment.month, moment.day))}


def _zones(rows: list[Row]) -> Iterator[Row]:
    for row in rows:
        if row["zone_conflict"]:
            day = f"{row['time_from']:%Y-%m-%d}"
            yield _finding("zone_not_in_force", row, f"The printed zone is not in force on {day}.")


_CHECKS = (_order, _zones, _weekdays, _tenses)
