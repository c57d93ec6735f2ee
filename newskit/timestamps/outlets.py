"""Which zone an outlet prints its clocks in, and whether it writes the day before the month."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pandas as pd

from newskit import tables
from newskit.csv_files import csv_rows
from newskit.timestamps.columns import OUTLETS

_DAY_FIRST = {"yes": True, "no": False, "": None}
# Parts of a host that are looked up: www.news.example.co.uk has five; an address may be any text.
_LONGEST_HOST = 6


class Outlet(NamedTuple):
    """A row of the table; None where the outlet has no one custom or it is not known."""

    domain: str
    name: str
    country: str | None
    zone: str | None
    day_first: bool | None


UNKNOWN_OUTLET = Outlet("", "", None, None, None)


def outlets() -> pd.DataFrame:
    """List the outlets whose zone and way of writing days newskit knows.

    A clock without a zone says little; most outlets mean their own. `read_articles(publisher=...)`
    and `parse_timestamps(publisher=...)` look here. To add outlets, put rows under this table and
    hand the whole to `read_articles(outlets=...)` or `parse_timestamps(outlets=...)`; `timezone=`
    and `day_first=` overrule it for any outlet.

    Returns
    -------
    pandas.DataFrame
        One row per outlet:

        - `domain` (key), `name`;
        - `country`: ISO 3166 code of the desk; NA for desks in several countries;
        - `zone`: IANA name of the zone that the outlet prints its clocks in; NA without one custom;
        - `day_first`: whether 06/01 is 6 January; NA where both are met, or the year comes first.

    Examples
    --------
    >>> from newskit.timestamps import outlets
    >>> known = outlets()
    >>> known.loc[known["domain"] == "thehindu.com", ["name", "zone"]].values.tolist()
    [['The Hindu', 'Asia/Kolkata']]
    """
    rows = csv_rows(__package__, "outlets.csv")
    table = tables.from_rows(
        OUTLETS, ({**row, "day_first": _DAY_FIRST[row["day_first"]]} for row in rows)
    )
    return table.replace("", pd.NA)


def find_outlet(publisher: str, table: pd.DataFrame | None = None) -> Outlet | None:
    """Return the outlet of a name ("The Hindu"), a domain or an address; None if there is none.

    Raises
    ------
    InputError
        If `table` lacks a column.
    """
    known = _shipped() if table is None else _by_key(table)
    return known.get(_plain(publisher)) or _by_domain(publisher.strip().casefold(), known)


@cache
def _shipped() -> dict[str, Outlet]:
    return _by_key(outlets())


def _by_key(table: pd.DataFrame) -> dict[str, Outlet]:
    """Return domain -> outlet and plain name -> outlet; later rows overrule earlier ones."""
    tables.need_columns(table, ("domain", "name", "zone"), "outlets")

    # A table of one's own may leave out the other columns, and the names.
    whole = table.reindex(columns=list(Outlet._fields)).astype(object)
    whole["name"] = whole["name"].where(whole["name"].notna(), whole["domain"])
    plain = whole.where(whole.notna(), None)

    found: dict[str, Outlet] = {}
    for row in plain.itertuples(index=False, name=None):
        outlet = Outlet(*row)
        found[str(outlet.domain).casefold()] = found[_plain(str(outlet.name))] = outlet
    return found


def _by_domain(address: str, known: dict[str, Outlet]) -> Outlet | None:
    """Look up edition.cnn.com, then cnn.com."""
    host = address.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    parts = host.split(".")[-_LONGEST_HOST:]

    # Never the last part alone: "uk" is not a domain.
    for i in range(len(parts) - 1):
        outlet = known.get(".".join(parts[i:]))
        if outlet:
            return outlet
    return None


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").strip()
