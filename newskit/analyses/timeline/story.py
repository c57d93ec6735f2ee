"""A day without a year in a story of long ago: the one soon after the date told last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline.calendar import first_day
from newskit.analyses.timeline.time_phrase import DAY_OR_FINER, TimePhrase

# Days: a story that is nearer to publication names its days as the news does.
LONG_AGO: Final = 366
# Days from the date told last, or from the first of its month: "The wall came down on 9 February
# 2020. He died five days later, on Valentine's Day."
SOON_AFTER: Final = 62
# A year tells too little: "founded in 1998; in March it sold ..." is of this March.
_FINE: Final = ("month", *DAY_OR_FINER)


def is_long_ago(day: date | None, phrase: TimePhrase) -> bool:
    """Return whether a day lies more than a year before publication."""
    if day is None or phrase.anchor is None:
        return False

    return (phrase.anchor - day).days > LONG_AGO


def date_of_story(phrase: TimePhrase) -> date | None:
    """Return the first day of the date told last, in a story of long ago; else None."""
    if not phrase.told_near:
        return None

    told = phrase.mentioned()
    is_fine = told is phrase.mentioned(*_FINE)
    day = first_day(told)
    if is_fine and is_long_ago(day, phrase):
        return day

    return None


def day_of_story(phrase: TimePhrase) -> date | None:
    """Return the same, if it is a day and no month."""
    day = date_of_story(phrase)
    if day == phrase.day_mentioned(*DAY_OR_FINER):
        return day

    return None


def day_of_printed_story(phrase: TimePhrase) -> date | None:
    """Return the same, in a year that is printed: June 29 2021 ... June 30 ... July 9."""
    day = day_of_story(phrase) or date.min
    for seen in reversed(phrase.memory):
        is_printed = seen.precision == "day" and not seen.relative
        printed = first_day(seen) or date.max
        if is_printed:
            return day if day.year == printed.year else None

    return None


def soon_after(days: Iterable[date], told: date) -> date | None:
    """Return the first of the days that comes soon after the date told; None if none does."""
    until = told + timedelta(days=SOON_AFTER)
    after = [day for day in days if told <= day < until]
    return min(after, default=None)
