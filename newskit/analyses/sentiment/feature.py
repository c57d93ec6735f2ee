"""One feature of a target: what the model of sentiment_toward gives a weight to."""

from __future__ import annotations

from typing import NamedTuple

# What a name is called in a feature: who it is must not count.
NAME = "<name>"


class Feature(NamedTuple):
    """One feature: its name, its value, and the number of the token it is from (-1: none)."""

    name: str
    value: float
    token: int = -1


def signed(lexicon: str, value: float) -> str:
    """Return a lexicon with the sign of a valence, as names of features have it.

    >>> signed("vader", 1.9)
    'vader+'
    """
    sign = "+" if value > 0 else "\N{MINUS SIGN}"
    return lexicon + sign
