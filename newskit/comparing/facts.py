"""One thing told by several articles: numbers and times joined by the words near them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from newskit.comparing.near_words import Near, named_by, shared
from newskit.text.near_duplicates import CROWD, DisjointSets

_ENOUGH = 5
"""Points of two equal values: equal (3) and one near word, or a value that is rarely met twice."""
BY_BESIDE = {3: 4}
"""Points that two different values need, by the best of their words: one that stands beside both,
as in "41 crew" and "43 crew" of one ship."""
BY_NEAR = {3: 4, 2: 6}
"""The same for times, which stand freer: "a robot took the first pictures on August 9", "the first
pictures were taken by a robot on August 11"."""
_NEAR = 2

_ONLY = "only"
_RANKS = {"differs": 0, _ONLY: 2}
"""Order of the relations: what differs first, what one article has last, all others between."""


class Told(NamedTuple):
    """A number or a time that an article tells, with what stands near it."""

    article_id: str
    value: Any
    near: Near
    row: dict[str, Any]


class Fact(NamedTuple):
    """Numbers of the places that tell one thing, and the words that they share."""

    numbers: list[int]
    stems: dict[str, int]


IsWorth = Callable[[Any, Any], int | None]
"""Points for two values that are equal, 0 where they differ, None if they cannot be compared."""
MayDiffer = Callable[[Told, Told, Mapping[str, int]], bool]
"""Says of two different values, by the stems that both places have, whether one thing is told."""


def have_enough(stems: Mapping[str, int], points: Mapping[int, int]) -> bool:
    """Say whether shared stems have the points that the best of them asks for."""
    best = max(stems.values(), default=0)
    return sum(stems.values()) >= points.get(best, math.inf)


def facts(
    told: list[Told],
    is_worth: IsWorth,
    may_differ: MayDiffer,
) -> list[Fact]:
    """Join what several articles tell of one thing, the surest first."""
    groups = DisjointSets(len(told))
    members = {number: [number] for number in range(len(told))}
    for *_, a, b in sorted(_scored(told, is_worth, may_differ)):
        first, second = sorted((groups.first(a), groups.first(b)))
        if first == second or _clash(told, members[first], members[second]):
            continue

        groups.join(first, second)
        members[first] += members.pop(second)

    return [
        Fact(sorted(numbers), _common(told, numbers))
        for numbers in members.values()
    ]


def _scored(
    told: list[Told],
    is_worth: IsWorth,
    may_differ: MayDiffer,
) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield pairs of two articles that may be one thing, the surest of them the smallest.

    Equal values come first, then those whose words stand nearest.
    """
    for a, b in _candidates(told):
        points = is_worth(told[a].value, told[b].value)
        if points is None:
            continue

        stems = shared(told[a].near, told[b].near)
        best = max(stems.values(), default=0)
        total = points + sum(stems.values())
        if points and total >= _ENOUGH:
            yield 0, 0, -total, a, b
        if not points and may_differ(told[a], told[b], stems):
            yield 1, -best, -total, a, b


def _candidates(told: list[Told]) -> list[tuple[int, int]]:
    """Return pairs of two articles that share a near word or the value, each once."""
    holders: dict[Any, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in (*one.near.nearest(_NEAR), ("value", one.value)):
            holders[key].append(number)

    # A word that stands near everything says nothing.
    found = {
        pair
        for numbers in holders.values()
        for pair in combinations(numbers[:CROWD], 2)
    }
    return sorted(
        (a, b) for a, b in found if told[a].article_id != told[b].article_id
    )


def _clash(
    told: list[Told],
    first: list[int],
    second: list[int],
) -> bool:
    """Say whether one article would tell two values of one thing."""
    values = {(told[n].article_id, told[n].value) for n in (*first, *second)}
    return len(values) > len({article_id for article_id, _ in values})


def _common(told: list[Told], numbers: list[int]) -> dict[str, int]:
    """Return the stems that at least two articles have, with their largest shared weight."""
    found: dict[str, int] = {}
    for a, b in combinations(numbers[:CROWD], 2):
        if told[a].article_id != told[b].article_id:
            for stem, weight in shared(told[a].near, told[b].near).items():
                found[stem] = max(weight, found.get(stem, 0))

    return found


def rows_of(
    told: list[Told],
    found: list[Fact],
    relation: Callable[[list[Told]], str],
) -> Iterator[dict[str, Any]]:
    """Yield the rows fact by fact: those that differ first, those of one article last."""
    known = []
    for fact in found:
        own = [told[n] for n in fact.numbers]
        n_articles = len({one.article_id for one in own})
        how = relation(own) if n_articles > 1 else _ONLY
        known.append((how, n_articles, fact.stems, own))

    known.sort(key=lambda item: _RANKS.get(item[0], 1))
    for group, (how, n_articles, stems, own) in enumerate(known):
        shared_columns = {"group": group, "relation": how, "n_articles": n_articles}
        for one in own:
            about = named_by(one.near, stems or one.near.weights)
            yield one.row | shared_columns | {"about": about}
