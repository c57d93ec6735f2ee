"""What a cue is: the base form of its verb, and its class."""

from __future__ import annotations

from functools import lru_cache

from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs


def base_form(cue: str) -> str:
    """Return the base form of a reporting verb; anything else in lower case.

    >>> base_form("Claims"), base_form("According to")
    ('claim', 'according to')
    """
    folded = fold(cue)
    return reporting_verbs()[folded].verb if folded in reporting_verbs() else folded


@lru_cache(maxsize=5_000)
def cue_class(cue: str) -> str | None:
    """Return the class of a cue: that of its verb in the list of reporting verbs, None without one.

    >>> cue_class("claims"), cue_class("according to"), cue_class("ate")
    ('claim', 'neutral', None)
    """
    folded = fold(cue)
    if folded == "according to":
        return "neutral"
    return reporting_verbs()[folded].kind if folded in reporting_verbs() else None
