"""Weeks, months, quarters, seasons, years, decades: which one is meant."""

from __future__ import annotations

from datetime import date, timedelta

from newskit.analyses.timeline import false_positives
from newskit.analyses.timeline.calendar import (
    SEASONS,
    Time,
    amount,
    century_span,
    day_span,
    decade_span,
    half_span,
    make_day,
    midnight,
    month_span,
    quarter_span,
    season_span,
    shift,
    shift_months,
    unit_span,
)
from newskit.analyses.timeline.context import Context, Phrase
from newskit.analyses.timeline.dates import whole_year
from newskit.analyses.timeline.lexer import lex
from newskit.analyses.timeline.words import CODES

UNIT_KINDS = ("unit", "quarter", "century", "weekend", "units", "quarters", "weekends")
_PRECISION_UNIT = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}


def unit_of(p: Phrase) -> str:
    """Return the unit of a phrase: D, W, M, Q, Y, ..."""
    found = p.find(*UNIT_KINDS, last=True)
    return str(found.value) if found else ""


def this_unit(p: Phrase, c: Context) -> Time | None:
    """Read "last week", "this year", "next quarter", "that day", "the following month"."""
    unit = unit_of(p)
    if unit[0] == "T" or (unit == "D" and p.step() is not None):
        return None
    if p.has("that", "following"):
        return _from_mentioned(p, c, unit)
    if c.anchor is None:
        return Time("DATE", {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
    moved = shift(c.anchor, p.step() or 0, unit)
    if moved is None:
        return None
    return narrow(unit_span(moved, unit), p, c.anchor)


def _from_mentioned(p: Phrase, c: Context, unit: str) -> Time | None:
    seen = c.mentioned(*_FINE.get(unit, ())) if p.has("following") else c.mentioned()
    step = (p.number("following") or 1) if p.has("following") else 0
    if seen is None or seen.begin is None:
        return Time("DATE", "XXXX-XX-XX" if unit == "D" else "XXXX")
    moved = shift(seen.begin.date(), step, unit)
    return unit_span(moved, unit) if moved else None


_FINE = {"D": ("day", "hour", "minute", "part-of-day"), "M": ("day", "month"), "Q": ("quarter",)}


def narrow(found: Time, p: Phrase, anchor: date) -> Time:
    """End "earlier this month" with the publication day, and begin "later this month" with it."""
    today, begin, end = midnight(anchor), found.begin, found.end
    if begin is None or end is None or not begin <= today < end:
        return found
    if p.has("earlier"):
        return found._replace(end=max(today, begin + timedelta(days=1)))
    return found._replace(begin=today) if p.has("later") else found


def season(p: Phrase, c: Context) -> Time | None:
    """Read a season, with its year or without."""
    name = str(p.value("season", "fall"))
    year = p.number("year", "short_year")
    if year is not None:
        return season_span(year, name)._replace(relative=False)
    if false_positives.is_no_season(p, c):
        return None
    if p.has("that") or c.anchor is None:
        seen = c.mentioned()
        return season_span(seen.begin.year, name) if seen and seen.begin else Time("DATE", f"XXXX-{name}")
    step = p.step()
    if p.has("unit"):
        return season_span(c.anchor.year + (step or 0), name)
    return season_span(_year_of_season(name, step, c), name)


def _year_of_season(name: str, step: int | None, c: Context) -> int:
    anchor = c.anchor or date.min
    if step == 0:
        return anchor.year - (name == "WI" and anchor.month < 3)
    if step == 1 or (step is None and c.tense() == "future"):
        return anchor.year + (SEASONS[name] < anchor.month + (step == 1))
    if step == -1:  # the last one that is over
        over = season_span(anchor.year, name).end
        return anchor.year - (over is not None and over > midnight(anchor))
    return anchor.year - (SEASONS[name] > anchor.month)


def quarter(p: Phrase, c: Context) -> Time | None:
    """Read a quarter: the third quarter, next year's first quarter, last quarter."""
    if p.has("half"):
        return half(p, c)
    number = _which(p)
    if number is None:
        return this_unit(p, c) if not p.has("latest") else the_unit(p, c)
    if not 1 <= number <= 4:
        return None
    year = p.number("year", "short_year")
    if year is not None:
        return quarter_span(year, number)._replace(relative=False)
    if c.anchor is None:
        return Time("DATE", f"XXXX-Q{number}")
    if p.has("unit"):
        return quarter_span(c.anchor.year + (p.step() or 0), number)
    began = date(c.anchor.year, 3 * number - 2, 1) <= c.anchor
    just_over = 0 <= c.anchor.month - 3 * number <= 3  # results of the quarter that is just over are still to come
    if c.tense() == "future" and not just_over:
        return quarter_span(c.anchor.year + (3 * number < c.anchor.month), number)
    return quarter_span(c.anchor.year - (not began), number)


def _which(p: Phrase) -> int | None:
    """Return which quarter or half: its number; the last one of a year is the fourth or second."""
    number = p.number("nth", "second")
    if number is not None:
        return number
    if p.has("last") and p.has("of", "s"):
        return 2 if p.has("half") else 4
    return None


def half(p: Phrase, c: Context) -> Time | None:
    """Read a half of a year; the half of a decade counts as the decade."""
    if p.has("decade"):
        return decade_span(p.number("decade") or 0)._replace(relative=False)
    number, year = _which(p), p.number("year", "short_year")
    if number not in (1, 2):
        return None
    if year is not None:
        return half_span(year, number)._replace(relative=False)
    if not p.has("unit") or unit_of(p) != "Y":
        return None
    return half_span(c.anchor.year + (p.step() or 0), number) if c.anchor else Time("DATE", f"XXXX-H{number}")


def two_quarters(p: Phrase, c: Context) -> Time | None:
    """Read "the first two quarters of 1990" as the first half."""
    return half(p, c) if p.number("worded") == 2 and p.number("nth") in (1, None) else None


def decade(p: Phrase, c: Context) -> Time:
    """Read a decade: the 1990s, the late '80s."""
    return decade_span(p.number("decade") or 0)._replace(relative=False)


def century(p: Phrase, c: Context) -> Time | None:
    """Read a century: the 19th century."""
    number = p.number("nth")
    return century_span(100 * (number - 1))._replace(relative=False) if number and 10 < number < 30 else None


def year(p: Phrase, c: Context) -> Time | None:
    """Read a year, where the words beside it say that it is one."""
    found = p.find("year", "short_year")
    if found is None or not isinstance(found.value, int) or false_positives.is_no_year(p, c):
        return None
    return whole_year(found.value)


def stretch(p: Phrase, c: Context) -> Time | None:
    """Read a stretch that ends or begins with publication: the past three years, the next few weeks, recent months."""
    unit = unit_of(p)
    if unit[0] == "T" and p.has("hyphen"):
        return None  # a last-minute deal
    single = p.has("unit", "quarter", "century", "weekend") and not p.has("small", "number", "worded", "few", "couple")
    if single and (unit == "Q" or p.has("following", "recent") or (unit in ("WE", "M"))):
        return this_unit(p, c) if not p.has("recent") else None
    n = 1 if single else quantity(p)
    value = amount(n, unit)
    whole = n if isinstance(n, int) else None
    if c.anchor is None or whole is None or unit[0] == "T" or p.has("following", "recent"):
        return Time("DURATION", value)
    ahead = p.has("next")
    other = shift(c.anchor, whole if ahead else -whole, unit)
    if other is None:
        return Time("DURATION", value)
    begin, end = sorted((midnight(c.anchor), midnight(other)))
    return Time("DURATION", value, begin, end, unit_precision(unit))


def unit_precision(unit: str) -> str:
    """Return the name of a unit as a precision."""
    return {"D": "day", "W": "week", "2W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
            "E": "decade", "C": "century"}[unit]  # fmt: skip


def quantity(p: Phrase) -> int | float | None:
    """Return how many units a phrase counts; None for a few."""
    for lexeme in p.lexemes:
        if isinstance(lexeme.value, int | float) and lexeme.code in _NUMBERS:
            return lexeme.value
    if p.has("few"):
        return None
    return 1 if p.has("a") or p.has("unit", "quarter", "century", "weekend") else None


_NUMBERS = frozenset(CODES[kind] for kind in ("small", "number", "worded", "year", "couple"))


def year_earlier(p: Phrase, c: Context) -> Time | None:
    """Read "the year-earlier period": what was last spoken of, a year before."""
    if p.value("unit") != "Y":
        return None
    if p.has("units", "quarters"):
        return Time("DURATION", amount(quantity(p), str(p.value("units", "quarters"))))
    number = p.number("nth", "second")
    if number is not None and p.has("quarter") and c.anchor:
        seen = quarter(Phrase([x for x in p.lexemes if x.code not in _EARLIER]), c)
    else:
        seen = c.quarter_reported() or (None if p.has("quarter") else c.mentioned("half-year", "year", "month"))
    return earlier_by_years(seen, 1) if seen else _year_before(c)


_EARLIER = frozenset(CODES[kind] for kind in ("earlier", "ago", "unit"))


def _year_before(c: Context) -> Time:
    return whole_year(c.anchor.year - 1)._replace(relative=True) if c.anchor else Time("DATE", "XXXX")


def period_of_year(p: Phrase, c: Context) -> Time:
    """Read "the 1988 period": the quarter spoken of, in that year."""
    year = p.number("year") or 0
    seen = c.quarter_reported()
    if seen and seen.begin and seen.value.endswith("-QX"):
        return earlier_by_years(seen, int(seen.value[:4]) - year) or whole_year(year)
    return quarter_span(year, (seen.begin.month + 2) // 3) if seen and seen.begin else whole_year(year)


def year_end(p: Phrase, c: Context) -> Time:
    """Read "by year-end" as December."""
    return month_span(c.anchor.year, 12) if c.anchor else Time("DATE", "XXXX-12")


def earlier_by_years(seen: Time, n: int) -> Time | None:
    """Return the same stretch of the calendar n years before."""
    if seen.begin is None or seen.precision is None:
        return None
    moved = shift_months(seen.begin.date(), -12 * n)
    if moved is None:
        return None
    if seen.value.endswith("-QX") and seen.end is not None:
        end = shift_months(seen.end.date(), -12 * n)
        return _quarter_to(end) if end else None
    if seen.precision == "half-year":
        return half_span(moved.year, 1 if moved.month < 7 else 2)
    if seen.precision == "season":
        return season_span(moved.year, seen.value[-2:])
    unit = _PRECISION_UNIT.get(seen.precision, "Y")
    return unit_span(moved, unit)


def the_unit(p: Phrase, c: Context) -> Time | None:
    """Read "the year", "the quarter", "the latest period": the one spoken of."""
    unit = unit_of(p)
    if c.rest and c.rest[0].code == CODES["hyphen"]:
        return None  # a quarter-to-quarter comparison
    if p.has("period") or unit == "Q":
        return _quarter_spoken_of(p, c)
    if unit == "WE":
        return _weekend(c)
    if unit == "D" and p.has("end", "earlier", "later"):
        return c.mentioned("day") or (day_span(c.anchor) if c.anchor else Time("DATE", "XXXX-XX-XX"))
    if unit not in ("Y", "M", "W", "C") or (unit in ("M", "W", "C") and not p.has("end", "edge", "earlier", "later")):
        return None
    if c.after.lower() in ("ended", "ending", "before", "after") or c.anchor is None:
        return Time("DURATION", amount(1, unit))
    if p.has("latest"):
        return _year_before(c)
    return narrow(unit_span(c.anchor, unit), p, c.anchor)


def _quarter_spoken_of(p: Phrase, c: Context) -> Time | None:
    own = _own_quarter(c)
    if own:
        c.memory.append(own)
        return own
    seen = c.quarter_reported()
    if seen:
        return seen._replace(relative=True)
    if c.anchor is None:
        return Time("DATE", "XXXX-QX")
    before = shift_months(c.anchor, -3)
    return unit_span(before, "Q") if before else None


def _own_quarter(c: Context) -> Time | None:
    """Read "the quarter ended Sept. 30": three months to that day; its number in the company's year is not known."""
    if c.anchor is None or len(c.beyond) < 2:
        return None
    pieces = [lexeme for form in c.beyond for lexeme in lex(form)]
    month = next((int(str(x.value)) for x in pieces if x.code in _MONTHS), None)
    number = next((int(str(x.value)) for x in pieces if x.code == CODES["small"]), None)
    if month is None or number is None:
        return None
    near = [d for k in (-1, 0, 1) if (d := make_day(c.anchor.year + k, month, number))]
    last = min(near, key=lambda d: abs((d - (c.anchor or d)).days), default=None)
    return _quarter_to(last + timedelta(days=1)) if last else None


def _quarter_to(end: date) -> Time | None:
    begin = shift_months(end, -3)
    value = f"{(end - timedelta(days=1)).year:04d}-QX"
    return Time("DATE", value, midnight(begin), midnight(end), "quarter") if begin else None


_MONTHS = frozenset(CODES[kind] for kind in ("month", "may"))


def _weekend(c: Context) -> Time:
    if c.anchor is None:
        return Time("DATE", "XXXX-WXX-WE")
    past = c.anchor.weekday() < 5 and c.tense() != "future"
    return unit_span(c.anchor - timedelta(days=7 if past else 0), "WE")
