"""Link the sentences of two versions, in nearly linear time."""

from __future__ import annotations

from newskit.aligning.candidates import candidates
from newskit.aligning.exact import exact_pairs
from newskit.aligning.likeness import Likeness
from newskit.aligning.residual import residual_links
from newskit.aligning.sides import Link, Side

_ALIKE = 0.34
"""Likeness of two sentences of which one is the other, edited."""
_ALIKE_IN_PLACE = 0.30
"""The same where the partner of a neighbor stands beside."""


def align(old: Side, new: Side) -> list[Link]:
    """Return the links between the sentences of two versions, in order.

    A sentence of either may have several: it was split, or several were merged.

    >>> old = Side(["The bridge fell.", "Two people died.", "It was opened in 1969."])
    >>> new = Side(["Rain fell.", "The bridge fell.", "Nine people died on Monday."])
    >>> [(link.old, link.new, link.rule) for link in align(old, new)]
    [(0, 1, 'exact'), (1, 2, 'similar')]
    """
    pairs = exact_pairs(old, new)
    links = {(a, b): Link(a, b, 1.0, "exact") for a, b in pairs.items()}
    taken = set(pairs.values())
    of_old = [a for a in range(len(old)) if a not in pairs]
    of_new = [b for b in range(len(new)) if b not in taken]

    if of_old or of_new:
        likeness = Likeness(old, new, range(len(old)), range(len(new)))
        for link in _one_to_one(likeness, of_old, of_new, pairs):
            links[link.old, link.new] = link
        for link in residual_links(likeness, links):
            links.setdefault((link.old, link.new), link)
    return sorted(links.values())


def _one_to_one(
    likeness: Likeness, of_old: list[int], of_new: list[int], pairs: dict[int, int]
) -> list[Link]:
    """Link sentences one to one, the most alike first; `pairs` is filled."""
    tried = candidates(likeness.old, likeness.new, of_old, of_new, pairs)
    scored = [(likeness.of(a, b), a, b) for a, b in tried]
    scored = sorted((s for s in scored if s[0] >= _ALIKE_IN_PLACE), key=lambda s: (-s[0], s[1:]))

    found: list[Link] = []
    taken = set(pairs.values())

    def take(rule: str, least: float, is_wanted: bool) -> None:
        for score, a, b in scored:
            is_free = a not in pairs and b not in taken
            if is_free and score >= least and (is_wanted or _is_in_place(pairs, a, b)):
                pairs[a] = b
                taken.add(b)
                found.append(Link(a, b, score, rule))

    take("similar", _ALIKE, True)
    take("context", _ALIKE_IN_PLACE, False)
    return found


def _is_in_place(pairs: dict[int, int], a: int, b: int) -> bool:
    """Say whether the partner of a neighbor stands beside."""
    return any(pairs.get(a + step) == b + step for step in (-1, 1))
