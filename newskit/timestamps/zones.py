"""Zones: what a name, an offset or a printed abbreviation means."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newskit.csv_files import csv_rows
from newskit.errors import InputError
from newskit.timestamps.offsets import parse_offset

_ABBREVIATIONS = csv_rows(__package__, "zones.csv")
# In small letters these are words ("5 pm et al.", "10 am east of"), in capitals zones.
ZONES_OR_WORDS = frozenset(
    row["abbreviation"].lower() for row in _ABBREVIATIONS if row["word"] == "yes"
)
# What is read behind a clock in the running text of articles: in any case, or in capitals only.
ZONES_IN_PROSE, ZONES_IN_CAPITALS = (
    frozenset(row["abbreviation"].lower() for row in _ABBREVIATIONS if row["prose"] == case)
    for case in ("yes", "capitals")
)

# One day in winter and one in summer: two zones that agree on both keep the same time.
_DAYS = (dt.datetime(2024, 1, 15), dt.datetime(2024, 7, 15))


class Meaning(NamedTuple):
    """One meaning of an abbreviation."""

    zone: str
    offset: dt.timedelta | None
    """What the abbreviation states; None for ET, PT and the like, which leave summer time open."""
    sure: bool
    """Whether news outlets that print it mean, in practice, nothing else."""


class Zone(NamedTuple):
    """A zone with its name and how it is known."""

    name: str
    info: dt.tzinfo
    source: str
    stated: dt.timedelta | None = None


@cache
def meanings() -> dict[str, tuple[Meaning, ...]]:
    """Return the table: abbreviation -> its meanings, the most common one first."""
    table: dict[str, tuple[Meaning, ...]] = {}
    for row in _ABBREVIATIONS:
        meaning = Meaning(row["zone"], parse_offset(row["offset"]), row["sure"] == "yes")
        table[row["abbreviation"]] = (*table.get(row["abbreviation"], ()), meaning)
    return table


def find_zone(name: str) -> dt.tzinfo | None:
    """Return the zone of an IANA name or an offset; None if there is no such zone.

    Every zone that newskit is told, as an argument or in a table, is read here.

    Examples
    --------
    >>> find_zone("Asia/Kolkata"), find_zone("Mars/Base")
    (zoneinfo.ZoneInfo(key='Asia/Kolkata'), None)
    >>> print(find_zone("UTC-3:30"))
    UTC-03:30
    """
    offset = parse_offset(name)
    if offset is not None:
        return dt.timezone(offset)

    try:
        return ZoneInfo(name)
    # "../etc/passwd" is a ValueError, "Asia", which is a folder of zones, an OSError.
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def load_zone(name: str) -> dt.tzinfo:
    """Return the zone of an IANA name or of an offset in any form: "+05:30", "+5:30", "UTC+5".

    Raises
    ------
    InputError
        If there is no such zone.
    """
    zone = find_zone(name)
    if zone is None:
        raise InputError(
            f"timezone {name!r} is not known. "
            "Expected an IANA name such as 'Asia/Kolkata', or an offset such as '+05:30'."
        )
    return zone


def resolve(
    printed: str | None,
    hint: str | None,
    hint_source: str = "given",
) -> Zone | None:
    """Return the zone of a clock: what is printed, in the light of the hint; else the hint."""
    if printed is None:
        return Zone(hint, load_zone(hint), hint_source) if hint else None

    # No hint overrules an offset that is printed.
    offset = parse_offset(printed)
    if offset is not None:
        return Zone(printed, dt.timezone(offset), "stated", offset)

    return _of_abbreviation(meanings()[printed], hint, hint_source)


def _of_abbreviation(
    known: tuple[Meaning, ...],
    hint: str | None,
    hint_source: str,
) -> Zone:
    """Return the meaning that keeps the hint's time, else the most common one."""
    common = known[0]
    name, meaning, source = common.zone, common, "abbreviation"
    for other in known:
        if hint and _same_time(other.zone, hint):
            # IST with the hint Europe/Dublin: the name is the hint's.
            name, meaning, source = hint, other, hint_source
            break

    # CET is CET, whatever was given.
    return Zone(name, load_zone(name), "stated" if common.sure else source, meaning.offset)


def conflict(zone: Zone, local: dt.datetime) -> bool:
    """Say whether the printed offset is not the zone's on that day (EST in June)."""
    return zone.stated is not None and local.replace(tzinfo=zone.info).utcoffset() != zone.stated


def _same_time(one: str, other: str) -> bool:
    """Say whether two zones keep the same time in winter and in summer."""
    if "UTC" in (one, other):  # GMT is printed in Accra and Reykjavik too
        return one == other

    return _offsets(one) == _offsets(other)


@cache
def _offsets(name: str) -> list[dt.timedelta | None]:
    zone = load_zone(name)
    return [day.replace(tzinfo=zone).utcoffset() for day in _DAYS]
