"""Times of day: clocks and parts of the day, on a day that is named or follows from publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import days
from newskit.analyses.timeline.anaphora import next_part
from newskit.analyses.timeline.calendar import Time, clock_span, first_day, part_span, shift
from newskit.analyses.timeline.lexer import NOTHING, Lexeme, read_clock
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER, MONTH_KINDS, TimePhrase

_DAYS: Final = ("weekday", "shortday", "today", "iso", "holiday", *MONTH_KINDS)
_CLOCK: Final = ("clock", "ampm", "noon", "oclock", "zone", "at", "on", "about", "open", "close")
# Without one of these, 3:16 may as well be a score.
_TELL_A_CLOCK: Final = (*_DAYS, "ampm", "oclock", "zone", "noon", "part")
_COUNTS: Final = ("small", "number", "worded")
_HOUR_SIGNS: Final = ("ampm", "oclock", "in", "at", "noon")
# Which half of the day a part is of: "5 in the morning", "11 at night".
_HALVES: Final = {"MO": "a.m.", "AF": "p.m.", "EV": "p.m.", "NI": "p.m."}
LONGEST_CLOCK: Final = len("17:30")
# Days: news tells the clock of what has just happened.
FRESH: Final = 3


def clock(phrase: TimePhrase) -> Time | None:
    """Read a clock; its day is the one named beside it or, without one, stays open."""
    read = _read(phrase)
    if read is None or _may_be_a_score(phrase):
        return None

    hour, minute = read
    day = _day_beside(phrase)
    if day is None:
        return Time("TIME", f"XXXX-XX-XXT{hour:02d}:{max(minute, 0):02d}")

    # Midnight ends the day it is named with.
    if hour == 24:
        begin = clock_span(day + timedelta(days=1), 0, 0)
        return begin._replace(value=f"{day.isoformat()}T24:00")

    return clock_span(day, hour, minute)


def _read(phrase: TimePhrase) -> tuple[int, ...] | None:
    """Return the hour, and the minute or -1."""
    # 5:30, 5:30 p.m.
    half = phrase.find("ampm").word
    part = str(phrase.value("part") or "")
    half = half or _HALVES.get(part, "")
    if phrase.has("clock"):
        return read_clock(phrase.find("clock").word, half)

    # Noon is 12, midnight 24.
    if phrase.has("noon"):
        return phrase.whole("noon"), 0

    # 5 p.m., seven o'clock, 5 in the morning.
    hour = phrase.find("small", "number", "worded")
    printed = hour.word if hour.word[:1].isdigit() else str(hour.value)
    return read_clock(printed, half)


def _may_be_a_score(phrase: TimePhrase) -> bool:
    """Say whether 3:16 stands alone: no a.m., no zone, no day, and no word such as "at"."""
    if phrase.has(*_TELL_A_CLOCK):
        return False

    # 5:30pm, 5:30 p.m.; half past five.
    clock = phrase.find("clock")
    if clock.word[-1:] in "m." or clock.end - clock.start > LONGEST_CLOCK:
        return False

    return not phrase.led_by("at", "in", "before", "about")


def _day_beside(phrase: TimePhrase) -> date | None:
    if phrase.has(*_DAYS):
        return first_day(days.day(_without_clock(phrase)))

    # At 5 this morning, at 9 last night.
    if phrase.has("this", "last"):
        return shift(phrase.anchor, phrase.steps(), "D")

    # At 5 that morning.
    if phrase.has("that"):
        return None

    return _day_told_of(phrase)


def _without_clock(phrase: TimePhrase) -> TimePhrase:
    """Leave out the clock, with the 5 of "5 p.m." and "5 in the morning"."""
    kept: list[Lexeme] = []
    followed = zip(phrase.lexemes, [*phrase.lexemes[1:], NOTHING], strict=True)
    for lexeme, after in followed:
        is_hour = lexeme.kind in _COUNTS and after.kind in _HOUR_SIGNS
        if not is_hour:
            kept.append(lexeme)

    return phrase.reduced_to(kept).without(*_CLOCK)


def _day_told_of(phrase: TimePhrase) -> date | None:
    """Return the day of a clock without one: the last day told of, else that of publication."""
    told = phrase.day_mentioned(*DAY_OR_FINER)
    is_fresh = told is not None and phrase.anchor is not None and (phrase.anchor - told).days <= FRESH
    return told if is_fresh else phrase.anchor


def overnight(phrase: TimePhrase) -> Time | None:
    """Read "overnight" as the night that begins on the day named; without one, the last night."""
    if phrase.anchor is None:
        return Time("TIME", "XXXX-XX-XXTNI")

    day = phrase.anchor - timedelta(days=phrase.direction() != "future")
    if phrase.has(*_DAYS):
        day = first_day(days.day(phrase.without("overnight", "on"))) or day

    return part_span(day, "NI")


def part(phrase: TimePhrase) -> Time | None:
    """Read a part of a day: Friday night, this morning, last night, tonight."""
    part = "NI" if phrase.has("tonight") else phrase.value("part")
    # The next morning, the night before.
    if not phrase.has(*_DAYS) and phrase.has("next", "before"):
        return next_part(phrase, str(part))

    day = _day_of_part(phrase)

    # The noon of a day.
    if part is None:
        return clock_span(day, 12, 0) if day else None
    if day is None:
        return Time("TIME", f"XXXX-XX-XXT{part}")

    return part_span(day, str(part))


def _day_of_part(phrase: TimePhrase) -> date | None:
    if phrase.has(*_DAYS):
        return first_day(days.day(phrase.without("part")))

    # "That night", "the previous evening": counted from what the text told last.
    if phrase.has("that", "following"):
        return shift(phrase.day_mentioned(*DAY_OR_FINER), phrase.whole("following"), "D")

    return shift(phrase.anchor, -int(phrase.has("last")), "D")
