"""How soon outlets change a text."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.columns import UPDATE_GAPS
from newskit.analyses.timeline.publication import KINDS, ArticleTimestamp, article_timestamps
from newskit.analyses.timeline.publishers import publishers
from newskit.inputs import as_articles


def update_gaps(articles: pd.DataFrame) -> pd.DataFrame:
    """Measure the time from publication to the last update.

    Parameters
    ----------
    articles : DataFrame
        Articles with the columns of timestamps that `timeline` names.

    Returns
    -------
    pandas.DataFrame
        One row per article with both timestamps: `article_id`, `publisher`, `minutes` (negative
        where the update has the earlier time; NA where one of them is a day without a clock),
        `days` (from the one local day to the other) and `basis`: instants, or clocks (the two wall
        clocks, whose zone is not known).

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
    return tables.from_rows(UPDATE_GAPS, rows)


def _gap(published: ArticleTimestamp, updated: ArticleTimestamp) -> dict[str, Any]:
    first, second, basis = published.local, updated.local, "clocks"
    if published.instant and updated.instant:
        first, second, basis = published.instant, updated.instant, "instants"

    gap: dict[str, Any] = {"basis": basis}
    # A day without a clock has no minutes.
    have_clocks = published.precision == updated.precision == "minute"
    if first and second and have_clocks:
        gap["minutes"] = (second - first) // timedelta(minutes=1)

    days = [timestamp.local or timestamp.instant for timestamp in (published, updated)]
    first_day, last_day = (moment.date() for moment in days if moment)
    gap["days"] = (last_day - first_day).days
    return gap
