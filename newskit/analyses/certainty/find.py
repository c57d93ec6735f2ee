"""Find the expressions of the word list in a batch, and what stands around each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from newskit.analyses.certainty.contexts import holds
from newskit.analyses.certainty.expressions import (
    ALONE,
    FIRST,
    SECOND,
    Expression,
    expressions,
    role,
)
from newskit.analyses.certainty.negation import is_negated
from newskit.analyses.certainty.surroundings import Surroundings
from newskit.text.forms import word
from newskit.text.tokens import Tokens

# Where every word may have a capital.
TITLES = ("headline",)


class Found(NamedTuple):
    """An expression where it stands: its first and last token, and whether it is negated."""

    first: int
    last: int
    expression: Expression
    negated: bool

    @property
    def kind(self) -> str:
        """Its kind; what is not certain is hedged."""
        turned = self.negated and self.expression.kind == "booster"
        return "hedge" if turned else self.expression.kind


def find(tokens: Tokens, field: str) -> Iterator[Found]:
    """Find the expressions of one field of a batch, in order."""
    done = -1
    for at in _candidates(tokens):
        # "no doubt": the doubt is part of it.
        if at <= done:
            continue

        found = _longest(tokens, at, field in TITLES)
        if found:
            done = found.last
            yield found


def _candidates(tokens: Tokens) -> list[int]:
    """Return the tokens that may begin an expression: of "in fact" the "in" before a "fact"."""
    roles = tokens.feature(role, np.uint8)
    next_role = np.append(roles[1:], 0)
    begins = (roles & ALONE > 0) | ((roles & FIRST > 0) & (next_role & SECOND > 0))
    return np.flatnonzero(begins).tolist()


def _longest(
    tokens: Tokens,
    at: int,
    is_title: bool,
) -> Found | None:
    """Return the longest expression that begins with a token and stands in its context."""
    number = int(tokens.sentence[at])
    begin, end = map(int, tokens.sentence_first[number : number + 2])
    alone = Surroundings(tokens, begin, end, at, at, is_title)
    for expression in expressions()[alone.word(at)]:
        last = at + len(expression.words) - 1
        if alone.words_to(last) != expression.words:
            continue

        around = replace(alone, last=last)
        if holds(expression.context, around):
            return Found(at, around.last, expression, is_negated(around))

    return None


def span(tokens: Tokens, found: Found) -> tuple[int, int]:
    """Return where an expression stands in its text, without the marks around it."""
    first, last = (word(tokens.vocabulary.forms[int(tokens.form[at])]) for at in found[:2])
    begin, end = int(tokens.start[found.first]), int(tokens.start[found.last])
    return begin + (first.start if first else 0), end + (last.end if last else 0)
