"""Days: which one is meant, when the year or the week is left out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import (
    Time,
    closest,
    day_span,
    in_direction,
    make_day,
    same_day_in,
)
from newskit.analyses.timeline.context import Context, TimePhrase
from newskit.analyses.timeline.holidays import holiday
from newskit.analyses.timeline.lexer import UNKNOWN

# Within so many days of publication the nearest such day is meant, whatever the tense: "the vote
# was set for January 6".
CLOSE: Final = 120
DEADLINES: Final = ("until", "till", "as soon as", "as early as")  # they look ahead


def day(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a calendar day, a weekday, today or a holiday."""
    if phrase.has("iso"):
        return _iso(phrase)
    if phrase.has("holiday"):
        return _holiday(phrase, context)
    if phrase.has("month", "may"):
        return _calendar_day(phrase, context)
    if false_positives.is_in_a_name(phrase, context):
        return None
    return _today(phrase, context) if phrase.has("today") else _weekday(phrase, context)


def second_day(phrase: TimePhrase, context: Context) -> Time | None:
    """Read the second day of "April 24 and 25": the same month as the first."""
    first = context.mentioned("day")
    if first is None or first.begin is None or false_positives.counts_things(context):
        return None

    found = make_day(first.begin.year, first.begin.month, phrase.whole("small"))
    return day_span(found)._replace(relative=first.relative) if found else None


def _iso(phrase: TimePhrase) -> Time | None:
    read = phrase.value("iso")
    year, month, number = read if isinstance(read, tuple) else (0, 0, 0)
    if month == UNKNOWN:
        # 4/5/2024: April or May, nobody can say.
        return Time("DATE", f"{year:04d}-XX-XX", relative=False)
    return _printed_day(year, month, number)


def _printed_day(year: int, month: int, number: int) -> Time | None:
    found = make_day(year, month, number)
    return day_span(found).fixed() if found else None


def _calendar_day(phrase: TimePhrase, context: Context) -> Time | None:
    month = phrase.whole("month", "may")
    number = phrase.whole("small", "nth", "second", "worded")
    year = phrase.number("year")
    if year is not None:
        return _printed_day(year, month, number)

    in_a_leap_year = make_day(2000, month, number)
    if in_a_leap_year is None:
        return None  # February 30
    if context.anchor is None:
        return Time("DATE", f"XXXX-{month:02d}-{number:02d}")
    found = _of_which_year(month, number, phrase, context, context.anchor)
    return day_span(found) if found else None


def _of_which_year(
    month: int, number: int, phrase: TimePhrase, context: Context, anchor: date
) -> date | None:
    """Return the nearest such day; one far off goes the way that the tense says."""
    days = same_day_in(range(anchor.year - 1, anchor.year + 2), month, number)
    if not days:  # February 29
        days = same_day_in(range(anchor.year - 4, anchor.year + 5), month, number)

    has_ended = context.before.lower() == "ended"  # "the year ended Jan. 31"
    if has_ended or phrase.step() == -1:
        return max((found for found in days if found < anchor), default=None)

    best = closest(days, anchor)
    if best is not None and abs((best - anchor).days) < CLOSE:
        return best
    return in_direction(days, anchor, context.tense())


def _holiday(phrase: TimePhrase, context: Context) -> Time | None:
    name = str(phrase.value("holiday"))
    year = phrase.year()
    if year is not None:
        return day_span(holiday(name, year)).fixed()
    if context.anchor is None:
        return Time("DATE", "XXXX-XX-XX")

    anchor = context.anchor
    step = phrase.step()
    if phrase.has("unit") and step is not None:  # "Christmas last year"
        return day_span(holiday(name, anchor.year + step))

    days = [holiday(name, anchor.year + k) for k in (-1, 0, 1)]
    said = {-1: "past", 1: "future"}.get(step or 0)  # last Easter, next Easter
    found = in_direction(days, anchor, said or context.tense())
    return day_span(found) if found else None


def _today(phrase: TimePhrase, context: Context) -> Time:
    steps = phrase.whole("today")
    if context.anchor is not None:
        return day_span(context.anchor + timedelta(days=steps))
    return Time("DATE", "XXXX-XX-XX" if steps else "PRESENT_REF")


def _weekday(phrase: TimePhrase, context: Context) -> Time | None:
    short = phrase.find("shortday")
    if short and phrase.codes == short.code:
        return None  # "Sun", "Sat" alone are other words more often than days

    weekday = phrase.whole("weekday", "shortday")
    if context.anchor is None:
        return Time("DATE", f"XXXX-WXX-{weekday + 1}")

    anchor = context.anchor
    if phrase.has("unit"):  # "Friday last week"
        monday = anchor - timedelta(days=anchor.weekday())
        weeks = phrase.step() or 0
        return day_span(monday + timedelta(weeks=weeks, days=weekday))
    days = _days_to(weekday, phrase.step(), context, anchor)
    return day_span(anchor + timedelta(days=days))


def _days_to(weekday: int, step: int | None, context: Context, anchor: date) -> int:
    """Count the days from publication: back, today included, unless word or tense look ahead."""
    back = (anchor.weekday() - weekday) % 7
    ahead = (weekday - anchor.weekday()) % 7
    if step == -1:
        return -(back or 7)
    if step == 1:
        return ahead or 7

    looks_ahead = context.led_by_word(DEADLINES) or context.tense() == "future"
    return ahead if looks_ahead else -back
