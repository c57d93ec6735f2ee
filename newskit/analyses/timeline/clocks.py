"""Times of day: clocks and parts of the day, on a day that is named or follows from the publication day."""

from __future__ import annotations

from datetime import date, timedelta

from newskit.analyses.timeline import dates
from newskit.analyses.timeline.calendar import Time, clock_span, part_span
from newskit.analyses.timeline.context import Context, Phrase
from newskit.analyses.timeline.lexer import read_clock
from newskit.analyses.timeline.words import CODES

_DAYS = ("weekday", "shortday", "today", "iso", "holiday", "month", "may")


def clock(p: Phrase, c: Context) -> Time | None:
    """Read a clock; its day is the one named beside it or, without one, stays open."""
    read = _read(p)
    if read is None or _is_bare_and_doubtful(p, c):
        return None
    hour, minute = read
    printed = f"T{hour:02d}:{max(minute, 0):02d}"
    day = _day_beside(p, c)
    if day is None:
        return Time("TIME", "XXXX-XX-XX" + printed)
    if hour == 24:  # midnight ends the day it is named with
        begin = clock_span(day + timedelta(days=1), 0, 0)
        return begin._replace(value=f"{day.isoformat()}T24:00")
    return clock_span(day, hour, None if minute < 0 else minute)


def _read(p: Phrase) -> tuple[int, ...] | None:
    noon, shown = p.find("noon"), p.find("clock")
    if shown is None and noon is not None:
        return int(str(noon.value)), 0
    half = p.find("ampm")
    if shown is not None:
        return read_clock(shown.word, half.word if half else "")
    if p.has("part"):
        part = str(p.value("part"))
        half_word = "a.m." if part == "MO" else "p.m."
    else:
        half_word = half.word if half else ""
    number = p.find("small", "number", "worded")
    if number is None:
        return None
    printed = number.word if number.word[0].isdigit() else str(number.value)
    read = read_clock(printed, half_word)
    return read if read and (read[1] >= 0 or "." not in printed) else None


def _is_bare_and_doubtful(p: Phrase, c: Context) -> bool:
    """Whether 3:16 stands alone and may as well be a score: no a.m., no zone, no day, and no word such as "at"."""
    if p.has("ampm", "oclock", "zone", "noon", "part", *_DAYS) or p.lexemes[-1].word[-1:] in "m.":
        return False
    return c.ahead is None or c.ahead.code not in _CLOCK_WORDS


_CLOCK_WORDS = frozenset(CODES[kind] for kind in ("at", "in", "before", "about"))


def _day_beside(p: Phrase, c: Context) -> date | None:
    if p.has(*_DAYS):
        beside = [x for k, x in enumerate(p.lexemes) if x.code not in _CLOCK and not _is_hour(p, k)]
        found = dates.day(Phrase(beside), c)
        return found.begin.date() if found and found.begin else None
    if c.anchor is None:
        return None
    if not p.has("this", "last", "that"):
        return _day_told_of(c, c.anchor)
    return c.anchor + timedelta(days=p.step() or 0) if p.has("this", "last") else None


def _day_told_of(c: Context, anchor: date) -> date | None:
    """Return the day that a clock without one belongs to: what is told in the past, of a day just mentioned."""
    if c.tense() != "past":
        return None  # doors open at 9:30
    seen = c.mentioned("day", "part-of-day", "hour", "minute")
    day = seen.begin.date() if seen and seen.begin else None
    return day if day and 0 <= (anchor - day).days <= FRESH else None


FRESH = 3  # news tells the clock of what has just happened


_CLOCK = frozenset(CODES[kind] for kind in ("clock", "ampm", "noon", "oclock", "zone", "at", "on", "about", "open"))


def _is_hour(p: Phrase, k: int) -> bool:
    """Whether a lexeme is the 5 of "5 p.m." or "5 in the morning"."""
    return p.codes[k] in _COUNTS and p.codes[k + 1 : k + 2] in _HOUR_SIGNS


_COUNTS = frozenset(CODES[kind] for kind in ("small", "number", "worded"))
_HOUR_SIGNS = frozenset(CODES[kind] for kind in ("ampm", "oclock", "in"))


def part(p: Phrase, c: Context) -> Time | None:
    """Read a part of a day: Friday night, this morning, last night, tonight."""
    name = "NI" if p.has("tonight") else str(p.value("part") or "")
    day = _day_of_part(p, c)
    if not name:  # the noon of a day
        return clock_span(day, 12, 0) if day else None
    return part_span(day, name) if day else Time("TIME", f"XXXX-XX-XXT{name}")


def _day_of_part(p: Phrase, c: Context) -> date | None:
    if p.has(*_DAYS):
        found = dates.day(Phrase([x for x in p.lexemes if x.code != CODES["part"]]), c)
        return found.begin.date() if found and found.begin else None
    if p.has("that", "following"):
        seen = c.mentioned("day", "part-of-day", "hour", "minute")
        step = (p.number("following") or 1) if p.has("following") else 0
        step = -1 if p.value("following") == -1 else step
        return seen.begin.date() + timedelta(days=step) if seen and seen.begin else None
    if c.anchor is None:
        return None
    if p.has("last"):
        return c.anchor - timedelta(days=1)
    return c.anchor
