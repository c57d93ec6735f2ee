"""Link the sentences of two versions, in nearly linear time."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from typing import TypeAlias

from newskit.aligning.candidates import candidates
from newskit.aligning.exact import exact_pairs
from newskit.aligning.likeness import Likeness
from newskit.aligning.residual import residual_links
from newskit.aligning.same_speaker import is_other_statement
from newskit.aligning.sides import Link, Side

_ALIKE = 0.37
"""Likeness of two sentences of which one is the other, edited, wherever they stand."""
_BESIDE = 0.28
"""The same where the partner of one neighbor stands beside."""
_IN_ORDER = 0.26
"""The same in a small gap between two pairs: a sentence is edited in its place more often than it
is edited and moved."""
_GAP = 7
"""Places between two pairs; where most of a text is new, order says little."""
_BETWEEN = 0.16
"""The same where the partners of both neighbors stand beside: "It thanked him for his feedback",
"It said that his opinion was valued"."""


def align(old: Side, new: Side) -> list[Link]:
    """Return the links between the sentences of two versions, in order.

    A sentence of either may have several: it was split, or several were merged.

    >>> old = Side(["The bridge fell.", "Two people died.", "It was opened in 1969."])
    >>> new = Side(["Rain fell.", "The bridge fell.", "Nine people died on Monday."])
    >>> [(link.old, link.new, link.rule) for link in align(old, new)]
    [(0, 1, 'exact'), (1, 2, 'similar')]
    """
    partners = _Partners(exact_pairs(old, new), len(old), len(new))
    links = {(a, b): Link(a, b, 1.0, "exact") for a, b in partners.of_old.items()}
    free = partners.free()

    if any(free):
        likeness = Likeness(old, new)
        for link in _one_to_one(likeness, free, partners):
            links[link.old, link.new] = link

        for link in residual_links(likeness, links):
            links.setdefault((link.old, link.new), link)

    return sorted(links.values())


_Pass: TypeAlias = "tuple[str, float, Callable[[_Partners, int, int], bool]]"


class _Partners:
    """Pairs of sentences so far: of each sentence one partner at most."""

    def __init__(
        self,
        pairs: dict[int, int],
        n_old: int,
        n_new: int,
    ) -> None:
        self.of_old = pairs
        self._n_old, self._n_new = n_old, n_new
        self._taken = set(pairs.values())
        self._olds = sorted(pairs)

    def free(self) -> tuple[list[int], list[int]]:
        """Return the sentences of both versions that have no partner."""
        of_old = [a for a in range(self._n_old) if a not in self.of_old]
        of_new = [b for b in range(self._n_new) if b not in self._taken]
        return of_old, of_new

    def are_free(self, a: int, b: int) -> bool:
        """Say whether neither of two sentences has a partner."""
        return a not in self.of_old and b not in self._taken

    def are_beside(self, a: int, b: int) -> bool:
        """Say whether the partner of one neighbor stands beside."""
        return self._before(a, b) or self._after(a, b)

    def are_between(self, a: int, b: int) -> bool:
        """Say whether the partners of both neighbors stand beside."""
        return self._before(a, b) and self._after(a, b)

    def are_in_order(self, a: int, b: int) -> bool:
        """Say whether two sentences stand in a small gap between the same pairs."""
        at = bisect_left(self._olds, a)
        low = self._olds[at - 1] if at else -1
        high = self._olds[at] if at < len(self._olds) else self._n_old
        first = self.of_old.get(low, -1)
        last = self.of_old.get(high, self._n_new)
        is_small = max(high - low, last - first) <= _GAP
        return is_small and first < b < last

    def _before(self, a: int, b: int) -> bool:
        return self.of_old.get(a - 1) == b - 1

    def _after(self, a: int, b: int) -> bool:
        return self.of_old.get(a + 1) == b + 1

    def pair(self, a: int, b: int) -> None:
        """Make two sentences partners."""
        self.of_old[a] = b
        self._taken.add(b)
        insort(self._olds, a)


_PASSES: tuple[_Pass, ...] = (
    ("similar", _ALIKE, _Partners.are_free),
    ("context", _BESIDE, _Partners.are_beside),
    ("context", _IN_ORDER, _Partners.are_in_order),
    ("context", _BETWEEN, _Partners.are_between),
)
"""The less alike two sentences are, the more has to speak for their place."""


def _one_to_one(
    likeness: Likeness,
    free: tuple[list[int], list[int]],
    partners: _Partners,
) -> Iterator[Link]:
    """Link sentences one to one, the most alike first."""
    scored = _scored(likeness, free, partners)
    for rule, least, is_in_place in _PASSES:
        for score, a, b in scored:
            if score < least:
                break

            if not partners.are_free(a, b):
                continue

            if not is_in_place(partners, a, b):
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
