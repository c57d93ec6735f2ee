"""What an article is: the facts at its head, in words."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import pandas as pd

from newskit import tables
from newskit.html import MISSING, clock_text, known, safe_url
from newskit.plots.canvas import plural

_ZONE_SOURCES = {
    "stated": "as stated",
    "given": "as given",
    "outlet": "known of the outlet",
    "abbreviation": "read from an abbreviation",
    "place": "read from the place",
}


def name_of(row: dict[str, Any]) -> str:
    """Return the headline, or what else an article can be called."""
    return str(row["headline"]) if known(row.get("headline")) else f"Article {row['article_id']}"


def head(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the facts of an article: name, value, a small note; facts that are not known are left out."""
    facts = [
        _fact("By", row.get("byline")),
        _fact("Outlet", row.get("publisher")),
        _fact("Section", row.get("section")),
        _fact("Place", row.get("dateline")),
        _fact("Published", *_stamp(row, "published")),
        _fact("Updated", *_stamp(row, "updated")),
        _fact("Between", *_gap(row)),
        _fact("Picture", row.get("caption"), f"Credit: {row['credit']}" if known(row.get("credit")) else ""),
        _fact("Tags", ", ".join(map(str, row["tags"])) if known(row.get("tags")) else None),
        _fact("Address", row.get("url"), link=safe_url(row.get("url"))),
        _fact("Read from", PurePath(str(row["source"])).name if known(row.get("source")) else None),
    ]
    return [fact for fact in facts if fact is not None]


def _fact(name: str, value: Any, note: str = "", link: str | None = None) -> dict[str, Any] | None:
    return {"name": name, "value": str(value), "note": note, "link": link} if known(value) else None


def _stamp(row: dict[str, Any], which: str) -> tuple[str | None, str]:
    local, printed = row.get(f"{which}_local"), row.get(f"{which}_text")
    instant: Any = row.get(which)
    note = f"printed “{printed}”" if known(printed) else ""
    if known(local) and not isinstance(local, pd.Timestamp):
        return str(local), note  # a column of the user's own
    if not known(local):
        return (clock_text(instant.tz_convert("UTC")) + " UTC" if _instant(instant) else None), note
    if str(row.get(f"{which}_precision")) == "day":
        return clock_text(local).split(",")[0], "; ".join(filter(None, ["no clock time printed", note]))
    offset, zone = _zone(row, local, instant)
    return f"{clock_text(local)} ({offset})", "; ".join(filter(None, [zone, note]))


def _zone(row: dict[str, Any], local: Any, instant: Any) -> tuple[str, str]:
    if not _instant(instant):
        return "time zone not known", ""
    name = str(row["timezone"]) if known(row.get("timezone")) else ""
    source = _ZONE_SOURCES.get(str(row.get("timezone_source")), "")
    minutes = round((local - instant.tz_convert(None)) / pd.Timedelta(minutes=1))
    sign = "+" if minutes >= 0 else "\u2212"
    offset = f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    return offset, ", ".join(filter(None, [name, source]))


def _gap(row: dict[str, Any]) -> tuple[str | None, str]:
    start: Any = row.get("published")
    end: Any = row.get("updated")
    note = "from publication to the last update"
    if not (_instant(start) and _instant(end)):
        start, end, note = row.get("published_local"), row.get("updated_local"), "by the wall clocks; zone not known"
    clocks = isinstance(start, pd.Timestamp) and isinstance(end, pd.Timestamp) and known(start) and known(end)
    if not clocks or "day" in (str(row.get("published_precision")), str(row.get("updated_precision"))):
        return None, ""
    if end < start:
        return f"{duration(start - end)} backwards", "updated before it was published: do not trust the stamps"
    return duration(end - start), note


def _instant(value: Any) -> bool:
    return isinstance(value, pd.Timestamp) and value.tz is not None


def duration(gap: pd.Timedelta) -> str:
    """Say a stretch of time in days, hours and minutes: '11 h 26 min'."""
    minutes = int(gap / pd.Timedelta(minutes=1))
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    parts = [f"{days} {'day' if days == 1 else 'days'}"] * bool(days)
    parts += [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest)
    return " ".join(parts) or "0 min"


def glance(mine: dict[str, pd.DataFrame]) -> list[dict[str, str]]:
    """Return the few numbers that stand at the top."""
    readability, sentiment, quotes = mine["readability"], mine["sentiment"], mine["quotes"]
    said = quotes[quotes["kind"].isin(tables.QUOTED_KINDS)]
    mentions = mine["timeline"][mine["timeline"]["kind"] == "mention"]
    return [
        {"value": _whole(readability, "n_words"), "name": "words"},
        {"value": _whole(readability, "n_sentences"), "name": "sentences"},
        {"value": _number(readability, "flesch_reading_ease"), "name": "Flesch reading ease, 0 (hard) to 100"},
        {"value": _number(sentiment, "compound", 2), "name": "sentiment, \u22121 to 1"},
        {"value": str(len(said)), "name": f"quotations, {plural(said['speaker'].nunique(), 'named speaker')}"},
        {"value": str(len(mentions)), "name": "times named"},
    ]


def _whole(table: pd.DataFrame, column: str) -> str:
    return f"{int(table[column].iloc[0]):,}" if len(table) and known(table[column].iloc[0]) else MISSING


def _number(table: pd.DataFrame, column: str, digits: int = 0) -> str:
    if not len(table) or column not in table.columns or not known(table[column].iloc[0]):
        return MISSING
    return f"{float(table[column].iloc[0]):.{digits}f}".replace("-", "\u2212")
