"""From what stands behind each label to timestamps: days, clocks, zones complete one another."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple, TypeAlias

from newskit.timestamps.day_evidence import order_evidence
from newskit.timestamps.day_order import day_first_in
from newskit.timestamps.items import Ago
from newskit.timestamps.labeled_items import LabeledItems, labeled_items
from newskit.timestamps.machine_times import written_out
from newskit.timestamps.printed_day import PrintedDay, ordered_day
from newskit.timestamps.zones import Zone, conflict, resolve

Moment: TypeAlias = dt.date | dt.datetime | None

# What can be counted back. Months and years cannot: "5 months ago" may be any of thirty days.
_DAYS = {"day": dt.timedelta(days=1), "week": dt.timedelta(weeks=1)}
_CLOCKS = {
    "second": dt.timedelta(seconds=1),
    "minute": dt.timedelta(minutes=1),
    "hour": dt.timedelta(hours=1),
}


class Stamps(NamedTuple):
    """What a line says of publication and update."""

    published: Moment = None
    updated: Moment = None
    timezone: str | None = None
    timezone_source: str = "none"
    zone_conflict: bool = False
    warning: str | None = None


def assemble(
    line: str,
    timezone: str | None,
    day_first: bool | None,
    reference: dt.date | None,
    hint_source: str = "given",
) -> Stamps:
    """Do the work of `parse_timestamps`, with a name for where the hint is from."""
    parts = labeled_items(written_out(line))
    published = parts.get("published", LabeledItems())
    updated = parts.get("updated", LabeledItems())

    # One printed zone is that of the whole line.
    printed = [part.clock.zone for part in parts.values() if part.clock]
    zone = resolve(next(filter(None, printed), None), timezone, hint_source)

    zone_name = zone.name if zone else None
    evidence = None
    if day_first is None and day_first_in(zone_name) is None:
        evidence = order_evidence(parts.values())
    day_first = True if evidence else day_first
    first = ordered_day(published.day, zone_name, day_first)
    second = ordered_day(updated.day, zone_name, day_first)
    # "November 30, 2024 1:55 am (Updated 4:30 am)": of the same day.
    if updated.clock and not updated.day:
        second = first
    first, second = _with_years(first, second, reference)

    stamps = Stamps(
        _moment(published, first, zone, reference),
        _moment(updated, second, zone, reference),
        warning=evidence,
    )
    clocks = [moment for moment in stamps[:2] if isinstance(moment, dt.datetime)]
    if zone is None or not clocks:
        return stamps

    return stamps._replace(
        timezone=zone.name,
        timezone_source=zone.source,
        zone_conflict=any(conflict(zone, clock.replace(tzinfo=None)) for clock in clocks),
    )


def _with_years(
    published: PrintedDay, updated: PrintedDay, reference: dt.date | None
) -> tuple[PrintedDay, PrintedDay]:
    """Let a day without a year have that of the other day, or of the reference."""
    # "Dec 31, 2024, updated January 1": an update is not before the publication.
    updated = updated.with_year_of(published, not_before=True)
    published = published.with_year_of(updated, not_before=False)
    if reference is None:
        return published, updated

    today = PrintedDay(reference.year, reference.month, reference.day)
    return (
        published.with_year_of(today, not_before=False),
        updated.with_year_of(today, not_before=False),
    )


def _moment(
    part: LabeledItems, day: PrintedDay, zone: Zone | None, reference: dt.date | None
) -> Moment:
    """Return the day of a part with its clock, the day alone, or the age counted back."""
    date = day.date()
    if date is None:
        # A day was printed, but nobody can say which (06/01/2026, 31 February): no age mends that.
        return None if part.day else _counted_back(part.ago, reference)

    if part.clock is None:
        return date

    clock = dt.time(part.clock.hour, part.clock.minute, part.clock.second)
    return dt.datetime.combine(date, clock, zone.info if zone else None)


def _counted_back(ago: Ago | None, reference: dt.date | None) -> Moment:
    """Count back from the reference: to the minute for hours, to the day for days and weeks."""
    if ago is None or reference is None:
        return None

    if ago.unit in _DAYS:
        today = dt.date(reference.year, reference.month, reference.day)
        return today - ago.amount * _DAYS[ago.unit]

    # From a bare day no hours can be counted.
    countable = ago.unit in _CLOCKS and isinstance(reference, dt.datetime)
    return reference - ago.amount * _CLOCKS[ago.unit] if countable else None
