"""From printed forms to lexemes: what each piece of a form means for a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from newskit.analyses.timeline.words import ALL_CAPITALS, CAPITAL, PLAIN, TimeWord, Value
from newskit.text.forms import fold
from newskit.timestamps.calendar_words import SHORT_MONTHS, SHORT_WEEKDAYS

# No time is written in a longer form; a longer one is not looked into.
LONGEST: Final = 48
# A month or day that the print leaves open, a minute that is not printed.
UNKNOWN: Final = -1
# Four digits beyond them count something.
FIRST_PRINTED_YEAR, LAST_PRINTED_YEAR = 1000, 2100
# Digits; more are a telephone, an account, a part number.
LONGEST_NUMBER: Final = 9
# '40 is 2040, '41 is 1941.
PIVOT: Final = 40
# Abbreviations with a full stop; some are clear without it ("Jan" and "Mar" may be names).
_SHORT: Final = {name: TimeWord("month", number) for name, number in SHORT_MONTHS.items()} | {
    name: TimeWord("shortday", number) for name, number in SHORT_WEEKDAYS.items()
}
_CLEAR: Final = frozenset({"feb", "aug", "sept", "oct", "nov", *SHORT_WEEKDAYS})
# What makes a number a name; "pre-1950" is a time.
_NUMBERED: Final = re.compile(r"(?:#|[A-Z][A-Z]-)\Z")
_SIGNS: Final = {"-": "hyphen", "–": "hyphen", ",": "comma", "(": "open", ")": "close"}


class Lexeme(NamedTuple):
    """A piece of a printed form."""

    kind: str
    value: Value
    start: int
    end: int
    word: str

    def whole(self) -> int:
        """Return its value if that is a whole number, else 0."""
        return self.value if isinstance(self.value, int) else 0

    def number(self) -> int:
        """Return its value, which must be a whole number."""
        return int(str(self.value))


_Fields = tuple[str, Value, int, int, str]
# Stands where a run begins or ends.
NOTHING: Final = Lexeme("nothing", 0, 0, 0, "")


class _Reading(NamedTuple):
    """What a piece was read as."""

    kind: str
    value: Value = 0
    # 1 if the full stop after it belongs to it: Nov.
    stop: int = 0


_NO_TIME: Final = _Reading("dot")


def lex(form: str) -> tuple[Lexeme, ...]:
    """Take a printed form apart into lexemes; a piece that cannot belong to a time is a dot.

    >>> [lexeme.word for lexeme in lex("mid-November,")]
    ['mid', '-', 'november', ',']
    """
    return tuple(map(Lexeme._make, _lexed(form)))


@lru_cache(maxsize=20_000)
def lexed(form: str) -> tuple[_Fields, ...]:
    """Return the same, each piece as a plain tuple, and keep it.

    The garbage collector looks into plain tuples of words and numbers once, then never again.
    """
    return _lexed(form)


def _lexed(form: str) -> tuple[_Fields, ...]:
    # A web address, or five million digits.
    if len(form) > LONGEST:
        return (("dot", 0, 0, len(form), ""),)

    found: list[_Fields] = []
    read_to = 0
    for piece in PIECE.finditer(form):
        # The full stop of an abbreviation is read with it.
        start, end = piece.span()
        if start < read_to:
            continue

        kind, value, stop = _READERS[str(piece.lastgroup)](piece)
        read_to = end + stop
        found.append((kind, value, start, read_to, fold(piece.group())))

    return tuple(found)


def _word(piece: re.Match[str]) -> _Reading:
    printed = piece.group()
    folded = fold(printed)
    has_stop = piece.string.startswith(".", piece.end())
    # "Sun" and "Fri" go without a stop: a day is read only beside a date.
    is_short = folded in _SHORT and (has_stop or folded in _CLEAR)
    if printed[0].isupper() and is_short:
        return _Reading(*_SHORT[folded], has_stop)
    if printed[0].isupper() and folded in CAPITAL:
        return _Reading(*CAPITAL[folded])

    known = PLAIN.get(folded)
    if known is None and printed.isupper():
        known = ALL_CAPITALS.get(folded)
    if known is None:
        return _NO_TIME
    return _Reading(*known)


def _grouped(piece: re.Match[str]) -> _Reading:
    return _Reading("number", int(piece.group().replace(",", "")))


def _decimal(piece: re.Match[str]) -> _Reading:
    return _Reading("number", float(piece.group().replace("½", ".5")))


def _digits(piece: re.Match[str]) -> _Reading:
    printed = piece.group()
    n_digits = len(printed)
    # #10, SB-1950, 007.
    is_numbered = _NUMBERED.search(piece.string, 0, piece.start()) is not None
    is_padded = n_digits > 2 and printed[0] == "0"
    if is_numbered or n_digits > LONGEST_NUMBER:
        return _NO_TIME

    # 0900: a clock, where a zone or "hrs" stands behind it.
    if is_padded:
        return _Reading("padded") if n_digits == len("0900") else _NO_TIME

    # Four digits, as padded numbers are out.
    n = int(printed)
    if FIRST_PRINTED_YEAR <= n <= LAST_PRINTED_YEAR:
        return _Reading("year", n)

    # What may be a day of a month or an hour.
    is_small = 1 <= n <= 31
    return _Reading("small" if is_small else "number", n)


def _numbers(printed: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", printed)))


def _clock(piece: re.Match[str]) -> _Reading:
    read = read_clock(piece.group())
    if read is None:
        return _NO_TIME
    return _Reading("clock", read)


def read_clock(printed: str, half: str = "") -> tuple[int, ...] | None:
    """Return (hour, minute or -1) of a printed clock, or None where no clock shows that.

    >>> read_clock("5:30pm"), read_clock("12", "a.m."), read_clock("25:61")
    ((17, 30), (0, -1), None)
    """
    hour, minute, *_ = *_numbers(printed), UNKNOWN

    # "17:30 p.m." is 17:30.
    half = half or re.sub(r"[^apAP]", "", printed)
    if half and hour <= 12:
        is_afternoon = half[0] in "pP"
        hour = hour % 12 + 12 * is_afternoon

    is_shown = hour <= 23 and minute <= 59
    return (hour, minute) if is_shown else None


def _numeric(piece: re.Match[str]) -> _Reading:
    """Read 17/11/2024: which number is the day is known only if one of them is over 12."""
    first, second, year = _numbers(piece.group())
    # 12/10/8888 is a case number.
    if not FIRST_PRINTED_YEAR <= year <= LAST_PRINTED_YEAR:
        return _NO_TIME

    # 11/17/2024; 5/5/2024 is the same day in both orders.
    if first == second or second > 12:
        return _Reading("iso", (year, first, second))
    if first > 12:
        return _Reading("iso", (year, second, first))

    return _Reading("iso", (year, UNKNOWN, UNKNOWN))


def _with_short_year(piece: re.Match[str]) -> _Reading:
    """Read 25/12/24, where one number can only be the day."""
    first, second, short = _numbers(piece.group())
    day, month = max(first, second), min(first, second)
    if not (month <= 12 < day <= 31):
        return _NO_TIME

    return _Reading("iso", (2000 + short, month, day))


def _named_part(piece: re.Match[str]) -> _Reading:
    """Read Q3, 3Q, H1, 1H: which quarter or half it is."""
    (number,) = _numbers(piece.group())
    return _Reading("q" if "q" in piece.group().lower() else "h", number)


def _fiscal_year(piece: re.Match[str]) -> _Reading:
    """Read FY24, FY2024, FY24-25: the year that it ends in."""
    first, *later = _numbers(piece.group())
    # FY24-31 is a range.
    year = later[0] if later else first
    is_pair = not later or (year - first) % 100 == 1
    if not is_pair:
        return _NO_TIME

    return _Reading("fy", year if year > 99 else 2000 + year)


def _decade(piece: re.Match[str]) -> _Reading:
    (printed,) = _numbers(piece.group())
    # '80s
    century = 1900 if printed < 100 else 0
    if printed < 100 and piece.group()[0].isdigit():
        return _Reading("plain_decade", century + printed)

    return _Reading("decade", century + printed)


def _short_year(piece: re.Match[str]) -> _Reading:
    (n,) = _numbers(piece.group())
    century = 1900 if n > PIVOT else 2000
    return _Reading("short_year", century + n)


_Reader = Callable[[re.Match[str]], _Reading]
# Name, pattern and reader of each piece; the first that matches wins.
_PIECES: Final[tuple[tuple[str, str, _Reader], ...]] = (
    ("iso", r"\d{4}-\d\d-\d\d(?![\d-])", lambda day: _Reading("iso", _numbers(day[0]))),
    ("numeric", r"\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)\d{4}(?![\d/.-]*\d)", _numeric),
    (
        "short_numeric",
        r"\d{1,2}(?P<slash>[/.])\d{1,2}(?P=slash)[0-4]\d(?![\d/.-]*\d)",
        _with_short_year,
    ),
    ("named_part", r"(?:[QqH][1-4]|[1-4][QH])(?=FY|[^\w-]|$)", _named_part),
    ("fiscal_year", r"FY['’]?(?:\d{4}|\d\d)(?:[-–/](?:\d{4}|\d\d))?(?![^\W_])", _fiscal_year),
    ("plain_decade", r"[5-9]0s(?![^\W_])", _decade),
    ("decade", r"(?:(?:1\d|20)\d0['’]?s|['’‘`]\d0['’]?s)(?![^\W_])", _decade),
    ("short_year", r"['’‘`]\d\d(?![^\W_])", _short_year),
    ("nth", r"\d{1,2}(?:st|nd|rd|th)(?![^\W_])", lambda nth: _Reading("nth", int(nth[0][:-2]))),
    ("half_clock", r"\d{1,2}(?:[:.]\d\d)?[AaPp](?:\.[Mm](?:\.|(?![^\W_]))|[Mm](?![^\W_]))", _clock),
    ("clock", r"\d{1,2}(?::|h(?=\d\d(?!\d)))\d\d(?![\d:.]*\d)", _clock),
    ("offset", r"(?:GMT|UTC)[+−-]\d{1,2}(?::?\d\d)?(?!\d)", lambda zone: _Reading("zone", zone[0])),
    ("amount", r"[$£€¥₹]\d[\d.,]*[KkMmBb]?n?|\d[\d.,]*%", lambda _: _Reading("amount")),
    ("grouped", r"\d{1,3}(?:,\d{3})+(?!\d)", _grouped),
    ("decimal", r"\d+(?:\.\d+|½)|½", _decimal),
    ("digits", r"\d+", _digits),
    ("ampm", r"(?:[AaPp]\.[Mm]\.?|[ap]m|[AP]M)(?![^\W_])", lambda _: _Reading("ampm")),
    ("word", r"[^\W\d_]+(?:['’](?!s(?![^\W_]))[^\W\d_]+)?", _word),
    ("s", r"['’]s?(?![^\W_])", lambda _: _Reading("s")),
    ("sign", r"[^\w\s]|_", lambda sign: _Reading(_SIGNS.get(sign[0], "dot"))),
)
_READERS: Final = {name: read for name, _, read in _PIECES}
PIECE: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in _PIECES))
