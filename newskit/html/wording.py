"""What a value of a table is called before a reader, the same in plots, tables and marked texts."""

from __future__ import annotations

from typing import Any

import pandas as pd

MISSING = "–"
MINUS = "\u2212"
# In microseconds: nanoseconds reach back to 1677 only.
_TICK = pd.Timedelta(microseconds=1).as_unit("us")
# Before it the calendar was another one: its weekdays are not those that a computer counts back to.
_GREGORIAN = 1583
_NOT_RESOLVED = "not resolved"
_SEQUENCES = (str, list, tuple)
# Kinds of time expression that have no place on a calendar.
_TIMELESS = {"DURATION": "a length of time", "SET": "again and again"}


def known(value: Any) -> bool:
    """Return whether a cell holds something: it is not missing, and not an empty string or list."""
    if isinstance(value, _SEQUENCES):
        return bool(value)
    return value is not None and not bool(pd.isna(value))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as dictionaries; what is not known in them is None."""
    names = list(map(str, frame.columns))
    columns = [_known_cells(column) for _, column in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _known_cells(column: pd.Series) -> list[Any]:
    # By column: asking pandas about each cell on its own takes four times as long.
    cells = zip(column.tolist(), column.isna().tolist(), strict=True)
    return [None if missing or _is_empty(value) else value for value, missing in cells]


def _is_empty(value: Any) -> bool:
    return isinstance(value, _SEQUENCES) and not value


def when_text(
    time_from: Any,
    time_to: Any,
    precision: object = None,
    timex_type: object = None,
) -> str:
    """Say a half-open interval in few words that lose nothing: 'Fri 29 Nov 2024', '2025'."""
    if pd.isna(time_from):
        return _TIMELESS.get(str(timex_type), _NOT_RESOLVED)

    has_no_end = pd.isna(time_to)
    if precision == "minute" or (precision == "hour" and has_no_end):
        said = clock_text(time_from)
    elif has_no_end:
        said = _day(time_from)
    else:
        said = _interval(time_from, time_to)

    return f"about {said}" if precision == "vague" else said


def clock_text(time: Any) -> str:
    """Say a day and the time of day: 'Sat 30 Nov 2024, 07:53'."""
    return MISSING if pd.isna(time) else f"{_day(time)}, {time:%H:%M}"


def _interval(start: Any, end: Any) -> str:
    # Half-open: 1 Nov to 1 Dec is November, and its last moment lies before December.
    last = end - _TICK
    if not (_is_midnight(start) and _is_midnight(end)):
        return _hours(start, end, last)

    # The fewest words that are exact: 2025 is better than 1 Jan – 31 Dec 2025.
    whole_months = start.day == end.day == 1
    if whole_months and start.month == end.month == 1:
        return str(start.year) if start.year == last.year else f"{start.year}–{last.year}"

    if whole_months and start.year == last.year:
        first = "" if start.month == last.month else f"{_month(start)} – "
        return f"{first}{_month(last)} {start.year}"

    return _days(start, last)


def _is_midnight(time: Any) -> bool:
    return (time.hour, time.minute, time.second) == (0, 0, 0)


def _hours(start: Any, end: Any, last: Any) -> str:
    if start.date() == last.date():
        return f"{_day(start)}, {start:%H:%M}–{end:%H:%M}"
    return f"{_day(start)}, {start:%H:%M} – {_day(end)}, {end:%H:%M}"


def _days(start: Any, last: Any) -> str:
    if start.date() == last.date():
        return _day(start)

    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{last.day} {_month(start)} {start.year}"

    year = "" if start.year == last.year else f" {start.year}"
    return f"{start.day} {_month(start)}{year} – {last.day} {_month(last)} {last.year}"


def _day(time: Any) -> str:
    weekday = f"{time.day_name()[:3]} " if time.year >= _GREGORIAN else ""
    return f"{weekday}{time.day} {_month(time)} {time.year}"


def _month(time: Any) -> str:
    # Of pandas, not of strftime: that speaks the language of the computer.
    return str(time.month_name()[:3])


def cell_text(value: Any, places: int | None = None) -> str:
    """Say one value of a table as a reader should see it; a missing one is a dash.

    A float has so many decimal places, or as many as it needs, two at most.
    """
    if not known(value):
        return MISSING

    if isinstance(value, str):
        return value

    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))

    if pd.api.types.is_bool(value):
        return "yes" if value else "no"

    if isinstance(value, pd.Timestamp):
        # An instant is not a clock on the wall: it says in which zone it is told.
        if value.tz is not None:
            return f"{clock_text(value.tz_convert('UTC'))} UTC"
        # A day without a time of day is stored as its midnight.
        at_midnight = (value.hour, value.minute) == (0, 0)
        return _day(value) if at_midnight else clock_text(value)

    return _number(float(value), places) if pd.api.types.is_float(value) else str(value)


def _number(value: float, places: int | None) -> str:
    said = f"{value:.2f}".rstrip("0").rstrip(".") if places is None else f"{value:.{places}f}"
    # "-0.00" would look like a sign of something.
    is_zero = not said.strip("-0.")
    return said.removeprefix("-") if is_zero else said.replace("-", MINUS)


def plural(n: int, one: str) -> str:
    """Count something: '1 word', '2 words'."""
    return f"{n:,} {one}" if n == 1 else f"{n:,} {one}s"
