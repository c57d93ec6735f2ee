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


class _Cells(NamedTuple):
    """What articles may state of when they appeared."""

    published: Any
    published_local: Any
    published_precision: Any
    timezone: Any
    publisher: Any


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


def own_clock(articles: pd.DataFrame) -> pd.Series:
    """Return the wall clock of publication of each article; NaT where it is not known."""
    moments = [stamp.moment.replace(tzinfo=None) if stamp else None for stamp in _stamps(articles)]
    return pd.Series(moments, index=articles.index, dtype="datetime64[us]")


def _stamps(articles: pd.DataFrame) -> Iterator[Stamp | None]:
    known = articles.reindex(columns=list(_Cells._fields)).astype(object)
    for cells in known.where(known.notna(), None).itertuples(index=False, name=None):
        yield _stamp(_Cells(*cells))


def _stamp(cells: _Cells) -> Stamp | None:
    """Read a stamp as `times.publishing_schedule` does: by the outlet's zone where it is known."""
    # A day stays the day that was printed, whatever the zone.
    has_clock = cells.published_precision != "day"
    instant, local = _time(cells.published), _time(cells.published_local)
    own = _zone_of_outlet(str(cells.publisher or ""))
    if instant and own and has_clock:
        return Stamp(instant.astimezone(own), has_clock)
    if local:
        return Stamp(local, has_clock)
    return _by_stated_zone(instant, str(cells.timezone or ""), has_clock) if instant else None


def _by_stated_zone(
    instant: dt.datetime,
    name: str,
    has_clock: bool,
) -> Stamp:
    """Return the clock of a stated zone; by UTC the day is nearly always right, the hour not."""
    zone = find_zone(name)
    return Stamp(instant.astimezone(zone or dt.UTC), has_clock and zone is not None)


def _time(cell: Any) -> dt.datetime | None:
    return cell if isinstance(cell, dt.datetime) else None


@lru_cache(maxsize=1_000)
def _zone_of_outlet(publisher: str) -> dt.tzinfo | None:
    # Agencies that print many zones have none of their own.
    outlet = find_outlet(publisher)
    return find_zone(outlet.zone) if outlet and outlet.zone else None
