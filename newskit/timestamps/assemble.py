"""From the items of a line to the stamps: which day belongs to which clock, label and zone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import pandas as pd

from newskit.errors import InputError
from newskit.timestamps.grammar import items
from newskit.timestamps.line import Ago, Clock, Day, Item, Label
from newskit.timestamps.publishers import find_outlet
from newskit.timestamps.scan import scan
from newskit.timestamps.zones import Zone, conflict, load, resolve

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
class Part:
    """The items between two labels."""

    field: str
    labelled: bool = True
    day: Day | None = None
    clock: Clock | None = None
    ago: Ago | None = None


def parse_timestamps(
    line: str,
    *,
    timezone: str | None = None,
    day_first: bool | None = None,
    reference: dt.date | dt.datetime | None = None,
    publisher: str | None = None,
    outlets: pd.DataFrame | None = None,
) -> Stamps:
    """Read when an article was published and updated from a line as outlets print it.

    Nothing is guessed: a day without a clock stays a day, a clock without a day is nothing, a number such
    as 06/01/2026 is read only when `day_first`, the zone or the form says which way round.

    Parameters
    ----------
    line : str
        The printed line, as it is: labels, names and reading times may stand in it.
    timezone : str, optional
        The outlet's zone, an IANA name or an offset. It completes clocks without a zone and decides
        what an ambiguous abbreviation means (IST is India, Ireland or Israel).
    day_first : bool, optional
        Whether 06/01 is 6 January. By default the zone and the form decide, or nothing is returned.
    reference : datetime.date or datetime.datetime, optional
        When the line was read. It resolves "2 hours ago" and a missing year; without it both are None.
    publisher : str, optional
        The outlet, by name, domain or address. One that is in the table of outlets brings its zone and its way of
        writing days, unless `timezone` and `day_first` say otherwise.
    outlets : pandas.DataFrame, optional
        Where to look the outlet up; `newskit.times.outlets()` by default. Put your own rows under it to add outlets.

    Returns
    -------
    Stamps
        `published` and `updated`: None, a `date` (only a day was printed) or a `datetime` (aware when
        its zone is known); `timezone`: IANA name or offset of the clocks, None when not known;
        `timezone_source`: stated (printed), given (by you), outlet (its own), abbreviation (the most common
        meaning of an ambiguous one) or none; `zone_conflict`: whether the printed zone cannot be right on that day
        (EST in June: the clock is then read in the place's own time).

    Raises
    ------
    InputError
        If `line` is not a string, or `timezone` or `reference` is not what is expected.

    Examples
    --------
    >>> from newskit.timestamps import parse_timestamps
    >>> stamps = parse_timestamps("Published: 15:56 BST, 27 April 2024 | Updated: 16:10")
    >>> stamps.published.isoformat(), stamps.updated.isoformat(), stamps.timezone
    ('2024-04-27T15:56:00+01:00', '2024-04-27T16:10:00+01:00', 'Europe/London')
    >>> parse_timestamps("Posted on April 29, 2022").published
    datetime.date(2022, 4, 29)
    >>> parse_timestamps("6/1/2026, 9:05 pm", publisher="The Hindu").published.isoformat()
    '2026-01-06T21:05:00+05:30'
    """
    if not isinstance(line, str):
        raise InputError(f"line is {type(line).__name__} {line!r}; expected a string.")
    if reference is not None and not isinstance(reference, dt.date):
        raise InputError(f"reference is {type(reference).__name__} {reference!r}; expected a date or a datetime.")
    if timezone is not None:
        load(timezone)
    outlet = find_outlet(publisher, outlets) if publisher else None
    if outlet is None:
        return assemble(line, timezone, day_first, reference)
    first = outlet.day_first if day_first is None else day_first
    return assemble(line, timezone or outlet.zone, first, reference, "given" if timezone else "outlet")


def assemble(
    line: str, timezone: str | None, day_first: bool | None, reference: dt.date | None, hint_source: str = "given"
) -> Stamps:
    """Do the work of `parse_timestamps`, with a name for where the hint is from."""
    parts = {part.field: part for part in reversed(_parts(items(scan(line)))) if _says_something(part)}
    zone = _line_zone(list(parts.values()), timezone, hint_source)
    days = {name: _day(part, zone, day_first) for name, part in parts.items()}
    _lend(parts, days, reference)
    moments = {name: _moment(part, days[name], zone, reference) for name, part in parts.items()}
    clocks = [m for m in moments.values() if isinstance(m, dt.datetime)]
    if zone is None or not clocks:
        return Stamps(moments.get("published"), moments.get("updated"))
    off = any(conflict(zone, m.replace(tzinfo=None)) for m in clocks)
    return Stamps(moments.get("published"), moments.get("updated"), zone.name, zone.source, off)


def _parts(found: list[Item]) -> list[Part]:
    """Cut the items at the labels; the first day, clock and age of a part count."""
    parts = [Part("published", labelled=False)]
    for item in found:
        last = parts[-1]
        if isinstance(item, Label):
            parts.append(Part(item.field))
        elif isinstance(item, Day):
            last.day = last.day or item
        elif isinstance(item, Clock):
            last.clock = last.clock or item
        else:
            last.ago = last.ago or item
    return _lead_day(parts)


def _lead_day(parts: list[Part]) -> list[Part]:
    """In "July 24, 2014 -- Updated 1207 GMT" the day is the update's: nothing says when it was published."""
    for part, follows in pairwise(parts):
        alone = part.day and not part.clock and not part.labelled
        if alone and follows.field == "updated" and follows.clock and not follows.day:
            follows.day, part.day = part.day, None
    return parts


def _says_something(part: Part) -> bool:
    return bool(part.day or part.clock or part.ago)


def _line_zone(parts: list[Part], hint: str | None, hint_source: str) -> Zone | None:
    """Return the zone that one of the clocks states, else the hint."""
    printed = next((p.clock.zone for p in parts if p.clock and p.clock.zone), None)
    return resolve(printed, hint, hint_source)


def _day(part: Part, zone: Zone | None, day_first: bool | None) -> Printed:
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


def _lend(parts: dict[str, Part], days: dict[str, Printed], reference: dt.date | None) -> None:
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


def _moment(part: Part, day: Printed, zone: Zone | None, reference: dt.date | None) -> Moment:
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
