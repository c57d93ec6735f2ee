"""Clocks that are printed with a zone: 10 a.m. ET in a London paper is 3 p.m. there."""

from __future__ import annotations

from datetime import UTC

from newskit.analyses.timeline.calendar import Time
from newskit.timestamps.offsets import offset_text, parse_offset
from newskit.timestamps.zones import Zone, find_zone, load_zone, meanings, resolve


def in_own_zone(time: Time, printed: str, own: str | None) -> Time:
    """Return a clock as the article's own clock shows it, and its instant; its value stays.

    Without a zone of its own the article's clock is not known, and the time stays as printed.
    """
    zone = _zone(printed, own)
    if zone is None or time.begin is None or time.end is None:
        return time

    lasts = time.end - time.begin
    instant = time.begin.replace(tzinfo=zone.info).astimezone(UTC)
    begin = instant.astimezone(load_zone(own)).replace(tzinfo=None) if own else time.begin
    return time._replace(begin=begin, end=begin + lasts, instant=instant, zone=zone.name)


def _zone(printed: str, own: str | None) -> Zone | None:
    """Return the zone of ET, GMT+1 or Europe/London; IST is what the article's zone makes it."""
    offset = parse_offset(printed)
    if printed in meanings() or offset is not None:
        return resolve(offset_text(offset) if offset is not None else printed, own)

    info = find_zone(printed)
    return Zone(printed, info, "stated") if info else None
