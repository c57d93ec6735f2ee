"""From the items of a line to the stamps: which day belongs to which clock, label and zone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from newskit.timestamps.grammar import printed_items
from newskit.timestamps.items import Ago, Clock, Day, Item, Label
from newskit.timestamps.scan import scan
from newskit.timestamps.zones import Zone, conflict, resolve

Moment: TypeAlias = dt.date | dt.datetime | None
Printed: TypeAlias = tuple[int | None, int, int] | None

# Where 11/08 is 8 November. Canada writes both, and is left out.
_MONTH_FIRST = {
    "America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Boise", "America/Phoenix",
    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "Asia/Manila",
}  # fmt: skip


class Stamps(NamedTuple):
    """What a line says of publication and update."""

    published: Moment = None
    updated: Moment = None
    timezone: str | None = None
    timezone_source: str = "none"
    zone_conflict: bool = False


@dataclass
class LabeledItems:
    """The items between two labels."""

    field: str
    labeled: bool = True
    day: Day | None = None
    clock: Clock | None = None
    ago: Ago | None = None


def assemble(
    line: str, timezone: str | None, day_first: bool | None, reference: dt.date | None, hint_source: str = "given"
) -> Stamps:
    """Do the work of `parse_timestamps`, with a name for where the hint is from."""
    parts = {part.field: part for part in reversed(_parts([found.item for found in printed_items(scan(line))])) if _says_something(part)}
    zone = _line_zone(list(parts.values()), timezone, hint_source)
    days = {name: _day(part, zone, day_first) for name, part in parts.items()}
    _lend(parts, days, reference)
    moments = {name: _moment(part, days[name], zone, reference) for name, part in parts.items()}
    clocks = [m for m in moments.values() if isinstance(m, dt.datetime)]
    if zone is None or not clocks:
        return Stamps(moments.get("published"), moments.get("updated"))
    off = any(conflict(zone, m.replace(tzinfo=None)) for m in clocks)
    return Stamps(moments.get("published"), moments.get("updated"), zone.name, zone.source, off)


def _parts(found: list[Item]) -> list[LabeledItems]:
    """Cut the items at the labels; the first day, clock and age of a part count."""
    parts = [LabeledItems("published", labeled=False)]
    for item in found:
        last = parts[-1]
        if isinstance(item, Label):
            parts.append(LabeledItems(item.field))
        elif isinstance(item, Day):
            last.day = last.day or item
        elif isinstance(item, Clock):
            last.clock = last.clock or item
        else:
            last.ago = last.ago or item
    return _lead_day(parts)


def _lead_day(parts: list[LabeledItems]) -> list[LabeledItems]:
    """In "July 24, 2014 -- Updated 1207 GMT" the day is the update's: nothing says when it was published."""
    for part, follows in pairwise(parts):
        alone = part.day and not part.clock and not part.labeled
        if alone and follows.field == "updated" and follows.clock and not follows.day:
            follows.day, part.day = part.day, None
    return parts


def _says_something(part: LabeledItems) -> bool:
    return bool(part.day or part.clock or part.ago)


def _line_zone(parts: list[LabeledItems], hint: str | None, hint_source: str) -> Zone | None:
    """Return the zone that one of the clocks states, else the hint."""
    printed = next((p.clock.zone for p in parts if p.clock and p.clock.zone), None)
    return resolve(printed, hint, hint_source)


def _day(part: LabeledItems, zone: Zone | None, day_first: bool | None) -> Printed:
    """Return (year, month, day) of a part, or None when the order cannot be known."""
    if part.day is None:
        return None
    day = part.day
    if not day.either:
        return day.year, day.month, day.day
    if day_first is None and day.dotted:
        day_first = True
    if day_first is None and zone is not None and zone.name != "UTC":
        day_first = zone.name not in _MONTH_FIRST and not zone.name.startswith("America/")
    if day_first is None:
        return None
    return (day.year, day.day, day.month) if day_first else (day.year, day.month, day.day)


def _lend(parts: dict[str, LabeledItems], days: dict[str, Printed], reference: dt.date | None) -> None:
    """Let the update inherit the day, either stamp the other's year, and both the reference's year."""
    published, updated = days.get("published"), days.get("updated")
    if "updated" in parts and parts["updated"].clock and updated is None and not parts["updated"].day:
        days["updated"] = updated = published
    if published and published[0] and updated and updated[0] is None:
        later = updated[1:] < published[1:]
        days["updated"] = updated = (published[0] + later, *updated[1:])
    if updated and updated[0] and published and published[0] is None:
        earlier = published[1:] > updated[1:]
        days["published"] = (updated[0] - earlier, *published[1:])
    if reference is None:
        return
    for name, day in days.items():
        if day and day[0] is None:
            ahead = day[1:] > (reference.month, reference.day)
            days[name] = (reference.year - ahead, *day[1:])


def _moment(part: LabeledItems, day: Printed, zone: Zone | None, reference: dt.date | None) -> Moment:
    if day is None:
        return None if part.day else _ago(part.ago, reference)
    year, month, number = day
    if year is None:
        return None
    try:
        date = dt.date(year, month, number)
    except ValueError:  # 31 February was printed: no day at all
        return None
    if part.clock is None:
        return date
    clock = dt.time(part.clock.hour, part.clock.minute, part.clock.second)
    return dt.datetime.combine(date, clock, zone.info if zone else None)


def _ago(ago: Ago | None, reference: dt.date | None) -> Moment:
    """Count back from the reference: to the minute for minutes and hours, to the day for days and weeks."""
    if ago is None or reference is None or ago.unit in ("month", "year"):
        return None
    back = dt.timedelta(**{ago.unit + "s": ago.amount})
    if ago.unit in ("day", "week"):
        day = reference.date() if isinstance(reference, dt.datetime) else reference
        return day - back
    return reference - back if isinstance(reference, dt.datetime) else None
