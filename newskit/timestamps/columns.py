"""The columns of the outlets that newskit knows."""

from __future__ import annotations

from newskit.tables import FLAG, STRING, Column

OUTLETS = (
    Column("domain", STRING, "", "domain of the outlet's site", True),
    Column("name", STRING, "", "its name; with its country or city where several have the name"),
    Column("country", STRING, "ISO 3166", "country of the desk; NA for desks in several"),
    Column("zone", STRING, "IANA name", "zone of the clocks it prints; NA if it has no one custom"),
    Column(
        "day_first", FLAG, "", "whether 06/01 is 6 January; NA if it prints both, or the year first"
    ),
)
