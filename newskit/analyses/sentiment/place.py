"""A sentence in tokens, and where the target stands in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.analyses.sentiment.forms import NEGATIONS

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\xa0": " "})
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|['&.-](?=[^\W_]))*|[,;:()\"!?—-]")
BREAKS = frozenset([*",;:()—", *"but while although because whereas who which though after when that".split()])


class Place(NamedTuple):
    """A sentence in tokens, and where the target stands in it: tokens [first, last)."""

    printed: list[str]
    low: list[str]
    starts: list[int]
    first: int
    last: int
    named: list[bool]
    quoted: list[bool]
    clause: tuple[int, int]


def place_of(sentence: str, start: int, end: int) -> Place:
    """Cut a sentence into tokens round the target sentence[start:end]."""
    found = list(_TOKEN.finditer(sentence.translate(_PLAIN)))
    printed = [m.group() for m in found]
    low = [word.lower() for word in printed]
    first = next((i for i, m in enumerate(found) if m.end() > start), len(found))
    last = first
    while last < len(found) and found[last].start() < end:
        last += 1
    opening = next((i for i, word in enumerate(low) if word[0].isalnum()), 0)
    named = [word != word.lower() and i != opening and word != "I" for i, word in enumerate(printed)]
    if sum(named) > 0.7 * len(named):
        named = [False] * len(named)
    quoted, inside = [], False
    for word in printed:
        inside ^= word == '"'
        quoted.append(inside)
    left, right = first, last
    while left > 0 and low[left - 1] not in BREAKS:
        left -= 1
    while right < len(low) and low[right] not in BREAKS:
        right += 1
    return Place(printed, low, [m.start() for m in found], first, last, named, quoted, (left, right))


def negated(low: list[str], i: int) -> bool:
    """Say whether a negation stands up to three tokens before one."""
    return any(word in NEGATIONS or word.endswith("n't") for word in low[max(0, i - 3) : i])


def side_of(place: Place, i: int) -> tuple[str, int]:
    """Return on which side of the target a token stands, and how many tokens away."""
    return ("left", place.first - i) if i < place.first else ("right", i - place.last + 1)


def band(distance: int) -> str:
    """Return the name of a distance, coarser the farther."""
    return next((name for end, name in ((1, "1"), (3, "2-3"), (6, "4-6"), (12, "7-12")) if distance <= end), "13+")


def to_other_names(place: Place) -> list[int]:
    """Return for each token how many tokens away the nearest word of another name is."""
    n = len(place.low)
    other = [named and not place.first <= i < place.last for i, named in enumerate(place.named)]
    out, left, right = [n] * n, n, n
    for i in range(n):
        left = 0 if other[i] else left + 1
        out[i] = min(out[i], left)
    for i in reversed(range(n)):
        right = 0 if other[i] else right + 1
        out[i] = min(out[i], right)
    return out
