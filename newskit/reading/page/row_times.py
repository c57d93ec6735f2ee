"""When a page was published and updated, as columns of its row: moments, wall clocks, zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newskit.reading.page.dates import FIELDS, Field, find_moment, printed_times
from newskit.reading.page.opening import Opening
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.read_moment import StatedMoment
from newskit.reading.rows import Hints
from newskit.reading.shared.filled_row import FilledRow
from newskit.timestamps.moment_columns import moment_columns
from newskit.timestamps.offsets import offset_text
from newskit.timestamps.outlets import find_outlet
from newskit.timestamps.zones import load_zone


def put_times(row: FilledRow, page: ParsedPage, opening: Opening, hints: Hints) -> None:
    """Fill both times; wall clocks are those of the outlet's zone where it is known."""
    moments: dict[Field, StatedMoment] = {}
    url = row.cells.get("url", "")
    printed = printed_times(page, opening, hints.day_first)
    for field in FIELDS:
        stated, warnings = find_moment(page, printed, field, hints.day_first, url)
        row.warn(*warnings)
        if stated:
            moments[field] = stated

    # The zone is the row's: both times are told in it.
    known = _with_zone(hints, moments.values(), url)
    for field, stated in moments.items():
        moment = _in_zone(stated, known)
        row.cells |= moment_columns(field, moment, stated.text)
        row.found[field] = stated.how

    row.cells["timezone"] = known.timezone
    row.cells["timezone_source"] = known.timezone_source
    published, updated = row.cells.get("published"), row.cells.get("updated")
    if published and updated and updated < published:
        row.warn("the page says that it was updated before it was published")


def _with_zone(hints: Hints, moments: Iterable[StatedMoment], url: str) -> Hints:
    """Return the zone that was given, else the outlet's, else an offset that the page states."""
    if hints.timezone:
        return hints

    outlet = find_outlet(url)
    if outlet and outlet.zone:
        return hints._replace(timezone=outlet.zone, timezone_source="outlet")

    for stated in moments:
        offset = stated.clock.utcoffset() if stated.clock else None
        if offset is None:
            continue

        # A page that states UTC says nothing of where the outlet is, but it is all that is known.
        zone = offset_text(offset) if offset else "UTC"
        return hints._replace(timezone=zone, timezone_source="stated")

    return hints._replace(timezone=None, timezone_source="none")


def _in_zone(stated: StatedMoment, known: Hints) -> dt.date:
    """Return a moment in the row's zone."""
    clock = stated.clock
    if clock is None or known.timezone is None:
        return stated.moment

    zone = load_zone(known.timezone)
    if clock.tzinfo is not None:
        return clock.astimezone(zone)

    # The offset of one time says nothing of another that states none.
    return clock if known.timezone_source == "stated" else clock.replace(tzinfo=zone)
