"""Times of day: clocks and parts of the day, on a day that is named or follows from publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import days
from newskit.analyses.timeline.calendar import Time, clock_span, part_span
from newskit.analyses.timeline.context import DAY_OR_FINER, Context, TimePhrase
from newskit.analyses.timeline.lexer import read_clock
from newskit.analyses.timeline.words import letters_of

_DAYS: Final = ("weekday", "shortday", "today", "iso", "holiday", "month", "may")
_CLOCK: Final = ("clock", "ampm", "noon", "oclock", "zone", "at", "on", "about", "open")
_COUNTS: Final = letters_of("small", "number", "worded")
_HOUR_SIGNS: Final = letters_of("ampm", "oclock", "in")
FRESH: Final = 3  # days: news tells the clock of what has just happened


def clock_time(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a clock; its day is the one named beside it or, without one, stays open."""
    read = _read(phrase)
    if read is None or _may_be_a_score(phrase, context):
        return None

    hour, minute = read
    day = _day_beside(phrase, context)
    if day is None:
        return Time("TIME", f"XXXX-XX-XXT{hour:02d}:{max(minute, 0):02d}")
    if hour == 24:  # midnight ends the day it is named with
        midnight = clock_span(day + timedelta(days=1), 0, 0)
        return midnight._replace(value=f"{day.isoformat()}T24:00")
    return clock_span(day, hour, None if minute < 0 else minute)


def _read(phrase: TimePhrase) -> tuple[int, ...] | None:
    """Return the hour, and the minute or -1."""
    noon, shown = phrase.find("noon"), phrase.find("clock")
    if shown is not None:
        half = phrase.find("ampm")
        return read_clock(shown.word, half.word if half else "")
    if noon is not None:
        return int(str(noon.value)), 0
    return _read_hour(phrase)


def _read_hour(phrase: TimePhrase) -> tuple[int, ...] | None:
    """Read "5 p.m.", "seven o'clock", "5 in the morning"."""
    hour = phrase.find("small", "number", "worded")
    if hour is None:
        return None

    printed = hour.word if hour.word[0].isdigit() else str(hour.value)
    read = read_clock(printed, _half_of_day(phrase))
    is_fraction = "." in printed and read is not None and read[1] < 0
    return None if is_fraction else read


def _half_of_day(phrase: TimePhrase) -> str:
    if phrase.has("part"):
        return "a.m." if phrase.value("part") == "MO" else "p.m."
    printed = phrase.find("ampm")
    return printed.word if printed else ""


def _may_be_a_score(phrase: TimePhrase, context: Context) -> bool:
    """Say whether 3:16 stands alone: no a.m., no zone, no day, and no word such as "at"."""
    is_told = phrase.has("ampm", "oclock", "zone", "noon", "part", *_DAYS)
    ends_in_half = phrase.lexemes[-1].word[-1:] in "m."  # 5:30pm, 5:30 p.m.
    if is_told or ends_in_half:
        return False
    return not context.led_by("at", "in", "before", "about")


def _day_beside(phrase: TimePhrase, context: Context) -> date | None:
    if phrase.has(*_DAYS):
        found = days.day(_without_clock(phrase), context)
        return found.first_day if found else None
    if context.anchor is None:
        return None
    if phrase.has("this", "last"):  # at 5 this morning, at 9 last night
        return context.anchor + timedelta(days=phrase.step() or 0)
    return None if phrase.has("that") else _day_told_of(context, context.anchor)


def _without_clock(phrase: TimePhrase) -> TimePhrase:
    """Leave out the clock, with the 5 of "5 p.m." and "5 in the morning"."""
    codes = phrase.codes
    hours = {
        k
        for k, code in enumerate(codes)
        if code in _COUNTS and codes[k + 1 : k + 2] in _HOUR_SIGNS
    }
    kept = [lexeme for k, lexeme in enumerate(phrase.lexemes) if k not in hours]
    return TimePhrase(kept).without(*_CLOCK)


def _day_told_of(context: Context, anchor: date) -> date | None:
    """Return the day of a clock without one: what is told in the past is of a day just named."""
    if context.tense() != "past":
        return None  # doors open at 9:30
    told = context.day_mentioned(*DAY_OR_FINER)
    is_fresh = told is not None and 0 <= (anchor - told).days <= FRESH
    return told if is_fresh else None


def day_part(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a part of a day: Friday night, this morning, last night, tonight."""
    day = _day_of_part(phrase, context)
    name = "NI" if phrase.has("tonight") else str(phrase.value("part") or "")
    if not name:  # the noon of a day
        return clock_span(day, 12, 0) if day else None
    return part_span(day, name) if day else Time("TIME", f"XXXX-XX-XXT{name}")


def _day_of_part(phrase: TimePhrase, context: Context) -> date | None:
    if phrase.has(*_DAYS):
        found = days.day(phrase.without("part"), context)
        return found.first_day if found else None
    if phrase.has("that", "following"):
        seen = context.day_mentioned(*DAY_OR_FINER)
        step = phrase.whole("following")  # 1, -1 for "previous", 0 for "that"
        return seen + timedelta(days=step) if seen else None

    if context.anchor is None:
        return None
    is_last = phrase.has("last")
    return context.anchor - timedelta(days=is_last)
