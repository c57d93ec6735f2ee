"""The timestamps of an article, published and updated, and the day its text counts from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple, TypeAlias

import pandas as pd

from newskit.analyses.timeline.calendar import FIRST_YEAR, LAST_YEAR
from newskit.errors import InputError
from newskit.timestamps.zones import find_zone

KINDS = ("published", "updated")
# By precision: how long a timestamp lasts, and the form of its TIMEX3 value.
_WIDTHS = {"day": timedelta(days=1), "minute": timedelta(minutes=1)}
_FORMS = {"day": "%Y-%m-%d", "minute": "%Y-%m-%dT%H:%M"}
_INSTANT_FORM = "%Y-%m-%dT%H:%MZ"

_PARTS = ("", "_local", "_text", "_precision")
_COLUMNS = [*(kind + part for kind in KINDS for part in _PARTS), "timezone", "zone_conflict"]
Cells: TypeAlias = dict[str, Any]
# By whether a column must have a zone.
_EXPECTED = {
    True: "a time with a zone (pd.to_datetime(..., utc=True))",
    False: "a wall clock without a zone",
}


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
    return [_timestamps(cells) for cells in _rows(articles)]


def zone_names(articles: pd.DataFrame) -> list[str | None]:
    """Return the name of every article's zone; None where it is not known."""
    if "timezone" not in articles.columns:
        return [None] * len(articles)

    return list(map(_text, articles["timezone"].tolist()))


def _rows(articles: pd.DataFrame) -> list[Cells]:
    """Return what each article has in the columns of timestamps; None where one is missing."""
    # Lists: `reindex` and `to_dict` take twenty times as long for a single article.
    absent = [None] * len(articles)
    columns = [articles[name].tolist() if name in articles.columns else absent for name in _COLUMNS]
    return [dict(zip(_COLUMNS, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _timestamps(cells: Cells) -> list[ArticleTimestamp]:
    own_zone = zone(cells["timezone"])
    found = (_timestamp(kind, cells, own_zone) for kind in KINDS)
    return [timestamp for timestamp in found if timestamp]


def _timestamp(
    kind: str,
    cells: Cells,
    own_zone: tzinfo | None,
) -> ArticleTimestamp | None:
    """Return one timestamp of an article; None where neither instant nor wall clock is known."""
    instant = _moment(cells[kind], kind, aware=True)
    local = _moment(cells[f"{kind}_local"], f"{kind}_local", aware=False)
    if instant is None and local is None:
        return None

    # Tables of others may hold the instant only.
    if local is None and instant and own_zone:
        local = instant.astimezone(own_zone).replace(tzinfo=None)

    # A day that was printed without a clock may still bear one in the table: it is not known.
    precision = "day" if _text(cells[f"{kind}_precision"]) == "day" else "minute"
    if local and precision == "day":
        local = local.replace(hour=0, minute=0, second=0, microsecond=0)

    conflict = cells["zone_conflict"]
    return ArticleTimestamp(
        kind,
        _text(cells[f"{kind}_text"]),
        instant,
        local,
        precision,
        None if pd.isna(conflict) else bool(conflict),
    )


def anchor(known: list[ArticleTimestamp]) -> date | None:
    """Return the local day of publication, by UTC where the zone is not known; None without one."""
    for timestamp in known:
        if timestamp.kind != "published":
            continue

        # A day near the ends of the calendar leaves no room to count from it.
        moment = timestamp.local or timestamp.instant
        if moment and FIRST_YEAR <= moment.year <= LAST_YEAR:
            return moment.date()

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


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _moment(value: Any, column: str, *, aware: bool) -> datetime | None:
    """Return a cell as a Python time: an instant must have a zone, a wall clock must not."""
    if not isinstance(value, str) and pd.isna(value):
        return None

    fits = isinstance(value, datetime) and (value.tzinfo is not None) == aware
    if not fits:
        raise InputError(f"Column {column!r} holds {value!r}; expected {_EXPECTED[aware]}.")

    # Nanoseconds, which Python's times do not have, are dropped without a warning.
    moment: datetime = value
    if isinstance(value, pd.Timestamp):
        moment = value.to_pydatetime(warn=False)
    return moment.astimezone(UTC) if aware else moment
