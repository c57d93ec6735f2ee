"""Tables by group of a corpus that comes in parts: the sums of each part are added up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, Final

import numpy as np
import pandas as pd

from newskit.grouping.additive import Additive
from newskit.grouping.groups import Groups
from newskit.grouping.summary import Summary
from newskit.tables import TEXT
from newskit.text.arrays import Array

_GROUP: Final = "group "
"""The column of the numbers of groups: no other column ends in a blank."""
_MOST_ROWS: Final = 200_000  # of several parts: beyond them they are added up
_MOST_PARTS: Final = 100  # likewise: a frame of ten rows takes kilobytes


class _Pile:
    """Rows of parts; put together when there are many, so that they never grow with the parts."""

    def __init__(self, together: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
        self.put_together = together
        self.held: list[pd.DataFrame] = []
        self.n_rows, self.most = 0, _MOST_ROWS

    def add(self, rows: pd.DataFrame) -> None:
        self.held.append(rows)
        self.n_rows += len(rows)
        if self.n_rows > self.most or len(self.held) > _MOST_PARTS:
            self.held = [self.together()]
            self.n_rows = len(self.held[0])
            # As many new rows as there are: else the time grows with the square.
            self.most = 2 * self.n_rows + _MOST_ROWS

    def together(self) -> pd.DataFrame:
        return self.put_together(pd.concat(self.held, ignore_index=True))


def _each_once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return each row once, in the order in which they first stand."""
    return rows.drop_duplicates(ignore_index=True)


def _summed(rows: pd.DataFrame, keys: Sequence[str] = ()) -> pd.DataFrame:
    """Add up the rows of the same group and item."""
    grouped = rows.groupby([_GROUP, *keys], sort=False, dropna=False, as_index=False)
    return grouped.sum()


class SumsInParts:
    """Sums by group: parts are added one by one, and nothing of them is kept but these."""

    def __init__(self, summaries: Mapping[str, Summary]) -> None:
        self.summaries = dict(summaries)
        self.number: dict[tuple[str, ...], int] = {}
        self.names: list[str] = []
        self.ranks: list[dict[str, tuple[Any, ...]]] = []
        self.facts, self.languages = _Pile(_summed), _Pile(_each_once)
        self.of_group = {name: _Pile(_summed) for name in summaries}
        self.items = {name: _Pile(_each_once) for name in summaries}
        self.of_item = {
            name: _Pile(partial(_summed, keys=[column.name for column in summary.within]))
            for name, summary in summaries.items()
        }

    def add(self, groups: Groups, made: Mapping[str, pd.DataFrame]) -> None:
        """Add a part: its articles in groups, and what the tables by group are made of."""
        numbers = self._numbered(groups)
        facts = {
            "n_articles": groups.n_articles,
            "n_words": groups.total_words,
            "n_known": groups.n_known,
        }
        self.facts.add(pd.DataFrame({_GROUP: numbers, **facts}))
        stated = groups.languages
        self.languages.add(stated.assign(**{_GROUP: numbers[stated.pop("group")]}))
        for name, summary in self.summaries.items():
            self._add(name, summary.added_up(made[name], groups), numbers)

    def _add(self, name: str, summed: Additive, numbers: Array) -> None:
        code, n = summed.groups.code, len(numbers)
        whole = {name: np.bincount(code, values, n) for name, values in summed.of_article.items()}
        self.of_group[name].add(pd.DataFrame({_GROUP: numbers, **whole}))
        if not len(summed.items.columns):
            return

        self.items[name].add(summed.items)
        rows = summed.items.iloc[summed.item].reset_index(drop=True)
        sums = {
            name: np.bincount(summed.row, values, len(rows))
            for name, values in summed.of_item.items()
        }
        self.of_item[name].add(rows.assign(**{_GROUP: numbers[summed.group]}, **sums))

    def _numbered(self, groups: Groups) -> Array:
        """Return the number, among all groups, of each group of a part."""
        self.names = [str(name) for name in groups.keys.columns]
        self.ranks = self.ranks or [{} for _ in self.names]
        for known, new in zip(self.ranks, groups.ranks, strict=True):
            # "not stated" is last, unless a cell says so in other parts.
            known.update({label: min(rank, known.get(label, rank)) for label, rank in new.items()})

        labels = groups.keys.itertuples(index=False, name=None)
        numbers = [self.number.setdefault(label, len(self.number)) for label in labels]
        return np.array(numbers, dtype=np.int64)

    @cached_property
    def _order(self) -> list[tuple[str, ...]]:
        """The groups in their order."""

        def rank(labels: tuple[str, ...]) -> list[tuple[Any, ...]]:
            return [ranks[label] for ranks, label in zip(self.ranks, labels, strict=True)]

        return sorted(self.number, key=rank)

    @cached_property
    def groups(self) -> Groups:
        """The groups, of whose articles no more is known than their sums."""
        keys = pd.DataFrame(self._order, columns=self.names, dtype=TEXT)
        n = len(keys)
        facts = self._placed(self.facts.together())
        spoken = np.bincount(self._place[self.languages.together()[_GROUP]], minlength=n)
        groups = Groups(keys, np.arange(n), pd.DataFrame(index=range(n)))
        groups.__dict__.update(
            n_articles=facts["n_articles"].astype(np.int64),
            total_words=facts["n_words"],
            n_known=facts["n_known"],
            n_languages=spoken,
            n_repeated=np.zeros(n),
        )
        return groups

    @cached_property
    def _place(self) -> Array:
        """For each number of a group its place in the order."""
        place = np.empty(len(self.number), dtype=np.int64)
        place[[self.number[labels] for labels in self._order]] = np.arange(len(place))
        return place

    def _placed(self, sums: pd.DataFrame) -> dict[str, Array]:
        """Return sums of groups in the order of the groups."""
        order = np.argsort(self._place[sums[_GROUP]])
        return {name: sums[name].to_numpy()[order] for name in sums.columns if name != _GROUP}

    def table(self, name: str) -> pd.DataFrame:
        """Return a table by group."""
        summary = self.summaries[name]
        of_article = self._placed(self.of_group[name].together())
        nothing = np.zeros(0, dtype=np.int64)
        n = len(self.number)
        summed = Additive(
            groups=self.groups,
            items=pd.DataFrame(index=range(n)),
            row=nothing,
            article=nothing,
            of_item={},
            of_article=of_article,
            group=np.arange(n),
            item=np.zeros(n, dtype=np.int64),
        )
        return summary.of_sums(self._with_items(summed, name) if summary.within else summed)

    def _with_items(self, summed: Additive, name: str) -> Additive:
        """Return sums with a row for each item of each group."""
        sums = self.of_item[name].together()
        keys = [column.name for column in self.summaries[name].within]
        items = self.items[name].together()
        if self.summaries[name].in_order:
            items = items.sort_values(keys, ignore_index=True)

        # Numbered in the order in which they stand in the table.
        both = pd.concat([items, sums[keys]], ignore_index=True)
        item = both.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()[len(items) :]
        group = self._place[sums[_GROUP]]
        order = np.lexsort((item, group))
        others = [column for column in sums.columns if column not in (*keys, _GROUP)]
        return replace(
            summed,
            items=items,
            row=np.arange(len(order)),
            article=np.zeros(len(order), dtype=np.int64),
            of_item={column: sums[column].to_numpy("float64")[order] for column in others},
            group=group[order],
            item=item[order],
        )
