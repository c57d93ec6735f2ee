"""The words of each group of articles, and of what it is held against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from newskit.comparing.word_table import WordTable, word_table
from newskit.errors import InputError, unknown_name
from newskit.inputs import as_articles
from newskit.text.arrays import Array


class WordSide(NamedTuple):
    """The words of some articles: how often each, in how many articles, and how many in all."""

    times: Array
    n_articles: Array
    total: int

    def without(self, other: WordSide) -> WordSide:
        """Return what is left when some of the articles are taken away."""
        times, n_articles = self.times - other.times, self.n_articles - other.n_articles
        return WordSide(times, n_articles, self.total - other.total)


def sides(
    table: WordTable,
    names: list[str],
    code: Array,
    reference: Any,
) -> Iterator[tuple[str, WordSide, WordSide]]:
    """Yield each group that has words, with its words and those that it is held against.

    Raises
    ------
    InputError
        If there are no words to hold a group against.
    UnknownNameError
        If `reference` is a string, but not the name of a group.
    """
    # Before the groups: it may have words of its own, and all sides number them alike.
    others = _other_articles(table, reference)
    groups = dict(zip(names, _by_group(table, code, len(names)), strict=True))
    yield from held_against(groups, _whole(table), others or reference)


def held_against(
    groups: dict[str, WordSide],
    whole: WordSide,
    reference: WordSide | str | None,
) -> Iterator[tuple[str, WordSide, WordSide]]:
    """Yield each group that has words, with its words and those that it is held against.

    `whole` has the words of all groups; the reference is the name of one, or words of others.
    """
    held = _named(groups, reference) if isinstance(reference, str) else reference
    for name, own in groups.items():
        if own is held or own.total == 0:
            continue

        against = held or whole.without(own)
        if against.total == 0:
            raise InputError(_nothing_against(name, groups))

        yield name, own, against


def _other_articles(table: WordTable, reference: Any) -> WordSide | None:
    """Return the words of another corpus, if that is the reference."""
    if reference is None or isinstance(reference, str):
        return None
    return _whole(word_table(as_articles(reference), table.number))


def _named(groups: dict[str, WordSide], name: str) -> WordSide:
    if name not in groups:
        raise unknown_name("group", name, groups)
    return groups[name]


def _by_group(
    table: WordTable,
    code: Array,
    n_groups: int,
) -> list[WordSide]:
    """Return the words of each group."""
    group = code[table.article]
    order = np.argsort(group, kind="stable")
    bounds = np.searchsorted(group[order], np.arange(1, n_groups))
    return [_side(table, rows) for rows in np.split(order, bounds)][:n_groups]


def _whole(table: WordTable) -> WordSide:
    return _side(table, np.arange(len(table.word)))


def _side(table: WordTable, rows: Array) -> WordSide:
    """Gather the rows of some articles; what they lack is 0."""
    word, n_words = table.word[rows], len(table.number)
    times = np.bincount(word, table.n[rows], minlength=n_words).astype(np.int64)
    return WordSide(times, np.bincount(word, minlength=n_words), int(times.sum()))


def _nothing_against(name: str, groups: dict[str, WordSide]) -> str:
    with_words = sum(side.total > 0 for side in groups.values())
    return (
        f"There are no words to hold the group {name!r} against: of {len(groups)} group(s) "
        f"{with_words} has words. Group by a column with several values, or give "
        "reference=other_articles."
    )
