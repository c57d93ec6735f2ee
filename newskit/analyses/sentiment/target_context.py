"""A sentence in tokens, and where a target stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from operator import xor
from typing import NamedTuple

from newskit.analyses.sentiment.forms import NEGATIONS, TYPOGRAPHIC
from newskit.csv_files import rule_words

# toward.csv was fitted with these marks read as plain ones. The long dash is not among them: it
# ends a clause.
_PLAIN = str.maketrans({mark: TYPOGRAPHIC[mark] for mark in "’‘“”–"})
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|['&.-](?=[^\W_]))*|[,;:()\"!?—-]")
CLAUSE_BREAKS = rule_words(__package__)["clause_break"] | set(",;:()—")

# A larger share of capitals: a headline in title case, where they tell nothing.
MOSTLY_NAMES = 0.7
NEGATION_WINDOW = 3  # tokens: "did not really help"
# Names of distances, coarser the farther: up to so many tokens.
_BANDS = ((1, "1"), (3, "2-3"), (6, "4-6"), (12, "7-12"))
_FARTHEST = "13+"


class TargetContext(NamedTuple):
    """A sentence in tokens, and where the target stands in it: tokens [first, last)."""

    printed: list[str]
    low: list[str]  # in small letters
    first: int
    last: int
    named: list[bool]  # begins with a capital inside the sentence
    quoted: list[bool]
    clause: tuple[int, int]  # the target's: tokens [begin, end)

    @property
    def is_quoted(self) -> bool:
        """Return whether the target stands inside quotation marks."""
        return self.first < len(self.quoted) and self.quoted[self.first]

    def is_target(self, i: int) -> bool:
        """Return whether a token is part of the target."""
        return self.first <= i < self.last

    def beside_target(self) -> Iterator[int]:
        """Return the tokens that are not part of the target."""
        return chain(range(self.first), range(self.last, len(self.low)))

    def in_clause(self, i: int) -> bool:
        """Return whether a token is in the clause of the target."""
        return self.clause[0] <= i < self.clause[1]

    def is_negated(self, i: int) -> bool:
        """Return whether a negation stands up to three tokens before one."""
        before = self.low[max(0, i - NEGATION_WINDOW) : i]
        return any(word in NEGATIONS or word.endswith("n't") for word in before)

    def side_of(self, i: int) -> tuple[str, int]:
        """Return on which side of the target a token stands, and how many tokens away."""
        if i < self.first:
            return "left", self.first - i
        return "right", i - self.last + 1

    def to_other_names(self) -> list[int]:
        """Return for each token how many tokens away the nearest word of another name is.

        As many as the sentence has tokens, where there is no other name.
        """
        n = len(self.low)
        other = [named and not self.is_target(i) for i, named in enumerate(self.named)]
        before = _since_last(other, n)
        after = reversed(_since_last(reversed(other), n))
        return [min(n, left, right) for left, right in zip(before, after, strict=True)]


def context_of(sentence: str, start: int, end: int) -> TargetContext:
    """Cut a sentence into tokens round the target sentence[start:end]."""
    found = list(_TOKEN.finditer(sentence.translate(_PLAIN)))
    printed = [m.group() for m in found]
    low = [word.lower() for word in printed]

    first = sum(m.end() <= start for m in found)
    last = max(first, sum(m.start() < end for m in found))
    # An odd one opens, an even one closes.
    marks = (word == '"' for word in printed)
    return TargetContext(
        printed,
        low,
        first,
        last,
        _named(printed, low),
        list(accumulate(marks, xor)),
        _clause(low, first, last),
    )


def _named(printed: list[str], low: list[str]) -> list[bool]:
    """Say which tokens are taken for names: those with a capital, but the first word and "I"."""
    opening = next((i for i, word in enumerate(low) if word[0].isalnum()), 0)
    named = [word != plain and word != "I" for word, plain in zip(printed, low, strict=True)]
    if named:
        named[opening] = False
    if sum(named) > MOSTLY_NAMES * len(named):
        return [False] * len(named)
    return named


def _clause(low: list[str], first: int, last: int) -> tuple[int, int]:
    """Return the tokens round the target up to the next that ends a clause."""
    while first > 0 and low[first - 1] not in CLAUSE_BREAKS:
        first -= 1
    while last < len(low) and low[last] not in CLAUSE_BREAKS:
        last += 1
    return first, last


def band(distance: int) -> str:
    """Return the name of a distance."""
    return next((name for farthest, name in _BANDS if distance <= farthest), _FARTHEST)


def _since_last(marked: Iterable[bool], start: int) -> list[int]:
    """Return how many steps ago the last marked one was, from `start` on when there was none."""
    away, out = start, []
    for is_marked in marked:
        away = 0 if is_marked else away + 1
        out.append(away)
    return out
