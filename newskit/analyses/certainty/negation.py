"""Negations before an expression: not certain, has not confirmed, without a clear answer."""

from __future__ import annotations

from newskit.analyses.certainty.surroundings import Surroundings
from newskit.csv_files import rule_words

_WORDS = rule_words(__package__)["not"]
# "has not yet been confirmed" reaches; "not, as they say, certain" does not.
REACH = 3
_MARKS = ".,;:!?\"'”’)"


def is_negated(around: Surroundings) -> bool:
    """Say whether a negation stands close before an expression, or in its first word."""
    if _ends_in_not(around.printed(around.first)):
        return True

    for n in range(1, REACH + 1):
        at = around.first - n
        # What a mark parts from it says nothing of it.
        if around.is_parted(at):
            return False

        is_listed = around.word(at) in _WORDS
        if is_listed or _ends_in_not(around.printed(at)):
            return True

    return False


def _ends_in_not(token: str) -> bool:
    """Say whether a token is a form such as couldn't or cannot."""
    return token.rstrip(_MARKS).replace("’", "'").lower().endswith(("n't", "cannot"))
