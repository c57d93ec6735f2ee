"""Where a time may stand: runs of forms that can take part in one and hold one that makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from newskit.analyses.timeline.joining import ALL_PHRASES
from newskit.analyses.timeline.lexer import lex
from newskit.analyses.timeline.words import ALL_CAPITALS, CAPITAL, PLAIN, kinds_where
from newskit.text.forms import fold
from newskit.text.tokens import Tokens
from newskit.timestamps.calendar_words import SHORT_MONTHS, SHORT_WEEKDAYS

NOT_OF_TIME, OF_TIME, MAKES_TIME = 0, 1, 2
_MAKING_PHRASES: Final = ("ref", "holiday", "today")
_TRIGGERS: Final = kinds_where("makes_time", "yes")
# The company's 2019 results: "'s" leads to a year.
_MARKS: Final = ".,;:!?\"“”()[]"  # signs, whatever stands beside them
_SIGNS: Final = ("dot", "comma", "hyphen", "open", "close")

# Without the full stop of "St. Patrick's Day" and the hyphen of "year-end".
_PHRASE_WORDS: Final = {word for phrase in ALL_PHRASES for word in phrase if word.isalnum()}
# "6 pm" and "FY 25": forms of letters only that the lexer knows by their shape.
_SHAPES: Final = ("am", "pm")
_LATE_CLOCK: Final = re.compile("2[1-3][0-5][0-9]")
_SHORT: Final = {*SHORT_MONTHS, *SHORT_WEEKDAYS}
_KNOWN: Final = {*PLAIN, *CAPITAL, *ALL_CAPITALS, *_SHORT, *_PHRASE_WORDS, *_SHAPES}
# Words that make a time although their kind does not: nineteen ninety-four, last season, and the
# last word of a phrase such as "the near future" or "good friday".
_MAKING: Final = {
    "nineteen",
    "season",
    "past",
    *(phrase[-1] for phrase, word in ALL_PHRASES.items() if word.kind in _MAKING_PHRASES),
    "½",
}


def weight(form: str) -> int:
    """Say how much a form speaks of time: not at all, it can stand in a time, or it makes one."""
    # Most forms are words that have nothing to do with time: one look in a set.
    bare = form.strip(_MARKS)
    if bare.isalpha():
        folded = fold(bare)
        if folded in _MAKING and bare == form:
            return MAKES_TIME
        if folded not in _KNOWN and folded not in _MAKING:
            return NOT_OF_TIME

    known = False
    lexemes = lex(form)
    # A 30-second delay; "second" alone is an ordinal more often.
    if [lexeme.kind for lexeme in lexemes[:3]] == ["small", "hyphen", "second"]:
        return MAKES_TIME

    # 2150 GMT: later than every printed year, so that nothing else says that it is a time.
    if _LATE_CLOCK.fullmatch(form):
        return MAKES_TIME

    # On the 15th.
    if lexemes and lexemes[0].kind == "nth" and lexemes[0].word[0].isdigit():
        return MAKES_TIME

    for lexeme in lexemes:
        if lexeme.kind in _TRIGGERS or lexeme.word in _MAKING:
            return MAKES_TIME
        known |= lexeme.kind not in _SIGNS or lexeme.word in _PHRASE_WORDS

    return OF_TIME if known else NOT_OF_TIME


def runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Return the first token and the one after the last of each run, none across sentences."""
    weights: npt.NDArray[Any] = tokens.feature(weight, np.int8)
    # "In the", "of last" are runs as well; only those that can make a time are worth reading.
    making = np.flatnonzero(weights == MAKES_TIME)
    if not len(making):
        return iter(())

    # A run ends where a form that cannot be of a time follows, or another sentence.
    known = weights > 0
    breaks = np.ones(len(weights), dtype=bool)
    np.not_equal(known[1:], known[:-1], out=breaks[1:])
    breaks[tokens.sentence_first[:-1]] = True
    first = np.flatnonzero(breaks)
    run = np.searchsorted(first, making, "right") - 1
    run = run[np.diff(run, prepend=-1) > 0]
    after = np.append(first, len(weights))[run + 1]
    return zip(first[run].tolist(), after.tolist(), strict=True)
