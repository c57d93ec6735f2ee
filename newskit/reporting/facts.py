"""What an article is: the facts at its head, in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

import pandas as pd

from newskit.html import MINUS, MISSING, clock_text, known, plural, safe_url
from newskit.tables import QUOTED_KINDS

Row = Mapping[str, Any]

_ZONE_SOURCES = {
    "stated": "as stated",
    "given": "as given",
    "outlet": "known of the outlet",
    "abbreviation": "read from an abbreviation",
    "place": "read from the place",
}


def name_of(row: Row) -> str:
    """Return the headline, or what else an article can be called."""
    return str(row.get("headline") or f"Article {row['article_id']}")


def head(row: Row) -> list[dict[str, Any]]:
    """Return the facts of an article: name, value, a small note; what is not known is left out."""
    credit, tags, source = row.get("credit"), row.get("tags"), row.get("source")
    facts = [
        _fact("By", row.get("byline")),
        _fact("Outlet", row.get("publisher")),
        _fact("Section", row.get("section")),
        _fact("Place", row.get("dateline")),
        _fact("Published", *_timestamp(row, "published")),
        _fact("Updated", *_timestamp(row, "updated")),
        _fact("Between", *_time_between(row)),
        _fact("Picture", row.get("caption"), f"Credit: {credit}" if credit else ""),
        _fact("Tags", ", ".join(map(str, tags or []))),
        _fact("Address", row.get("url"), link=safe_url(row.get("url"))),
        _fact("Read from", PurePath(str(source)).name if source else None),
    ]
    return [fact for fact in facts if known(fact["value"])]


def _fact(name: str, value: Any, note: str = "", link: str | None = None) -> dict[str, Any]:
    return {"name": name, "value": value, "note": note, "link": link}


def _timestamp(row: Row, which: str) -> tuple[str | None, str]:
    """Say when it was published or updated, claiming no more than was printed."""
    local, instant = row.get(f"{which}_local"), row.get(f"{which}")
    printed = row.get(f"{which}_text")
    note = f"printed “{printed}”" if printed else ""
    if local is None:
        return _in_utc(instant), note
    # A column of the user's own may hold anything.
    if not isinstance(local, pd.Timestamp):
        return str(local), note

    if row.get(f"{which}_precision") == "day":
        return clock_text(local).split(",")[0], _joined("; ", "no time of day printed", note)
    offset, zone = _zone(row, local, instant)
    return f"{clock_text(local)} ({offset})", _joined("; ", zone, note)


def _in_utc(instant: Any) -> str | None:
    return f"{clock_text(instant.tz_convert('UTC'))} UTC" if _is_instant(instant) else None


def _zone(row: Row, local: pd.Timestamp, instant: Any) -> tuple[str, str]:
    if not _is_instant(instant):
        return "time zone not known", ""
    source = _ZONE_SOURCES.get(row.get("timezone_source") or "", "")
    # The offset of that day: summer time is in it.
    minutes = round((local - instant.tz_convert(None)) / pd.Timedelta(minutes=1))
    sign = "+" if minutes >= 0 else MINUS
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours:02d}:{rest:02d}", _joined(", ", row.get("timezone"), source)


def _joined(separator: str, *parts: str | None) -> str:
    return separator.join(part for part in parts if part)


def _time_between(row: Row) -> tuple[str | None, str]:
    """Say how long it took from publication to the last update."""
    # Between two days lie from 0 to 48 hours: nothing worth saying.
    if "day" in (row.get("published_precision"), row.get("updated_precision")):
        return None, ""

    # Instants are sure; local times agree with them unless the zone changed between.
    start, end = row.get("published"), row.get("updated")
    note = "from publication to the last update"
    if not (_is_instant(start) and _is_instant(end)):
        start, end = row.get("published_local"), row.get("updated_local")
        note = "by the printed times; time zone not known"
    if not (isinstance(start, pd.Timestamp) and isinstance(end, pd.Timestamp)):
        return None, ""

    # Said, and not hidden: one of the two was read or printed wrongly.
    if end < start:
        note = "updated before it was published: do not trust the timestamps"
        return f"{duration(start - end)} backwards", note
    return duration(end - start), note


def _is_instant(value: Any) -> bool:
    return isinstance(value, pd.Timestamp) and value.tz is not None


def duration(gap: pd.Timedelta) -> str:
    """Say a length of time in days, hours and minutes: '11 h 26 min'."""
    minutes = int(gap / pd.Timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    said = [plural(days, "day")] if days else []
    said += [f"{n} {unit}" for n, unit in ((hours, "h"), (minutes, "min")) if n]
    return " ".join(said) or "0 min"


def glance(mine: Mapping[str, pd.DataFrame]) -> list[dict[str, str]]:
    """Return the few numbers that stand at the top."""
    readability, sentiment, quotes = mine["readability"], mine["sentiment"], mine["quotes"]
    said = quotes[quotes["kind"].isin(QUOTED_KINDS)]
    n_times = int((mine["timeline"]["kind"] == "mention").sum())
    speakers = plural(said["speaker"].nunique(), "named speaker")
    numbers = {
        "words": _number(readability, "n_words", ",.0f"),
        "sentences": _number(readability, "n_sentences", ",.0f"),
        "Flesch reading ease, 0 (hard) to 100": _number(readability, "flesch_reading_ease", ".0f"),
        f"sentiment, {MINUS}1 to 1": _number(sentiment, "compound", ".2f"),
        f"quotations, {speakers}": str(len(said)),
        "times named": str(n_times),
    }
    return [{"value": value, "name": name} for name, value in numbers.items()]


def _number(table: pd.DataFrame, column: str, form: str) -> str:
    values = table[column].dropna()
    return f"{float(values.iloc[0]):{form}}".replace("-", MINUS) if len(values) else MISSING
