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
# times: once, twice · ref: now, recently · amount: a sum of money, a percentage · dot: nothing goes past it
_KINDS: Final = """
month may weekday weekdays shortday season fall part parts noon holiday year short_year decade small number worded nth
second unit units quarter quarters century weekend weekends half period iso clock ampm oclock zone today tonight last
next this current that following the a his edge end ago earlier later before about few couple more fiscal latest recent
every often times ref yearend of in at on and to or hyphen comma s old long open close amount dot
""".split()
CODES: Final[dict[str, str]] = dict(
    zip(_KINDS, (ascii_letters + digits + '!#%&:;<=>@_~,/"`€£')[: len(_KINDS)], strict=True)
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


MONTHS: Final = "january february march april may june july august september october november december".split()
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
_ZONES: Final = (
    "est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst utc cet cest ist eet eest msk jst hkt sgt aest aedt"
).split()


# Words that say one thing in any case: "kind value: words".
_PLAIN: Final = """
worded 100: hundred | worded 1000: thousand | worded 12: dozen | second 2: second
unit TH: hr | units TH: hrs | unit TM: min | units TM: mins | units Y: yrs
season SU: summer | season WI: winter | season FA: autumn | fall SP: spring | fall FA: fall
noon 12: noon midday | noon 24: midnight | half 2: half | period 0: period
today 0: today | today -1: yesterday | today 1: tomorrow | tonight 0: tonight
last 0: last past | next 0: next coming upcoming | this 0: this these | current 0: current
following 1: following ensuing | following -1: previous preceding
that 0: that same those | the 0: the | a 1: a an | his 0: his her its their our my
edge START: early | edge MID: mid | edge END: late | end START: beginning start | end MID: middle | end END: end
ago 0: ago back | earlier 0: earlier | later 0: later hence | before -1: before | before 1: after
about 0: about around nearly almost roughly approximately exactly | more 0: more another additional
few X: few several many some countless | couple 2: couple
fiscal 0: fiscal financial full | latest 0: latest comparable | recent 0: recent | every 0: every each per
often P1D: daily nightly | often P1W: weekly | often P1M: monthly | often P1Y: annually yearly | often PT1H: hourly
often P2W: biweekly fortnightly | times 1: once | times 2: twice thrice
ref PRESENT_REF: now currently nowadays presently | ref PAST_REF: recently lately | ref FUTURE_REF: soon
of 0: of | at 0: at | on 0: on | and 0: and | to 0: to through | or 0: or so | old 0: old | long 0: long
in 0: in since by until till during from within between throughout for into than both due
"""
_PARTS: Final = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_OWN_KIND: Final = ("quarter", "weekend", "century")


def entry(line: str) -> tuple[Word, str]:
    """Read "kind value: words" of a table."""
    head, words = line.split(":")
    kind, value = head.split()
    return Word(kind, int(value) if value.lstrip("-").isdigit() else value), words.strip()


def _plain() -> dict[str, Word]:
    """Words that say one thing in any case, by word."""
    words: dict[str, Word] = {}
    for line in _PLAIN.replace("|", "\n").strip().splitlines():
        meant, printed = entry(line)
        words |= dict.fromkeys(printed.split(), meant)
    words |= {name: Word("worded", n) for n, name in enumerate(_SMALL)}
    words |= {name: Word("worded", 10 * n) for n, name in enumerate(_TENS, start=2)}
    words |= {name: Word("nth", n) for n, name in enumerate(_NTH, start=1) if name != "second"}
    for part, name in _PARTS.items():
        words |= {name: Word("part", part), name + "s": Word("parts", part)}
    for name, unit in UNITS.items():
        kind = name if name in _OWN_KIND else "unit"
        words.setdefault(name, Word(kind, unit))
        many = "centuries" if name == "century" else name + "s"
        words[many] = Word("units" if kind in ("unit", "century") else kind + "s", unit)
    return words | {name: Word("zone", name.upper()) for name in _ZONES}


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
# Phrases that count as one word, longest first in look-up: "kind value: phrase, phrase".
_PHRASES: Final = """
about 0: more than, less than, fewer than, at least, at most, no more than, up to, as many as, as long as, well over
about 0: just over, just under
ref PRESENT_REF: right now, the present, at present | ref FUTURE_REF: the future, near future, the near future
ref FUTURE_REF: the near term, the short term, as soon as possible, a later date
in 0: as soon as, as early as | dot 0: soon after, soon thereafter | couple 2: a couple of
yearend 12: year end, year - end
today -2: the day before yesterday | today 2: the day after tomorrow
zone local: local time | zone PT: pacific time | zone CT: central time | zone GMT: greenwich mean time
zone ET: eastern time, eastern standard time, eastern daylight time
"""


def _phrases() -> dict[tuple[str, ...], Word]:
    phrases: dict[tuple[str, ...], Word] = {}
    for line in _PHRASES.replace("|", "\n").strip().splitlines():
        meant, printed = entry(line)
        phrases |= {tuple(phrase.split()): meant for phrase in printed.split(", ")}
    return phrases


PHRASES: Final = _phrases()
