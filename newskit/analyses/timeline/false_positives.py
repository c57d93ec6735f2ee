"""What looks like a time and is none: names, counts, scores."""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline.context import Context, Phrase
from newskit.analyses.timeline.words import CODES

# A day or a month before one of these is part of a name.
_TITLES: Final = frozenset(
    "times mail mirror telegraph express herald post star sun world tribune gazette independent mercury people "
    "standard journal magazine".split()
)
_FIRST_NAMES: Final = (4, 6, 8)  # April, June, August are first names too
# A number before one of these words counts things, and is no year.
_MEASURES: Final = frozenset(
    """people points miles feet meters metres kilometers kilometres km kg pounds dollars euros shares jobs workers
    troops soldiers men women children members seats votes percent per tons tonnes barrels square acres units copies
    yards employees students passengers pages years days hours homes houses cars vehicles degrees dead killed
    cases""".split()
)
_BEFORE_YEAR: Final = frozenset(
    CODES[kind] for kind in "in of the to and or at earlier later before a his open s about hyphen".split()
)


def is_name(p: Phrase, c: Context) -> bool:
    """Whether a weekday or month is part of a name: the Sunday Times, April Smith."""
    after = c.after
    if not after[:1].isupper():
        return False
    if after.strip(".,;:!?").lower() in _TITLES:
        return True
    bare = len(p.lexemes) == 1 and p.number("month") in _FIRST_NAMES
    return bare and after[1:2].islower() and c.ahead is None


def is_no_season(p: Phrase, c: Context) -> bool:
    """Whether "fall" or "spring" is a verb or a thing, by the words beside it; other seasons need less."""
    if p.has("last", "this", "next", "edge", "current", "every", "that"):
        return False
    if c.after[:1] == "-":
        return True
    led = c.ahead is not None and c.ahead.code in _LEADS
    if p.has("fall"):
        return not (led and p.has("the")) or c.after.lower() in ("of", "in")
    return not (led or p.has("the"))


def counts_things(c: Context) -> bool:
    """Whether the word after a number says what it counts: 25 people, 30 wounded."""
    word = c.after.strip(".,;:!?)").lower()
    return word in _MEASURES or word.endswith("ed")


def is_rate(c: Context) -> bool:
    """Whether "a year" says how often: $2 million a year, four flights a week."""
    before = c.before.strip("\"'“”‘’()").lower()
    numbered = before[-1:].isdigit() or (c.ahead is not None and c.ahead.code in _NUMBERS)
    return numbered or before.endswith(("s", "%", "illion", "percent"))


_NUMBERS: Final = frozenset(CODES[kind] for kind in ("amount", "number", "small", "worded"))
_LEADS: Final = frozenset(CODES[kind] for kind in ("in", "of", "before"))


def is_no_year(p: Phrase, c: Context) -> bool:
    """Whether a number of four digits is a count, a score or a number of something."""
    if p.has("edge", "end", "fiscal", "unit", "half"):
        return False
    year = p.number("year") or 0
    listed = c.ahead is not None and c.ahead.code == CODES["comma"] and len(c.memory) > 0
    if listed and c.memory[-1].precision == "year" and 1500 <= year <= 2099:
        return False  # in 1994, 1995 and 1997
    if c.ahead is None or not 1500 <= year <= 2099 or c.ahead.code not in _BEFORE_YEAR:
        return True
    to_year = len(c.rest) == 2 and c.rest[0].code in _TO and c.rest[1].code == CODES["year"]
    if to_year and int(str(c.rest[1].value)) < year:
        return True  # from 1990 to 1875: years do not run backwards
    return c.after.strip(".,;:!?)").lower() in _MEASURES


_TO: Final = frozenset(CODES[kind] for kind in ("to", "hyphen"))
