"""Which zone an outlet prints its clocks in, and whether it writes the day before the month."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.timestamps.columns import OUTLETS

_FIRST = {"yes": True, "no": False}


class Outlet(NamedTuple):
    """A row of the table; None where the outlet has no one custom or it is not known."""

    domain: str
    name: str
    country: str | None
    zone: str | None
    day_first: bool | None


def outlets() -> pd.DataFrame:
    """List the outlets whose zone and way of writing days newskit knows.

    A clock without a zone says little; most outlets mean their own. `read_articles(publisher=...)` and
    `parse_timestamps(publisher=...)` look here. To add outlets, put rows under this table and hand the whole to
    `read_articles(outlets=...)` or `parse_timestamps(outlets=...)`; `timezone=` and `day_first=` overrule it for any
    outlet.

    Returns
    -------
    pandas.DataFrame
        One row an outlet, by `domain` (key): `name`, `country` (ISO 3166 code of the desk; NA for desks in several),
        `zone` (IANA name of the zone it prints its clocks in; NA without one custom) and `day_first` (whether 06/01 is
        6 January; NA where both are met, or the year comes first).

    Examples
    --------
    >>> from newskit.timestamps import outlets
    >>> known = outlets()
    >>> known.loc[known["domain"] == "thehindu.com", ["name", "zone"]].values.tolist()
    [['The Hindu', 'Asia/Kolkata']]
    """
    return tables.from_rows(OUTLETS, (row._asdict() for row in _rows()))


@cache
def _rows() -> tuple[Outlet, ...]:
    lines = (resources.files(__package__) / "outlets.csv").read_text(encoding="utf-8").splitlines()
    return tuple(
        Outlet(r["domain"], r["name"], r["country"] or None, r["zone"] or None, _FIRST.get(r["day_first"]))
        for r in csv.DictReader(lines)
    )


@cache
def _table() -> dict[str, Outlet]:
    return _by_key(_rows())


def _by_key(rows: tuple[Outlet, ...]) -> dict[str, Outlet]:
    """Return domain -> outlet and plain name -> outlet; later rows overrule earlier ones."""
    table: dict[str, Outlet] = {}
    for outlet in rows:
        table[outlet.domain.casefold()] = table[_plain(outlet.name)] = outlet
    return table


def find_outlet(publisher: str, table: pd.DataFrame | None = None) -> Outlet | None:
    """Return the outlet of a name ("The Hindu"), a domain or an address; None if it is not in the table.

    Raises
    ------
    InputError
        If `table` lacks a column.
    """
    known = _table() if table is None else _by_key(_of_frame(table))
    return known.get(_plain(publisher)) or _by_domain(publisher.strip().casefold(), known)


def _of_frame(table: pd.DataFrame) -> tuple[Outlet, ...]:
    absent = [name for name in ("domain", "name", "zone") if name not in table.columns]
    if absent:
        has = ", ".join(map(str, table.columns)) or "none"
        raise InputError(f"The table of outlets has no column {absent[0]!r}; its columns: {has}.")
    rows = ({str(k): None if pd.isna(v) else v for k, v in row.items()} for row in table.to_dict("records"))
    return tuple(
        Outlet(str(r["domain"] or ""), str(r["name"] or r["domain"]), r.get("country"), r["zone"], r.get("day_first"))
        for r in rows
    )


def _by_domain(address: str, table: dict[str, Outlet]) -> Outlet | None:
    """Look up edition.cnn.com, then cnn.com."""
    host = address.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    parts = host.split(".")[-6:]
    for i in range(len(parts) - 1):
        outlet = table.get(".".join(parts[i:]))
        if outlet:
            return outlet
    return None


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").strip()
