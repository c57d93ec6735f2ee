"""From printed forms to lexemes: what each piece of a form means for a date."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newskit.analyses.timeline.words import CAPITAL, PLAIN, Value
from newskit.text.forms import fold
from newskit.timestamps.calendar_words import SHORT_MONTHS, SHORT_WEEKDAYS

LONGEST: Final = 48  # no time is written in a longer form; a longer one is not looked into
UNKNOWN: Final = -1  # a month or day that the print leaves open, a minute that is not printed
FIRST_PRINTED_YEAR, LAST_PRINTED_YEAR = 1000, 2100  # four digits beyond them count something
LONGEST_NUMBER: Final = 9  # digits; more are a telephone, an account, a part number
PIVOT: Final = 40  # '40 is 2040, '41 is 1941
# Short months that are read without their full stop: "Jan" and "Mar" may be names.
CLEAR_MONTHS: Final = frozenset({"feb", "aug", "sept", "oct", "nov"})
_SIGNS: Final = {"-": "hyphen", "–": "hyphen", ",": "comma", "(": "open", ")": "close"}


class Lexeme(NamedTuple):
    """A piece of a printed form."""

    kind: str
    value: Value
    start: int
    end: int
    word: str

    def number(self) -> int:
        """Return its value, which must be a whole number."""
        return int(str(self.value))


NOTHING: Final = Lexeme("nothing", 0, 0, 0, "")  # stands where a run begins or ends


class _Reading(NamedTuple):
    """What a piece was read as."""

    kind: str
    value: Value = 0
    stop: int = 0  # 1 if the full stop after it belongs to it: Nov.


_NO_TIME: Final = _Reading("dot")


def lex(form: str) -> tuple[Lexeme, ...]:
    """Take a printed form apart into lexemes; a piece that cannot belong to a time is a dot.

    >>> [lexeme.word for lexeme in lex("mid-November,")]
    ['mid', '-', 'november', ',']
    """
    if len(form) > LONGEST:
        return (Lexeme("dot", 0, 0, len(form), ""),)

    found: list[Lexeme] = []
    read_to = 0
    for piece in PIECE.finditer(form):
        # The full stop of an abbreviation is read with it.
        start, end = piece.span()
        if start < read_to:
            continue

        kind, value, stop = _READERS[str(piece.lastgroup)](piece)
        read_to = end + stop
        found.append(Lexeme(kind, value, start, read_to, fold(piece.group())))
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


def _grouped(piece: re.Match[str]) -> _Reading:
    return _Reading("number", int(piece.group().replace(",", "")))


def _decimal(piece: re.Match[str]) -> _Reading:
    return _Reading("number", float(piece.group()))


def _digits(piece: re.Match[str]) -> _Reading:
    printed = piece.group()
    n_digits = len(printed)
    is_numbered = piece.string[: piece.start()].endswith("#")
    # #10, 007.
    if is_numbered or n_digits > LONGEST_NUMBER or (printed[0] == "0" and n_digits > 2):
        return _NO_TIME

    n = int(printed)
    if n_digits == 4 and FIRST_PRINTED_YEAR <= n <= LAST_PRINTED_YEAR:
        return _Reading("year", n)

    # What may be a day of a month or an hour.
    is_small = n_digits <= 2 and 1 <= n <= 31
    return _Reading("small" if is_small else "number", n)


def _clock(piece: re.Match[str]) -> _Reading:
    read = read_clock(piece.group())
    return _Reading("clock", read) if read else _NO_TIME


def read_clock(printed: str, half: str = "") -> tuple[int, ...] | None:
    """Return (hour, minute or -1) of a printed clock, or None where no clock shows that.

    >>> read_clock("5:30pm"), read_clock("12", "a.m."), read_clock("25:61")
    ((17, 30), (0, -1), None)
    """
    hour, minute, *_ = [*map(int, re.findall(r"\d+", printed)), UNKNOWN]

    # "17:30 p.m." is 17:30.
    half = half or re.sub(r"[^apAP]", "", printed)
    if half and hour <= 12:
        is_afternoon = half[0] in "pP"
        hour = hour % 12 + 12 * is_afternoon
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
    # '80s
    century = 0 if len(digits) == 4 else 1900
    return _Reading("decade", century + int(digits))


def _short_year(piece: re.Match[str]) -> _Reading:
    n = int(piece.group()[1:])
    century = 1900 if n > PIVOT else 2000
    return _Reading("short_year", century + n)


def _nth(piece: re.Match[str]) -> _Reading:
    return _Reading("nth", int(re.sub(r"\D", "", piece.group())))


def _sign(piece: re.Match[str]) -> _Reading:
    return _Reading(_SIGNS.get(piece.group(), "dot"))


def _as_named(piece: re.Match[str]) -> _Reading:
    return _Reading(str(piece.lastgroup))


# Name, pattern and reader of each piece; the first that matches wins.
_PIECES: Final = (
    ("iso", r"\d{4}-\d\d-\d\d(?![\d-])", _iso),
    ("numeric", r"\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)\d{4}(?![\d/.-]*\d)", _numeric),
    ("decade", r"(?:(?:1\d|20)\d0['’]?s|['’‘`]\d0['’]?s)(?![^\W_])", _decade),
    ("short_year", r"['’‘`]\d\d(?![^\W_])", _short_year),
    ("nth", r"\d{1,2}(?:st|nd|rd|th)(?![^\W_])", _nth),
    ("half_clock", r"\d{1,2}(?:[:.]\d\d)?[AaPp]\.?[Mm](?:\.|(?![^\W_]))", _clock),
    ("clock", r"\d{1,2}:\d\d(?![\d:.]*\d)", _clock),
    ("amount", r"[$£€¥₹]\d[\d.,]*[KkMmBb]?n?|\d[\d.,]*%", _as_named),
    ("grouped", r"\d{1,3}(?:,\d{3})+(?!\d)", _grouped),
    ("decimal", r"\d+\.\d+", _decimal),
    ("digits", r"\d+", _digits),
    ("ampm", r"(?:[AaPp]\.[Mm]\.?|[ap]m|[AP]M)(?![^\W_])", _as_named),
    ("word", r"[^\W\d_]+(?:['’](?!s(?![^\W_]))[^\W\d_]+)?", _word),
    ("s", r"['’]s?(?![^\W_])", _as_named),
    ("sign", r"[^\w\s]|_", _sign),
)
_READERS: Final = {name: read for name, _, read in _PIECES}
PIECE: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in _PIECES))
