"""Lexemes that count as one: phrases, numbers in words, fractions."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from newskit.analyses.timeline.holidays import HOLIDAYS
from newskit.analyses.timeline.lexer import PIECE, Lexeme
from newskit.analyses.timeline.spoken import (
    digits_clock,
    glued_half,
    spoken_clock,
    with_half,
    year_pair,
)
from newskit.analyses.timeline.words import PHRASES, TimeWord

ALL_PHRASES: Final = PHRASES | {
    tuple(piece.group() for piece in PIECE.finditer(name)): TimeWord("holiday", name)
    for name in HOLIDAYS
}
_FIRST_WORDS: Final = {words[0] for words in ALL_PHRASES}
# By their first two words, longest first: "christmas eve" before "christmas".
_BY_START: Final = defaultdict[tuple[str, ...], list[tuple[str, ...]]](list)
for _phrase_words in sorted(ALL_PHRASES, key=len, reverse=True):
    _BY_START[_phrase_words[:2]].append(_phrase_words)

_MAY_JOIN: Final = ("worded", "small", "number", "year", "padded", "half", "quarter")
_Joined = tuple[int, Lexeme]


def join_lexemes(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Put the words of a phrase and of a number written in words together."""
    joined: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        # Most lexemes are joined to none: a look at the word spares the closer one.
        n, lexeme = 1, lexemes[at]
        if lexeme.word in _FIRST_WORDS or lexeme.kind in _MAY_JOIN:
            n, lexeme = _join(lexemes, at)
        joined.append(lexeme)
        at += n

    return joined


def _join(lexemes: list[Lexeme], at: int) -> _Joined:
    """Return how many lexemes belong together from here on, and the one that they make."""
    # "Fourth of July" is a holiday before "fourth" is a number.
    first = lexemes[at]
    phrase = _phrase(lexemes, at)
    if phrase is not None:
        return phrase

    clock = spoken_clock(lexemes, at)
    if clock is not None:
        return clock
    if first.kind in ("number", "year", "padded"):
        return _digits(lexemes, at)

    joined = 1, first
    if first.kind == "worded":
        joined = _number_in_words(lexemes, at)
    if first.kind == "small":
        joined = _fraction(lexemes, at)

    # Two and a half.
    n, whole = joined
    half = with_half(whole, lexemes, at + n) if whole.kind in ("worded", "small") else None
    if half is None:
        return joined
    return n + half[0], half[1]


def _digits(lexemes: list[Lexeme], at: int) -> _Joined:
    """Read 0900 GMT, 7.30 pm and 2024-25."""
    read = digits_clock(lexemes, at)
    if read is None and lexemes[at].kind == "year":
        read = year_pair(lexemes, at)
    if read is None:
        return 1, lexemes[at]
    return read


def _phrase(lexemes: list[Lexeme], at: int) -> _Joined | None:
    opening = tuple([lexeme.word for lexeme in lexemes[at : at + 2]])
    for words in (*_BY_START.get(opening, ()), *_BY_START.get(opening[:1], ())):
        n = len(words)
        printed = lexemes[at : at + n]
        if tuple([lexeme.word for lexeme in printed]) == words:
            kind, value = ALL_PHRASES[words]
            start, end = printed[0].start, printed[-1].end
            return n, Lexeme(kind, value, start, end, " ".join(words))

    return None


def _fraction(lexemes: list[Lexeme], at: int) -> _Joined:
    """Read "5 1/2" as 5.5; the three pieces of the fraction are glued to each other."""
    halved = glued_half(lexemes, at)
    if halved is not None:
        return halved

    whole, *pieces = lexemes[at : at + 4]
    if [piece.kind for piece in pieces] != ["small", "dot", "small"]:
        return 1, whole

    # Not "12 7/1", a day of a month.
    top, slash, bottom = pieces
    is_proper = slash.word == "/" and top.number() < bottom.number()
    is_glued = (top.end, slash.end) == (slash.start, bottom.start)
    if not is_proper or not is_glued or whole.end == top.start:
        return 1, whole

    value = whole.number() + top.number() / bottom.number()
    return 4, Lexeme("number", value, whole.start, bottom.end, whole.word)


def _number_in_words(lexemes: list[Lexeme], at: int) -> _Joined:
    """Add up a number in words; "nineteen ninety-four" is a year."""
    values: list[int] = []
    last = at
    for k in range(at, len(lexemes)):
        # One hyphen may stand between two words: ninety-four.
        if lexemes[k].kind == "worded":
            values.append(lexemes[k].number())
            last = k
        elif not _may_stand_between(lexemes[k], values) or last < k - 1:
            break

    total, is_year = _add_up(values)
    kind = "year" if is_year else "worded"
    first = lexemes[at]
    return last - at + 1, Lexeme(kind, total, first.start, lexemes[last].end, first.word)


def _may_stand_between(lexeme: Lexeme, values: list[int]) -> bool:
    """Say whether a hyphen or "and" goes on with a number: ninety-four, two thousand and five."""
    if lexeme.kind == "hyphen":
        return True
    return lexeme.word == "and" and values[-1:] in ([100], [1000])


def _add_up(values: list[int]) -> tuple[int, bool]:
    """Return the number that the words make, and whether it is a year."""
    # Nineteen ninety-four.
    is_century = len(values) > 1 and 11 <= values[0] <= 20
    if is_century and 10 <= values[1] < 100:
        return values[0] * 100 + sum(values[1:]), True

    total = group = 0
    for value in values:
        if value == 1000:
            total += max(group, 1) * 1000
            group = 0
        elif value == 100:
            group = max(group, 1) * 100
        elif value == 12 and group:
            group *= 12  # two dozen
        else:
            group += value

    # "Two thousand" is a year more often than a count, and "two thousand and five" is one.
    return total + group, 2000 <= total + group < 2100
