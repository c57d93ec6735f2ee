"""Lexemes that count as one: phrases, numbers in words, fractions."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from newskit.analyses.timeline.holidays import HOLIDAYS
from newskit.analyses.timeline.lexer import PIECE, Lexeme
from newskit.analyses.timeline.words import CODES, PHRASES, TimeWord

ALL_PHRASES: Final = PHRASES | {
    tuple(piece.group() for piece in PIECE.finditer(name)): TimeWord("holiday", name)
    for name in HOLIDAYS
}
# By their first word, longest first: "christmas eve" before "christmas".
_BY_FIRST: Final = defaultdict[str, list[tuple[str, ...]]](list)
for _phrase_words in sorted(ALL_PHRASES, key=len, reverse=True):
    _BY_FIRST[_phrase_words[0]].append(_phrase_words)

_DOT, _WORDED, _HYPHEN, _SMALL = (CODES[kind] for kind in ("dot", "worded", "hyphen", "small"))
_COUNTS: Final = (_WORDED, _SMALL)
_Joined = tuple[int, Lexeme]


def join_lexemes(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Put the words of a phrase and of a number written in words together."""
    joined: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        n, lexeme = 1, lexemes[at]
        if lexeme.word in _BY_FIRST or lexeme.code in _COUNTS:
            n, lexeme = _join(lexemes, at)
        joined.append(lexeme)
        at += n
    return joined


def _join(lexemes: list[Lexeme], at: int) -> _Joined:
    """Return how many lexemes belong together from here on, and the one that they make."""
    first = lexemes[at]
    phrase = _phrase(lexemes, at)
    if phrase is not None:
        return phrase
    if first.code == _WORDED:
        return _number_in_words(lexemes, at)
    if first.code == _SMALL:
        return _fraction(lexemes, at)
    return 1, first


def _phrase(lexemes: list[Lexeme], at: int) -> _Joined | None:
    for words in _BY_FIRST.get(lexemes[at].word, ()):
        n = len(words)
        printed = lexemes[at : at + n]
        if tuple([lexeme.word for lexeme in printed]) == words:
            kind, value = ALL_PHRASES[words]
            start, end = printed[0].start, printed[-1].end
            return n, Lexeme(CODES[kind], value, start, end, " ".join(words))
    return None


def _fraction(lexemes: list[Lexeme], at: int) -> _Joined:
    """Read "5 1/2" as 5.5; the three pieces of the fraction are glued to each other."""
    whole, *pieces = lexemes[at : at + 4]
    if [piece.code for piece in pieces] != [_SMALL, _DOT, _SMALL]:
        return 1, whole

    top, slash, bottom = pieces
    glued = slash.word == "/" and top.end == slash.start and slash.end == bottom.start
    # A date such as 5/1/2 is not one, and 12/7 is a day.
    if not glued or whole.end == top.start or top.number() >= bottom.number():
        return 1, whole
    value = whole.number() + top.number() / bottom.number()
    return 4, Lexeme(CODES["number"], value, whole.start, bottom.end, whole.word)


def _number_in_words(lexemes: list[Lexeme], at: int) -> _Joined:
    """Add up a number in words; "nineteen ninety-four" is a year."""
    last = at
    values = [lexemes[at].number()]
    while (following := _next_worded(lexemes, last)) is not None:
        last = following
        values.append(lexemes[last].number())

    total, is_year = _add_up(values)
    code = CODES["year"] if is_year else _WORDED
    first = lexemes[at]
    return last - at + 1, Lexeme(code, total, first.start, lexemes[last].end, first.word)


def _next_worded(lexemes: list[Lexeme], at: int) -> int | None:
    """Return where the next word of the number stands, after a hyphen where there is one."""
    following = at + 1
    if following + 1 < len(lexemes) and lexemes[following].code == _HYPHEN:
        following += 1
    is_worded = following < len(lexemes) and lexemes[following].code == _WORDED
    return following if is_worded else None


def _add_up(values: list[int]) -> tuple[int, bool]:
    """Return the number that the words make, and whether it is a year."""
    if _is_year_in_words(values):
        return values[0] * 100 + sum(values[1:]), True

    total = group = 0
    for value in values:
        if value == 1000:
            total += max(group, 1) * 1000
            group = 0
        elif value == 100:
            group = max(group, 1) * 100
        elif value == 12 and group:  # two dozen
            group *= 12
        else:
            group += value
    return total + group, total + group == 2000


def _is_year_in_words(values: list[int]) -> bool:
    """Say whether it is a century and a year of it: nineteen ninety-four."""
    return len(values) > 1 and 11 <= values[0] <= 20 and 10 <= values[1] < 100
