"""Periods with a name of their own: months, seasons, years, decades and centuries."""

from __future__ import annotations

from datetime import date
from typing import Final

from newskit.analyses.timeline import false_positives, names_of_days
from newskit.analyses.timeline.calendar import (
    SEASONS,
    Time,
    first_day,
    midnight,
    period,
    season_span,
    shift,
    span,
    unit_span,
)
from newskit.analyses.timeline.direction import direction
from newskit.analyses.timeline.holidays import nth_weekday
from newskit.analyses.timeline.time_phrase import MONTH_KINDS, TimePhrase
from newskit.analyses.timeline.units import UNIT_KINDS
from newskit.analyses.timeline.weekdays import DEADLINES

_MONTH_DEADLINES: Final = (*DEADLINES, "through", "throughout")
# Months ahead that a bare name still means: "in December" of a November is not eleven months ago,
# for then one says "last December" or its year.
NEXT: Final = 1
# "The surge in May should silence them" of a June is of the May that is over.
MOST_AHEAD: Final = 9
# Tokens: "grew in December", "grew again in December".
ADJACENT: Final = 3
# July: most seasons of two years begin after it.
MIDYEAR: Final = 7
# No month has one.
SIXTH: Final = 6
SATURDAY: Final = 5
# "His 9th century" is cricket, and nobody writes of the 30th.
FIRST_CENTURY, LAST_CENTURY = 11, 29


def month(phrase: TimePhrase) -> Time | None:
    """Read a month, with its year or without."""
    # "31 February" is not a day, and "February" of it not a month either.
    if phrase.led_by("small"):
        return None

    # He said that December was cold.
    opens = phrase.led_by("in") or not phrase.before[-1:].isalpha()
    if phrase.has("that") and not opens:
        return None

    number = phrase.whole(*MONTH_KINDS)
    year = phrase.year()
    if year is not None:
        return period("M", year, number).fixed()
    if names_of_days.is_in_a_name(phrase) or names_of_days.is_a_person(phrase):
        return None

    if phrase.anchor is None:
        return Time("DATE", f"XXXX-{number:02d}")

    return period("M", _year_of_month(number, phrase, phrase.anchor), number)


def _year_of_month(number: int, phrase: TimePhrase, anchor: date) -> int:
    step = phrase.step()
    # That June; June of that year; June last year.
    is_of_story = phrase.has("unit", "that") and step is None
    if is_of_story:
        seen = phrase.day_mentioned() or anchor
        return seen.year

    if step == 0 or phrase.has("unit"):
        return anchor.year + phrase.steps()

    # On a day in June, "last June" and "next June" are not this month.
    if step == -1:
        return anchor.year - (number >= anchor.month)
    if step == 1:
        return anchor.year + (number <= anchor.month)

    # "In March" of a February looks ahead, "May should" of a June does not.
    ahead = (number - anchor.month) % 12
    is_next = 0 < ahead <= NEXT and not _is_over(phrase)
    if is_next or (ahead <= MOST_AHEAD and _looks_ahead(phrase)):
        return anchor.year + (number < anchor.month)

    return anchor.year - (number > anchor.month)


def _looks_ahead(phrase: TimePhrase) -> bool:
    """Say whether the verb does, or what leads to the month: by March, before the end of March."""
    leads = phrase.ahead.word
    # "It completed the release by the end of January."
    verb = phrase.verb()
    says = verb is not None and verb.says
    is_past = phrase.tense() == "past"
    if leads == "by":
        return says or not is_past
    if leads == "before" and not is_past:
        return True

    return leads in _MONTH_DEADLINES or direction(phrase) == "future"


def _is_over(phrase: TimePhrase) -> bool:
    """Say whether a month is told of, or something since it."""
    if phrase.tense() != "past":
        return direction(phrase) == "past"

    return _was_told_before(phrase)


def _was_told_before(phrase: TimePhrase) -> bool:
    """Return whether a verb in the past tense stands right before the month."""
    # "Trade grew in December": told, so not of the December that is about to begin.
    found = phrase.verb()
    if found is None or found.tense != "past":
        return False

    return 0 <= phrase.first - found.last <= ADJACENT


def relative_season(phrase: TimePhrase) -> Time | None:
    """Read "last season", "this season" of a sport: from July to June, as most leagues play."""
    is_season = phrase.find("season_word").word == "season"
    if phrase.anchor is None or not is_season:
        return None

    begins = phrase.anchor.year - (phrase.anchor.month < MIDYEAR) + phrase.steps()
    return _two_years(begins)


def week_of(phrase: TimePhrase) -> Time | None:
    """Read "the first week of 2019" by weeks, "the second week of March" by days, and weekends."""
    number = phrase.number("nth", "second")
    unit = phrase.value("unit", "weekend")
    if unit not in ("W", "WE") or number == SIXTH:
        return None
    if not phrase.has(*MONTH_KINDS):
        return _week_of_year(phrase.year(), number or 0)

    found = month(phrase.without("nth", "second", "last", "of", "in", *UNIT_KINDS))
    begin = first_day(found)
    if begin is None:
        return None
    if unit == "W":
        return _nth_week(begin, number)

    return unit_span(nth_weekday(begin.year, begin.month, SATURDAY, number or -1), "WE")


def _nth_week(begin: date, number: int | None) -> Time | None:
    """Return the second week of a month that begins on a day; without a number the last."""
    if number is not None:
        return unit_span(shift(begin, number - 1, "W"), "W")

    return unit_span(shift(shift(begin, 1, "M"), -1, "D"), "W")


def _week_of_year(year: int | None, number: int) -> Time | None:
    if year is None or number == 0:
        return None

    # The week that holds January 4 is the first.
    return unit_span(shift(date(year, 1, 4), number - 1, "W"), "W")


def season(phrase: TimePhrase) -> Time | None:
    """Read a season, with its year or without."""
    name = str(phrase.value("season", "fall"))
    # The winter of 1962-63 begins in 1962.
    year = phrase.number("year_pair") or phrase.year()
    if year is not None:
        return season_span(year, name).fixed()
    if false_positives.is_not_a_season(phrase):
        return None

    # "That summer" is of the year spoken of.
    if phrase.has("that") or phrase.anchor is None:
        seen = phrase.day_mentioned()
        if seen is None:
            return Time("DATE", f"XXXX-{name}")
        return season_span(seen.year, name)

    # The winter of last year.
    if phrase.has("unit"):
        return season_span(phrase.anchor.year + phrase.steps(), name)

    return season_span(_year_of_season(name, phrase.step(), phrase, phrase.anchor), name)


def _year_of_season(
    name: str,
    step: int | None,
    phrase: TimePhrase,
    anchor: date,
) -> int:
    begins = SEASONS[name]
    if step == 0:
        # In January and February, this winter began last year; in April, one that is told of.
        last = MIDYEAR if phrase.tense() == "past" else SEASONS["SP"]
        return anchor.year - (name == "WI" and anchor.month < last)

    # In June, "next summer" is of the year after.
    if step == 1:
        return anchor.year + (begins <= anchor.month)

    if step == -1:
        # The last one that is over.
        end = season_span(anchor.year, name).end
        return anchor.year - (end is not None and end > midnight(anchor))

    # What "will open in summer" opens in June of a year, or of the next when that has passed.
    if direction(phrase) == "future":
        return anchor.year + (begins < anchor.month)

    return anchor.year - (begins > anchor.month)


def year(phrase: TimePhrase) -> Time | None:
    """Read a year, where the words beside it say that it is one."""
    printed = phrase.year()
    if printed is None or false_positives.is_not_a_year(phrase):
        return None

    return period("Y", printed).fixed()


def new_year(phrase: TimePhrase) -> Time:
    """Read "the new year" as the year that begins soon, or has begun."""
    if phrase.anchor is None:
        return Time("DATE", "XXXX")

    is_ahead = phrase.anchor.month >= MIDYEAR
    return period("Y", phrase.anchor.year + is_ahead)


def year_end(phrase: TimePhrase) -> Time:
    """Read "by year-end" as December."""
    if phrase.anchor is None:
        return Time("DATE", "XXXX-12")

    return period("M", phrase.anchor.year, 12)


def decade(phrase: TimePhrase) -> Time | None:
    """Read a decade: the 1990s, the late '80s, the nineties."""
    # In their early eighties.
    if phrase.has("plain_decade") and false_positives.is_not_a_decade(phrase):
        return None

    return period("E", phrase.whole("decade", "plain_decade")).fixed()


def season_of_years(phrase: TimePhrase) -> Time | None:
    """Read the 2024-25 season, the financial year 2024-25: from July to June.

    Both years stand in the value, as an interval of ISO 8601; a fiscal year is named after its end.
    """
    first = phrase.whole("year_pair")
    if phrase.has("fiscal"):
        return period("Y", first + 1).fixed()

    return _two_years(first).fixed()


def _two_years(first: int) -> Time:
    begin, end = date(first, MIDYEAR, 1), date(first + 1, MIDYEAR, 1)
    return span(f"{first:04d}/{first + 1:04d}", begin, end, "year")


def century(phrase: TimePhrase) -> Time | None:
    """Read a century: the 19th century."""
    number = phrase.whole("nth")
    if not FIRST_CENTURY <= number <= LAST_CENTURY:
        return None

    return period("C", 100 * (number - 1)).fixed()
