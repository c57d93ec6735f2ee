"""Years, decades, centuries."""

from __future__ import annotations

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import (
    Time,
    century_span,
    decade_span,
    month_span,
    year_span,
)
from newskit.analyses.timeline.context import Context, TimePhrase


def year(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a year, where the words beside it say that it is one."""
    printed = phrase.year()
    if printed is None or false_positives.is_not_a_year(phrase, context):
        return None
    return year_span(printed).fixed()


def year_end(phrase: TimePhrase, context: Context) -> Time:
    """Read "by year-end" as December."""
    return month_span(context.anchor.year, 12) if context.anchor else Time("DATE", "XXXX-12")


def decade(phrase: TimePhrase, context: Context) -> Time:
    """Read a decade: the 1990s, the late '80s."""
    return decade_span(phrase.whole("decade")).fixed()


def century(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a century: the 19th century."""
    number = phrase.whole("nth")
    # "The 1st century" is as often a count, and nobody writes of the 30th.
    return century_span(100 * (number - 1)).fixed() if 10 < number < 30 else None
