"""Days: which one is meant, when the year or the week is left out."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import calendar, false_positives
from newskit.analyses.timeline.calendar import Time, make_day, unit_span
from newskit.analyses.timeline.holidays import holiday
from newskit.analyses.timeline.lexer import UNKNOWN
from newskit.analyses.timeline.time_phrase import TimePhrase

# Within so many days of publication the nearest such day is meant, whatever the tense: "the vote
# was set for January 6".
CLOSE: Final = 120
# They look ahead.
DEADLINES: Final = ("until", "till", "as soon as", "as early as")
_DIRECTIONS: Final = {-1: "past", 1: "future"}


def day(phrase: TimePhrase) -> Time | None:
    """Read a calendar day, a weekday, today or a holiday."""
    if phrase.has("iso"):
        return _iso(phrase)
    if phrase.has("holiday"):
        return _holiday(phrase)
    if phrase.has("month", "may"):
        return _calendar_day(phrase)

    # The Sunday Times.
    if false_positives.is_in_a_name(phrase):
        return None
    if phrase.has("today"):
        return _today(phrase)

    return _weekday(phrase)


def second_day(phrase: TimePhrase) -> Time | None:
    """Read the second day of "April 24 and 25": the same month as the first."""
    first = phrase.mentioned("day")
    if first is None or first.begin is None:
        return None

    # April 24 and 25 people.
    if false_positives.counts_things(phrase):
        return None

    second = make_day(first.begin.year, first.begin.month, phrase.whole("small"))
    if second is None:
        return None

    # It depends on the publication day if the first does.
    return calendar.day_span(second)._replace(relative=first.relative)


def _iso(phrase: TimePhrase) -> Time | None:
    year, month, number = phrase.parts("iso")
    if month == UNKNOWN:
        # 4/5/2024: April or May, nobody can say.
        return Time("DATE", f"{year:04d}-XX-XX").fixed()

    return _printed_day(year, month, number)


def _printed_day(year: int, month: int, number: int) -> Time | None:
    found = make_day(year, month, number)
    if found is None:
        return None
    return calendar.day_span(found).fixed()


def _calendar_day(phrase: TimePhrase) -> Time | None:
    month = phrase.whole("month", "may")
    number = phrase.whole("small", "nth", "second", "worded")
    year = phrase.number("year")
    if year is not None:
        return _printed_day(year, month, number)

    # No year has a February 30; a leap year has all other days.
    if make_day(2000, month, number) is None:
        return None
    if phrase.anchor is None:
        return Time("DATE", f"XXXX-{month:02d}-{number:02d}")

    found = _in_which_year(month, number, phrase, phrase.anchor)
    return unit_span(found, "D")


def _in_which_year(
    month: int,
    number: int,
    phrase: TimePhrase,
    anchor: date,
) -> date | None:
    """Return the nearest such day; one far off goes the way that the tense says."""
    # Only a February 29 needs more than the years beside.
    near, far = (range(anchor.year - n, anchor.year + n + 1) for n in (1, 4))
    days = calendar.same_day_in(near, month, number) or calendar.same_day_in(far, month, number)

    # "Last Jan. 31", "the year ended Jan. 31".
    if phrase.step() == -1 or phrase.before.lower() == "ended":
        return calendar.closest(days[: bisect_left(days, anchor)], anchor)

    best = calendar.closest(days, anchor)
    if best is not None and abs((best - anchor).days) < CLOSE:
        return best

    return calendar.in_direction(days, anchor, phrase.tense())


def _holiday(phrase: TimePhrase) -> Time | None:
    name = str(phrase.value("holiday"))
    year = phrase.year()
    if year is not None:
        return calendar.day_span(holiday(name, year)).fixed()
    if phrase.anchor is None:
        return Time("DATE", "XXXX-XX-XX")

    # Christmas last year, but "last Easter" may be one of this year.
    step = phrase.step()
    if phrase.has("unit") and step is not None:
        return calendar.day_span(holiday(name, phrase.anchor.year + step))

    days = [holiday(name, phrase.anchor.year + k) for k in (-1, 0, 1)]
    direction = _DIRECTIONS.get(phrase.steps()) or phrase.tense()
    return unit_span(calendar.in_direction(days, phrase.anchor, direction), "D")


def _today(phrase: TimePhrase) -> Time:
    steps = phrase.whole("today")
    if phrase.anchor is not None:
        return calendar.day_span(phrase.anchor + timedelta(days=steps))

    # "Today" without a day of publication is as vague as "now".
    return Time("DATE", "XXXX-XX-XX" if steps else "PRESENT_REF")


def _weekday(phrase: TimePhrase) -> Time | None:
    # "Sun" and "Sat" alone are other words more often than days.
    if phrase.kinds == {"shortday"}:
        return None

    weekday = phrase.whole("weekday", "shortday")
    if phrase.anchor is None:
        return Time("DATE", f"XXXX-WXX-{weekday + 1}")

    # Friday last week.
    anchor = phrase.anchor
    if phrase.has("unit"):
        monday = anchor - timedelta(days=anchor.weekday())
        return calendar.day_span(monday + timedelta(weeks=phrase.steps(), days=weekday))

    days = _days_to(weekday, phrase.step(), phrase, anchor)
    return calendar.day_span(anchor + timedelta(days=days))


def _days_to(
    weekday: int,
    step: int | None,
    phrase: TimePhrase,
    anchor: date,
) -> int:
    """Count the days from publication: back, today included, unless word or tense look ahead."""
    back = (anchor.weekday() - weekday) % 7
    ahead = (weekday - anchor.weekday()) % 7

    # On a Friday, "last Friday" and "next Friday" are not today.
    if step == -1:
        return -(back or 7)
    if step == 1:
        return ahead or 7

    is_deadline = phrase.ahead.word in DEADLINES
    if is_deadline or phrase.tense() == "future":
        return ahead

    return -back
