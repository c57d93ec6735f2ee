"""Days: which one is meant, when the year or the week is left out."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import calendar, false_positives, names_of_days
from newskit.analyses.timeline.calendar import Time, make_day, shift, unit_span
from newskit.analyses.timeline.direction import direction, is_told
from newskit.analyses.timeline.holiday_days import holiday_named
from newskit.analyses.timeline.holidays import nth_weekday
from newskit.analyses.timeline.lexer import PIVOT, UNKNOWN
from newskit.analyses.timeline.time_phrase import MONTH_KINDS, TimePhrase

# Within so many days of publication the nearest such day is meant, whatever the tense: "the vote
# was set for January 6".
CLOSE: Final = 120
# They look ahead.
DEADLINES: Final = ("until", "till", "as soon as", "as early as")
# Tokens from the verb: "was closed to all traffic until Friday"; "broke out on January 5".
BESIDE: Final = 6
TOLD: Final = 3
# A holiday on a Monday or Tuesday makes the weekend before it longer.
MIDWEEK: Final = 2
# No month has a sixth Tuesday.
FIFTH: Final = 5
_IN_A_DATE: Final = (*MONTH_KINDS, "small", "nth", "comma")


def day(phrase: TimePhrase) -> Time | None:
    """Read a calendar day, a weekday, today or a holiday."""
    if phrase.has("iso"):
        return _iso(phrase)
    if phrase.has("holiday"):
        return holiday_named(phrase)
    if phrase.has(*MONTH_KINDS):
        return _calendar_day(phrase)

    # The Sunday Times.
    if names_of_days.is_in_a_name(phrase) or names_of_days.is_a_person(phrase):
        return None
    if phrase.has("today"):
        return None if names_of_days.is_a_title(phrase) else _today(phrase)

    return _weekday(phrase)


def first_day(phrase: TimePhrase) -> Time | None:
    """Read the first day of "3-5 March 2024" or "3 to 5 March": the month stands behind both."""
    second, rest = phrase.rest[1], phrase.rest[1:]
    if phrase.lexemes[0].number() >= second.number() or false_positives.is_a_score(phrase):
        return None

    # 5 March 2024, without the comma and what stands behind the year.
    last = 3 if rest[2].kind == "year" else 2
    return _calendar_day(phrase.reduced_to([phrase.lexemes[0], *rest[1:last]]))


def week_of_day(phrase: TimePhrase) -> Time | None:
    """Read "the week of March 6"; the month of a day is said otherwise."""
    if phrase.value("unit") != "W":
        return None

    found = day(phrase.without("unit", "of", "the"))
    return unit_span(calendar.first_day(found), "W")


def weekday_and_number(phrase: TimePhrase) -> Time | None:
    """Read "Tuesday the 16th": the nearest month in which they go together."""
    # "On Friday the fourth trial began" counts trials.
    if phrase.anchor is None or phrase.find("nth").word.isalpha():
        return None

    around = [phrase.anchor + timedelta(days=k) for k in range(-CLOSE, CLOSE + 1)]
    number, weekday = phrase.whole("nth"), phrase.whole("weekday", "shortday")
    fits = [day for day in around if (day.day, day.weekday()) == (number, weekday)]
    return unit_span(calendar.in_direction(fits, phrase.anchor, direction(phrase)), "D")


def nth_of_month(phrase: TimePhrase) -> Time | None:
    """Read "the second Tuesday of April", "the last Friday in May 2024"."""
    which = phrase.number("nth", "second") or -1
    month = phrase.whole(*MONTH_KINDS)
    if phrase.anchor is None or which > FIFTH:
        return None

    # Without a year, the nearest one, as with "April 9".
    year = phrase.year()
    years = [year] if year else range(phrase.anchor.year - 1, phrase.anchor.year + 2)
    found = [nth_weekday(y, month, phrase.whole("weekday", "shortday"), which) for y in years]
    way = direction(phrase) if direction(phrase) in ("past", "future") else None
    return unit_span(calendar.in_direction(found, phrase.anchor, way), "D")


def holiday_weekend(phrase: TimePhrase) -> Time | None:
    """Read "Labor Day weekend", "the weekend of Thanksgiving": the Saturday and Sunday nearest."""
    first = calendar.first_day(holiday_named(phrase.without("weekend", "of", "the")))
    if first is None:
        return None

    # A Monday belongs to the weekend before, a Thursday to the one after.
    nearest = first - timedelta(days=2 if first.weekday() < MIDWEEK else 0)
    return unit_span(nearest, "WE")


def eve(phrase: TimePhrase) -> Time | None:
    """Read "the eve of Diwali", "Diwali eve": the day before."""
    # Election eve is read; "eve of destruction" is not, as no day follows.
    found = day(phrase.without("eve", "of"))
    before = shift(calendar.first_day(found), -1, "D")
    return calendar.day_span(before) if before else None


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
    month = phrase.whole(*MONTH_KINDS)
    counted = phrase.find("small", "nth", "second", "worded")
    number = counted.number()
    # The first May holiday.
    is_in_words = counted.kind in ("nth", "second") and counted.word.isalpha()
    comes_first = counted.start < phrase.find(*MONTH_KINDS).start
    if is_in_words and comes_first and not phrase.has("of"):
        return None

    year = _printed_year(phrase)
    if year is not None:
        return _printed_day(year, month, number)

    # No year has a February 30; a leap year has all other days.
    if make_day(2000, month, number) is None:
        return None
    if phrase.anchor is None:
        return Time("DATE", f"XXXX-{month:02d}-{number:02d}")

    # June 10 last year.
    step = phrase.step()
    if phrase.has("unit") and step is not None:
        return unit_span(make_day(phrase.anchor.year + step, month, number), "D")

    found = _in_which_year(month, number, phrase, phrase.anchor)
    return unit_span(found, "D")


def _printed_year(phrase: TimePhrase) -> int | None:
    year = phrase.number("year", "short_year")
    numbers = phrase.those("small", "number")
    if year is None:
        year = _year_of_a_range(phrase)
    if year is not None or len(numbers) < 2 or not phrase.has("hyphen"):
        return year

    # 19-Nov-12
    short = numbers[-1].number()
    return 2000 + short if short <= PIVOT else 1900 + short


def _year_of_a_range(phrase: TimePhrase) -> int | None:
    """Return the year behind the second day: April 7-8, 1979; August 15 to September 8, 1963."""
    if phrase.rest[0].kind not in ("hyphen", "to", "and"):
        return None

    for lexeme in phrase.rest[1:]:
        if lexeme.kind == "year":
            return lexeme.number()
        if lexeme.kind not in _IN_A_DATE:
            return None

    return None


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

    # "Brought forward to Saturday, March 22": the year in which it is one.
    weekday = phrase.number("weekday", "shortday")
    fitting = [day for day in days if day.weekday() == weekday]
    if fitting:
        return calendar.closest(fitting, anchor)

    way = direction(phrase)
    best = calendar.closest(days, anchor)
    is_close = best is not None and abs((best - anchor).days) < CLOSE
    # "The fire that broke out on January 5" is over; "the vote, he said, is on January 6" is not.
    looks_ahead = phrase.ahead.word in (*DEADLINES, "by", "before")
    is_over = way == "past" and is_told(phrase, TOLD) and not looks_ahead
    if is_close and not is_over:
        return best

    return calendar.in_direction(days, anchor, way)


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

    # The following Tuesday: after the day told last.
    anchor = phrase.anchor
    if phrase.has("following"):
        told = phrase.day_mentioned() or anchor
        sign = phrase.whole("following")
        ahead = sign * (weekday - told.weekday()) % 7 or 7
        return calendar.day_span(told + timedelta(days=sign * ahead))

    # Feb. 28 (Saturday); 1 May 1927, a Sunday.
    before = phrase.day_mentioned("day") if phrase.told_here else None
    if before and phrase.led_by("open", "a") and before.weekday() == weekday:
        return calendar.day_span(before)

    # Friday last week.
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

    # "The road was closed until Friday", "until Friday, it was" tell of a Friday that is over.
    # "This Friday" is the next one, if nobody tells of it.
    if step == 0 and not is_told(phrase, BESIDE):
        return ahead

    # "By Friday this may be over," he moaned.
    verb = phrase.verb()
    opens = phrase.first <= 1 and verb is not None and not verb.says
    is_over = phrase.tense() == "past" and (opens or is_told(phrase, BESIDE))
    is_deadline = phrase.ahead.word in (*DEADLINES, "by") and not is_over
    if is_deadline or direction(phrase) == "future":
        return ahead

    return -back
