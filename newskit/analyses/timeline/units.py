"""Weeks, months, years and other units: "last week", "the year", "the past three years"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import names_of_days
from newskit.analyses.timeline.calendar import (
    CLOCK_UNITS,
    PRECISIONS,
    Time,
    amount,
    first_day,
    midnight,
    placed,
    shift,
    unit_span,
)
from newskit.analyses.timeline.reported_quarter import quarter_spoken_of
from newskit.analyses.timeline.story import is_long_ago
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER, TimePhrase

ONE_UNIT: Final = ("unit", "quarter", "century", "weekend")
UNIT_KINDS: Final = (*ONE_UNIT, "units", "quarters", "weekends")
# What stands for a unit that cannot be placed; any other is an open year.
_OPEN: Final = {"D": "-XX-XX", "W": "-WXX", "WE": "-WXX-WE", "M": "-XX", "Q": "-QX"}
# "The following day" comes after a day, not after the year mentioned last.
_FINE_ENOUGH: Final = {"D": DAY_OR_FINER, "M": ("day", "month"), "Q": ("quarter",)}
# Read only with an edge: "early in the week" is this one, "of the week" any.
_NEED_AN_EDGE: Final = ("M", "W", "E", "C")
_BEFORE_A_VERB: Final = ("to", "will", "would", "can", "could", "may", "should")
# Units that are one of the calendar, where one is told: the past quarter.
_THEMSELVES: Final = ("Q", "WE", "M")
# "In the year ended June 30" is a length.
_AFTER_A_LENGTH: Final = ("ended", "ending", "before", "after", "since", "following", "to")


def unit_of(phrase: TimePhrase) -> str:
    """Return the last unit of a phrase: D, W, M, Q, Y, ..."""
    return str(phrase.those(*UNIT_KINDS)[-1].value)


def open_unit(unit: str) -> Time:
    """Return a unit without a place on the calendar."""
    return Time("DATE", f"XXXX{_OPEN.get(unit, '')}")


def this_unit(phrase: TimePhrase) -> Time | None:
    """Read "last week", "this year", "next quarter", "that day", "the following month"."""
    unit = unit_of(phrase)
    if unit in CLOCK_UNITS or names_of_days.is_a_title(phrase):
        return None

    # "This day", "the last day": of a story, not of the calendar.
    if unit == "D" and phrase.step() is not None:
        return _next_told(phrase, unit)
    if phrase.has("that", "following"):
        return _beside_mentioned(phrase, unit)

    found = unit_span(shift(phrase.anchor, phrase.steps(), unit), unit)
    if found is None:
        return open_unit(unit)

    return narrow(found, phrase)


def _next_told(phrase: TimePhrase, unit: str) -> Time | None:
    """Read "the next day", "the next year" of a story that is told: after the time told last."""
    if phrase.step() != 1:
        return None

    day = phrase.day_mentioned(*_FINE_ENOUGH.get(unit, ()))
    found = unit_span(shift(day, 1, unit), unit)
    if unit == "D":
        return found

    # The next year of a story that goes on today is ahead.
    begin = first_day(found) or date.max
    is_over = begin < (phrase.anchor or date.min)
    return found if is_over and phrase.tense() == "past" else None


def _beside_mentioned(phrase: TimePhrase, unit: str) -> Time | None:
    # 1; -1 for "previous", 0 for "that".
    step = phrase.whole("following")
    if unit == "D":
        return _day_beside(phrase, step)

    seen = phrase.day_mentioned()
    if step != 0:
        seen = phrase.day_mentioned(*_FINE_ENOUGH.get(unit, ()))

    # "That week" of a text that named no day.
    if seen is None:
        return open_unit("Y")

    return unit_span(shift(seen, step, unit), unit)


def _day_beside(phrase: TimePhrase, step: int) -> Time | None:
    """Read "that day", "the following day", "the previous day"."""
    if step == 0:
        return _that_day(phrase)

    day = phrase.day_mentioned(*DAY_OR_FINER)
    # The story went on meanwhile: the day before publication.
    if is_long_ago(day, phrase) and not phrase.told_near:
        day = phrase.anchor
    return unit_span(shift(day, step, "D"), "D") or open_unit("D")


def _that_day(phrase: TimePhrase) -> Time:
    last = phrase.mentioned()
    # Of a month: no day is told, but the month is.
    if last is not None and last.precision == "month":
        return last._replace(value=f"{last.value}-XX")

    return unit_span(first_day(last), "D") or open_unit("D")


def narrow(found: Time, phrase: TimePhrase) -> Time:
    """End "earlier this month" with the publication day, and begin "later this month" with it."""
    if phrase.anchor is None or found.begin is None or found.end is None:
        return found

    # "Later last month" is all of it.
    today = midnight(phrase.anchor)
    if not found.begin <= today < found.end:
        return found

    if phrase.has("later"):
        return found._replace(begin=today)
    if not phrase.has("earlier"):
        return found

    # On the first of a month, "earlier this month" is that day.
    first_day_over = found.begin + timedelta(days=1)
    return found._replace(end=max(today, first_day_over))


def the_unit(phrase: TimePhrase) -> Time | None:
    """Read "the year", "the quarter", "the latest period": the one spoken of."""
    # A quarter-to-quarter comparison.
    if phrase.followed_by("hyphen"):
        return None

    unit = "Q" if phrase.has("period") else unit_of(phrase)
    read = _THE_UNITS.get(unit, _the_whole_unit)
    return read(phrase)


def _the_weekend(phrase: TimePhrase) -> Time | None:
    if phrase.anchor is None:
        return open_unit("WE")

    # On a weekday, the weekend told of is the one before: "over the weekend".
    in_the_week = phrase.anchor.weekday() < 5
    is_ahead = phrase.ahead.word == "by" or phrase.tense() == "future"
    is_past = in_the_week and not is_ahead
    return unit_span(shift(phrase.anchor, -int(is_past), "W"), "WE")


def _the_day(phrase: TimePhrase) -> Time | None:
    # "Later in the day"; "the day" alone may be any.
    if not phrase.has("end", "earlier", "later"):
        return None

    return phrase.mentioned("day") or unit_span(phrase.anchor, "D") or open_unit("D")


def _the_whole_unit(phrase: TimePhrase) -> Time | None:
    unit = unit_of(phrase)
    has_edge = phrase.has("end", "edge", "earlier", "later")
    is_one = unit == "Y" or (has_edge and unit in _NEED_AN_EDGE)
    if not is_one:
        return None

    # Without a day of publication, no more than a length is known.
    found = unit_span(phrase.anchor, unit)
    if found is None or phrase.after.lower() in _AFTER_A_LENGTH:
        return Time("DURATION", amount(1, unit))

    # "The latest fiscal year" is over.
    if phrase.has("latest"):
        return year_before(phrase)

    return narrow(found, phrase)


_THE_UNITS: Final = {"Q": quarter_spoken_of, "WE": _the_weekend, "D": _the_day}


def year_before(phrase: TimePhrase) -> Time:
    """Return the year before publication."""
    return unit_span(shift(phrase.anchor, -1, "Y"), "Y") or open_unit("Y")


def quantity(phrase: TimePhrase) -> int | float | None:
    """Return how many units a phrase counts; None for a few."""
    counted = phrase.value("small", "number", "worded", "year", "couple")
    # "A few weeks" has an article, but is not one week.
    is_one = phrase.has("a", *ONE_UNIT) and not phrase.has("few")
    n = counted if isinstance(counted, int | float) else 1 if is_one else None

    # A year and a half; half a decade.
    if n is None or not phrase.has("half"):
        return n
    return n + 0.5 if phrase.has("and") else 0.5


def stretch(phrase: TimePhrase) -> Time | None:
    """Read "the past three years", "the next few weeks", "recent months".

    The stretch ends with publication, or begins with it.
    """
    unit = unit_of(phrase)
    if _is_no_stretch(phrase, unit):
        return None

    is_counted = phrase.has("small", "number", "worded", "few", "couple")
    is_single = phrase.has(*ONE_UNIT) and not is_counted
    if not is_single:
        return _length_beside(quantity(phrase), unit, phrase)

    told = _next_told(phrase, unit) if phrase.has("next") else None
    if told is not None:
        return told

    # The next month, the past quarter: one of the calendar, not a length.
    is_unit_itself = phrase.has("following", "recent") or unit in _THEMSELVES
    if not is_unit_itself:
        return _length_beside(1, unit, phrase)

    # "The recent quarter" is none that the calendar knows.
    return None if phrase.has("recent") else this_unit(phrase)


def _is_no_stretch(phrase: TimePhrase, unit: str) -> bool:
    """Say whether "last" is a verb, or part of a last-minute deal."""
    # It is to last 90 minutes.
    if phrase.has("last") and phrase.before.lower() in _BEFORE_A_VERB:
        return True

    # The past quarter century.
    if phrase.followed_by("century"):
        return True

    return unit in CLOCK_UNITS and phrase.has("hyphen")


def _length_beside(
    n: int | float | None,
    unit: str,
    phrase: TimePhrase,
) -> Time:
    """Return a length that ends or begins with publication, with its place where it is known."""
    # How many weeks "the next few" are, the calendar cannot say.
    length = Time("DURATION", amount(n, unit))
    is_open = phrase.has("following", "recent") or unit in CLOCK_UNITS
    if is_open or not isinstance(n, int):
        return length

    ahead = n if phrase.has("next") else -n
    other = shift(phrase.anchor, ahead, unit)
    return placed(length, phrase.anchor, other, PRECISIONS[unit])
