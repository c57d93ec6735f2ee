"""Seasons: which one is meant, when the year is left out."""

from __future__ import annotations

from datetime import date

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import SEASONS, Time, midnight, season_span
from newskit.analyses.timeline.context import Context, TimePhrase


def season(phrase: TimePhrase, context: Context) -> Time | None:
    """Read a season, with its year or without."""
    name = str(phrase.value("season", "fall"))
    year = phrase.year()
    if year is not None:
        return season_span(year, name).fixed()
    if false_positives.is_not_a_season(phrase, context):
        return None
    if phrase.has("that") or context.anchor is None:
        seen = context.day_mentioned()
        return season_span(seen.year, name) if seen else Time("DATE", f"XXXX-{name}")

    anchor = context.anchor
    step = phrase.step()
    if phrase.has("unit"):  # "the winter of last year"
        return season_span(anchor.year + (step or 0), name)
    return season_span(_year_of_season(name, step, context, anchor), name)


def _year_of_season(name: str, step: int | None, context: Context, anchor: date) -> int:
    begins = SEASONS[name]
    if step == 0:
        # In January and February, this winter began last year.
        in_last_winter = name == "WI" and anchor.month < 3
        return anchor.year - in_last_winter
    if step == 1:
        return anchor.year + (begins <= anchor.month)
    if step == -1:  # the last one that is over
        end = season_span(anchor.year, name).end
        is_over = end is not None and end <= midnight(anchor)
        return anchor.year - (not is_over)

    if context.tense() == "future":
        return anchor.year + (begins < anchor.month)
    return anchor.year - (begins > anchor.month)
