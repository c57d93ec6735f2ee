"""Link the sentences of two versions, in nearly linear time."""

from __future__ import annotations

from collections.abc import Iterator

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

_PASSES = (
    ("similar", _ALIKE, 0),
    ("context", _BESIDE, 1),
    ("context", _BETWEEN, 2),
)
"""Rule, likeness, and neighbors that have to vouch for a pair: the more, the less it is alike."""


def align(old: Side, new: Side) -> list[Link]:
    """Return the links between the sentences of two versions, in order.

    A sentence of either may have several: it was split, or several were merged.

    >>> old = Side(["The bridge fell.", "Two people died.", "It was opened in 1969."])
    >>> new = Side(["Rain fell.", "The bridge fell.", "Nine people died on Monday."])
    >>> [(link.old, link.new, link.rule) for link in align(old, new)]
    [(0, 1, 'exact'), (1, 2, 'similar')]
    """
    partners = _Partners(exact_pairs(old, new))
    links = {
        (a, b): Link(a, b, 1.0, "exact")
        for a, b in partners.of_old.items()
    }
    free = partners.free(len(old), len(new))

    if any(free):
        likeness = Likeness(old, new)
        for link in _one_to_one(likeness, free, partners):
            links[link.old, link.new] = link
        for link in residual_links(likeness, links):
            links.setdefault((link.old, link.new), link)
    return sorted(links.values())


class _Partners:
    """Pairs of sentences so far: of each sentence one partner at most."""

    def __init__(self, pairs: dict[int, int]) -> None:
        self.of_old = pairs
        self._new = set(pairs.values())

    def free(
        self, n_old: int, n_new: int
    ) -> tuple[list[int], list[int]]:
        """Return the sentences of both versions that have no partner."""
        of_old = [a for a in range(n_old) if a not in self.of_old]
        of_new = [b for b in range(n_new) if b not in self._new]
        return of_old, of_new

    def are_free(self, a: int, b: int) -> bool:
        """Say whether neither of two sentences has a partner."""
        return a not in self.of_old and b not in self._new

    def n_beside(self, a: int, b: int) -> int:
        """Count the neighbors whose partner stands beside."""
        before = self.of_old.get(a - 1) == b - 1
        after = self.of_old.get(a + 1) == b + 1
        return before + after

    def pair(self, a: int, b: int) -> None:
        """Make two sentences partners."""
        self.of_old[a] = b
        self._new.add(b)


def _one_to_one(
    likeness: Likeness,
    free: tuple[list[int], list[int]],
    partners: _Partners,
) -> Iterator[Link]:
    """Link sentences one to one, the most alike first."""
    scored = _scored(likeness, free, partners)
    for rule, least, n_beside in _PASSES:
        for score, a, b in scored:
            if score < least:
                break

            is_vouched_for = partners.n_beside(a, b) >= n_beside
            if not partners.are_free(a, b) or not is_vouched_for:
                continue

            if not is_other_statement(likeness, a, b):
                partners.pair(a, b)
                yield Link(a, b, score, rule)


def _scored(
    likeness: Likeness,
    free: tuple[list[int], list[int]],
    partners: _Partners,
) -> list[tuple[float, int, int]]:
    """Return pairs of sentences and how alike they are, the most alike first."""
    sides = likeness.old, likeness.new
    tried = candidates(*sides, *free, partners.of_old)
    scored = [
        (likeness.of(a, b), a, b)
        for a, b in tried
        if likeness.may_be_one(a, b)
    ]
    enough = (one for one in scored if one[0] >= _BETWEEN)
    return sorted(enough, key=lambda one: (-one[0], one[1:]))
