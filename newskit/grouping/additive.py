"""What adds up: for each article and item (a voice, a speaker, a word), and for each article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
        found = {
            name: np.bincount(self.row, values, n) for name, values in self.of_item.items()
        }
        for name, values in self.of_article.items():
            found[name] = np.bincount(self.groups.code, values, len(self.groups))[self.group]
        return found

    @cached_property
    def _members(self) -> list[Array]:
        return self.groups.members()

    def rows_of(self, group: int) -> slice:
        """Return the rows of the result that are of a group: they stand together."""
        first, last = np.searchsorted(self.group, [group, group + 1])
        return slice(int(first), int(last))

    def draws(self, group: int) -> dict[str, Array]:
        """Add up the draws of a group: draws by rows of the result, for each sum."""
        members = self._members[group]
        rows = self.rows_of(group)
        inside = np.flatnonzero((self.row >= rows.start) & (self.row < rows.stop))
        inside = inside[np.argsort(self.row[inside], kind="stable")]
        place = np.searchsorted(members, self.article[inside])
        first = np.searchsorted(self.row[inside], np.arange(rows.start, rows.stop))

        parts: dict[str, list[Array]] = {name: [] for name in (*self.of_article, *self.of_item)}
        whole = np.array([values[members] for values in self.of_article.values()]).T
        for drawn in weights(self.groups.names[group], len(members)):
            often = drawn[:, place]
            for name, values in self.of_item.items():
                parts[name].append(_added(often * values[inside], first))
            for name, column in zip(self.of_article, (drawn @ whole).T, strict=True):
                parts[name].append(column[:, None])
        return {name: np.concatenate(found) for name, found in parts.items()}

    def n_telling(self, name: str) -> Array:
        """Count, for each row of the result, the articles in which a sum is above zero."""
        if name in self.of_item:
            return np.bincount(self.row, self.of_item[name] > 0, len(self.group))
        telling = self.of_article[name] > 0
        return np.bincount(self.groups.code, telling, len(self.groups))[self.group]


def additive(
    made: pd.DataFrame,
    groups: Groups,
    within: Iterable[str],
    needed: Iterable[str],
    every: tuple[str, ...] = (),
) -> Additive:
    """Add rows up to one for each article and item, and number the rows of the result.

    With `every`, each group has a row for each of these items, whether it is in the table or not.
    """
    keys = list(within)
    article = groups.article_of(made)
    items = made[keys].drop_duplicates(ignore_index=True)
    item = _numbers(made, keys)
    if every:
        items = pd.DataFrame({keys[0]: pd.Series(every, dtype=TEXT)})
        item = pd.Index(every).get_indexer(pd.Index(made[keys[0]]))

    pairs, row_of = np.unique(article * max(len(items), 1) + item, return_inverse=True)
    article, item = np.divmod(pairs, max(len(items), 1))
    columns = _columns(made, needed)
    values: dict[str, Array] = {
        name: np.bincount(row_of, column, len(pairs)) for name, column in columns.items()
    }

    n_articles = len(groups.code)
    of_article: dict[str, Array] = {"n_articles": np.ones(n_articles)}
    if not keys:
        whole = {name: np.bincount(article, column, n_articles) for name, column in values.items()}
        rows = np.arange(len(groups))
        nothing = np.zeros(0, dtype=np.int64)
        of_article = {"n_words": groups.n_words, **of_article, **whole}
        return Additive(groups, items, nothing, nothing, {}, of_article, rows, 0 * rows)

    for name in needed:
        if name.startswith(ALL):
            part = values[name.removeprefix(ALL)]
            of_article[name] = np.bincount(article, part, n_articles)
    row = groups.code[article] * max(len(items), 1) + item
    if every:
        found = np.arange(len(groups) * len(items))
    else:
        found, row = np.unique(row, return_inverse=True)
    group, item = np.divmod(found, max(len(items), 1))
    if "n_words" not in values:
        of_article["n_words"] = groups.n_words
    values[WITH_IT] = np.ones(len(pairs))
    return Additive(groups, items, row, article, values, of_article, group, item)


def _added(values: Array, first: Array) -> Array:
    """Add up columns, from each first one to the next; no columns are 0."""
    sums = np.zeros((len(values), len(first)))
    filled = np.flatnonzero(np.diff(first, append=values.shape[1]) > 0)
    if len(filled):
        sums[:, filled] = np.add.reduceat(values, first[filled], axis=1)
    return sums


def _numbers(made: pd.DataFrame, keys: list[str]) -> Array:
    """Give the items numbers, in the order in which they first stand in the table."""
    if not keys:
        return np.zeros(len(made), dtype=np.int64)
    return made.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()


def _columns(made: pd.DataFrame, needed: Iterable[str]) -> dict[str, Array]:
    """Return the columns to add up; a missing value adds nothing."""
    found: dict[str, Array] = {}
    for name in needed:
        bare = name.removeprefix(KNOWN).removeprefix(ALL)
        if bare in made.columns:
            column = made[bare].to_numpy("float64", na_value=np.nan)
            found[bare] = np.nan_to_num(column)
            if name.startswith(KNOWN):
                found[name] = np.isfinite(column).astype("float64")
    return found
