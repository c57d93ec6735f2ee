"""What comes again, and words such as now: values without a place on the calendar."""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import CLOCK_UNITS, Time, amount
from newskit.analyses.timeline.time_phrase import MONTH_KINDS, TimePhrase
from newskit.analyses.timeline.units import unit_of

_AFTER_THE_PAST: Final = ("nothing", "dot", "comma", "close", "that", "his", "and", "or")
# How what comes every year or every day is written, by kinds.
_YEARLY: Final = (
    (MONTH_KINDS, "XXXX-{:02d}"),
    (("season", "fall"), "XXXX-{}"),
    (("part",), "XXXX-XX-XXT{}"),
    (("holiday",), "P1Y"),
)


def every(phrase: TimePhrase) -> Time | None:
    """Read what comes again: every Friday, each year, Mondays, twice a week."""
    return Time("SET", _repeated(phrase)).fixed()


def _repeated(phrase: TimePhrase) -> str:
    # Fridays, Friday mornings.
    if phrase.has("weekday", "weekdays"):
        part = phrase.value("part", "parts")
        value = f"XXXX-WXX-{phrase.whole('weekday', 'weekdays') + 1}"
        if part is None:
            return value
        return f"{value}T{part}"

    for kinds, form in _YEARLY:
        if phrase.has(*kinds):
            return form.format(phrase.value(*kinds))

    if phrase.has("weekend", "weekends") and not phrase.has("times"):
        return "XXXX-WXX-WE"

    # Every second week, every three years, every other day; "three times a week" counts no weeks.
    n = phrase.number("small", "number", "worded", "nth", "second") or phrase.number("every")
    is_count = phrase.has("times")
    return amount(1 if is_count else n or 1, unit_of(phrase))


def days_of(phrase: TimePhrase) -> Time | None:
    """Read "six days a week"; "24 hours a day" says that nothing ever closes."""
    counted = str(phrase.value("units", "quarters", "weekends"))
    if counted in CLOCK_UNITS:
        return None

    return Time("SET", amount(1, str(phrase.value("unit", "quarter")))).fixed()


def often(phrase: TimePhrase) -> Time | None:
    """Read daily, weekly, annually; "8% annually" says how much, not when."""
    # The Daily Mail.
    if phrase.printed.istitle() and phrase.after[:1].isupper():
        return None

    # "Quarterly" and "annually" before a figure say of what it is: quarterly profit.
    if phrase.lexemes[0].word == "quarterly" and phrase.names_a_thing():
        return None

    is_annually = phrase.lexemes[0].word.endswith("ally")
    if is_annually and false_positives.is_rate(phrase):
        return None

    return Time("SET", str(phrase.value("often"))).fixed()


def reference(phrase: TimePhrase) -> Time | None:
    """Read now, recently, soon: no more than present, past or future."""
    # The future of a town is not a time.
    if phrase.lexemes[-1].word == "the future" and not phrase.led_by("in"):
        return None

    # "Now, ..." begins a thought.
    opens_sentence = phrase.led_by("nothing") and not phrase.before
    is_now = phrase.lexemes[0].word == "now"
    if is_now and opens_sentence and phrase.followed_by("comma"):
        return None

    return Time("DATE", str(phrase.value("ref", "current")))


def the_past(phrase: TimePhrase) -> Time | None:
    """Read "in the past"; "the past year" and "the past of a town" are something else."""
    is_past = phrase.lexemes[-1].word == "past"
    if not is_past or not phrase.followed_by(*_AFTER_THE_PAST):
        return None

    return Time("DATE", "PAST_REF")
