"""What adds up: for each article and item (a voice, a speaker, a word), and for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from newskit.grouping.bootstrap import weights
from newskit.grouping.groups import Groups
from newskit.grouping.values import KNOWN
from newskit.tables import TEXT
from newskit.text.arrays import Array

ALL: Final = "all "
"""Before the name of a sum: of all items of the group together."""
WITH_IT: Final = "n_articles_with"


@dataclass(frozen=True)
class Additive:
    """Sums of articles, ready to be added up by group.

    Attributes
    ----------
    items : the items, one row each; no columns where there is one item for each group
    row : for each row of `of_item` its number among the rows of the result
    article : for each row of `of_item` the number of its article
    of_item, of_article : name of a sum -> one number for each row, or for each article
    group, item : for each row of the result its group and item
    """

    groups: Groups
    items: pd.DataFrame
    row: Array
    article: Array
    of_item: Mapping[str, Array]
    of_article: Mapping[str, Array]
    group: Array
    item: Array

    def sums(self) -> dict[str, Array]:
        """Add up: one number for each row of the result."""
        n = len(self.group)
        found = {name: np.bincount(self.row, values, n) for name, values in self.of_item.items()}
        for name, values in self.of_article.items():
            found[name] = np.bincount(self.groups.code, values, len(self.groups))[self.group]
        return found

    def in_order(self, order: Array) -> Additive:
        """Return it with these rows of the result only, in this order."""
        number = np.full(len(self.group), -1)
        number[order] = np.arange(len(order))
        kept = number[self.row] >= 0
        return replace(
            self,
            row=number[self.row[kept]],
            article=self.article[kept],
            of_item={name: values[kept] for name, values in self.of_item.items()},
            group=self.group[order],
            item=self.item[order],
        )

    @cached_property
    def _members(self) -> list[Array]:
        return self.groups.members()

    def rows_of(self, group: int) -> slice:
        """Return the rows of the result that are of a group: they stand together."""
        first, last = np.searchsorted(self.group, [group, group + 1])
        return slice(int(first), int(last))

    def draws(self, group: int, rows: slice | None = None) -> dict[str, Array]:
        """Add up the draws of a group: draws by rows of the result, for each sum."""
        members = self._members[group]
        wanted = rows or self.rows_of(group)
        inside = (self.row >= wanted.start) & (self.row < wanted.stop)
        place = np.searchsorted(members, self.article[inside])
        column = self.row[inside] - wanted.start
        shape = len(members), wanted.stop - wanted.start

        parts = {name: values[members][:, None] for name, values in self.of_article.items()}
        for name, values in self.of_item.items():
            parts[name] = np.zeros(shape)
            parts[name][place, column] = values[inside]
        return _added_up(self.groups.names[group], len(members), parts)

    def n_telling(self, name: str) -> Array:
        """Count, for each row of the result, the articles in which a sum is above zero."""
        if name in self.of_item:
            return np.bincount(self.row, self.of_item[name] > 0, len(self.group))
        telling = self.of_article[name] > 0
        return np.bincount(self.groups.code, telling, len(self.groups))[self.group]


def _added_up(
    name: str,
    n: int,
    parts: Mapping[str, Array],
) -> dict[str, Array]:
    """Add up draws of n articles, of which each part has the numbers: articles by columns."""
    together = np.hstack(list(parts.values()))
    drawn = np.concatenate([often @ together for often in weights(name, n)])
    ends = np.cumsum([part.shape[1] for part in parts.values()])
    return dict(zip(parts, np.split(drawn, ends[:-1], axis=1), strict=True))


def additive(
    made: pd.DataFrame,
    groups: Groups,
    needed: Iterable[str],
) -> Additive:
    """Add rows up to one for each article: there is one row for each group."""
    article, n = groups.article_of(made), len(groups.code)
    whole = {name: np.bincount(article, cells, n) for name, cells in cells_of(made, needed)}
    of_article = {"n_words": groups.n_words, "n_articles": np.ones(n), **whole}
    rows, nothing = np.arange(len(groups)), np.zeros(0, dtype=np.int64)
    return Additive(groups, made[[]], nothing, nothing, {}, of_article, rows, 0 * rows)


def additive_items(
    made: pd.DataFrame,
    groups: Groups,
    needed: Iterable[str],
    keys: list[str],
    every: tuple[str, ...] = (),
    in_order: bool = False,
) -> Additive:
    """Add rows up to one for each article and item: there is a row for each item of a group.

    With `every`, each group has a row for each of these items, whether it is in the table or not.
    """
    items, item = _numbered(made, keys, every, in_order)
    n_items, n = max(len(items), 1), len(groups.code)
    pairs, row_of = np.unique(groups.article_of(made) * n_items + item, return_inverse=True)
    article, item = np.divmod(pairs, n_items)
    cells = dict(cells_of(made, needed))
    of_item: dict[str, Array] = {
        name: np.bincount(row_of, values, len(pairs)) for name, values in cells.items()
    }

    found, row = np.unique(groups.code[article] * n_items + item, return_inverse=True)
    if every:
        found, row = np.arange(len(groups) * n_items), found[row]
    group, item = np.divmod(found, n_items)

    of_article: dict[str, Array] = {"n_articles": np.ones(n), "n_words": groups.n_words}
    for name in needed:
        if name.startswith(ALL):
            of_article[name] = np.bincount(article, of_item[name.removeprefix(ALL)], n)
    # Where the items have words of their own, these are meant.
    of_article = {name: of for name, of in of_article.items() if name not in of_item}
    of_item[WITH_IT] = np.ones(len(pairs))
    return Additive(groups, items, row, article, of_item, of_article, group, item)


def _numbered(
    made: pd.DataFrame,
    keys: list[str],
    every: tuple[str, ...],
    in_order: bool,
) -> tuple[pd.DataFrame, Array]:
    """Return the items as they first stand, or in order, and which one each row has."""
    if every:
        items = pd.DataFrame({keys[0]: pd.Series(every, dtype=TEXT)})
        return items, pd.Index(every).get_indexer(pd.Index(made[keys[0]]))

    item = made.groupby(keys, sort=in_order, dropna=False).ngroup().to_numpy()
    _, first = np.unique(item, return_index=True)
    return made[keys].iloc[first].reset_index(drop=True), item


def cells_of(made: pd.DataFrame, needed: Iterable[str]) -> Iterator[tuple[str, Array]]:
    """Yield the columns to add up; a missing value adds nothing.

    How many are known is counted, unless it has been.
    """
    for name in needed:
        bare = name.removeprefix(KNOWN).removeprefix(ALL)
        if bare not in made.columns:
            continue
        column = made[bare].to_numpy("float64", na_value=np.nan)
        yield bare, np.nan_to_num(column)
        if name.startswith(KNOWN):
            counted = made.get(name, np.isfinite(column))
            yield name, np.asarray(counted, dtype="float64")
