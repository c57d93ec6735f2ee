"""When outlets publish: articles by weekday and hour."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any, TypeAlias

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.by_group import SCHEDULE_BY_GROUP
from newskit.analyses.timeline.columns import PUBLISHING_SCHEDULE
from newskit.analyses.timeline.publication import KINDS, ArticleTimestamp, article_timestamps, zone
from newskit.analyses.timeline.publishers import publishers
from newskit.errors import unknown_name
from newskit.grouping import By, groups_of, without_groups
from newskit.inputs import as_articles
from newskit.tables import ARTICLE_ID, WHOLE
from newskit.timestamps.calendar_words import WEEKDAY_NAMES
from newskit.timestamps.outlets import find_outlet

_Slot: TypeAlias = tuple[str | None, int | None, int | None]
# After the last weekday and the last hour.
_UNKNOWN_LAST = 99


def publishing_schedule(
    articles: pd.DataFrame,
    kind: str = "published",
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Count the articles of each outlet by weekday and hour of its own zone.

    Parameters
    ----------
    articles : DataFrame
        Articles with the columns of timestamps that `timeline` names; `publisher`, where there is
        one, separates the outlets and, for an outlet that `outlets()` knows, says in which zone to
        count.
    kind : {"published", "updated"}
        Which timestamp to count.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; instead of the outlets.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per `publisher` (NA without one), `weekday` (0 is Monday; NA for articles without
        the timestamp) and `hour` (0 to 23; NA where no clock is known) that has articles:
        `weekday_name`, `n_articles`.

        With `by`, one row per group, weekday and hour: the keys, `weekday`, `weekday_name`, `hour`,
        `n_articles` and `n_words` (of the group), `n` (articles), `share` (0 to 1, of the articles
        of the group), and `caveats`.

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
    slots = []
    for publisher, known in zip(publishers(frame), article_timestamps(frame), strict=True):
        by_kind = {timestamp.kind: timestamp for timestamp in known}
        slots.append((publisher, *_weekday_and_hour(by_kind.get(kind), publisher)))

    if by is not None:
        listed = zip(frame["article_id"], slots, strict=True)
        rows = [{"article_id": i, **_row(*slot)} for i, slot in sorted(listed, key=_order_of_pair)]
        one_each = tables.from_rows((ARTICLE_ID, *PUBLISHING_SCHEDULE), rows).assign(n=1)
        return SCHEDULE_BY_GROUP(one_each, groups_of(articles, by), interval)

    return without_groups(_of_slots(Counter(slots)), interval)


def merge_publishing_schedule(read: tables.Read) -> pd.DataFrame:
    """Add up the schedules of the parts of a corpus."""
    counted: Counter[_Slot] = Counter()
    for part in read():
        # Numbers that may be missing come back from files as floats.
        whole = part.astype({"weekday": WHOLE, "hour": WHOLE})
        for row in tables.records(whole, ("publisher", "weekday", "hour", "n_articles")):
            counted[row["publisher"], row["weekday"], row["hour"]] += row["n_articles"]

    return _of_slots(counted)


def _of_slots(counted: Counter[_Slot]) -> pd.DataFrame:
    rows = [{**_row(*slot), "n_articles": counted[slot]} for slot in sorted(counted, key=_order)]
    return tables.from_rows(PUBLISHING_SCHEDULE, rows)


def _row(publisher: str | None, weekday: int | None, hour: int | None) -> dict[str, Any]:
    name = None if weekday is None else WEEKDAY_NAMES[weekday]
    return {"publisher": publisher, "weekday": weekday, "weekday_name": name, "hour": hour}


def _order_of_pair(pair: tuple[str, _Slot]) -> tuple[list[int], str]:
    publisher, numbers = _order(pair[1])
    return numbers, publisher


def _order(key: _Slot) -> tuple[str, list[int]]:
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
