"""Lengths of time, times counted from another, repeated times, and words such as now."""

from __future__ import annotations

from datetime import date

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import Time, amount, day_span, midnight, shift, unit_span
from newskit.analyses.timeline.context import Context, Phrase
from newskit.analyses.timeline.periods import earlier_by_years, quantity, unit_of
from newskit.analyses.timeline.words import CODES

# How many units "a few" may be: the span of a vague time runs from the most to the fewest.
FEWEST, MOST = 1, 10
_SINGLE = ("unit", "quarter", "century", "weekend")


def ago(p: Phrase, c: Context) -> Time | None:
    """Read a time counted back from publication (ago, back) or from the time mentioned before it (earlier, later)."""
    unit, n = unit_of(p), quantity(p)
    if p.has("ago"):
        return _back(p, c, n, unit)
    return _from_mentioned(p, c, n, unit)


def _back(p: Phrase, c: Context, n: int | float | None, unit: str) -> Time:
    if unit[0] == "T":
        return Time("TIME", "PAST_REF")
    if not isinstance(n, int):
        return _vague(c.anchor, unit)
    seen = c.quarter_reported()
    if n == 1 and unit == "Y" and seen:
        return earlier_by_years(seen, 1) or Time("DATE", "PAST_REF")
    moved = shift(c.anchor, -n, unit) if c.anchor else None
    return unit_span(moved, unit) if moved else Time("DATE", "PAST_REF")


def _vague(anchor: date | None, unit: str) -> Time:
    begin, end = (shift(anchor, -MOST, unit), shift(anchor, -FEWEST, unit)) if anchor else (None, None)
    if begin is None or end is None:
        return Time("DATE", "PAST_REF")
    return Time("DATE", "PAST_REF", midnight(begin), midnight(end), "vague")


def _from_mentioned(p: Phrase, c: Context, n: int | float | None, unit: str) -> Time:
    back = p.has("earlier")
    if not isinstance(n, int) or unit[0] == "T":
        return Time("DURATION", amount(n, unit))
    if unit == "Y" and back:
        seen = c.quarter_reported() or (unit_span(c.anchor, "Y") if c.anchor else None)
        return (earlier_by_years(seen, n) if seen else None) or Time("DATE", "PAST_REF")
    seen = c.mentioned()
    if seen is None or seen.begin is None:
        return Time("DATE", "XXXX-XX-XX" if unit in ("D", "W") else "XXXX")
    if unit in ("D", "W") and seen.precision not in ("day", "part-of-day", "hour", "minute"):
        return Time("DATE", "XXXX-XX-XX")
    moved = shift(seen.begin.date(), -n if back else n, unit)
    if moved is None:
        return Time("DATE", "XXXX")
    return day_span(moved) if unit in ("D", "W") else unit_span(moved, unit)


def length(p: Phrase, c: Context) -> Time | None:
    """Read how long something lasts: two weeks, a 10-year term; "$3 a year" says how often."""
    if p.has("old"):
        return None  # an age
    unit = "TS" if p.has("second") and not p.has(*_SINGLE, "units", "quarters", "weekends") else unit_of(p)
    counted = p.has("small", "number", "worded", "few", "couple", "year")
    if len(p.lexemes) == 2 and p.lexemes[0].word == "one" and unit == "D" and c.ahead is None:
        return None  # one day, he hopes
    if not counted and unit in ("TS", "Q"):
        return None  # "a second" look, "a quarter" of them
    if unit == "TH" and len(c.rest) == 2 and (c.rest[0].code, c.rest[1].code) == (CODES["a"], CODES["unit"]):
        return None  # 24 hours a day
    if not counted and not p.has("more", "about") and false_positives.is_rate(c):
        return None
    return Time("DURATION", amount(None if _is_range(p) else quantity(p), unit), relative=False)


def _is_range(p: Phrase) -> bool:
    """Whether two numbers are named, as in "12 to 18 months": how many it is, is not said."""
    counted = [x for x in p.lexemes if x.code in _NUMBERS]
    return len(counted) > 1 and p.has("to", "or", "hyphen")


_NUMBERS = frozenset(CODES[kind] for kind in ("small", "number", "worded"))


def the_past(p: Phrase, c: Context) -> Time | None:
    """Read "in the past"."""
    ends = not c.rest or c.rest[0].code in _CLOSES
    return Time("DATE", "PAST_REF") if p.lexemes[-1].word == "past" and ends else None


_CLOSES = frozenset(CODES[kind] for kind in ("dot", "comma", "close", "that", "his", "and", "or"))


def units(p: Phrase, c: Context) -> Time | None:
    """Read "years", "days" alone, where a word beside it says that they are a length."""
    if p.has("the"):  # the first hours
        return Time("DURATION", amount(None, unit_of(p)), relative=False)
    led = c.ahead is not None and c.ahead.code in (CODES["in"], CODES["before"], CODES["the"])
    unit = str(p.value("units", "quarters"))
    if c.ahead is not None and c.ahead.code == CODES["hyphen"]:
        return None  # three-quarters
    if c.ahead is not None and c.ahead.code == CODES["of"]:
        return None  # a matter of days
    if unit[0] == "T" or not (led or c.after.lower() in ("of", "after", "before")):
        return None
    return Time("DURATION", amount(None, unit), relative=False)


_WEEKLY = "XXXX-WXX-"


def every(p: Phrase, c: Context) -> Time | None:
    """Read what comes again: every Friday, each year, Mondays, twice a week."""
    again = Time("SET", "", relative=False)
    days = p.find("weekday", "weekdays")
    if days is not None:
        part = p.value("part", "parts")
        return again._replace(value=f"{_WEEKLY}{int(str(days.value)) + 1}" + (f"T{part}" if part else ""))
    if p.has("month", "may"):
        return again._replace(value=f"XXXX-{p.number('month', 'may'):02d}")
    if p.has("season", "fall"):
        return again._replace(value=f"XXXX-{p.value('season', 'fall')}")
    if p.has("part"):
        return again._replace(value=f"XXXX-XX-XXT{p.value('part')}")
    if p.has("holiday"):
        return again._replace(value="P1Y")
    n = p.number("small", "number", "worded", "nth", "second") or 1
    return again._replace(value=amount(n, unit_of(p)))


def often(p: Phrase, c: Context) -> Time | None:
    """Read daily, weekly, annually; "8% annually" says how much, not when."""
    if p.lexemes[0].word.endswith("ally") and false_positives.is_rate(c):
        return None
    return Time("SET", str(p.value("often")), relative=False)


def reference(p: Phrase, c: Context) -> Time | None:
    """Read now, recently, soon: no more than present, past or future; "Now, ..." begins a thought."""
    if p.lexemes[-1].word == "the future" and (c.ahead is None or c.ahead.code != CODES["in"]):
        return None  # the future of a town is no time
    if p.lexemes[0].word == "now" and c.ahead is None and not c.before and c.rest and c.rest[0].code == CODES["comma"]:
        return None
    return Time("DATE", "PRESENT_REF" if p.has("current") else str(p.value("ref")))
