"""Days: which one is meant, when the year or the week is left out."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import calendar, false_positives, names_of_days
from newskit.analyses.timeline.calendar import Time, make_day, shift, unit_span
from newskit.analyses.timeline.direction import direction, is_told
from newskit.analyses.timeline.holiday_days import holiday_named
from newskit.analyses.timeline.lexer import PIVOT, UNKNOWN
from newskit.analyses.timeline.story import day_of_printed_story, soon_after
from newskit.analyses.timeline.time_phrase import MONTH_KINDS, TimePhrase
from newskit.analyses.timeline.weekdays import DEADLINES, weekday_named

# Within so many days of publication the nearest such day is meant, whatever the tense: "the vote
# was set for January 6".
CLOSE: Final = 120
# Tokens from the verb: "broke out on January 5".
TOLD: Final = 3
# A holiday on a Monday or Tuesday makes the weekend before it longer.
MIDWEEK: Final = 2
_TO_A_DAY: Final = ("on", "by", "until", "till", "from", "since")
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

    return weekday_named(phrase)


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


def nth_alone(phrase: TimePhrase) -> Time | None:
    """Read "on the 15th": the nearest month that the tense allows; the 15th floor is no day."""
    nth, anchor = phrase.find("nth"), phrase.anchor
    is_printed = nth.word[:1].isdigit()
    is_a_thing = phrase.names_a_thing() or phrase.ahead.word not in _TO_A_DAY
    if anchor is None or is_a_thing or not is_printed:
        return None

    # On the 10th of last month.
    months = [shift(anchor.replace(day=1), k, "M") or anchor for k in (-1, 0, 1)]
    if phrase.value("unit") == "M":
        months = months[1 + phrase.steps() :][:1]

    number = nth.number()
    days = [make_day(month.year, month.month, number) for month in months]
    found = calendar.in_direction(list(filter(None, days)), anchor, direction(phrase))
    return unit_span(found, "D")


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

    told = _told_with_its_year(month, number, phrase)
    return told or unit_span(_in_which_year(month, number, phrase, phrase.anchor), "D")


def _told_with_its_year(month: int, number: int, phrase: TimePhrase) -> Time | None:
    """Return the day that the text has told with its year: Oct. 7, 2023 ... the Oct. 7 attack."""
    for seen in reversed(phrase.memory):
        day = calendar.first_day(seen) or date.min
        is_printed = seen.precision == "day" and not seen.relative
        if is_printed and (day.month, day.day) == (month, number):
            return seen._replace(relative=True)

    return None


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

    # On June 29 2021 the court ruled. On June 30 she wrote.
    told = day_of_printed_story(phrase)
    if told is not None and direction(phrase) == "past":
        in_story = calendar.same_day_in(range(told.year, told.year + 2), month, number)
        soon = soon_after(in_story, told)
        if soon is not None:
            return soon

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
