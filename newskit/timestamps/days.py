"""Read days: 2024-11-30, 30/11/2024, November 30th 2024, 30 Nov."""

from __future__ import annotations

from newskit.timestamps.clocks import is_clock
from newskit.timestamps.items import Day
from newskit.timestamps.stamp_line import SEPARATORS, Found, StampLine
from newskit.timestamps.words import MONTHS, ORDINALS

FIRST_YEAR, LAST_YEAR = 1600, 2199


def year_first(line: StampLine, i: int) -> Found:
    """2024-11-30, 2024/11/30."""
    mark = line.at(i + 1)
    if not mark.is_mark(SEPARATORS) or line.at(i + 3).text != mark.text or len(line.at(i).text) != 4:
        return None
    year = line.number(i, FIRST_YEAR, LAST_YEAR, 4)
    month, day = line.number(i + 2, 1, 12, 2), line.number(i + 4, 1, 31, 2)
    if year is None or month is None or day is None:
        return None
    after = i + 5
    return Day(year, month, day), after + 1 if line.at(after).text in ("T", "t") else after


def numbers_only(line: StampLine, i: int) -> Found:
    """30/11/2024, 11.30.24, 06-01-2026: which is the day may stay open."""
    mark = line.at(i + 1)
    if not mark.is_mark(SEPARATORS) or line.at(i + 3).text != mark.text or line.at(i - 1).is_mark(SEPARATORS):
        return None
    first, second = line.number(i, 1, 31, 2), line.number(i + 2, 1, 31, 2)
    year = _year(line, i + 4, short=True)
    if first is None or second is None or year is None or min(first, second) > 12:
        return None
    if first > 12:
        return Day(year, second, first), i + 5
    if second > 12 or first == second:
        return Day(year, first, second), i + 5
    return Day(year, first, second, either=True, dotted=mark.text == "."), i + 5


def day_month(line: StampLine, i: int) -> Found:
    """30th November 2024, 30 Nov, 2 November 23, 3-Nov-2023."""
    day = line.number(i, 1, 31, 2)
    if day is None or (line.at(i - 1).is_mark(":") and line.at(i - 2).kind == "number"):
        return None
    at = i + 2 if line.word(i + 1) in ORDINALS else i + 1
    at = line.skip(at, ".,-/")
    at = at + 1 if line.word(at) == "of" else at
    month = MONTHS.get(line.word(at))
    if month is None:
        return None
    year, after = _year_after(line, at + 1, short=True)
    return Day(year, month, day), after


def month_day(line: StampLine, i: int) -> Found:
    """November 30th, 2024; Nov. 30 2024; Nov 30."""
    month = MONTHS.get(line.word(i))
    if month is None:
        return None
    at = line.skip(i + 1, ".-/")
    day = line.number(at, 1, 31, 2)
    if day is None or is_clock(line, at):
        return None
    at = at + 2 if line.word(at + 1) in ORDINALS else at + 1
    year, after = _year_after(line, at, short=False)
    return Day(year, month, day), after


def _year_after(line: StampLine, i: int, short: bool) -> tuple[int | None, int]:
    at = line.skip(line.skip(i, "."), ",-/")
    year = _year(line, at, short and at == i)
    return (year, at + 1) if year is not None else (None, i)


def _year(line: StampLine, i: int, short: bool) -> int | None:
    token = line.at(i)
    if token.kind != "number" or len(token.text) == 4:
        return line.number(i, FIRST_YEAR, LAST_YEAR, 4)
    if short and len(token.text) == 2 and not is_clock(line, i):
        value = int(token.text)
        return 2000 + value if value < 70 else 1900 + value
    return None
