"""Read clocks and the zones beside them: 07:53 IST, 7.53pm, 0753 GMT, 13:55 GMT+1."""

from __future__ import annotations

from newskit.timestamps.items import Clock
from newskit.timestamps.stamp_line import Found, StampLine
from newskit.timestamps.zones import is_abbreviation


def clock(line: StampLine, i: int) -> Found:
    """07:53, 7.53pm, 19h19, 5 a.m., 9:19:08 AM, with the zone beside it."""
    token = line.at(i)
    if token.kind != "number" or _inside_number(line, i):
        return None
    if len(token.text) == 4:
        return _military(line, i)
    hour = line.number(i, 0, 24, 2)
    if hour is None:
        return None
    minute, second, at = _minutes(line, i + 1)
    half, after = _half(line, at)
    if (minute is None and half is None) or line.at(at).is_mark("%"):
        return None
    whole = _twelve(hour, half)
    if whole is None:
        return None
    zone, after = _zone(line, after)
    return Clock(whole, minute or 0, second, zone), after


def _inside_number(line: StampLine, i: int) -> bool:
    """Say whether the number at `i` is glued to a mark that makes it part of a price, a fraction or a date."""
    if line.at(i).spaced:
        return False
    dash_before_clock = line.at(i - 1).is_mark("-–") and line.at(i + 1).is_mark(":")
    after_number = line.at(i - 1).is_mark(":") and line.at(i - 2).kind == "number"
    return (line.at(i - 1).is_mark("/.-–$£€") and not dash_before_clock) or after_number


def _minutes(line: StampLine, i: int) -> tuple[int | None, int, int]:
    """Return minute, second, and where they end."""
    number = line.at(i + 1)
    parted = line.at(i).is_mark(":.") or line.word(i) == "h"
    minute = line.number(i + 1, 0, 59, 2)
    if not parted or minute is None or len(number.text) != 2 or number.spaced or line.at(i).spaced:
        return None, 0, i
    second = line.number(i + 3, 0, 59, 2)
    if not line.at(i + 2).is_mark(":") or second is None:
        return minute, 0, i + 2
    fraction = line.at(i + 4).is_mark(".,") and line.at(i + 5).kind == "number" and not line.at(i + 5).spaced
    return minute, second, i + 6 if fraction else i + 4


def _half(line: StampLine, i: int) -> tuple[str | None, int]:
    """Am, pm, a.m., p.m."""
    word = line.word(i)
    if word in ("am", "pm"):
        return word, line.skip(i + 1, ".")
    if word in ("a", "p") and line.at(i + 1).is_mark(".") and line.word(i + 2) == "m":
        return word + "m", line.skip(i + 3, ".")
    return None, i


def _twelve(hour: int, half: str | None) -> int | None:
    """Return the hour of 24; an hour that the half cannot have is None, but "17:19 PM" is 17."""
    if half is None:
        return hour if hour < 24 else None
    if hour > 12:
        return hour if half == "pm" and hour < 24 else None
    return hour % 12 + (12 if half == "pm" else 0) if hour or half == "am" else None


def _military(line: StampLine, i: int) -> Found:
    """0753 GMT, 1930 hrs: four digits count as a clock only with a zone or "hrs" behind them."""
    digits = line.at(i).text
    hour, minute = int(digits[:2]), int(digits[2:])
    at = i + 2 if line.word(i + 1) in ("hrs", "hours", "h") else i + 1
    zone, after = _zone(line, at)
    if hour > 23 or minute > 59 or (zone is None and at == i + 1):
        return None
    return Clock(hour, minute, 0, zone), after


def _zone(line: StampLine, i: int) -> tuple[str | None, int]:
    """Return the zone behind a clock: IST, (IST), GMT+1, UTC+05:30, Z, +0530."""
    if line.at(i).is_mark("+-−") and not line.at(i).spaced:
        return _offset(line, i)
    at = line.skip(i, ",")
    bracket = line.at(at).is_mark("([")
    at += bracket
    token = line.at(at)
    if token.kind != "word" or not is_abbreviation(token.text):
        return None, i
    zone, after = token.text.upper(), at + 1
    if zone in ("GMT", "UTC") and line.at(after).is_mark("+-−"):
        offset, end = _offset(line, after)
        zone, after = (offset, end) if offset else (zone, after)
    while line.word(after) in ("standard", "daylight", "time"):
        after += 1
    return zone, line.skip(after, ")]") if bracket else after


def _offset(line: StampLine, i: int) -> tuple[str | None, int]:
    """Return "+05:30" for +5:30, +0530, +05 or +5."""
    number = line.at(i + 1)
    if number.kind != "number" or number.spaced:
        return None, i
    sign = "+" if line.at(i).text == "+" else "-"
    if len(number.text) == 4:
        hours, minutes, after = int(number.text[:2]), int(number.text[2:]), i + 2
    else:
        hours, minutes, after = int(number.text) if len(number.text) < 3 else 99, 0, i + 2
        if line.at(after).is_mark(":") and len(line.at(after + 1).text) == 2:
            minutes, after = line.number(after + 1, 0, 59, 2) or 0, after + 2
    if hours > 14 or minutes % 15:
        return None, i
    return f"{sign}{hours:02d}:{minutes:02d}", after


def is_clock(line: StampLine, i: int) -> bool:
    """Say whether the number at `i` is the hour of a clock and so no day or year."""
    if line.at(i + 1).is_mark(":.") and len(line.at(i + 2).text) == 2 and line.at(i + 2).kind == "number":
        return not line.at(i + 2).spaced
    return _half(line, i + 1)[0] is not None
