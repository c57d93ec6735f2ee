"""Splits and mergers: a sentence that explains words which its neighbor's partner left over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newskit.aligning.candidates import NEAR
from newskit.aligning.likeness import Likeness
from newskit.aligning.sides import Link, Side

_LEAST = ((0.54, 0.15), (0.40, 0.30))
"""Shares that a part must explain: of itself, and of the whole that left words over."""
_NOTHING = 0.0, -1
"""Share of a part, and its whole."""
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
    linked = {part for part, *_ in view.links}
    partner = {
        part: whole
        for part, whole, rule in view.links
        if rule != "exact"
    }
    for part in range(len(view.parts)):
        if part in linked:
            continue

        best = _NOTHING
        for other in range(part - NEAR, part + NEAR + 1):
            if other in partner and _are_alike(view, part, other):
                share = _explained(likeness, view, part, other, partner)
                best = max(best, (share, partner[other]))

        if best[0] > 0:
            yield part, best[1], best[0]


def _are_alike(view: _View, part: int, other: int) -> bool:
    """Say whether two sentences are both of the text, or both notes about it."""
    return (part in view.parts.apart) == (other in view.parts.apart)


def _explained(
    likeness: Likeness,
    view: _View,
    part: int,
    other: int,
    partner: Mapping[int, int],
) -> float:
    """Return what share of a part is told by what the partner of another has beyond it.

    It is nothing, where that is not enough.
    """
    own = view.parts.stems(part)
    whole = view.wholes.stems(partner[other])
    left = whole - view.parts.stems(other)
    common = likeness.sum(own & left)

    of_part = common / (likeness.sum(own) or 1.0)
    of_whole = common / (likeness.sum(whole) or 1.0)
    for least, least_of_whole in _LEAST:
        if of_part >= least and of_whole >= least_of_whole:
            return of_part

    return 0.0
