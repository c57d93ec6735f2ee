"""A corpus by the clock: when its outlets publish, how soon they change a text, how far its texts look."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.columns import PUBLISHING_SCHEDULE, TIME_HORIZON, UPDATE_GAPS
from newskit.analyses.timeline.publication import KINDS, ArticleTimestamp, article_timestamps, zone
from newskit.analyses.timeline.words import DAYS
from newskit.errors import InputError, unknown_name
from newskit.inputs import as_articles
from newskit.timestamps.outlets import find_outlet

_MINUTE = timedelta(minutes=1)


def publishing_schedule(articles: Any, kind: str = "published") -> pd.DataFrame:
    """Count the articles of each outlet by weekday and hour of its own zone.

    Parameters
    ----------
    articles : DataFrame
        Articles with the columns of stamps that `timeline` names; `publisher`, where there is one, parts the outlets
        and, for an outlet that `outlets()` knows, says in which zone to count.
    kind : {"published", "updated"}
        Which stamp to count.

    Returns
    -------
    pandas.DataFrame
        One row for each `publisher` (NA without one), `weekday` (0 is Monday; NA for articles without the stamp) and
        `hour` (0 to 23; NA where no clock is known) that has articles: `weekday_name`, `n_articles`.

    Raises
    ------
    UnknownNameError
        If there is no such kind.
    InputError
        If a stamp is not a time, or a zone does not exist.

    Examples
    --------
    >>> import pandas as pd
    >>> from newskit.analyses.timeline import publishing_schedule
    >>> stamps = pd.to_datetime(["2024-11-30 07:53", "2024-11-30 07:10", "2024-12-01 22:00"])
    >>> publishing_schedule(pd.DataFrame({"text": "...", "published_local": stamps}))[["weekday", "hour", "n_articles"]]
       weekday  hour  n_articles
    0        5     7           2
    1        6    22           1
    """
    if kind not in KINDS:
        raise unknown_name("kind of stamp", kind, KINDS)
    frame = as_articles(articles)
    counted: Counter[tuple[str | None, int | None, int | None]] = Counter()
    for publisher, known in zip(_publishers(frame), article_timestamps(frame), strict=True):
        stamp = next((s for s in known if s.kind == kind), None)
        moment = _own_clock(stamp, publisher) if stamp else None
        timed = moment is not None and stamp is not None and stamp.precision == "minute"
        counted[publisher, moment.weekday() if moment else None, moment.hour if timed and moment else None] += 1
    order = sorted(counted, key=lambda k: (k[0] or "", *(99 if x is None else x for x in k[1:])))
    rows = [
        {"publisher": p, "weekday": d, "hour": h, "n_articles": counted[p, d, h],
         "weekday_name": None if d is None else DAYS[d].title()}
        for p, d, h in order
    ]  # fmt: skip
    return tables.from_rows(PUBLISHING_SCHEDULE, rows)


def _publishers(frame: pd.DataFrame) -> list[str | None]:
    if "publisher" not in frame.columns:
        return [None] * len(frame)
    return [name if isinstance(name, str) and name else None for name in frame["publisher"].tolist()]


def _own_clock(stamp: ArticleTimestamp, publisher: str | None) -> datetime | None:
    """Return the wall clock of the outlet's own zone; as printed, or in UTC, where that zone is not known."""
    outlet = find_outlet(publisher) if publisher else None
    own = zone(outlet.zone) if outlet else None
    if own is not None and stamp.instant is not None and stamp.precision == "minute":
        return stamp.instant.astimezone(own)
    return stamp.local


def update_gaps(articles: Any) -> pd.DataFrame:
    """Measure the time from publication to the last update.

    Parameters
    ----------
    articles : DataFrame
        Articles with the columns of stamps that `timeline` names.

    Returns
    -------
    pandas.DataFrame
        One row for each article with both stamps: `article_id`, `publisher`, `minutes` (negative where the update bears
        the earlier time; NA where one of them is a day without a clock), `days` (from the one local day to the other)
        and `basis`: instants, or clocks (the two wall clocks, whose zone is not known).

    Raises
    ------
    InputError
        If a stamp is not a time, or a zone does not exist.

    Examples
    --------
    >>> import newskit as nk
    >>> from newskit.analyses.timeline import update_gaps
    >>> update_gaps(nk.load_example())[["minutes", "basis"]].values.tolist()
    [[275, 'instants']]
    """
    frame = as_articles(articles)
    rows: list[dict[str, Any]] = []
    for article_id, publisher, known in zip(frame["article_id"], _publishers(frame), article_timestamps(frame), strict=True):
        if len(known) == len(KINDS):
            rows.append({"article_id": article_id, "publisher": publisher, **_gap(*known)})
    return tables.from_rows(UPDATE_GAPS, rows)


def _gap(published: ArticleTimestamp, updated: ArticleTimestamp) -> dict[str, Any]:
    basis = "instants" if published.instant and updated.instant else "clocks"
    one, two = (published.instant, updated.instant) if basis == "instants" else (published.local, updated.local)
    timed = published.precision == updated.precision == "minute"
    days = _day(updated) - _day(published) if _day(updated) and _day(published) else None  # type: ignore[operator]
    minutes = (two - one) // _MINUTE if one and two and timed else None
    return {"minutes": minutes, "days": days.days if days is not None else None, "basis": basis}


def _day(stamp: ArticleTimestamp) -> date | None:
    moment = stamp.local or stamp.instant
    return moment.date() if moment else None


def time_horizon(timeline: pd.DataFrame) -> pd.DataFrame:
    """Measure how far back and ahead of its publication day an article looks.

    Parameters
    ----------
    timeline : DataFrame
        The table that `timeline` returned.

    Returns
    -------
    pandas.DataFrame
        One row for each article: `n_times` (times its texts name), `n_placed` (those that have a place on the
        calendar), `n_before`, `n_within` and `n_after` (all of it before the publication day, over it, after it), and
        `back_days` and `ahead_days`: days from the publication day to the first day and to the last day named, 0 where
        none is before or after it. NA without a publication day.

    Raises
    ------
    InputError
        If it is not a timeline.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.times.time_horizon(nk.timeline(nk.load_example()))[["n_times", "n_placed", "back_days", "ahead_days"]].values.tolist()
    [[21, 14, 286, 291]]
    """
    absent = [name for name in ("article_id", "kind", "time_from", "time_to") if name not in timeline.columns]
    if absent:
        raise InputError(f"The timeline has no column {absent[0]!r}; expected the table that `timeline` returns.")
    parts = timeline.groupby("article_id", sort=False)
    return tables.from_rows(TIME_HORIZON, ({"article_id": i, **_reach(rows)} for i, rows in parts))


def _reach(rows: pd.DataFrame) -> dict[str, Any]:
    mentions = rows[rows["kind"] == "mention"]
    placed = mentions.dropna(subset=["time_from", "time_to"])
    counts: dict[str, Any] = {"n_times": len(mentions), "n_placed": len(placed)}
    published = rows.loc[rows["kind"] == "published", "time_from"].dropna()
    if published.empty:
        return counts
    today = published.iloc[0].normalize()
    tomorrow = today + pd.Timedelta(days=1).as_unit("us")
    before, after = placed["time_to"] <= today, placed["time_from"] >= tomorrow
    counts |= {"n_before": int(before.sum()), "n_after": int(after.sum())}
    counts["n_within"] = len(placed) - counts["n_before"] - counts["n_after"]
    back = (today - placed["time_from"].min()).days if len(placed) else 0
    # The end is the first moment after it: a stretch that ends with tomorrow's first moment reaches no day ahead.
    ahead = -((tomorrow - placed["time_to"].max()) // pd.Timedelta(days=1)) if len(placed) else 0
    return {**counts, "back_days": max(back, 0), "ahead_days": max(ahead, 0)}
