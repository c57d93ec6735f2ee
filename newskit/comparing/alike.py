"""Texts of several articles that are the same: whole, in part, or with other words in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from newskit.comparing.altered import Wording, changes, holds, in_one_line, n_kept, wording
from newskit.text.near_duplicates import DisjointSets, Shingles, candidate_pairs, shingles

SAME, PART, ALTERED, ONLY = "same", "part", "altered", "only"
_LEAST_PART = 3
"""Words that a part has: two, such as "the price", stand in many quotations."""


class Piled(NamedTuple):
    """A text, its article, and what it is compared by."""

    article_id: str
    wording: Wording


class Pile(NamedTuple):
    """Texts that are one, by their number; the base is the longest, the others are held to it."""

    numbers: list[int]
    base: int
    relation: str


IsAltered = Callable[[int, int, float], bool]
"""Says of two texts and the share of words of the shorter one that both have whether one is the
other with changes."""


def piles(
    rows: list[Piled],
    run: int,
    is_altered: IsAltered,
) -> list[Pile]:
    """Lay texts upon each other that share `run` words in a row; each is in one pile."""
    groups = DisjointSets(len(rows))
    for a, b in _candidates(rows, run):
        if _are_one(rows, a, b, is_altered):
            groups.join(a, b)

    together: dict[int, list[int]] = defaultdict(list)
    for number in range(len(rows)):
        together[groups.first(number)].append(number)

    return [_pile(rows, numbers) for numbers in together.values()]


def piled(article_id: str, text: str) -> Piled:
    """Make a text ready to be compared."""
    return Piled(article_id, wording(text))


def _candidates(rows: list[Piled], run: int) -> Iterator[tuple[int, int]]:
    """Yield pairs that share a run of words, or all of them."""
    runs = [_runs(row.wording, run) for row in rows]
    return candidate_pairs(runs, sketch=None)


def _runs(words: Wording, run: int) -> Shingles:
    # Shorter ones are one run; a single word is not worth a search.
    return shingles(" ".join(words.keys), run)


def _are_one(
    rows: list[Piled],
    a: int,
    b: int,
    is_altered: IsAltered,
) -> bool:
    one, other = rows[a].wording, rows[b].wording
    if one.keys == other.keys:
        return True

    shorter, longer = sorted((one, other), key=lambda words: len(words.keys))
    n = len(shorter.keys)
    if n >= _LEAST_PART and holds(longer, shorter):
        return True
    return is_altered(a, b, n_kept(shorter, longer) / n)


def _pile(rows: list[Piled], numbers: list[int]) -> Pile:
    base = max(numbers, key=lambda number: (len(rows[number].wording.keys), -number))
    by_article: dict[str, list[Wording]] = defaultdict(list)
    for number in numbers:
        by_article[rows[number].article_id].append(rows[number].wording)

    return Pile(numbers, base, _relation(rows[base].wording, by_article))


def _relation(base: Wording, by_article: dict[str, list[Wording]]) -> str:
    """Say how the articles of a pile differ."""
    if len(by_article) == 1:
        return ONLY

    # “The bell rang,” she said, “and no one spoke”: two texts, and nothing is left out.
    if all(_is_whole(base, own) for own in by_article.values()):
        return SAME

    texts = chain.from_iterable(by_article.values())
    return PART if all(holds(base, words) for words in texts) else ALTERED


def _is_whole(base: Wording, own: list[Wording]) -> bool:
    """Say whether an article has all words of the base, in one text or one after another."""
    joined = list(chain.from_iterable(words.keys for words in own))
    return joined == base.keys or any(words.keys == base.keys for words in own)


def rows_of(
    found: list[Pile],
    rows: list[dict[str, Any]],
    texts: list[Piled],
) -> Iterator[dict[str, Any]]:
    """Yield the rows pile by pile, those of several articles first, with what was changed."""
    found = sorted(found, key=lambda pile: pile.relation == ONLY)
    for group, pile in enumerate(found):
        base = texts[pile.base].wording
        n_articles = len({texts[n].article_id for n in pile.numbers})
        shared = {"group": group, "relation": pile.relation, "n_articles": n_articles}
        for n in pile.numbers:
            line = (
                in_one_line(changes(base, texts[n].wording))
                if n != pile.base
                else None
            )
            yield rows[n] | shared | {"changes": line}
