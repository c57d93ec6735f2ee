"""A day without a year in a story of long ago: the one soon after the date told last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from newskit.analyses.timeline.calendar import Time, midnight
from newskit.analyses.timeline.direction import direction
from newskit.analyses.timeline.time_phrase import TimePhrase

# Days: a story that is nearer to publication names its days as the news does.
LONG_AGO: Final = 366
# Days: "The wall came down on 9 February 2020. He died on Valentine's Day."
SOON_AFTER: Final = 31
# A year tells too little: "founded in 1998; in March it sold ..." is of this March.
_FINE: Final = ("day", "month", "part-of-day", "hour", "minute")


def told_year(phrase: TimePhrase) -> int | None:
    """Return the year of the date that the story told last, if that is long ago."""
    seen = phrase.mentioned()
    if seen is None or seen.begin is None or not phrase.told_near:
        return None

    is_fine = seen.precision in _FINE
    return seen.begin.year if is_fine and is_long_ago(seen, phrase) else None


def is_long_ago(seen: Time, phrase: TimePhrase) -> bool:
    """Return whether a time lies more than a year before publication."""
    if seen.begin is None or phrase.anchor is None:
        return False
    return (phrase.anchor - seen.begin.date()).days > LONG_AGO


def day_of_story(days: Iterable[date], phrase: TimePhrase) -> date | None:
    """Return the first of the days that comes soon after the date told last; None if none does."""
    seen = phrase.mentioned()
    if seen is None or seen.begin is None or seen.end is None or direction(phrase) == "future":
        return None

    until = seen.end + timedelta(days=SOON_AFTER)
    after = [day for day in days if seen.begin <= midnight(day) < until]
    return min(after, default=None)
