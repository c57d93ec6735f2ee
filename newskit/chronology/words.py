"""The lexicon of time words: what a single word may mean for a date, as one letter and a value.

Every word that can take part in a time expression belongs to one kind. A kind is written as one letter, so that
a run of words becomes a short string which the grammar matches; the names here are the ones the grammar uses.
"""

from __future__ import annotations

from string import ascii_letters, digits
from typing import Final, NamedTuple

Value = int | float | str | tuple[int, ...]

# month: January, Nov. · may: May, March: a month only where the words beside it say so · shortday: Mon., Fri.: only
# beside a date · fall: fall, spring · small: digits, 1 to 31 · year: four digits · short_year: '97 · often: daily ·
# times: once, twice · ref: now, recently · amount: a sum of money, a percentage · dot: anything else, and nothing goes past it
_KINDS: Final = """
month may weekday weekdays shortday season fall part parts noon holiday year short_year decade small number worded nth
second unit units quarter quarters century weekend weekends half period iso clock ampm oclock zone today tonight last next
this current that the a his edge end ago earlier later before about few couple more fiscal latest recent every often times ref of in at
on and to or hyphen comma s old long open close dot amount following yearend
""".split()
CODES: Final[dict[str, str]] = dict(
    zip(_KINDS, (ascii_letters + digits + "!#%&:;<=>@_~,/\"`€£")[: len(_KINDS)], strict=True)
)
NAMES: Final = {letter: name for name, letter in CODES.items()}
# A run without one of these cannot hold a time expression.
TRIGGERS: Final = frozenset(
    "month may weekday weekdays shortday season fall part parts noon holiday year short_year decade unit units quarter "
    "quarters century weekend weekends iso clock ampm oclock today tonight often ref current yearend period".split()
)


class Word(NamedTuple):
    """What a word may mean: its kind, and its value."""

    kind: str
    value: Value


MONTHS: Final = ("january february march april may june july august september october november december").split()
_SHORT_MONTHS: Final = "jan feb mar apr - jun jul aug sep oct nov dec".split()
DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_DAYS: Final = ("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun")
UNITS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "2W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "weekend": "WE",
}  # fmt: skip
_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NTH: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ZONES: Final = "est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst utc cet cest ist eet eest msk jst hkt sgt aest aedt".split()


def _plain() -> dict[str, Word]:
    """Words that say one thing in any case, by kind."""
    words: dict[str, Word] = {}

    def add(kind: str, printed: str, value: Value = 0) -> None:
        words.update({w: Word(kind, value) for w in printed.split()})

    for number, name in enumerate(_SMALL):
        add("worded", name, number)
    for number, name in enumerate(_TENS, start=2):
        add("worded", name, 10 * number)
    add("worded", "hundred", 100)
    add("worded", "thousand", 1000)
    add("worded", "dozen", 12)
    for number, name in enumerate(_NTH, start=1):
        add("nth", name, number)
    for name, unit in UNITS.items():
        special = name in ("quarter", "weekend")
        add("century" if name == "century" else name if special else "unit", name, unit)
        add(name + "s" if special else "units", "centuries" if name == "century" else name + "s", unit)
    add("second", "second", 2)
    add("unit", "hr min", "TH")
    words["min"] = Word("unit", "TM")
    add("units", "hrs", "TH")
    add("units", "yrs", "Y")
    add("units", "mins", "TM")
    for season, printed in {"SU": "summer", "WI": "winter", "FA": "autumn"}.items():
        add("season", printed, season)
    add("fall", "spring", "SP")
    add("fall", "fall", "FA")
    parts = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
    for part, printed in parts.items():
        add("part", printed, part)
        add("parts", printed + "s", part)
    add("noon", "noon midday", 12)
    add("noon", "midnight", 24)
    add("half", "half", 2)
    add("period", "period")
    add("today", "today", 0)
    add("today", "yesterday", -1)
    add("today", "tomorrow", 1)
    add("tonight", "tonight")
    add("last", "last past", 0)
    add("following", "previous preceding", -1)
    add("next", "next coming upcoming")
    add("following", "following ensuing", 1)
    add("this", "this these")
    add("current", "current")
    add("that", "that same those")
    add("the", "the")
    add("a", "a an", 1)
    add("his", "his her its their our my")
    add("edge", "early", "START")
    add("edge", "mid", "MID")
    add("edge", "late", "END")
    add("end", "end", "END")
    add("end", "beginning start", "START")
    add("end", "middle", "MID")
    add("ago", "ago back")
    add("earlier", "earlier before")
    add("later", "later after hence")
    add("about", "about around nearly almost roughly approximately exactly", 1)
    add("more", "more another additional", 1)
    add("few", "few several many", "X")
    add("few", "some countless", "X")
    add("couple", "couple", 2)
    add("fiscal", "fiscal financial full")
    add("latest", "latest comparable")
    add("recent", "recent")
    add("every", "every each per")
    for printed, value in {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
                           "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W"}.items():  # fmt: skip
        add("often", printed, value)
    add("times", "once", 1)
    add("times", "twice thrice", 2)
    add("ref", "now currently nowadays presently", "PRESENT_REF")
    add("ref", "recently lately", "PAST_REF")
    add("ref", "soon", "FUTURE_REF")
    add("of", "of")
    add("in", "in since by until till during from within through between throughout before for into than both due")
    add("at", "at")
    add("on", "on")
    add("and", "and")
    add("to", "to through")
    add("or", "or so")
    add("old", "old")
    add("long", "long")
    words["before"], words["after"] = Word("before", -1), Word("before", 1)
    for zone in _ZONES:
        add("zone", zone, zone.upper())
    return words


def _capital() -> dict[str, Word]:
    """Words that speak of time only with a capital."""
    words: dict[str, Word] = {}
    for number, name in enumerate(MONTHS, start=1):
        words[name] = Word("may" if name in ("may", "march") else "month", number)
    for number, name in enumerate(DAYS):
        words[name] = Word("weekday", number)
        words[name + "s"] = Word("weekdays", number)
    return words


PLAIN: Final = _plain()
CAPITAL: Final = _capital()
# Abbreviations: the full stop is part of the word, and needed where the bare letters are another word.
SHORT_MONTHS: Final = {n: i for i, n in enumerate(_SHORT_MONTHS, start=1) if n != "-"} | {"sept": 9}
SHORT_DAYS: Final = {name: i for i, names in enumerate(_SHORT_DAYS) for name in names.split()}
# Phrases that count as one word; the first word leads to the rest.
PHRASES: Final[dict[tuple[str, ...], Word]] = {
    ("more", "than"): Word("about", 1), ("less", "than"): Word("about", 1), ("fewer", "than"): Word("about", 1),
    ("at", "least"): Word("about", 1), ("at", "most"): Word("about", 1), ("no", "more", "than"): Word("about", 1), ("as", "soon", "as"): Word("in", 0), ("as", "early", "as"): Word("in", 0), ("soon", "after"): Word("dot", 0),
    ("soon", "thereafter"): Word("dot", 0),
    ("up", "to"): Word("about", 1), ("as", "many", "as"): Word("about", 1), ("as", "long", "as"): Word("about", 1),
    ("well", "over"): Word("about", 1), ("just", "over"): Word("about", 1), ("just", "under"): Word("about", 1),
    ("right", "now"): Word("ref", "PRESENT_REF"), ("the", "future"): Word("ref", "FUTURE_REF"),
    ("the", "near", "future"): Word("ref", "FUTURE_REF"), ("near", "future"): Word("ref", "FUTURE_REF"),
    ("the", "present"): Word("ref", "PRESENT_REF"),
    ("a", "couple", "of"): Word("couple", 2),
    ("at", "present"): Word("ref", "PRESENT_REF"),
    ("the", "day", "before", "yesterday"): Word("today", -2), ("the", "day", "after", "tomorrow"): Word("today", 2),
    ("year", "end"): Word("yearend", 12), ("year", "-", "end"): Word("yearend", 12),
    ("local", "time"): Word("zone", "local"), ("eastern", "time"): Word("zone", "ET"),
    ("pacific", "time"): Word("zone", "PT"), ("central", "time"): Word("zone", "CT"),
    ("eastern", "standard", "time"): Word("zone", "ET"), ("eastern", "daylight", "time"): Word("zone", "ET"),
    ("greenwich", "mean", "time"): Word("zone", "GMT"),
}  # fmt: skip
