"""From printed forms to lexemes: what each piece of a form means for a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from newskit.analyses.timeline.words import CAPITAL, CODES, PLAIN, Value
from newskit.text.forms import fold
from newskit.timestamps.calendar_words import SHORT_MONTHS, SHORT_WEEKDAYS

LONGEST = 48  # no time is written in a longer form; a longer one is not looked into
UNKNOWN = -1  # a month or day that the print leaves open
FIRST_PRINTED_YEAR, LAST_PRINTED_YEAR = 1000, 2100  # four digits beyond them count something
LONGEST_NUMBER = 9  # digits; more are a telephone, an account, a part number
PIVOT = 40  # '40 is 2040, '41 is 1941
# Short months that are read without their full stop: "Jan" and "Mar" may be names.
CLEAR_MONTHS = frozenset({"feb", "aug", "sept", "oct", "nov"})

PIECE = re.compile(
    r"""(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])"""
    r"""|(?P<numeric>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)\d{4})(?![\d/.-]*\d)"""
    r"""|(?P<decade>(?:1\d|20)\d0['’]?s|['’‘`]\d0['’]?s)(?![^\W_])"""
    r"""|(?P<short>['’‘`]\d\d)(?![^\W_])"""
    r"""|(?P<nth>\d{1,2}(?:st|nd|rd|th))(?![^\W_])"""
    r"""|(?P<clock>\d{1,2}(?:[:.]\d\d)?[AaPp]\.?[Mm](?:\.|(?![^\W_]))|\d{1,2}:\d\d(?![\d:.]*\d))"""
    r"""|(?P<amount>[$£€¥₹]\d[\d.,]*[KkMmBb]?n?|\d[\d.,]*%)"""
    r"""|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)"""
    r"""|(?P<ampm>[AaPp]\.[Mm]\.?|[ap]m|[AP]M)(?![^\W_])"""
    r"""|(?P<word>[^\W\d_]+(?:['’](?!s(?![^\W_]))[^\W\d_]+)?)"""
    r"""|(?P<s>['’]s?(?![^\W_]))"""
    r"""|(?P<sign>[^\w\s]|_)"""
)
_SIGNS = {"-": "hyphen", "–": "hyphen", "—": "dot", ",": "comma", "(": "open", ")": "close"}


class Lexeme(NamedTuple):
    """A piece of a printed form: its kind as a letter, its value, its place, and the word itself."""

    code: str
    value: Value
    start: int
    end: int
    word: str

    def number(self) -> int:
        """Return its value, which must be a whole number."""
        return int(str(self.value))


NOTHING: Final = Lexeme("", 0, 0, 0, "")  # stands where a run begins or ends


class _Reading(NamedTuple):
    """What a piece was read as."""

    kind: str
    value: Value = 0
    stop: int = 0  # 1 if the full stop after it belongs to it: Nov.


_NO_TIME = _Reading("dot")


def lex(form: str) -> tuple[Lexeme, ...]:
    """Take a printed form apart into lexemes; a piece that cannot belong to a time is a dot.

    >>> [lexeme.word for lexeme in lex("mid-November,")]
    ['mid', '-', 'november', ',']
    """
    if len(form) > LONGEST:
        return (Lexeme(CODES["dot"], 0, 0, len(form), ""),)

    found: list[Lexeme] = []
    read_to = 0
    for piece in PIECE.finditer(form):
        start, end = piece.span()
        if start < read_to:
            continue  # the full stop of an abbreviation
        kind, value, stop = _READERS.get(str(piece.lastgroup), _as_named)(piece)
        read_to = end + stop
        found.append(Lexeme(CODES[kind], value, start, read_to, fold(piece.group())))
    return tuple(found)


def _word(piece: re.Match[str]) -> _Reading:
    printed = piece.group()
    folded = fold(printed)
    if printed[0].isupper():
        has_stop = piece.string.startswith(".", piece.end())
        read = _capital_word(folded, has_stop)
        if read is not None:
            return read

    known = PLAIN.get(folded)
    return _Reading(*known) if known else _NO_TIME


def _capital_word(folded: str, has_stop: bool) -> _Reading | None:
    if folded in CAPITAL:
        return _Reading(*CAPITAL[folded])
    if folded in SHORT_MONTHS and (has_stop or folded in CLEAR_MONTHS):
        return _Reading("month", SHORT_MONTHS[folded], has_stop)
    if folded in SHORT_WEEKDAYS:
        return _Reading("shortday", SHORT_WEEKDAYS[folded], has_stop)
    return None


def _number(piece: re.Match[str]) -> _Reading:
    digits = piece.group()
    if "," in digits:
        return _Reading("number", int(digits.replace(",", "")))
    if "." in digits:
        return _Reading("number", float(digits))

    padded = digits[0] == "0" and len(digits) > 2
    numbered = piece.string[: piece.start()].endswith("#")
    if padded or numbered or len(digits) > LONGEST_NUMBER:
        return _NO_TIME  # 007, #10

    n = int(digits)
    if len(digits) == 4 and FIRST_PRINTED_YEAR <= n <= LAST_PRINTED_YEAR:
        return _Reading("year", n)
    is_small = 1 <= n <= 31 and len(digits) <= 2
    return _Reading("small" if is_small else "number", n)


def _clock(piece: re.Match[str]) -> _Reading:
    read = read_clock(piece.group())
    return _Reading("clock", read) if read else _NO_TIME


def read_clock(printed: str, half: str = "") -> tuple[int, ...] | None:
    """Return (hour, minute or -1) of a printed clock, or None where no clock shows that.

    >>> read_clock("5:30pm"), read_clock("12", "a.m."), read_clock("25:61")
    ((17, 30), (0, -1), None)
    """
    hour, *minutes = map(int, re.findall(r"\d+", printed))
    minute = minutes[0] if minutes else UNKNOWN

    half = half or re.sub(r"[^apAP]", "", printed)
    if half and hour <= 12:
        after_noon = half[0] in "pP"
        hour = hour % 12 + 12 * after_noon
    return (hour, minute) if hour <= 23 and minute <= 59 else None


def _iso(piece: re.Match[str]) -> _Reading:
    return _Reading("iso", tuple(map(int, piece.group().split("-"))))


def _numeric(piece: re.Match[str]) -> _Reading:
    """Read 17/11/2024: which number is the day is known only if one of them is over 12."""
    first, second, year = map(int, re.split(r"[/.]", piece.group()))
    if not FIRST_PRINTED_YEAR <= year <= LAST_PRINTED_YEAR:
        return _NO_TIME
    if first == second or second > 12:
        return _Reading("iso", (year, first, second))
    if first > 12:
        return _Reading("iso", (year, second, first))
    return _Reading("iso", (year, UNKNOWN, UNKNOWN))


def _decade(piece: re.Match[str]) -> _Reading:
    digits = re.sub(r"\D", "", piece.group())
    return _Reading("decade", int(digits) if len(digits) == 4 else 1900 + int(digits))


def _short_year(piece: re.Match[str]) -> _Reading:
    n = int(piece.group()[1:])
    return _Reading("short_year", 1900 + n if n > PIVOT else 2000 + n)


def _nth(piece: re.Match[str]) -> _Reading:
    return _Reading("nth", int(re.sub(r"\D", "", piece.group())))


def _sign(piece: re.Match[str]) -> _Reading:
    return _Reading(_SIGNS.get(piece.group(), "dot"))


def _as_named(piece: re.Match[str]) -> _Reading:
    """Read a piece whose group in PIECE has the name of its kind: p.m., $5, 's."""
    return _Reading(str(piece.lastgroup))


_READERS: Final[dict[str, Callable[[re.Match[str]], _Reading]]] = {
    "iso": _iso,
    "numeric": _numeric,
    "decade": _decade,
    "short": _short_year,
    "nth": _nth,
    "clock": _clock,
    "number": _number,
    "word": _word,
    "sign": _sign,
}
