"""Read when an article was published and updated from a line that an outlet prints."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from newskit.errors import InputError
from newskit.timestamps.assemble import Stamps, assemble
from newskit.timestamps.outlets import UNKNOWN_OUTLET, find_outlet
from newskit.timestamps.zones import load_zone


def parse_timestamps(
    line: str,
    *,
    timezone: str | None = None,
    day_first: bool | None = None,
    reference: dt.date | dt.datetime | None = None,
    publisher: str | None = None,
    outlets: pd.DataFrame | None = None,
) -> Stamps:
    """Read when an article was published and updated from a line as outlets print it.

    Besides what outlets print, a line may hold what machines write: ISO 8601, also compact
    (20240506T073000Z), RFC 2822, or a count of seconds since 1970.

    Nothing is guessed: a day without a clock stays a day, a clock without a day is nothing, and a
    number such as 06/01/2026 is read only when `day_first`, the zone or a sign in the line says
    which way round.

    Parameters
    ----------
    line : str
        The printed line, as it is: labels, names and reading times may stand in it.
    timezone : str, optional
        The outlet's zone, an IANA name or an offset ("+05:30", "UTC+5:30"). It completes clocks
        without a zone and decides what an ambiguous abbreviation means (IST is India, Ireland or
        Israel).
    day_first : bool, optional
        Whether 06/01 is 6 January. By default the zone and the form decide, or nothing is returned.
    reference : datetime.date or datetime.datetime, optional
        When the line was read. It resolves "2 hours ago" and a missing year; without it both are
        None.
    publisher : str, optional
        The outlet, by name, domain or address. One that is in the table of outlets brings its zone
        and its way of writing days, unless `timezone` and `day_first` say otherwise.
    outlets : pandas.DataFrame, optional
        Where to look the outlet up; `newskit.times.outlets()` by default. Put your own rows under
        it to add outlets.

    Returns
    -------
    Stamps
        The timestamps, a named tuple:

        - `published` and `updated`: None, a `date` (only a day was printed) or a `datetime` (aware
          when its zone is known);
        - `timezone`: IANA name or offset of the clocks, None when not known;
        - `timezone_source`: stated (printed), given (by you), outlet (its own), abbreviation (the
          most common meaning of an ambiguous one) or none;
        - `zone_conflict`: whether the printed zone cannot be right on that day (EST in June: the
          clock is then read in the place's own time);
        - `warning`: what was concluded from other signs of the line, in words: GMT or a clock of 24
          hours says that 06/01/2026 has the day first. None where nothing was.

    Raises
    ------
    InputError
        If `line` is not a string, or `timezone` or `reference` is not what is expected.

    Examples
    --------
    >>> from newskit.timestamps import parse_timestamps
    >>> stamps = parse_timestamps("Published: 15:56 BST, 27 April 2024 | Updated: 16:10")
    >>> stamps.published.isoformat(), stamps.updated.isoformat(), stamps.timezone
    ('2024-04-27T15:56:00+01:00', '2024-04-27T16:10:00+01:00', 'Europe/London')
    >>> parse_timestamps("Posted on April 29, 2022").published
    datetime.date(2022, 4, 29)
    >>> parse_timestamps("20240506T073000Z").published.isoformat()
    '2024-05-06T07:30:00+00:00'
    >>> parse_timestamps("6/1/2026, 9:05 pm", publisher="The Hindu").published.isoformat()
    '2026-01-06T21:05:00+05:30'
    """
    if not isinstance(line, str):
        raise InputError(f"line is {type(line).__name__} {line!r}; expected a string.")

    if reference is not None and not isinstance(reference, dt.date):
        raise InputError(
            f"reference is {type(reference).__name__} {reference!r}; expected a date or a datetime."
        )

    if timezone is not None:
        load_zone(timezone)  # an error even where the line has no clock

    outlet = (find_outlet(publisher, outlets) if publisher else None) or UNKNOWN_OUTLET
    return assemble(
        line,
        timezone or outlet.zone,
        outlet.day_first if day_first is None else day_first,
        reference,
        "given" if timezone else "outlet",
    )
