"""The stamps of an article: the rows published and updated, and the day that the text's own times are counted from."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pandas as pd

from newskit.analyses.timeline.calendar import FIRST_YEAR, LAST_YEAR
from newskit.errors import InputError

KINDS = ("published", "updated")
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?\Z")


class ArticleTimestamp(NamedTuple):
    """When an article was published or updated: instant, wall clock of its own zone, how much of it was printed."""

    kind: str
    text: str | None
    instant: datetime | None
    local: datetime | None
    precision: str
    zone_conflict: bool | None = None

    @property
    def until(self) -> datetime | None:
        """The first moment after it."""
        wide = timedelta(days=1) if self.precision == "day" else timedelta(minutes=1)
        return self.local + wide if self.local else None

    @property
    def value(self) -> str | None:
        """Its TIMEX3 value."""
        if self.local is None:
            return self.instant.strftime("%Y-%m-%dT%H:%MZ") if self.instant else None
        return self.local.strftime("%Y-%m-%d" if self.precision == "day" else "%Y-%m-%dT%H:%M")


def article_timestamps(articles: pd.DataFrame) -> list[list[ArticleTimestamp]]:
    """Return the stamps of every article: published, then updated, those that are known."""
    zones = [zone(name) for name in _strings(articles, "timezone")]
    conflicts = _flags(articles, "zone_conflict")
    rows: list[list[ArticleTimestamp]] = [[] for _ in range(len(articles))]
    for kind in KINDS:
        instants, locals_ = _moments(articles, kind, aware=True), _moments(articles, f"{kind}_local", aware=False)
        texts, precisions = _strings(articles, f"{kind}_text"), _strings(articles, f"{kind}_precision")
        columns = zip(rows, instants, locals_, texts, precisions, zones, conflicts, strict=True)
        for row, instant, local, text, precision, tz, conflict in columns:
            if instant is None and local is None:
                continue
            if local is None and instant is not None and tz is not None:
                local = instant.astimezone(tz).replace(tzinfo=None)
            day = precision == "day"
            if day and local is not None:
                local = local.replace(hour=0, minute=0, second=0, microsecond=0)
            row.append(ArticleTimestamp(kind, text, instant, local, "day" if day else "minute", conflict))
    return rows


def anchor(known: list[ArticleTimestamp]) -> date | None:
    """Return the local day of publication; the UTC day where the zone is not known; None without a publication."""
    for stamp in known:
        moment = stamp.local or stamp.instant
        if stamp.kind == "published" and moment is not None and FIRST_YEAR <= moment.year <= LAST_YEAR:
            return moment.date()
    return None


def zone(name: str | None) -> tzinfo | None:
    """Return the zone of an IANA name or an offset such as +05:30.

    Raises
    ------
    InputError
        If there is no such zone.
    """
    if name is None:
        return None
    offset = _OFFSET.match(name)
    if offset and int(offset[2]) < 24:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as why:
        raise InputError(
            f"Column 'timezone' holds {name!r}; expected an IANA name such as 'Asia/Kolkata' "
            "or an offset such as '+05:30'."
        ) from why


def _strings(articles: pd.DataFrame, column: str) -> list[str | None]:
    if column not in articles.columns:
        return [None] * len(articles)
    return [value if isinstance(value, str) and value else None for value in articles[column].tolist()]


def _flags(articles: pd.DataFrame, column: str) -> list[bool | None]:
    if column not in articles.columns:
        return [None] * len(articles)
    return [None if pd.isna(value) else bool(value) for value in articles[column].tolist()]


def _moments(articles: pd.DataFrame, column: str, *, aware: bool) -> list[datetime | None]:
    """Return a column as Python times, None for missing ones; an instant must have a zone, a wall clock none."""
    if column not in articles.columns:
        return [None] * len(articles)
    moments = [_moment(value, column, aware=aware) for value in articles[column].tolist()]
    return [m.astimezone(UTC) if m is not None and aware else m for m in moments]


def _moment(value: Any, column: str, *, aware: bool) -> datetime | None:
    if not isinstance(value, str) and pd.isna(value):
        return None
    wanted = "a time with a zone (pd.to_datetime(..., utc=True))" if aware else "a wall clock without a zone"
    if not isinstance(value, datetime) or (value.tzinfo is not None) != aware:
        raise InputError(f"Column {column!r} holds {value!r}; expected {wanted}.")
    return value.to_pydatetime(warn=False) if isinstance(value, pd.Timestamp) else value
