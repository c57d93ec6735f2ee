"""The columns of the outlets that newskit knows."""

from __future__ import annotations

from newskit.tables import FLAG, STRING, Column

OUTLETS = (
    Column("domain", STRING, "", "domain of the outlet's site", True),
    Column("name", STRING, "", "name of the outlet; with its country or city where several have the name"),
    Column("country", STRING, "ISO 3166", "country of the desk; NA for desks in several"),
    Column("zone", STRING, "IANA name", "zone it prints its clocks in; NA without one custom"),
    Column("day_first", FLAG, "", "whether 06/01 is 6 January; NA where both are met or the year comes first"),
)
