"""How far back and ahead of its publication day an article looks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.columns import TIME_HORIZON
from newskit.tables import need_columns

_DAY = pd.Timedelta(days=1).as_unit("us")


def time_horizon(timeline: pd.DataFrame) -> pd.DataFrame:
    """Measure how far back and ahead of its publication day an article looks.

    Parameters
    ----------
    timeline : DataFrame
        The table that `timeline` returned.

    Returns
    -------
    pandas.DataFrame
        One row per article: `n_times` (times its texts name), `n_placed` (those that have a place
        on the calendar), `n_before`, `n_within` and `n_after` (all of it before the publication
        day, over it, after it), and `back_days` and `ahead_days`: days from the publication day to
        the first day and to the last day named, 0 where none is before or after it. NA without a
        publication day.

    Raises
    ------
    InputError
        If it is not a timeline.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.times.time_horizon(nk.timeline(nk.load_example()))
    >>> found[["n_times", "n_placed", "back_days", "ahead_days"]].values.tolist()
    [[21, 14, 286, 291]]
    """
    need_columns(timeline, ("article_id", "kind", "time_from", "time_to"), "timeline")
    articles = timeline.groupby("article_id", sort=False)
    rows = [{"article_id": article_id, **_horizon(times)} for article_id, times in articles]
    return tables.from_rows(TIME_HORIZON, rows)


def _horizon(times: pd.DataFrame) -> dict[str, Any]:
    mentions = times[times["kind"] == "mention"]
    placed = mentions.dropna(subset=["time_from", "time_to"])
    counts = {"n_times": len(mentions), "n_placed": len(placed)}
    published = times.loc[times["kind"] == "published", "time_from"].dropna()
    if published.empty:
        return counts

    today = published.iloc[0].normalize()
    tomorrow = today + _DAY
    n_before = int((placed["time_to"] <= today).sum())
    n_after = int((placed["time_from"] >= tomorrow).sum())
    counts["n_before"] = n_before
    counts["n_within"] = len(placed) - n_before - n_after
    counts["n_after"] = n_after
    if placed.empty:
        return {**counts, "back_days": 0, "ahead_days": 0}

    back = (today - placed["time_from"].min()).days
    # The end is the first moment after it: a stretch that ends with tomorrow's first moment looks
    # no day ahead, so the days are rounded up.
    ahead = -(tomorrow - placed["time_to"].max()).days
    return {**counts, "back_days": max(back, 0), "ahead_days": max(ahead, 0)}
