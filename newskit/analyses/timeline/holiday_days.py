"""Which holiday is meant: the Easter of which year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline import calendar, names_of_days
from newskit.analyses.timeline.calendar import Time, shift
from newskit.analyses.timeline.direction import direction
from newskit.analyses.timeline.holidays import HOLIDAYS, holiday
from newskit.analyses.timeline.story import date_of_story, soon_after
from newskit.analyses.timeline.time_phrase import TimePhrase

# Days: one that is nearly here is meant, whatever the tense: "Trash normally collected on
# Thanksgiving will be picked up on Friday", on the Wednesday before.
NEARLY_HERE: Final = 31
_DIRECTIONS: Final = {-1: "past", 1: "future"}


def holiday_named(phrase: TimePhrase) -> Time | None:
    """Read a holiday: Christmas, last Easter, Diwali 2024."""
    # Joan Easter, said Dr. Easter.
    # The Good Friday Agreement.
    if names_of_days.is_a_person(phrase) or names_of_days.is_in_a_name(phrase):
        return None

    name = str(phrase.value("holiday"))
    year = phrase.year()
    if year is not None:
        return _festival(name, calendar.closest(holiday(name, year), date(year, 1, 1)), fixed=True)
    if phrase.anchor is None:
        return Time("DATE", "XXXX-XX-XX")

    # Christmas last year, but "last Easter" may be one of this year.
    if phrase.has("unit"):
        year = _year_beside(phrase, phrase.anchor)
        return _festival(name, calendar.closest(holiday(name, year), phrase.anchor))

    return _festival(name, _which(name, phrase, phrase.anchor))


def _which(name: str, phrase: TimePhrase, anchor: date) -> date | None:
    """Return the first day of the holiday that is meant where no year is printed."""
    days = _in_years_beside(name, anchor.year)
    step = _DIRECTIONS.get(phrase.steps())
    if step is not None:
        return calendar.in_direction(days, anchor, step)

    way = direction(phrase)
    near = _in_story(name, phrase, way) or _near(name, days, phrase)
    return near or calendar.in_direction(days, anchor, way)


def _in_story(
    name: str,
    phrase: TimePhrase,
    way: str | None,
) -> date | None:
    told = date_of_story(phrase)
    if told is None or way == "future":
        return None

    return soon_after(_in_years_beside(name, told.year), told)


def _near(
    name: str,
    days: list[date],
    phrase: TimePhrase,
) -> date | None:
    """Return the one that is nearly here, or lasts: the end of Ramadan, told on its last day."""
    if phrase.ahead.word == "since" or phrase.anchor is None:
        return None

    ago = range(-NEARLY_HERE, HOLIDAYS[name].n_days)
    near = (day for day in days if (phrase.anchor - day).days in ago)
    return next(near, None)


def _in_years_beside(name: str, year: int) -> list[date]:
    return [day for k in (-1, 0, 1) for day in holiday(name, year + k)]


def _year_beside(phrase: TimePhrase, anchor: date) -> int:
    """Return the year of "last year", or of "that year": the one told of."""
    if phrase.step() is not None:
        return anchor.year + phrase.steps()

    told = phrase.day_mentioned() or anchor
    return told.year


def _festival(name: str, first: date | None, *, fixed: bool = False) -> Time:
    """Return a holiday from its first day to its last; open where its day is not known."""
    if first is None:
        return Time("DATE", "XXXX-XX-XX")

    n = HOLIDAYS[name].n_days
    found = calendar.day_span(first)
    last = shift(first, n - 1, "D")
    if n > 1 and last is not None:
        # An interval of ISO 8601: TIMEX3 has no name for eight days.
        value = f"{first.isoformat()}/{last.isoformat()}"
        found = calendar.span(value, first, last + timedelta(days=1), "festival")

    return found.fixed() if fixed else found
