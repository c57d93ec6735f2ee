"""What a printed zone means: one table of abbreviations, and how a hint chooses among their meanings."""

from __future__ import annotations

import csv
import datetime as dt
import re
from functools import cache
from importlib import resources
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newskit.errors import InputError

# Small-letter words that are no zones: "5 pm et al.", "at 10 am east of".
_WORDS = {"at", "art", "cat", "central", "ct", "eastern", "eat", "et", "mountain", "mt", "nt", "pacific", "pt", "west",
          "wet", "wit", "z"}  # fmt: skip
_OFFSET = re.compile(r"([+-])(\d{2}):(\d{2})")


class Meaning(NamedTuple):
    """One meaning of an abbreviation."""

    zone: str
    offset: dt.timedelta | None
    """Offset that the abbreviation states; None for ET, PT and the like, which leave summer time open."""
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
    lines = (resources.files(__package__) / "zones.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        meaning = Meaning(row["zone"], parse_offset(row["offset"]), row["sure"] == "yes")
        table[row["abbreviation"]] = (*table.get(row["abbreviation"], ()), meaning)
    return table


def is_abbreviation(word: str) -> bool:
    """Say whether a word behind a clock names a zone."""
    return word.upper() in meanings() and not (word.lower() in _WORDS and word.islower())


def parse_offset(text: str) -> dt.timedelta | None:
    """Return the offset of "+05:30", or None if the text is no offset."""
    match = _OFFSET.fullmatch(text)
    if not match:
        return None
    offset = dt.timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -offset if match[1] == "-" else offset


def load_zone(name: str) -> dt.tzinfo:
    """Return the zone of an IANA name or an offset such as "+05:30".

    Raises
    ------
    InputError
        If there is no such zone.
    """
    offset = parse_offset(name)
    if offset is not None:
        return dt.timezone(offset)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as err:
        raise InputError(
            f"timezone {name!r} is not known. "
            "Expected an IANA name such as 'Asia/Kolkata', or an offset such as '+05:30'."
        ) from err


def resolve(printed: str | None, hint: str | None, hint_source: str = "given") -> Zone | None:
    """Return the zone of a clock: what is printed, read in the light of the hint; else the hint; else None."""
    if printed is None:
        return Zone(hint, load_zone(hint), hint_source) if hint else None
    offset = parse_offset(printed)
    if offset is not None:
        return Zone(printed, dt.timezone(offset), "stated", offset)
    known = meanings()[printed]
    first = known[0]
    if hint:
        for meaning in known:
            if _same_rules(meaning.zone, hint):
                return Zone(hint, load_zone(hint), "stated" if first.sure else hint_source, meaning.offset)
    return Zone(first.zone, load_zone(first.zone), "stated" if first.sure else "abbreviation", first.offset)


def conflict(zone: Zone, local: dt.datetime) -> bool:
    """Say whether the printed offset is not the zone's on that day (EST in June)."""
    return zone.stated is not None and local.replace(tzinfo=zone.info).utcoffset() != zone.stated


@cache
def _same_rules(one: str, other: str) -> bool:
    """Say whether two zones keep the same time in winter and in summer."""
    if one == "UTC" or other == "UTC":
        return one == other
    days = (dt.datetime(2024, 1, 15), dt.datetime(2024, 7, 15))
    zones = (load_zone(one), load_zone(other))
    return all(len({day.replace(tzinfo=zone).utcoffset() for zone in zones}) == 1 for day in days)
