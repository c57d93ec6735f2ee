"""Which zone a place keeps: a dateline can say what an ambiguous abbreviation means."""

from __future__ import annotations

from functools import cache

from newskit.csv_files import csv_rows


@cache
def _zones() -> dict[str, str]:
    """Return place in small letters -> IANA name, of the zones that have an abbreviation."""
    zones = {row["zone"] for row in csv_rows(__package__, "zones.csv")} - {"UTC"}

    # An IANA name ends in a city: America/Argentina/Buenos_Aires.
    cities = {zone.rpartition("/")[2].replace("_", " ").lower(): zone for zone in zones}
    more = {row["place"]: row["zone"] for row in csv_rows(__package__, "places.csv")}
    return cities | more


def zone_of_place(place: str) -> str | None:
    """Return the zone of a place if an abbreviation is short for it, None for any other place.

    Kyiv keeps the hours of Jerusalem, but its time is not called IST.

    Examples
    --------
    >>> zone_of_place("Dublin"), zone_of_place("NEW DELHI"), zone_of_place("Kyiv")
    ('Europe/Dublin', 'Asia/Kolkata', None)
    """
    return _zones().get(place.strip().lower())
