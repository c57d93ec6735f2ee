"""How far back and ahead of its publication day an article looks."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.by_group import HORIZON_BY_GROUP
from newskit.analyses.timeline.columns import TIME_HORIZON
from newskit.analyses.timeline.rows_by_article import Row, rows_by_article
from newskit.grouping import By, by_group_of_table
from newskit.tables import need_columns

_DAY = pd.Timedelta(days=1).as_unit("us")


def time_horizon(
    timeline: pd.DataFrame,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Measure how far back and ahead of its publication day an article looks.

    Parameters
    ----------
    timeline : DataFrame
        The table that `timeline` returned.
    by : str, callable, list of these or DataFrame, optional
        One row per group: ``by=nk.groups(articles, "publisher")``, or columns of the
        timeline; see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article: `n_times` (times its texts name), `n_placed` (those that have a place
        on the calendar), `n_before`, `n_within` and `n_after` (all of it before the publication
        day, over it, after it), and `back_days` and `ahead_days`: days from the publication day to
        the first day and to the last day named, 0 where none is before or after it. NA without a
        publication day.

        With `by`, one row per group: its keys, `n_articles`, `n_words`, the sums `n_times`,
        `n_placed`, `n_before`, `n_within` and `n_after`, `before_share` and `after_share` (0 to 1,
        of the times of articles with a publication day), `back_days` and `ahead_days` (the means
        over these articles), and `caveats`.

    Raises
    ------
    InputError
        If it is not a timeline.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.times.time_horizon(nk.timeline(nk.load_example()))
    >>> found[["n_times", "n_placed", "back_days", "ahead_days"]].values.tolist()
    [[22, 15, 286, 291]]
    """
    need_columns(timeline, ("article_id", "kind", "time_from", "time_to"), "timeline")
    articles = rows_by_article(timeline).items()
    rows = [{"article_id": article_id, **_horizon(times)} for article_id, times in articles]
    table = tables.from_rows(TIME_HORIZON, rows)
    return by_group_of_table(HORIZON_BY_GROUP, table, timeline, by, interval)


def _horizon(times: list[Row]) -> Row:
    """Measure one article, from the rows of its timeline."""
    named = [time for time in times if time["kind"] == "mention"]
    placed = [time for time in named if time["time_from"]]
    counts = {"n_times": len(named), "n_placed": len(placed)}
    published = [time["time_from"] for time in times if time["kind"] == "published"]
    if not any(published):
        return counts

    today = published[0].normalize()
    tomorrow = today + _DAY
    n_before = sum(time["time_to"] <= today for time in placed)
    n_after = sum(time["time_from"] >= tomorrow for time in placed)
    back = [(today - time["time_from"]).days for time in placed]
    # The end is the first moment after it: a stretch that ends with tomorrow's first moment looks
    # no day ahead, so the days are rounded up.
    ahead = [-(tomorrow - time["time_to"]).days for time in placed]
    return {
        **counts,
        "n_before": n_before,
        "n_within": len(placed) - n_before - n_after,
        "n_after": n_after,
        "back_days": max([0, *back]),
        "ahead_days": max([0, *ahead]),
    }
