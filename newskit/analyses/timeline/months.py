"""Months: which one is meant, when the year is left out."""

from __future__ import annotations

from datetime import date
from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import Time, month_span
from newskit.analyses.timeline.context import Context, TimePhrase
from newskit.analyses.timeline.days import DEADLINES

_MONTH_DEADLINES: Final = (*DEADLINES, "by", "through", "throughout")
# Months ahead that a bare name still means: one says "last", "of last year" or the year if it was
# ten or eleven months ago.
NEXT: Final = 1
ADJACENT: Final = 3  # tokens: "grew in December", "grew again in December"


def month(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a month, with its year or without."""
    if context.led_by("small"):
        return None  # "31 February" is not a month either

    number = phrase.whole("month", "may")
    year = phrase.year()
    if year is not None:
        return month_span(year, number).fixed()
    if false_positives.is_in_a_name(phrase, context):
        return None
    if context.anchor is None:
        return Time("DATE", f"XXXX-{number:02d}")
    return month_span(_year_of_month(number, phrase, context, context.anchor), number)


def _year_of_month(number: int, phrase: TimePhrase, context: Context, anchor: date) -> int:
    step = phrase.step()
    if phrase.has("unit"):
        return _year_beside(step, context, anchor)
    if step == 0:
        return anchor.year
    if step == -1:
        return anchor.year - (number >= anchor.month)
    if step == 1:
        return anchor.year + (number <= anchor.month)

    is_next = 0 < (number - anchor.month) % 12 <= NEXT
    told = is_next and _told_right_before(context)
    looks_ahead = context.led_by_word(_MONTH_DEADLINES) or context.tense() == "future"
    if looks_ahead or (is_next and not told):
        return anchor.year + (number < anchor.month)
    return anchor.year - (number > anchor.month)


def _year_beside(step: int | None, context: Context, anchor: date) -> int:
    """Return the year of "June last year", "June of that year"."""
    if step is not None:
        return anchor.year + step
    seen = context.day_mentioned()
    return seen.year if seen else anchor.year


def _told_right_before(context: Context) -> bool:
    """Return whether a verb in the past tense stands right before the month."""
    found = context.verb()
    if found is None or found.tense != "past":
        return False
    return 0 <= context.first - found.last <= ADJACENT
