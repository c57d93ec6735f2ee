"""The wall clock at which an article appeared, and what can be derived from it: month, weekday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

import pandas as pd

from newskit.timestamps.calendar_words import WEEKDAY_NAMES
from newskit.timestamps.outlets import find_outlet
from newskit.timestamps.zones import find_zone

_COLUMNS = ("published", "published_local", "published_precision", "timezone", "publisher")


class Stamp(NamedTuple):
    """When an article was published, by the clock of its outlet."""

    moment: dt.datetime
    has_clock: bool
    """Whether the time of day is known, or only the day."""


def _iso_week(stamp: Stamp) -> str:
    year, week, _ = stamp.moment.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _hour(stamp: Stamp) -> str | None:
    return f"{stamp.moment.hour:02d}" if stamp.has_clock else None


DERIVED: Final[dict[str, Callable[[Stamp], str | None]]] = {
    "year": lambda stamp: f"{stamp.moment.year:04d}",
    "month": lambda stamp: f"{stamp.moment.year:04d}-{stamp.moment.month:02d}",
    "week": _iso_week,
    "day": lambda stamp: stamp.moment.date().isoformat(),
    "weekday": lambda stamp: WEEKDAY_NAMES[stamp.moment.weekday()],
    "hour": _hour,
}
"""What may be given as `by` beside columns: name -> what it makes of a stamp."""
DTYPES: Final = {"weekday": pd.CategoricalDtype(list(WEEKDAY_NAMES))}
"""Of what is not put in order by its letters."""


def derived(articles: pd.DataFrame, name: str) -> pd.Series:
    """Return month, weekday, ... of publication of each article; None where it is not known."""
    make = DERIVED[name]
    labels = [make(stamp) if stamp else None for stamp in _stamps(articles)]
    return pd.Series(labels, dtype=DTYPES.get(name, "object"), name=name)


def _stamps(articles: pd.DataFrame) -> Iterator[Stamp | None]:
    absent = [None] * len(articles)
    columns = [articles[name].tolist() if name in articles.columns else absent for name in _COLUMNS]
    for cells in zip(*columns, strict=True):
        yield _stamp(*cells)


def _stamp(instant: Any, local: Any, precision: Any, timezone: Any, publisher: Any) -> Stamp | None:
    """Read a stamp as `times.publishing_schedule` does: by the outlet's zone where it is known."""
    # A day stays the day that was printed, whatever the zone.
    has_clock = not isinstance(precision, str) or precision != "day"
    if _is_time(instant) and has_clock:
        own = _zone_of_outlet(publisher) if isinstance(publisher, str) else None
        if own is not None:
            return Stamp(instant.astimezone(own), has_clock)

    if _is_time(local):
        return Stamp(local, has_clock)
    if not _is_time(instant):
        return None

    zone = find_zone(timezone) if isinstance(timezone, str) else None
    # By UTC the day is nearly always right; the hour is not.
    return Stamp(instant.astimezone(zone or dt.UTC), has_clock and zone is not None)


def _is_time(cell: Any) -> bool:
    return isinstance(cell, dt.datetime) and not pd.isna(cell)


@lru_cache(maxsize=1_000)
def _zone_of_outlet(publisher: str) -> dt.tzinfo | None:
    # Agencies that print many zones have none of their own.
    outlet = find_outlet(publisher)
    return find_zone(outlet.zone) if outlet and outlet.zone else None
