"""What the list "news" reads otherwise than VADER's program does: denials that reach over a clause.

Nobody likes it; they failed to win support; I do not think that it is good; and words that look
like a negation or a turn and are none: not only good but great, anything but good, all but certain.
VADER's own rules look three words back and know none of these.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.analyses.sentiment.forms import Trait, stripped
from newskit.analyses.sentiment.printed_words import PrintedWords
from newskit.csv_files import rule_words
from newskit.text.fast import Forms
from newskit.text.vocabulary import Vocabulary

Array = npt.NDArray[Any]


class Part:
    """What a form is to the rules of clauses, as bits."""

    NOBODY = 1 << 0
    FAILS = 1 << 1
    THINKS = 1 << 2
    DOUBTS = 1 << 3
    AFTER_NOT = 1 << 4
    AFTER_NO = 1 << 5
    BEFORE_BUT = 1 << 6
    OF_DOUBT = 1 << 7
    NEW_CLAUSE = 1 << 8
    # The rules name these words.
    TO = 1 << 9
    ONE = 1 << 10
    ANYTHING = 1 << 11
    NOTHING = 1 << 12
    ENDS = 1 << 13  # a comma, semicolon, colon or dash: a clause ends behind it


_WORDS = rule_words(__package__)
_BY_CLASS = (
    (Part.NOBODY, _WORDS["nobody"]),
    (Part.FAILS, _WORDS["fails"]),
    (Part.THINKS, _WORDS["thinks"]),
    (Part.DOUBTS, _WORDS["doubts"]),
    (Part.AFTER_NOT, _WORDS["after_not"]),
    (Part.AFTER_NO, _WORDS["after_no"]),
    (Part.BEFORE_BUT, _WORDS["before_but"]),
    (Part.OF_DOUBT, _WORDS["of_doubt"]),
    (Part.NEW_CLAUSE, _WORDS["new_clause"]),
    (Part.TO, ("to",)),
    (Part.ONE, ("one",)),
    (Part.ANYTHING, ("anything",)),
    (Part.NOTHING, ("nothing",)),
)
_PARTS: dict[str, int] = {}
for _bit, _listed in _BY_CLASS:
    for _word in _listed:
        _PARTS[_word] = _PARTS.get(_word, 0) | _bit
_MARKS = (",", ";", ":", "-", "\N{EN DASH}", "\N{EM DASH}")
_CLOSING = "\"')]”’»"
# Words behind a denial that it reaches: "I do not think that the new plan of the city is good".
REACH = 9
# A denied verb of thinking has its negation so many words before: "I do not really think".
NEAR = 3
DENIES = Trait.NEGATION | Trait.NO
_LOOKED_AT = Part.NOBODY | Part.FAILS | Part.THINKS | Part.DOUBTS
_LOOKED_AT |= Part.AFTER_NOT | Part.AFTER_NO | Part.ONE


def parts(form: str) -> int:
    """Return what a form is to the rules of clauses."""
    ends = form.rstrip(_CLOSING).endswith(_MARKS)
    return _PARTS.get(stripped(form).lower(), 0) | (Part.ENDS if ends else 0)


@cache
def _told_apart() -> Forms:
    return Forms.told_apart(_PARTS)


def parts_of_all(_: Vocabulary, forms: Forms) -> Array:
    """Describe many forms; of two letters the marks around are part of the word."""
    return forms.described(parts, _told_apart(), shortest=3)


class Clauses:
    """VADER's words of a batch, for the rules of clauses."""

    def __init__(self, words: PrintedWords) -> None:
        self._words = words
        described = words.tokens.vocabulary.feature(parts_of_all, np.int16, many=True)
        self._part = described.take(words.form)
        # Few words begin or belong to a denial; only those are looked at.
        self._some = np.flatnonzero(self._part & _LOOKED_AT)

    def correct(self) -> None:
        """Take from the traits what looks like a negation or a turn and is none; add what is."""
        code = self._words.code
        code[self._where(Part.NOBODY)] |= Trait.NEGATION | Trait.STEERS
        not_only = self._where(Part.AFTER_NOT)
        not_only = not_only[self._has(not_only, -1, Trait.NEGATION)]
        code[not_only - 1] &= ~Trait.NEGATION

        no_doubt = self._where(Part.AFTER_NO)
        no_doubt = no_doubt[self._has(no_doubt, -1, Trait.NO)]
        for place in (no_doubt - 1, no_doubt):
            code[place] &= ~(DENIES | Trait.LISTED)
        self._part[no_doubt] &= ~Part.DOUBTS
        self._correct_but(not_only)
        self._correct_failures()

    def _correct_but(self, not_only: Array) -> None:
        """Find the "but" of "all but", "anything but" and "not only ... but"."""
        code, home = self._words.code, self._words.home
        buts = np.flatnonzero(code & Trait.BUT)
        after = self._is(buts, -1, Part.BEFORE_BUT) & ~self._is(buts, -1, Part.ENDS)
        code[buts[after | np.isin(home(buts), home(not_only))]] &= ~Trait.BUT
        code[buts[after & self._is(buts, -1, Part.NOTHING)] - 1] &= ~Trait.NEGATION
        code[buts[after & self._is(buts, -1, Part.ANYTHING)]] |= Trait.NEGATION | Trait.STEERS

    def _correct_failures(self) -> None:
        """Find "did not fail to win": nothing failed there, and nothing is denied."""
        fails = self._where(Part.FAILS)
        fails = fails[self._is(fails, 1, Part.TO)]
        for back in range(1, NEAR + 1):
            found = fails[self._has(fails, -back, DENIES)]
            self._words.code[found - back] &= ~DENIES
            self._words.code[found] &= ~Trait.LISTED
            self._part[found] &= ~Part.FAILS

    def denied(self, at: Array, valence: Array) -> Array:
        """Say which of the listed words `at` a denial reaches over their clause."""
        # What failed is turned only if it is good: that a war was not prevented is bad.
        reached = self._behind(self._denials(), at)
        found: Array = reached | (self._behind(self._failures(), at) & (valence > 0))
        return found

    def _denials(self) -> Array:
        """Find the words from which on a clause is denied."""
        one, thinks, doubts = map(self._where, (Part.ONE, Part.THINKS, Part.DOUBTS))
        of_something = self._is(doubts, 1, Part.OF_DOUBT)
        found = (
            self._where(Part.NOBODY),
            one[self._has(one, -1, Trait.NO)],
            thinks[self._is_denied(thinks)],
            doubts[of_something & ~self._is_denied(doubts)],
        )
        return np.concatenate(found)

    def _failures(self) -> Array:
        """Find "failed to"."""
        fails = self._where(Part.FAILS)
        return fails[self._is(fails, 1, Part.TO)]

    def _behind(self, begins: Array, at: Array) -> Array:
        """Say which of the words `at` stand behind one of some words in its clause."""
        inside = np.zeros(len(self._part), dtype=bool)
        place, end = begins, self._words.first[self._words.home(begins) + 1]
        for step in range(REACH):
            place, end = place + 1, end
            open_ = place < end
            place, end = place[open_], end[open_]
            # A clause ends before "because", unless that is what is doubted, and behind a comma.
            if step:
                on = (self._part[place] & Part.NEW_CLAUSE) == 0
                place, end = place[on], end[on]
            inside[place] = True
            on = (self._part[place] & Part.ENDS) == 0
            place, end = place[on], end[on]
        found: Array = inside[at]
        return found

    def _where(self, bit: int) -> Array:
        """Return the numbers of the words that are something to these rules."""
        found: Array = self._some[(self._part[self._some] & bit) > 0]
        return found

    def _is(self, at: Array, step: int, bit: int) -> Array:
        return self._words.beside(at, step, self._part, bit)

    def _has(self, at: Array, step: int, trait: int) -> Array:
        return self._words.beside(at, step, self._words.code, trait)

    def _is_denied(self, at: Array) -> Array:
        """Say which words have a negation shortly before them."""
        steps = [self._has(at, -back, DENIES) for back in range(1, NEAR + 1)]
        found: Array = np.logical_or.reduce(steps)
        return found
