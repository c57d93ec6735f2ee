"""How soon outlets change a text."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.columns import UPDATE_GAPS
from newskit.analyses.timeline.publication import (
    KINDS,
    ArticleTimestamp,
    article_timestamps,
)
from newskit.analyses.timeline.publishers import publishers
from newskit.inputs import as_articles

_MINUTE = timedelta(minutes=1)


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
    have_clocks = published.precision == updated.precision == "minute"
    have_instants = published.instant is not None and updated.instant is not None
    if have_instants:
        minutes = _minutes(published.instant, updated.instant)
    else:
        minutes = _minutes(published.local, updated.local)
    return {
        "minutes": minutes if have_clocks else None,
        "days": _days(_day(published), _day(updated)),
        "basis": "instants" if have_instants else "clocks",
    }


def _minutes(first: datetime | None, second: datetime | None) -> int | None:
    known = first is not None and second is not None
    return (second - first) // _MINUTE if known else None


def _days(first: date | None, second: date | None) -> int | None:
    return (second - first).days if first and second else None


def _day(timestamp: ArticleTimestamp) -> date | None:
    moment = timestamp.local or timestamp.instant
    return moment.date() if moment else None
