"""Weekdays: which Friday is meant."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import calendar
from newskit.analyses.timeline.calendar import Time, unit_span
from newskit.analyses.timeline.direction import direction, is_told
from newskit.analyses.timeline.holidays import nth_weekday
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER, MONTH_KINDS, TimePhrase
from newskit.csv_files import rule_words

# They look ahead.
DEADLINES: Final = ("until", "till", "as soon as", "as early as")
# Tokens from the verb: "was closed to all traffic until Friday".
BESIDE: Final = 6
# Days around publication in which a weekday and a number are looked for.
AROUND: Final = 120
# No month has a sixth Tuesday.
FIFTH: Final = 5
_OF_ANY_DAY: Final = rule_words(__package__, "nouns.csv")["of_any_day"]


def weekday_named(phrase: TimePhrase) -> Time | None:
    """Read a weekday: Friday, last Friday, Friday last week, the following Friday, a Friday."""
    # "Sun" and "Sat" alone are other words more often than days.
    if phrase.kinds == {"shortday"}:
        return None

    weekday, anchor = phrase.whole("weekday", "shortday"), phrase.anchor
    if anchor is None:
        return _any(weekday)

    # Feb. 28 (Saturday), Tuesday (early Wednesday AEST); 1 May 1927, a Sunday.
    before = phrase.day_mentioned("day") if phrase.told_here else None
    if before is not None and phrase.led_by("open"):
        return _nearest(weekday, before)
    is_said_of_it = before is not None and before.weekday() == weekday
    if is_said_of_it and phrase.led_by("a"):
        return unit_span(before, "D")

    # On a rainy Tuesday: nobody says which.
    if _is_any(phrase):
        return _any(weekday)

    # The following Tuesday: after the day told last.
    if phrase.has("following"):
        return _following(weekday, phrase.whole("following"), phrase.day_mentioned() or anchor)

    # Friday last week.
    if phrase.has("unit"):
        monday = anchor - timedelta(days=anchor.weekday())
        return calendar.day_span(monday + timedelta(weeks=phrase.steps(), days=weekday))

    days = _days_to(weekday, phrase, anchor)
    return calendar.day_span(anchor + timedelta(days=days))


def _any(weekday: int) -> Time:
    return Time("DATE", f"XXXX-WXX-{weekday + 1}")


def _is_any(phrase: TimePhrase) -> bool:
    """Say whether it is "a Tuesday", "a rainy Tuesday"; a Friday deadline is of this Friday."""
    if phrase.names_a_thing() or phrase.step() is not None:
        return False

    is_described = phrase.before in _OF_ANY_DAY and phrase.two_before.lower() == "a"
    return is_described or phrase.led_by("a")


def _nearest(weekday: int, to: date) -> Time:
    days = (weekday - to.weekday() + 3) % 7 - 3
    return calendar.day_span(to + timedelta(days=days))


def _following(weekday: int, sign: int, told: date) -> Time:
    ahead = sign * (weekday - told.weekday()) % 7 or 7
    return calendar.day_span(told + timedelta(days=sign * ahead))


def _days_to(weekday: int, phrase: TimePhrase, anchor: date) -> int:
    """Count the days from publication: back, today included, unless word or tense look ahead."""
    back = (anchor.weekday() - weekday) % 7
    ahead = (weekday - anchor.weekday()) % 7

    # On a Friday, "last Friday" and "next Friday" are not today.
    step = phrase.step()
    if step == -1:
        return -(back or 7)
    if step == 1:
        return ahead or 7

    # "This Friday" is the next one, if nobody tells of it.
    is_next = step == 0 and not is_told(phrase, BESIDE)
    way = direction(phrase) or _of_a_listing(phrase, anchor)
    if is_next or _is_deadline(phrase) or way == "future":
        return ahead

    return -back


def _of_a_listing(phrase: TimePhrase, anchor: date) -> str | None:
    """Return future where the day named last lies ahead: a listing, "Saturday at the Rialto"."""
    last = phrase.day_mentioned(*DAY_OR_FINER) or anchor
    return "future" if last > anchor else None


def _is_deadline(phrase: TimePhrase) -> bool:
    """Say whether it is by Friday, until Friday.

    "The road was closed until Friday", "until Friday, it was" tell of a Friday that is over; "by
    Friday this may be over, he moaned" does not.
    """
    if phrase.ahead.word not in (*DEADLINES, "by"):
        return False
    if phrase.tense() != "past":
        return True

    verb = phrase.verb()
    says = verb is not None and verb.says
    opens = phrase.first <= 1 and not says
    return not opens and not is_told(phrase, BESIDE)


def weekday_and_number(phrase: TimePhrase) -> Time | None:
    """Read "Tuesday the 16th": the nearest month in which they go together."""
    # "On Friday the fourth trial began" counts trials.
    anchor = phrase.anchor
    if anchor is None or phrase.find("nth").word.isalpha():
        return None

    wanted = phrase.whole("nth"), phrase.whole("weekday", "shortday")
    around = (anchor + timedelta(days=k) for k in range(-AROUND, AROUND + 1))
    fits = [day for day in around if (day.day, day.weekday()) == wanted]
    return unit_span(calendar.in_direction(fits, anchor, direction(phrase)), "D")


def nth_of_month(phrase: TimePhrase) -> Time | None:
    """Read "the second Tuesday of April", "the last Friday in May 2024"."""
    which = phrase.number("nth", "second") or -1
    if phrase.anchor is None or which > FIFTH:
        return None

    # Without a year, the nearest one, as with "April 9".
    month, weekday = phrase.whole(*MONTH_KINDS), phrase.whole("weekday", "shortday")
    year = phrase.year()
    years = [year] if year else range(phrase.anchor.year - 1, phrase.anchor.year + 2)
    found = [nth_weekday(year, month, weekday, which) for year in years]
    return unit_span(calendar.in_direction(found, phrase.anchor, direction(phrase)), "D")
