"""Splits and mergers: a sentence that explains words which its neighbor's partner left over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newskit.aligning.candidates import NEAR
from newskit.aligning.likeness import Likeness
from newskit.aligning.sides import Link, Side

_LEAST = ((0.54, 0.15), (0.40, 0.30))
"""Shares that a part must explain: of itself, and of the whole that left words over."""
_Links = Mapping[tuple[int, int], Link]


class _View(NamedTuple):
    """Links seen from one side: sentences of `parts` join sentences of `wholes`."""

    parts: Side
    wholes: Side
    links: list[tuple[int, int, str]]
    """Part, whole, rule."""


def residual_links(likeness: Likeness, links: _Links) -> Iterator[Link]:
    """Yield links of sentences that have none to a sentence that has one."""
    split = [(link.new, link.old, link.rule) for link in links.values()]
    for b, a, share in _joined(likeness, _View(likeness.new, likeness.old, split)):
        yield Link(a, b, share, "residual")

    merged = [(link.old, link.new, link.rule) for link in links.values()]
    for a, b, share in _joined(likeness, _View(likeness.old, likeness.new, merged)):
        yield Link(a, b, share, "residual")


def _joined(likeness: Likeness, view: _View) -> Iterator[tuple[int, int, float]]:
    """Yield part, whole and the share of the part that the whole explains."""
    partner = {part: whole for part, whole, rule in view.links if rule != "exact"}
    linked = {part for part, *_ in view.links}
    for part in range(len(view.parts)):
        if part in linked:
            continue
        is_apart = part in view.parts.apart
        places = range(part - NEAR, part + NEAR + 1)
        wholes = {
            partner[place]: place
            for place in places
            if place in partner and (place in view.parts.apart) == is_apart
        }
        best = max(
            (_explained(likeness, view, part, whole, other) for whole, other in wholes.items()),
            default=None,
        )
        if best and best[0] > 0:
            yield part, best[1], best[0]


def _explained(
    likeness: Likeness, view: _View, part: int, whole: int, other: int
) -> tuple[float, int]:
    """Return what share of a part is told by what its whole has beyond the other part."""
    own = view.parts.stems(part)
    left = view.wholes.stems(whole) - view.parts.stems(other)
    common = likeness.sum(own & left)
    of_part = common / (likeness.sum(own) or 1.0)
    of_whole = common / (likeness.sum(view.wholes.stems(whole)) or 1.0)
    is_enough = any(of_part >= least and of_whole >= rest for least, rest in _LEAST)
    return (of_part if is_enough else 0.0), whole
