"""When a page was published and updated, as columns of its row: moments, wall clocks, their zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from newskit.reading.moments import moment_columns
from newskit.reading.page.dates import FIELDS, Field, find_moment
from newskit.reading.page.page_row import PageRow
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.read_moment import StatedMoment
from newskit.timestamps.publishers import find_outlet
from newskit.timestamps.zones import load


class ZoneHint(NamedTuple):
    """A zone, how it is known, and whether 06/01 is 6 January."""

    zone: str | None
    source: str
    day_first: bool | None


def put_times(row: PageRow, page: ParsedPage, hint: ZoneHint) -> None:
    """Fill both times; wall clocks are those of the outlet's zone where it is known."""
    found: dict[Field, StatedMoment] = {}
    for field in FIELDS:
        stated, warnings = find_moment(page, field, hint.day_first)
        row.warnings += warnings
        if stated:
            found[field] = stated

    known = _known_zone(found.values(), row.cells.get("url", ""), hint)
    for field, stated in found.items():
        moment = _in_zone(stated, known)
        row.cells |= moment_columns(field, moment, stated.text)
        row.how[field] = stated.how
    row.cells |= {"timezone": known.zone, "timezone_source": known.source}

    published, updated = row.cells.get("published"), row.cells.get("updated")
    if published and updated and updated < published:
        row.warnings.append("the page says that it was updated before it was published")


def _known_zone(found: Iterable[StatedMoment], url: str, hint: ZoneHint) -> ZoneHint:
    """Return the zone that was given, else the outlet's, else an offset that the page states."""
    if hint.zone:
        return hint
    outlet = find_outlet(url)
    if outlet and outlet.zone:
        return hint._replace(zone=outlet.zone, source="outlet")

    for stated in found:
        offset = stated.clock.strftime("%z") if stated.clock else ""
        if offset:
            zone = "UTC" if offset == "+0000" else f"{offset[:3]}:{offset[3:5]}"
            return hint._replace(zone=zone, source="stated")
    return hint._replace(zone=None, source="none")


def _in_zone(stated: StatedMoment, known: ZoneHint) -> dt.date:
    """Return a moment in the row's zone."""
    clock = stated.clock
    if clock is None or known.zone is None:
        return stated.moment
    if clock.tzinfo is not None:
        return clock.astimezone(load(known.zone))

    # The offset of one time says nothing of another that states none.
    return clock if known.source == "stated" else clock.replace(tzinfo=load(known.zone))
