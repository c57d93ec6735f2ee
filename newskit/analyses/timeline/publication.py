"""The timestamps of an article, published and updated, and the day its text counts from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from newskit.analyses.timeline.calendar import FIRST_YEAR, LAST_YEAR
from newskit.errors import InputError
from newskit.timestamps.zones import find_zone

KINDS = ("published", "updated")
# By precision: how long a timestamp lasts, and the form of its TIMEX3 value.
_WIDTHS = {"day": timedelta(days=1), "minute": timedelta(minutes=1)}
_FORMS = {"day": "%Y-%m-%d", "minute": "%Y-%m-%dT%H:%M"}
_INSTANT_FORM = "%Y-%m-%dT%H:%MZ"

Value = TypeVar("Value")


class ArticleTimestamp(NamedTuple):
    """When an article was published or updated; at least one of instant and wall clock is known."""

    kind: str
    text: str | None
    instant: datetime | None
    local: datetime | None
    """The wall clock of the article's own zone."""
    precision: str
    """day or minute: how much of it was printed."""
    zone_conflict: bool | None = None

    @property
    def until(self) -> datetime | None:
        """The first moment after it."""
        return self.local + _WIDTHS[self.precision] if self.local else None

    @property
    def value(self) -> str | None:
        """Its TIMEX3 value."""
        if self.local:
            return self.local.strftime(_FORMS[self.precision])

        return self.instant.strftime(_INSTANT_FORM) if self.instant else None


def article_timestamps(articles: pd.DataFrame) -> list[list[ArticleTimestamp]]:
    """Return the timestamps of every article: published, then updated, those that are known."""
    zones = _cells(articles, "timezone", zone)
    conflicts = _cells(articles, "zone_conflict", _flag)

    kinds = []
    for kind in KINDS:
        wall = f"{kind}_local"
        cells = zip(
            _cells(articles, f"{kind}_text", _text),
            _cells(articles, kind, partial(_moment, column=kind, aware=True)),
            _cells(articles, wall, partial(_moment, column=wall, aware=False)),
            _cells(articles, f"{kind}_precision", _text),
            zones,
            conflicts,
            strict=True,
        )
        kinds.append([_timestamp(kind, *cell) for cell in cells])

    return [[found for found in article if found] for article in zip(*kinds, strict=True)]


def _timestamp(
    kind: str,
    text: str | None,
    instant: datetime | None,
    local: datetime | None,
    precision: str | None,
    own_zone: tzinfo | None,
    conflict: bool | None,
) -> ArticleTimestamp | None:
    """Return one timestamp of one article, None where neither instant nor wall clock is known."""
    if instant is None and local is None:
        return None

    if local is None and instant and own_zone:
        local = instant.astimezone(own_zone).replace(tzinfo=None)

    if precision != "day":
        return ArticleTimestamp(kind, text, instant, local, "minute", conflict)

    # A day that was read without a clock may still bear one in the table: it is not known.
    midnight = local and local.replace(hour=0, minute=0, second=0, microsecond=0)
    return ArticleTimestamp(kind, text, instant, midnight, "day", conflict)


def anchor(known: list[ArticleTimestamp]) -> date | None:
    """Return the local day of publication, by UTC where the zone is not known; None without one."""
    for stamp in known:
        moment = stamp.local or stamp.instant
        published = moment if stamp.kind == "published" else None
        if published and FIRST_YEAR <= published.year <= LAST_YEAR:
            return published.date()

    return None


def zone(cell: object) -> tzinfo | None:
    """Return the zone of a cell, an IANA name or an offset such as +05:30; None for an empty cell.

    Raises
    ------
    InputError
        If there is no such zone.
    """
    name = _text(cell)
    if name is None:
        return None

    found = find_zone(name)
    if found is None:
        raise InputError(
            f"Column 'timezone' holds {name!r}; expected an IANA name such as 'Asia/Kolkata' "
            "or an offset such as '+05:30'."
        )
    return found


def _cells(
    articles: pd.DataFrame, column: str, read: Callable[[Any], Value | None]
) -> list[Value | None]:
    """Return the cells of a column as `read` reads them; None for each if there is no such column."""
    if column not in articles.columns:
        return [None] * len(articles)

    return [read(value) for value in articles[column].tolist()]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _flag(value: Any) -> bool | None:
    return None if pd.isna(value) else bool(value)


def _moment(value: Any, column: str, *, aware: bool) -> datetime | None:
    """Return a cell as a Python time: an instant must have a zone, a wall clock must not."""
    if not isinstance(value, str) and pd.isna(value):
        return None

    fits = isinstance(value, datetime) and (value.tzinfo is not None) == aware
    if not fits:
        wanted = "a wall clock without a zone"
        if aware:
            wanted = "a time with a zone (pd.to_datetime(..., utc=True))"
        raise InputError(f"Column {column!r} holds {value!r}; expected {wanted}.")

    # Nanoseconds, which Python's times do not have, are dropped without a warning.
    moment: datetime = value
    if isinstance(value, pd.Timestamp):
        moment = value.to_pydatetime(warn=False)
    return moment.astimezone(UTC) if aware else moment
