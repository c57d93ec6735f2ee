"""Days and months: which one is meant, when the year or the week is left out."""

from __future__ import annotations

from datetime import date, timedelta

from newskit.analyses.timeline import false_positives, holidays
from newskit.analyses.timeline.calendar import Time, day_span, make_day, month_span, year_span
from newskit.analyses.timeline.context import Context, Phrase
from newskit.analyses.timeline.lexer import UNKNOWN
from newskit.analyses.timeline.words import CODES


def day(p: Phrase, c: Context) -> Time | None:
    """Read a calendar day, a weekday, today or a holiday."""
    if p.has("iso"):
        return _iso(p)
    if p.has("holiday"):
        return _holiday(p, c)
    if p.has("month", "may"):
        return _calendar_day(p, c)
    if false_positives.is_name(p, c):
        return None
    return _today(p, c) if p.has("today") else _weekday(p, c)


def next_day(p: Phrase, c: Context) -> Time | None:
    """Read the second day of "April 24 and 25": the same month as the first."""
    first = c.mentioned("day")
    if false_positives.counts_things(c):
        return None
    found = first and first.begin and make_day(first.begin.year, first.begin.month, p.number("small") or 0)
    return day_span(found)._replace(relative=bool(first and first.relative)) if found else None


def _iso(p: Phrase) -> Time | None:
    read = p.value("iso")
    year, month, number = read if isinstance(read, tuple) else (0, 0, 0)
    if month == UNKNOWN:
        return Time("DATE", f"{year:04d}-XX-XX", relative=False)  # 4/5/2024: April or May, nobody can say
    found = make_day(year, month, number)
    return day_span(found)._replace(relative=False) if found else None


def _calendar_day(p: Phrase, c: Context) -> Time | None:
    month = p.number("month", "may") or 0
    number = p.number("small", "nth", "second", "worded") or 0
    year = p.number("year")
    if year is not None:
        found = make_day(year, month, number)
        return day_span(found)._replace(relative=False) if found else None
    if not make_day(2000, month, number):
        return None
    if c.anchor is None:
        return Time("DATE", f"XXXX-{month:02d}-{number:02d}")
    found = nearest(month, number, c, p.step())
    return day_span(found) if found else None


def nearest(month: int, number: int, c: Context, step: int | None) -> date | None:
    """Return the nearest such day to the publication day; one far off goes the way that the tense says."""
    if c.anchor is None:
        return None
    days = [make_day(c.anchor.year + k, month, number) for k in (-1, 0, 1)]
    known = [d for d in days if d] or [d for k in range(-4, 5) if (d := make_day(c.anchor.year + k, month, number))]
    anchor = c.anchor
    if step == -1 or c.before.lower() == "ended":  # "the year ended Jan. 31"
        return max((d for d in known if d < anchor), default=None)
    best = min(known, key=lambda d: abs((d - anchor).days))
    if abs((best - anchor).days) < 120:
        return best
    tense = c.tense()
    if tense == "past":
        return max((d for d in known if d <= anchor), default=best)
    return min((d for d in known if d >= anchor), default=best) if tense == "future" else best


def _holiday(p: Phrase, c: Context) -> Time | None:
    name, year = str(p.value("holiday")), p.number("year", "short_year")
    if year is not None:
        return day_span(holidays.holiday(name, year))._replace(relative=False)
    if c.anchor is None:
        return Time("DATE", "XXXX-XX-XX")
    step = p.step()
    if p.has("unit") and step is not None:
        return day_span(holidays.holiday(name, c.anchor.year + step))
    days = [holidays.holiday(name, c.anchor.year + k) for k in (-1, 0, 1)]
    tense = {-1: "past", 1: "future"}.get(step or 0) or c.tense()
    if tense == "past":
        return day_span(max(d for d in days if d <= c.anchor))
    if tense == "future":
        return day_span(min(d for d in days if d >= c.anchor))
    return day_span(min(days, key=lambda d: abs((d - (c.anchor or d)).days)))


def _today(p: Phrase, c: Context) -> Time:
    steps = p.number("today") or 0
    if c.anchor is None:
        return Time("DATE", "PRESENT_REF" if not steps else "XXXX-XX-XX")
    return day_span(c.anchor + timedelta(days=steps))


def _weekday(p: Phrase, c: Context) -> Time | None:
    short = p.find("shortday")
    if short and p.codes == short.code:
        return None  # "Sun", "Sat" alone are other words more often than days
    weekday = p.number("weekday", "shortday") or 0
    if c.anchor is None:
        return Time("DATE", f"XXXX-WXX-{weekday + 1}")
    step = p.step()
    if p.has("unit"):  # "Friday last week"
        monday = c.anchor - timedelta(days=c.anchor.weekday())
        return day_span(monday + timedelta(days=7 * (step or 0) + weekday))
    return day_span(c.anchor + timedelta(days=_days_to(weekday, c, step)))


def _days_to(weekday: int, c: Context, step: int | None) -> int:
    """Days from the publication day: the last such weekday, today included, unless word or tense say future."""
    anchor = c.anchor or date.min
    back, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if step == -1:
        return -(back or 7)
    if step == 1:
        return ahead or 7
    ahead_of_us = c.tense() == "future" or (c.ahead is not None and c.ahead.word in _DEADLINES)
    return ahead if ahead_of_us else -back


_DEADLINES = frozenset({"until", "till", "as soon as", "as early as"})
_MONTH_DEADLINES = _DEADLINES | {"by", "through", "throughout"}


def month(p: Phrase, c: Context) -> Time | None:
    """Read a month, with its year or without."""
    number = p.number("month", "may") or 0
    year = p.number("year", "short_year")
    if (year is None and false_positives.is_name(p, c)) or (c.ahead is not None and c.ahead.code == _SMALL):
        return None  # "31 February" is no month either
    if year is not None:
        return month_span(year, number)._replace(relative=False)
    if c.anchor is None:
        return Time("DATE", f"XXXX-{number:02d}")
    return month_span(_year_of_month(number, p, c), number)


_SMALL = CODES["small"]


NEAR = 1


def _year_of_month(number: int, p: Phrase, c: Context) -> int:
    anchor = c.anchor or date.min
    step = p.step()
    if p.has("unit"):  # "June last year", "June of that year"
        return mentioned_year(c, anchor) if step is None else anchor.year + step
    if step == 0:
        return anchor.year
    if step == -1:
        return anchor.year - (number >= anchor.month)
    ahead = step == 1 or c.tense() == "future" or (c.ahead is not None and c.ahead.word in _MONTH_DEADLINES)
    months_ahead = (number - anchor.month) % 12
    if 0 < months_ahead <= NEAR and not _told_right_before(c):
        ahead = True  # one speaks of it as "last", "of last year" or with its year if it is ten months ago
    if ahead:
        return anchor.year + (number < anchor.month + (step == 1))
    return anchor.year - (number > anchor.month)


def _told_right_before(c: Context) -> bool:
    """Whether a verb in the past tense stands right before the month: "grew in December"."""
    found = c.verb()
    return found is not None and found.tense == "past" and 0 <= c.first - found.last <= ADJACENT


ADJACENT = 3


def mentioned_year(c: Context, otherwise: date) -> int:
    """Return the year of the last date mentioned."""
    seen = c.mentioned()
    return seen.begin.year if seen and seen.begin else otherwise.year


def whole_year(year: int) -> Time:
    """Return a year that is printed as such."""
    return year_span(year)._replace(relative=False)
