"""What comes again, and words such as now: values without a place on the calendar."""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import Time, amount
from newskit.analyses.timeline.context import Context, TimePhrase
from newskit.analyses.timeline.units import unit_of


def every(phrase: TimePhrase, context: Context) -> Time | None:
    """Read what comes again: every Friday, each year, Mondays, twice a week."""
    return Time("SET", _repeated(phrase)).fixed()


def _repeated(phrase: TimePhrase) -> str:
    weekday = phrase.find("weekday", "weekdays")
    if weekday is not None:
        part = phrase.value("part", "parts")
        number = int(str(weekday.value)) + 1
        return f"XXXX-WXX-{number}" + (f"T{part}" if part else "")

    if phrase.has("month", "may"):
        return f"XXXX-{phrase.number('month', 'may'):02d}"
    if phrase.has("season", "fall"):
        return f"XXXX-{phrase.value('season', 'fall')}"
    if phrase.has("part"):
        return f"XXXX-XX-XXT{phrase.value('part')}"
    if phrase.has("holiday"):
        return "P1Y"
    n = phrase.number("small", "number", "worded", "nth", "second")
    return amount(n or 1, unit_of(phrase))


def often(phrase: TimePhrase, context: Context) -> Time | None:
    """Read daily, weekly, annually; "8% annually" says how much, not when."""
    is_annually = phrase.lexemes[0].word.endswith("ally")
    if is_annually and false_positives.is_rate(context):
        return None
    return Time("SET", str(phrase.value("often"))).fixed()


def reference(phrase: TimePhrase, context: Context) -> Time | None:
    """Read now, recently, soon: no more than present, past or future."""
    if phrase.lexemes[-1].word == "the future" and not context.led_by("in"):
        return None  # the future of a town is not a time
    if phrase.lexemes[0].word == "now" and _opens_a_thought(context):
        return None
    return Time("DATE", "PRESENT_REF" if phrase.has("current") else str(phrase.value("ref")))


def _opens_a_thought(context: Context) -> bool:
    """Say whether a sentence begins "Now, ..."."""
    opens_sentence = context.ahead is None and not context.before
    return opens_sentence and context.followed_by("comma")


_AFTER_THE_PAST: Final = ("dot", "comma", "close", "that", "his", "and", "or")


def the_past(phrase: TimePhrase, context: Context) -> Time | None:
    """Read "in the past"; "the past year" and "the past of a town" are something else."""
    ends = not context.rest or context.followed_by(*_AFTER_THE_PAST)
    is_past = phrase.lexemes[-1].word == "past"
    return Time("DATE", "PAST_REF") if is_past and ends else None
