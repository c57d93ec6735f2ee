"""Link the sentences of two versions, in nearly linear time."""

from __future__ import annotations

from newskit.aligning.candidates import candidates
from newskit.aligning.exact import exact_pairs
from newskit.aligning.likeness import Likeness
from newskit.aligning.residual import residual_links
from newskit.aligning.same_speaker import is_other_statement
from newskit.aligning.sides import Link, Side

_ALIKE = 0.32
"""Likeness of two sentences of which one is the other, edited."""
_BESIDE = 0.28
"""The same where the partner of one neighbor stands beside."""
_BETWEEN = 0.16
"""The same where the partners of both do: "It thanked him for his feedback", "It said that his
opinion was valued"."""

_PASSES = (("similar", _ALIKE, 0), ("context", _BESIDE, 1), ("context", _BETWEEN, 2))
"""Rule, likeness, and neighbors that have to vouch for a pair: the more, the less it is alike."""


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
        likeness = Likeness(old, new)
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
    scored = [(likeness.of(a, b), a, b) for a, b in tried if likeness.may_be_one(a, b)]
    scored = sorted((s for s in scored if s[0] >= _BETWEEN), key=lambda s: (-s[0], s[1:]))

    found: list[Link] = []
    taken = set(pairs.values())
    for rule, least, n_beside in _PASSES:
        for score, a, b in scored:
            if score < least:
                break
            if a in pairs or b in taken or _n_beside(pairs, a, b) < n_beside:
                continue
            if not is_other_statement(likeness, a, b):
                pairs[a] = b
                taken.add(b)
                found.append(Link(a, b, score, rule))
    return found


def _n_beside(pairs: dict[int, int], a: int, b: int) -> int:
    """Count the neighbors whose partner stands beside."""
    return sum(pairs.get(a + step) == b + step for step in (-1, 1))
