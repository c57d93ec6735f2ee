"""When outlets publish: articles by weekday and hour."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.columns import PUBLISHING_SCHEDULE
from newskit.analyses.timeline.publication import KINDS, ArticleTimestamp, article_timestamps, zone
from newskit.analyses.timeline.publishers import publishers
from newskit.errors import unknown_name
from newskit.inputs import as_articles
from newskit.timestamps.calendar_words import WEEKDAY_NAMES
from newskit.timestamps.outlets import find_outlet

# After the last weekday and the last hour.
_UNKNOWN_LAST = 99


def publishing_schedule(articles: pd.DataFrame, kind: str = "published") -> pd.DataFrame:
    """Count the articles of each outlet by weekday and hour of its own zone.

    Parameters
    ----------
    articles : DataFrame
        Articles with the columns of timestamps that `timeline` names; `publisher`, where there is
        one, separates the outlets and, for an outlet that `outlets()` knows, says in which zone to
        count.
    kind : {"published", "updated"}
        Which timestamp to count.

    Returns
    -------
    pandas.DataFrame
        One row per `publisher` (NA without one), `weekday` (0 is Monday; NA for articles without
        the timestamp) and `hour` (0 to 23; NA where no clock is known) that has articles:
        `weekday_name`, `n_articles`.

    Raises
    ------
    UnknownNameError
        If there is no such kind.
    InputError
        If a timestamp is not a time, or a zone does not exist.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> clocks = pd.to_datetime(["2024-11-30 07:53", "2024-11-30 07:10", "2024-12-01 22:00"])
    >>> articles = pd.DataFrame({"text": "...", "published_local": clocks})
    >>> nk.times.publishing_schedule(articles)[["weekday", "hour", "n_articles"]]
       weekday  hour  n_articles
    0        5     7           2
    1        6    22           1
    """
    if kind not in KINDS:
        raise unknown_name("kind of timestamp", kind, KINDS)

    frame = as_articles(articles)

    # Weekday and hour are None where the timestamp, or its clock, is not known.
    counted: Counter[tuple[str | None, int | None, int | None]] = Counter()
    for publisher, known in zip(publishers(frame), article_timestamps(frame), strict=True):
        by_kind = {timestamp.kind: timestamp for timestamp in known}
        counted[publisher, *_weekday_and_hour(by_kind.get(kind), publisher)] += 1

    rows = [
        {
            "publisher": publisher,
            "weekday": weekday,
            "weekday_name": None if weekday is None else WEEKDAY_NAMES[weekday],
            "hour": hour,
            "n_articles": counted[publisher, weekday, hour],
        }
        for publisher, weekday, hour in sorted(counted, key=_order)
    ]
    return tables.from_rows(PUBLISHING_SCHEDULE, rows)


def _order(key: tuple[str | None, int | None, int | None]) -> tuple[str, list[int]]:
    # None and a number cannot be put in order.
    publisher, *numbers = key
    known = [_UNKNOWN_LAST if number is None else number for number in numbers]
    return publisher or "", known


def _weekday_and_hour(
    timestamp: ArticleTimestamp | None, publisher: str | None
) -> tuple[int | None, int | None]:
    if timestamp is None:
        return None, None

    # Without a zone, an instant has no weekday.
    moment = _own_clock(timestamp, publisher)
    if moment is None:
        return None, None

    hour = moment.hour if timestamp.precision == "minute" else None
    return moment.weekday(), hour


def _own_clock(timestamp: ArticleTimestamp, publisher: str | None) -> datetime | None:
    """Return the wall clock of the outlet's own zone; as printed where that is not known."""
    # A day stays the day that was printed, whatever the zone.
    if timestamp.instant is None or timestamp.precision == "day":
        return timestamp.local

    # Agencies that print many zones have none of their own.
    outlet = find_outlet(publisher or "")
    own = zone(outlet.zone) if outlet else None
    if own is None:
        return timestamp.local
    return timestamp.instant.astimezone(own)
