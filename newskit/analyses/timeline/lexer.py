"""From printed forms to lexemes: what each piece of a form means for a date, and which forms are worth a look."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from newskit.analyses.timeline import holidays
from newskit.analyses.timeline.words import (
    CAPITAL,
    CODES,
    PHRASES,
    PLAIN,
    SHORT_DAYS,
    SHORT_MONTHS,
    TRIGGERS,
    Value,
    Word,
)
from newskit.text.forms import fold

LONGEST = 48  # no time is written in a longer form; a longer one is not looked into
UNKNOWN = -1  # a month or day that the print leaves open
FIRST_PRINTED_YEAR, LAST_PRINTED_YEAR = 1000, 2100

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


def lex(form: str) -> tuple[Lexeme, ...]:
    """Take a printed form apart into lexemes; a piece that cannot belong to a time is a dot.

    >>> [lexeme.word for lexeme in lex("mid-November,")]
    ['mid', '-', 'november', ',']
    """
    if len(form) > LONGEST:
        return (Lexeme(CODES["dot"], 0, 0, len(form), ""),)
    found: list[Lexeme] = []
    for piece in PIECE.finditer(form):
        if found and piece.start() < found[-1].end:
            continue  # the full stop of an abbreviation
        kind, value, end = _READ[str(piece.lastgroup)](piece)
        found.append(Lexeme(CODES[kind], value, piece.start(), end, fold(piece.group())))
    return tuple(found)


_Read = tuple[str, Value, int]


def _word(piece: re.Match[str]) -> _Read:
    printed, end = piece.group(), piece.end()
    folded = fold(printed)
    stop = piece.string[end : end + 1] == "."
    if printed[0].isupper():
        if folded in CAPITAL:
            return (*CAPITAL[folded], end)
        if folded in SHORT_MONTHS and (stop or folded in ("nov", "oct", "sept", "feb", "aug")):
            return "month", SHORT_MONTHS[folded], end + stop
        if folded in SHORT_DAYS:
            return "shortday", SHORT_DAYS[folded], end + stop
    known = PLAIN.get(folded)
    return (*known, end) if known else ("dot", 0, end)


def _number(piece: re.Match[str]) -> _Read:
    digits, end = piece.group(), piece.end()
    if "," in digits or "." in digits:
        return "number", (float(digits) if "." in digits else int(digits.replace(",", ""))), end
    if len(digits) > 9 or (digits[0] == "0" and len(digits) > 2) or piece.string[: piece.start()].endswith("#"):
        return "dot", 0, end
    n = int(digits)
    if len(digits) == 4 and FIRST_PRINTED_YEAR <= n <= LAST_PRINTED_YEAR:
        return "year", n, end
    return "small" if 1 <= n <= 31 and len(digits) <= 2 else "number", n, end


def _clock(piece: re.Match[str]) -> _Read:
    read = read_clock(piece.group())
    return ("clock", read, piece.end()) if read else ("dot", 0, piece.end())


def read_clock(printed: str, half: str = "") -> tuple[int, ...] | None:
    """Return (hour, minute or -1) of a printed clock, or None where no clock shows that.

    >>> read_clock("5:30pm"), read_clock("12", "a.m."), read_clock("25:61")
    ((17, 30), (0, -1), None)
    """
    numbers = re.findall(r"\d+", printed)
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else -1
    half = half or re.sub(r"[^apAP]", "", printed)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return (hour, minute) if hour <= 23 and minute <= 59 else None


def _iso(piece: re.Match[str]) -> _Read:
    return "iso", tuple(map(int, piece.group().split("-"))), piece.end()


def _numeric(piece: re.Match[str]) -> _Read:
    """Read 17/11/2024: which number is the day is known only if one of them is over 12."""
    first, second, year = map(int, re.split(r"[/.]", piece.group()))
    if not FIRST_PRINTED_YEAR <= year <= LAST_PRINTED_YEAR:
        return "dot", 0, piece.end()
    if first == second or second > 12:
        return "iso", (year, first, second), piece.end()
    return "iso", (year, second, first) if first > 12 else (year, UNKNOWN, UNKNOWN), piece.end()


def _decade(piece: re.Match[str]) -> _Read:
    digits = re.sub(r"\D", "", piece.group())
    return "decade", int(digits) if len(digits) == 4 else 1900 + int(digits), piece.end()


def _short(piece: re.Match[str]) -> _Read:
    n = int(piece.group()[1:])
    return "short_year", 1900 + n if n > 40 else 2000 + n, piece.end()


def _nth(piece: re.Match[str]) -> _Read:
    return "nth", int(re.sub(r"\D", "", piece.group())), piece.end()


def _sign(piece: re.Match[str]) -> _Read:
    return _SIGNS.get(piece.group(), "dot"), 0, piece.end()


def _as_named(piece: re.Match[str]) -> _Read:
    return str(piece.lastgroup), 0, piece.end()


_READ: Final[dict[str, Callable[[re.Match[str]], _Read]]] = {
    "iso": _iso, "numeric": _numeric, "decade": _decade, "short": _short, "nth": _nth, "clock": _clock,
    "number": _number, "word": _word, "sign": _sign, "amount": _as_named, "ampm": _as_named, "s": _as_named,
}  # fmt: skip

_PHRASES = PHRASES | {
    tuple(piece.group() for piece in PIECE.finditer(name)): Word("holiday", name) for name in holidays.NAMES
}
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _key in sorted(_PHRASES, key=len, reverse=True):
    _BY_FIRST.setdefault(_key[0], []).append(_key)
_PHRASE_WORDS = frozenset(word for key in _PHRASES for word in key)
_TRIGGER_CODES = frozenset(CODES[kind] for kind in TRIGGERS)
_HEAVY_KINDS = ("ref", "holiday", "today")
# Words that make a time although their kind does not: nineteen ninety-four, in the past, the end of a holiday's name.
_HEAVY = {key[-1] for key in _PHRASES if _PHRASES[key].kind in _HEAVY_KINDS} | {"nineteen", "past"}


def weight(form: str) -> int:
    """Say how much a form speaks of time: 0 not at all, 1 it can stand in a time expression, 2 it can make one."""
    if form.isalpha():
        folded = fold(form)
        if folded in _HEAVY:
            return 2
        if folded not in PLAIN and folded not in CAPITAL and folded not in _PHRASE_WORDS and folded not in SHORT_DAYS:
            return 0
    known = 0
    for lexeme in lex(form):
        if lexeme.code in _TRIGGER_CODES or lexeme.word in _HEAVY:
            return 2
        known |= lexeme.code not in _NOTHING or lexeme.word in _PHRASE_WORDS
    return int(known)


_NOTHING = frozenset(CODES[kind] for kind in ("dot", "comma", "hyphen", "open", "close", "s"))
_DOT, _WORDED, _HYPHEN, _SMALL = CODES["dot"], CODES["worded"], CODES["hyphen"], CODES["small"]


def join(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Put the words of a phrase and of a number written in words together."""
    joined: list[Lexeme] = []
    k = 0
    while k < len(lexemes):
        n, lexeme = _phrase(lexemes, k) if lexemes[k].word in _BY_FIRST else (0, lexemes[k])
        if not n and lexeme.code == _WORDED:
            n, lexeme = _worded(lexemes, k)
        elif lexeme.code == _SMALL and k + 2 < len(lexemes) and lexemes[k + 2].word == "/":
            n, lexeme = _fraction(lexemes, k)
        joined.append(lexeme)
        k += n or 1
    return joined


def _phrase(lexemes: list[Lexeme], k: int) -> tuple[int, Lexeme]:
    for key in _BY_FIRST[lexemes[k].word]:
        n = len(key)
        if n > 1 and (k + 1 == len(lexemes) or lexemes[k + 1].word != key[1]):
            continue
        if tuple([lexeme.word for lexeme in lexemes[k : k + n]]) == key:
            kind, value = _PHRASES[key]
            return n, Lexeme(CODES[kind], value, lexemes[k].start, lexemes[k + n - 1].end, " ".join(key))
    return 0, lexemes[k]


def _fraction(lexemes: list[Lexeme], k: int) -> tuple[int, Lexeme]:
    """Read "5 1/2" as 5.5; the three pieces of the fraction are glued to each other."""
    whole, *pieces = lexemes[k : k + 4]
    if len(pieces) < 3 or [piece.code for piece in pieces] != [_SMALL, _DOT, _SMALL] or pieces[1].word != "/":
        return 0, whole
    glued = pieces[0].end == pieces[1].start and pieces[1].end == pieces[2].start
    top, bottom = int(str(pieces[0].value)), int(str(pieces[2].value))
    if not glued or whole.end == pieces[0].start or top >= bottom:
        return 0, whole
    return 4, Lexeme(CODES["number"], int(str(whole.value)) + top / bottom, whole.start, pieces[2].end, whole.word)


def _worded(lexemes: list[Lexeme], k: int) -> tuple[int, Lexeme]:
    """Add up a number in words; "nineteen ninety-four" is a year."""
    values = [int(lexemes[k].value)]  # type: ignore[arg-type]
    last = k
    while last + 1 < len(lexemes):
        step = 2 if lexemes[last + 1].code == _HYPHEN and last + 2 < len(lexemes) else 1
        if lexemes[last + step].code != _WORDED:
            break
        last += step
        values.append(int(lexemes[last].value))  # type: ignore[arg-type]
    total, is_year = _add(values)
    code = CODES["year"] if is_year else _WORDED
    return last - k + 1, Lexeme(code, total, lexemes[k].start, lexemes[last].end, lexemes[k].word)


def _add(values: list[int]) -> tuple[int, bool]:
    century = len(values) > 1 and 11 <= values[0] <= 20 and 10 <= values[1] < 100
    if century:
        return values[0] * 100 + sum(values[1:]), True
    total = group = 0
    for value in values:
        if value == 1000:
            total, group = total + max(group, 1) * 1000, 0
        elif value == 100:
            group = max(group, 1) * 100
        elif value == 12 and group:
            group *= 12
        else:
            group += value
    return total + group, total + group == 2000
