"""Which zone a place keeps: the dateline of an article can say what an ambiguous abbreviation means."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from newskit.timestamps.zones import meanings

# The zone database names one city a zone; these are others whose zones' abbreviations mean something else elsewhere.
_MORE = {
    "Asia/Kolkata": "mumbai delhi chennai bengaluru bangalore hyderabad pune calcutta ahmedabad lucknow jaipur india",
    "Asia/Jerusalem": "haifa israel",
    "Europe/Dublin": "cork galway limerick waterford ireland",
    "Asia/Shanghai": "beijing shenzhen guangzhou china",
    "America/Chicago": "dallas houston austin milwaukee minneapolis",
    "Europe/London": "manchester birmingham edinburgh glasgow cardiff belfast liverpool leeds",
    "Asia/Dhaka": "chittagong bangladesh",
    "America/Havana": "cuba",
    "Asia/Dubai": "sharjah",
}
_OF_TWO_WORDS = {"new delhi": "Asia/Kolkata", "tel aviv": "Asia/Jerusalem", "abu dhabi": "Asia/Dubai"}


@cache
def _zones() -> dict[str, str]:
    """Return place in small letters -> IANA name."""
    cities = {name.rpartition("/")[2].replace("_", " ").lower(): name for name in available_timezones() if "/" in name}
    more = {place: zone for zone, places in _MORE.items() for place in places.split()}
    return cities | more | _OF_TWO_WORDS


def zone_of_place(place: str) -> str | None:
    """Return the zone of a place if an abbreviation is short for it, None for any other place.

    Kyiv keeps the hours of Jerusalem, but its time is not called IST.

    >>> zone_of_place("Dublin"), zone_of_place("NEW DELHI"), zone_of_place("Kyiv"), zone_of_place("Harbor City")
    ('Europe/Dublin', 'Asia/Kolkata', None, None)
    """
    zone = _zones().get(place.strip().lower())
    return zone if any(zone == meaning.zone for known in meanings().values() for meaning in known) else None
