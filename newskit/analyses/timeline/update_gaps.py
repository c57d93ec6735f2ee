"""How soon outlets change a text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.by_group import GAPS_BY_GROUP
from newskit.analyses.timeline.columns import UPDATE_GAPS
from newskit.analyses.timeline.publication import KINDS, ArticleTimestamp, article_timestamps
from newskit.analyses.timeline.publishers import publishers
from newskit.grouping import By, by_group
from newskit.inputs import as_articles


def update_gaps(
    articles: pd.DataFrame,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Measure the time from publication to the last update.

    Parameters
    ----------
    articles : DataFrame
        Articles with the columns of timestamps that `timeline` names.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the means over its articles.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per article with both timestamps: `article_id`, `publisher`, `minutes` (negative
        where the update has the earlier time; NA where one of them is a day without a clock),
        `days` (from the one local day to the other) and `basis`: instants, or clocks (the two wall
        clocks, whose zone is not known).

        With `by`, one row per group: its keys, `n_articles`, `n_words`, `n_updated` (articles with
        both timestamps), `updated_share` (0 to 1, of all its articles), `minutes` and `days` (the
        means over these articles), and `caveats`.

    Raises
    ------
    InputError
        If a timestamp is not a time, or a zone does not exist.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.times.update_gaps(nk.load_example())[["minutes", "basis"]].values.tolist()
    [[275, 'instants']]
    """
    frame = as_articles(articles)
    known = zip(frame["article_id"], publishers(frame), article_timestamps(frame), strict=True)
    rows = [
        {"article_id": article_id, "publisher": publisher, **_gap(*timestamps)}
        for article_id, publisher, timestamps in known
        if len(timestamps) == len(KINDS)
    ]
    table = tables.from_rows(UPDATE_GAPS, rows)
    return by_group(GAPS_BY_GROUP, table, articles, by, interval)


def _gap(published: ArticleTimestamp, updated: ArticleTimestamp) -> dict[str, Any]:
    basis, first, second = "clocks", published.local, updated.local
    if published.instant and updated.instant:
        basis, first, second = "instants", published.instant, updated.instant

    # A day without a clock has no minutes.
    minutes = None
    is_timed = published.precision == updated.precision == "minute"
    if is_timed and first and second:
        minutes = (second - first) // timedelta(minutes=1)

    days = (_local_day(updated) - _local_day(published)).days
    return {"basis": basis, "minutes": minutes, "days": days}


def _local_day(timestamp: ArticleTimestamp) -> date:
    """Return the day on the wall; by UTC where the zone is not known."""
    known = filter(None, (timestamp.local, timestamp.instant))
    return next(known).date()
