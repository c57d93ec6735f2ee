"""The quarter that a text reports on, and the same stretch of earlier years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline.calendar import (
    Time,
    closest,
    half_span,
    midnight,
    same_day_in,
    season_span,
    shift_months,
    unit_span,
)
from newskit.analyses.timeline.context import Context, TimePhrase
from newskit.analyses.timeline.lexer import lex

_UNITS: Final[dict[str | None, str]] = {"day": "D", "week": "W", "month": "M", "quarter": "Q"}
OWN_QUARTER: Final = "-QX"  # a quarter of a company's own year: its number is not known


def quarter_spoken_of(context: Context) -> Time | None:
    """Return the quarter meant by "the quarter"."""
    own = _own_quarter(context)
    if own is not None:
        context.memory.append(own)
        return own

    seen = context.quarter_reported()
    if seen is not None:
        return seen._replace(relative=True)
    if context.anchor is None:
        return Time("DATE", "XXXX-QX")
    before = shift_months(context.anchor, -3)
    return unit_span(before, "Q") if before else None


def _own_quarter(context: Context) -> Time | None:
    """Read "the quarter ended Sept. 30": three months to that day."""
    if context.anchor is None or len(context.beyond) < 2:
        return None

    printed = TimePhrase([lexeme for form in context.beyond for lexeme in lex(form)])
    month, number = printed.number("month", "may"), printed.number("small")
    if month is None or number is None:
        return None
    years = range(context.anchor.year - 1, context.anchor.year + 2)
    last = closest(same_day_in(years, month, number), context.anchor)
    return _quarter_to(last + timedelta(days=1)) if last else None


def _quarter_to(end: date) -> Time | None:
    begin = shift_months(end, -3)
    if begin is None:
        return None
    last = end - timedelta(days=1)
    value = f"{last.year:04d}{OWN_QUARTER}"
    return Time("DATE", value, midnight(begin), midnight(end), "quarter")


def years_before(seen: Time, n: int) -> Time | None:
    """Return the same stretch of the calendar n years before."""
    moved = shift_months(seen.begin.date(), -12 * n) if seen.begin else None
    if moved is None:
        return None
    if seen.end is not None and seen.value.endswith(OWN_QUARTER):
        end = shift_months(seen.end.date(), -12 * n)
        return _quarter_to(end) if end else None

    if seen.precision == "half-year":
        return half_span(moved.year, 1 if moved.month < 7 else 2)
    if seen.precision == "season":
        return season_span(moved.year, seen.value[-2:])
    return unit_span(moved, _UNITS.get(seen.precision, "Y"))
