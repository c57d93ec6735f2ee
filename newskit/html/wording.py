"""What a value of a table is called before a reader, the same in plots, tables and marked texts."""

from __future__ import annotations

from typing import Any

import pandas as pd

MISSING = "–"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# In microseconds: nanoseconds reach back to 1677 only.
_TICK = pd.Timedelta(microseconds=1).as_unit("us")
# Kinds of time expression that have no place on a calendar.
_TIMELESS = {"DURATION": "a length of time", "SET": "again and again"}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def known(value: Any) -> bool:
    """Whether a cell holds something: neither missing, nor an empty string or list."""
    if value is None or (isinstance(value, str | list | tuple) and not value):
        return False
    return isinstance(value, str | list | tuple) or not bool(pd.isna(value))


def when_text(time_from: Any, time_to: Any, precision: object = None, timex_type: object = None) -> str:
    """Say a half-open stretch of time in the fewest words that lose nothing: 'Fri 29 Nov 2024', 'Nov 2024', '2025'."""
    if pd.isna(time_from):
        return _TIMELESS.get(timex_type, "not resolved") if isinstance(timex_type, str) else "not resolved"
    about = "about " if precision == "vague" else ""
    if precision == "minute" or (precision == "hour" and pd.isna(time_to)):
        return about + clock_text(time_from)
    return about + (_day(time_from) if pd.isna(time_to) else _stretch(time_from, time_to))


def _stretch(a: Any, b: Any) -> str:
    last = b - _TICK
    if any((t.hour, t.minute, t.second) != (0, 0, 0) for t in (a, b)):
        if a.date() == last.date():
            return f"{_day(a)}, {a:%H:%M}–{b:%H:%M}"
        return f"{_day(a)}, {a:%H:%M} – {_day(b)}, {b:%H:%M}"
    if a.day == b.day == 1:
        if a.month == b.month == 1:
            return str(a.year) if last.year == a.year else f"{a.year}–{last.year}"
        if a.year == last.year:
            first = "" if a.month == last.month else f"{_MONTHS[a.month - 1]} – "
            return f"{first}{_MONTHS[last.month - 1]} {a.year}"
    if a.date() == last.date():
        return _day(a)
    if (a.year, a.month) == (last.year, last.month):
        return f"{a.day}–{last.day} {_MONTHS[a.month - 1]} {a.year}"
    year = "" if a.year == last.year else f" {a.year}"
    return f"{a.day} {_MONTHS[a.month - 1]}{year} – {last.day} {_MONTHS[last.month - 1]} {last.year}"


def _day(t: Any) -> str:
    # Before 1583 the calendar was another one: its days of the week are not those that a computer counts back to.
    weekday = f"{_DAYS[t.weekday()]} " if t.year >= 1583 else ""
    return f"{weekday}{t.day} {_MONTHS[t.month - 1]} {t.year}"


def clock_text(t: Any) -> str:
    """Say a wall clock: 'Sat 30 Nov 2024, 07:53'."""
    return MISSING if pd.isna(t) else f"{_day(t)}, {t:%H:%M}"


def cell_text(value: Any, places: int | None = None) -> str:
    """Say one value of a table as a reader should see it; a missing one is a dash, a float has so many decimals."""
    if not known(value):
        return MISSING
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if pd.api.types.is_bool(value):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return clock_text(value) if (value.hour, value.minute) != (0, 0) else _day(value)
    if pd.api.types.is_float(value):
        shown = f"{value:.2f}".rstrip("0").rstrip(".") if places is None else f"{value:.{places}f}"
        return shown.removeprefix("-") if not shown.strip("-0.") else shown.replace("-", "\u2212")
    return str(value)
