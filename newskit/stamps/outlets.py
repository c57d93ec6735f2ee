"""Which zone an outlet prints its clocks in, and whether it writes the day before the month."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple


class Outlet(NamedTuple):
    """A row of the table; None where the outlet has no one custom or it is not known."""

    domain: str
    name: str
    zone: str | None
    day_first: bool | None


@cache
def _table() -> dict[str, Outlet]:
    """Return domain -> outlet and plain name -> outlet."""
    table: dict[str, Outlet] = {}
    lines = (resources.files(__package__) / "outlets.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        first = {"yes": True, "no": False}.get(row["day_first"])
        outlet = Outlet(row["domain"], row["name"], row["zone"] or None, first)
        table[outlet.domain] = table[_plain(outlet.name)] = outlet
    return table


def find_outlet(publisher: str) -> Outlet | None:
    """Return the outlet of a name ("The Hindu"), a domain or an address; None if it is not in the table."""
    name = publisher.strip()
    known = _table().get(_plain(name))
    return known or _by_domain(name.casefold())


def _by_domain(address: str) -> Outlet | None:
    """Look up edition.cnn.com, then cnn.com."""
    host = address.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    parts = host.split(".")[-6:]
    for i in range(len(parts) - 1):
        outlet = _table().get(".".join(parts[i:]))
        if outlet:
            return outlet
    return None


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
