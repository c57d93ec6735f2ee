"""The quarter that a text reports on, and the same stretch of earlier years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import calendar
from newskit.analyses.timeline.calendar import Time, first_day, shift, unit_span
from newskit.analyses.timeline.lexer import lex
from newskit.analyses.timeline.time_phrase import MONTH_KINDS, TimePhrase

_UNITS: Final[dict[str | None, str]] = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half-year": "H",
}
# A quarter of a company's own year: its number is not known.
OWN_QUARTER: Final = "-QX"


def quarter_spoken_of(phrase: TimePhrase) -> Time | None:
    """Return the quarter meant by "the quarter"."""
    own = _own_quarter(phrase)
    if own is not None:
        phrase.memory.append(own)
        return own

    seen = phrase.quarter_reported()
    if seen is not None:
        return seen._replace(relative=True)

    # Results are of the quarter before.
    return unit_span(shift(phrase.anchor, -1, "Q"), "Q") or Time("DATE", "XXXX-QX")


def _own_quarter(phrase: TimePhrase) -> Time | None:
    """Read "the quarter ended Sept. 30": three months to that day."""
    if phrase.anchor is None or len(phrase.beyond) < 2:
        return None

    # The year is not printed: the nearest such day is meant.
    printed = phrase.reduced_to([lexeme for form in phrase.beyond for lexeme in lex(form)])
    month, number = printed.whole(*MONTH_KINDS), printed.whole("small")
    years = range(phrase.anchor.year - 1, phrase.anchor.year + 2)
    last = calendar.closest(calendar.same_day_in(years, month, number), phrase.anchor)
    return _quarter_to(shift(last, 1, "D"))


def _quarter_to(end: date | None) -> Time | None:
    begin = shift(end, -3, "M")
    if begin is None or end is None:
        return None

    # A quarter to the end of December is of that year, though its span ends in the next.
    last = end - timedelta(days=1)
    return calendar.span(f"{last.year:04d}{OWN_QUARTER}", begin, end, "quarter")


def years_before(seen: Time | None, n: int) -> Time | None:
    """Return the same stretch of the calendar n years before."""
    moved = shift(first_day(seen), -n, "Y")
    if seen is None or moved is None:
        return None

    if seen.end is not None and seen.value.endswith(OWN_QUARTER):
        return _quarter_to(shift(seen.end.date(), -n, "Y"))

    # A season is known by its name, not by its months.
    if seen.precision == "season":
        return calendar.season_span(moved.year, seen.value[-2:])

    return unit_span(moved, _UNITS.get(seen.precision, "Y"))
