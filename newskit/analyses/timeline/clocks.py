"""Times of day: clocks and parts of the day, on a day that is named or follows from publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import days, names_of_days, units
from newskit.analyses.timeline.anaphora import next_part
from newskit.analyses.timeline.calendar import Time, clock_span, first_day, part_span, shift
from newskit.analyses.timeline.direction import direction
from newskit.analyses.timeline.lexer import NOTHING, Lexeme, read_clock
from newskit.analyses.timeline.printed_zone import in_own_zone
from newskit.analyses.timeline.story import day_of_story
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER, MONTH_KINDS, TimePhrase

_DAYS: Final = ("weekday", "shortday", "today", "iso", "holiday", *MONTH_KINDS)
_OF_A_DAY: Final = (*_DAYS, "year", "small", "nth", "last", "next", "this", "the")
_CLOCK: Final = ("clock", "ampm", "noon", "oclock", "zone", "at", "on", "about", "open", "close")
# Without one of these, 3:16 may as well be a score.
_TELL_A_CLOCK: Final = (*_DAYS, "ampm", "oclock", "zone", "noon", "part", "tonight")
_COUNTS: Final = ("small", "number", "worded")
_HOUR_SIGNS: Final = ("ampm", "oclock", "noon", "tonight")
_BARE_PART: Final = {"the", "edge", "part"}
# Which half of the day a part is of: "5 in the morning", "11 at night".
_HALVES: Final = {"MO": "a.m.", "AF": "p.m.", "EV": "p.m.", "NI": "p.m."}
LONGEST_CLOCK: Final = len("17:30")
# Days: news tells the clock of what has just happened, or will be soon.
FRESH, AHEAD = 7, 14
# Hours: "the storm struck on Friday evening; the lights went out at 1am".
DAWN, EVENING = 6, 17


def clock(phrase: TimePhrase) -> Time | None:
    """Read a clock, on the day named beside it or told of; converted if another zone is printed."""
    found = _clock_as_printed(phrase)
    printed = str(phrase.value("zone") or "")
    if found is None or found.begin is None or found.end is None or not printed:
        return found

    return in_own_zone(found, printed, phrase.zone)


def _clock_as_printed(phrase: TimePhrase) -> Time | None:
    read = _read(phrase)
    is_name = phrase.has("noon") and names_of_days.is_noon_a_name(phrase)
    if read is None or is_name or _may_be_a_score(phrase):
        return None

    hour, minute = read
    # Nine tonight.
    is_tonight = phrase.has("tonight") or phrase.value("part") in ("EV", "NI")
    if is_tonight and 5 <= hour < 12 and not phrase.has("ampm"):
        hour += 12
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
    hours = [x for x, *after in _with_next(phrase.lexemes) if _is_hour(x, *after)]
    hour = next(iter(hours), phrase.find(*_COUNTS))
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

    # Monday, 4 April, 18:30; Sunday: Hale v Portgate (16:30); at 14:15 and 20:00.
    is_behind_a_mark = phrase.before.endswith(",") or phrase.led_by("comma", "open")
    goes_on = is_behind_a_mark or phrase.led_by("and", "or", "to", "hyphen")
    is_listed = phrase.told_here and goes_on
    is_led = phrase.led_by("at", "in", "between", "before", "about")
    opens_range = phrase.followed_by("to", "hyphen") and phrase.rest[1].kind == "clock"
    return not (is_listed or is_led or opens_range)


def _day_beside(phrase: TimePhrase) -> date | None:
    if phrase.has(*_DAYS):
        return first_day(days.day(_without_clock(phrase)))

    # 1am the following morning.
    if phrase.has("next", "following") and phrase.has("part"):
        return shift(phrase.day_mentioned(*DAY_OR_FINER) or phrase.anchor, 1, "D")

    # At 5 this morning, at 9 last night, 9 tonight.
    if phrase.has("tonight"):
        return phrase.anchor
    if phrase.has("this", "last"):
        return shift(phrase.anchor, phrase.steps(), "D")

    # 9pm that day, 5.30am the next day.
    if phrase.has("unit"):
        beside = units.this_unit(_without_clock(phrase))
        return first_day(beside)

    # At 5 that morning.
    if phrase.has("that"):
        return phrase.day_mentioned(*DAY_OR_FINER)

    return _day_told_of(phrase)


def _without_clock(phrase: TimePhrase) -> TimePhrase:
    """Leave out the clock, with the 5 of "5 p.m." and "5 in the morning"."""
    kept = [x for x, *after in _with_next(phrase.lexemes) if not _is_hour(x, *after)]
    return phrase.reduced_to(kept).without(*_CLOCK)


def _with_next(lexemes: list[Lexeme]) -> list[tuple[Lexeme, Lexeme, Lexeme]]:
    """Return each lexeme with the two behind it."""
    padded = [*lexemes, NOTHING, NOTHING]
    return list(zip(lexemes, padded[1:], padded[2:], strict=False))


def _is_hour(
    lexeme: Lexeme,
    after: Lexeme,
    then: Lexeme,
) -> bool:
    """Say whether a number is an hour: 5 p.m., 5 in the morning, 9 at night, 9 tonight."""
    if lexeme.kind not in _COUNTS:
        return False

    # "March 20 at 5 p.m." has one hour.
    in_a_part = after.kind in ("in", "at") and then.kind in ("the", "part")
    return after.kind in _HOUR_SIGNS or in_a_part


def _day_told_of(phrase: TimePhrase) -> date | None:
    """Return the day of a clock without one: the last day told of, else that of publication."""
    anchor = phrase.anchor
    if anchor is None:
        return phrase.day_mentioned(*DAY_OR_FINER)

    # "The games are on 26 July. They begin at noon."
    is_past = phrase.tense() == "past"
    last = phrase.day_mentioned(*DAY_OR_FINER) or anchor
    goes_on = phrase.told_here or (phrase.told_near and last > anchor)
    if goes_on and not is_past:
        return last

    # "It leaves at 9.15am" is not of last night, "it began at 9" not of tomorrow.
    days_ago = {"future": range(-AHEAD, 1), "past": range(FRESH + 1)}
    fresh = days_ago.get(phrase.tense() or "", range(-AHEAD, FRESH + 1))

    # On New Year's Eve 1961. She went on air at midnight.
    in_story = day_of_story(phrase)
    if in_story is not None and phrase.tense() == "past":
        return in_story

    for seen in reversed(phrase.memory):
        told = first_day(seen) or anchor
        is_fresh = (anchor - told).days in fresh
        if is_fresh and seen.precision in DAY_OR_FINER:
            return told + timedelta(days=_in_the_night_after(phrase, seen, anchor))

    return anchor


def _in_the_night_after(phrase: TimePhrase, seen: Time, anchor: date) -> bool:
    """Say whether a clock before dawn, or the morning, follows an evening: it is a day later."""
    begin = seen.begin
    if begin is None or begin.hour < EVENING or begin.date() >= anchor:
        return False

    hour, _ = _read(phrase) or (DAWN, 0)
    return hour < DAWN


def first_of_range(phrase: TimePhrase) -> Time | None:
    """Read the 7am of "from 7am to 10pm on May 1": the day follows the second clock."""
    day = [lexeme for lexeme in phrase.rest[1:] if lexeme.kind in _OF_A_DAY]
    return clock(phrase.reduced_to([*phrase.lexemes, *day]))


def hour_of_range(phrase: TimePhrase) -> Time | None:
    """Read the 2 of "from 2 to 4 p.m. on May 1", and the 10 of "from 10 to 2 p.m."."""
    _, last, half, *after = phrase.rest
    is_past_noon = half.word.startswith("p") and phrase.lexemes[0].whole() > last.whole() % 12
    word = "a.m." if is_past_noon else half.word
    day = [lexeme for lexeme in after if lexeme.kind in _OF_A_DAY]
    return clock(phrase.reduced_to([*phrase.lexemes, half._replace(word=word), *day]))


def in_two_zones(phrase: TimePhrase) -> Time | None:
    """Read "10:35 a.m. (0735 GMT) on Friday": the clock before the bracket, on that day."""
    bracket = phrase.find("open").start, phrase.find("close").end
    outside = [x for x in phrase.lexemes if not bracket[0] <= x.start < bracket[1]]
    return clock(phrase.reduced_to(outside))


def repeated(phrase: TimePhrase) -> Time | None:
    """Read "10 a.m. every Tuesday", "7pm every day"."""
    read = _read(phrase)
    if read is None:
        return None

    hour, minute = read
    day = f"XXXX-WXX-{phrase.whole('weekday', 'weekdays') + 1}"
    value = day if phrase.has("weekday", "weekdays") else "XXXX-XX-XX"
    return Time("SET", f"{value}T{hour:02d}:{max(minute, 0):02d}").fixed()


def overnight(phrase: TimePhrase) -> Time | None:
    """Read "overnight" as the night that begins on the day named; without one, the last night."""
    if phrase.anchor is None:
        return Time("TIME", "XXXX-XX-XXTNI")

    day = phrase.anchor - timedelta(days=direction(phrase) != "future")
    if phrase.has(*_DAYS):
        day = first_day(days.day(phrase.without("overnight", "on"))) or day

    return part_span(day, "NI")


def part(phrase: TimePhrase) -> Time | None:
    """Read a part of a day: Friday night, this morning, last night, tonight."""
    part = "NI" if phrase.has("tonight") else phrase.value("part")
    # The next morning, the night before.
    if not phrase.has(*_DAYS) and phrase.has("next", "before"):
        return next_part(phrase, str(part))

    if phrase.kinds <= _BARE_PART and phrase.names_a_thing():
        return None

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

    # In the morning: of the day told of; "in the morning meetings" is no time of one.
    if not phrase.has("this", "last", "tonight"):
        return _day_told_of(phrase)

    return shift(phrase.anchor, -int(phrase.has("last")), "D")
