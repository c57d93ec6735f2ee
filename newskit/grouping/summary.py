"""A table by group: sums, what is scored on them, intervals, and what speaks against them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from newskit.errors import InputError
from newskit.grouping.additive import Additive, additive, additive_items, cells_of
from newskit.grouping.bootstrap import bounds
from newskit.grouping.caveats import CAVEATS as CODES
from newskit.grouping.caveats import caveats_of
from newskit.grouping.columns import GROUP
from newskit.grouping.groups import Groups, groups_of, groups_of_table
from newskit.grouping.keys import By
from newskit.grouping.values import GroupValue
from newskit.tables import FLOAT, N_WORDS, STRING, TEXT, WHOLE, Column, Grouped, conform
from newskit.text.arrays import Array

N_ARTICLES: Final = Column("n_articles", WHOLE, "articles", "articles of the group")
CAVEATS: Final = Column(
    "caveats",
    STRING,
    "codes",
    f"what speaks against the numbers, codes separated by '; ': {', '.join(CODES)}; NA if nothing "
    "is known against them",
)
RANK: Final = Column("rank", WHOLE, "number", "place in the group, from 1: the largest first")
ROWS_AT_ONCE: Final = 500  # of the result: 4 MB for each number
Scores = Callable[[Mapping[str, Array]], Mapping[str, Array]]


def _as_it_is(table: pd.DataFrame) -> pd.DataFrame:
    return table


@dataclass(frozen=True)
class Summary:
    """How a table becomes one row per group.

    Attributes
    ----------
    values : the numbers of a group
    sums : makes of the table its additive columns, beside `article_id` and the columns of `within`
    within : what a group is split into: voices, speakers, words
    every : what each group has a row of, even where the table has none: both voices
    score : computes the values that are `scored`, from sums
    needs : the sums that `score` reads
    in_order : whether the items of a group stand in their own order, not in that of the table
    largest : the column by which the items of a group are put in order, the largest first
    caveats : what speaks against the scores, from the sums of the groups
    """

    values: tuple[GroupValue, ...]
    sums: Callable[[pd.DataFrame], pd.DataFrame] = _as_it_is
    within: tuple[Column, ...] = ()
    every: tuple[str, ...] = ()
    score: Scores | None = None
    needs: tuple[str, ...] = ()
    in_order: bool = False
    largest: str = ""
    caveats: Callable[[pd.DataFrame], pd.Series] | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the table by group, behind the keys of the groups."""
        stated = {value.column.name for value in self.values}
        shared = [c for c in (N_ARTICLES, N_WORDS) if c.name not in stated]
        within = (column._replace(key=True) for column in self.within)
        rank = (RANK,) if self.largest else ()
        return (*rank, *within, *shared, *(v.column for v in self.values), CAVEATS)

    @property
    def estimates(self) -> list[GroupValue]:
        """The values that have an interval."""
        return [value for value in self.values if value.is_estimate]

    def __call__(
        self,
        table: pd.DataFrame,
        by: Groups,
        interval: bool = False,
        most: int | None = None,
    ) -> pd.DataFrame:
        """Return the table by group; with `most`, so many items of each group."""
        return self.of_sums(self.added_up(table, by), interval, most)

    def of_sums(
        self,
        summed: Additive,
        interval: bool = False,
        most: int | None = None,
    ) -> pd.DataFrame:
        """Return the table by group of what has been added up."""
        if self.largest:
            summed = self._largest_first(summed, most)
        frame = self._frame(summed)
        return with_ends(frame, self.ends(summed)) if interval else frame

    def added_up(self, table: pd.DataFrame, groups: Groups) -> Additive:
        """Add up what the values are made of."""
        names = [column.name for column in self.within]
        taken = {column.name for column in self.columns}
        for key in groups.keys.columns:
            if key in taken:
                raise InputError(
                    f"by={key!r} has the name of a column of the table that is made: "
                    "rename that column of the articles."
                )
        made = self.sums(table)
        if not names:
            return additive(made, groups, self.needed)
        return additive_items(made, groups, self.needed, names, self.every, self.in_order)

    @property
    def needed(self) -> list[str]:
        """The sums that the values are made of."""
        of_values = (name for value in self.values for name in value.needs)
        return list(dict.fromkeys([*of_values, *self.needs]))

    def of_articles(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the sums of each article and item of a table, a row each: less than the table."""
        made = self.sums(table)
        keys = ["article_id", *(column.name for column in self.within)]
        cells = dict(cells_of(made, self.needed))
        # A key may be called as a sum is.
        numbers = pd.DataFrame({name: cells[name] for name in cells if name not in keys})
        numbers = numbers.assign(**{key: made[key].array for key in keys})
        return numbers.groupby(keys, sort=False, dropna=False, as_index=False).sum()

    def computed(self, numbers: Mapping[str, Array]) -> dict[str, Array]:
        """Compute the values from sums."""
        scored = self.score(numbers) if self.score else {}
        return {
            v.column.name: scored[v.column.name] if v.scored else v.of(numbers)
            for v in self.values
        }

    def ends(self, summed: Additive) -> dict[str, tuple[Array, Array]]:
        """Return the two ends of the interval of each estimate."""
        n, names = len(summed.group), [value.column.name for value in self.estimates]
        ends = {name: (np.full(n, np.nan), np.full(n, np.nan)) for name in names}
        telling = [summed.n_telling(value.under or "n_words") for value in self.estimates]
        for group, rows in _blocks(summed):
            drawn = self.computed(summed.draws(group, rows))
            for name, n_telling in zip(names, telling, strict=True):
                low, high = bounds(drawn[name], n_telling[rows])
                ends[name][0][rows], ends[name][1][rows] = low, high
        return ends

    def _frame(self, summed: Additive) -> pd.DataFrame:
        groups, sums = summed.groups, summed.sums()
        cells = {c.name: summed.items[c.name].take(summed.item).tolist() for c in self.within}
        known = {"n_articles": sums["n_articles"], "n_words": sums["n_words"], **cells}
        known |= {"rank": _rank(summed.group), **self.computed(sums)}
        caveats = caveats_of(groups, summed.group)
        if self.caveats is not None:
            caveats = _joined(caveats, self.caveats(pd.DataFrame(sums)))
        keys = groups.keys.iloc[summed.group].reset_index(drop=True)
        stated = [c for c in self.columns if c != CAVEATS]
        return pd.concat([keys, conform(stated, known), caveats.rename("caveats")], axis=1)

    def _largest_first(self, summed: Additive, most: int | None) -> Additive:
        """Put the items of each group in order, and keep so many of them."""
        largest = self.computed(summed.sums())[self.largest]
        order = np.lexsort((-largest, summed.group))
        if most is not None:
            order = order[_rank(summed.group[order]) <= most]
        return summed.in_order(order)


def _rank(group: Array) -> Array:
    """Give the rows of each group numbers: they stand together."""
    return np.arange(len(group)) - np.searchsorted(group, group) + 1


def _blocks(summed: Additive) -> Iterator[tuple[int, slice]]:
    """Yield the rows of each group, a few hundred at a time: each has a thousand draws."""
    for group in range(len(summed.groups)):
        rows = summed.rows_of(group)
        for begin in range(rows.start, rows.stop, ROWS_AT_ONCE):
            yield group, slice(begin, min(begin + ROWS_AT_ONCE, rows.stop))


def _joined(one: pd.Series, other: pd.Series) -> pd.Series:
    """Put the codes of two columns of caveats in one."""
    pairs = zip(one.tolist(), other.tolist(), strict=True)
    codes = ["; ".join(c for c in pair if isinstance(c, str)) or None for pair in pairs]
    return pd.Series(codes, dtype=TEXT)


def with_ends(
    frame: pd.DataFrame,
    ends: Mapping[str, tuple[Any, Any]],
) -> pd.DataFrame:
    """Put the ends of an interval behind its value."""
    columns: dict[str, Any] = {}
    for name in frame.columns:
        columns[name] = frame[name]
        if name in ends:
            for part, values in zip(("low", "high"), ends[name], strict=True):
                columns[f"{name}_{part}"] = pd.Series(values, dtype=FLOAT)
    return pd.DataFrame(columns)


def grouped(
    summary: Summary,
    of: str,
    make: Callable[..., pd.DataFrame] | None = None,
) -> Grouped:
    """State a table by group: made of another, by a function or by its summary alone."""
    return Grouped((GROUP, *summary.columns), of, make or summary)


def by_group(
    summary: Summary,
    table: pd.DataFrame,
    articles: Any,
    by: By | Groups | None,
    interval: bool = False,
    most: int | None = None,
) -> pd.DataFrame:
    """Return a table that was made of articles as it is, or by group where `by` is given."""
    if by is None:
        return without_groups(table, interval)
    return summary(table, groups_of(articles, by), interval, most)


def by_group_of_table(
    summary: Summary,
    made: pd.DataFrame,
    table: pd.DataFrame,
    by: By | Groups | None,
    interval: bool = False,
) -> pd.DataFrame:
    """Return what was made of a table of articles as it is, or by group."""
    if by is None:
        return without_groups(made, interval)
    return summary(made, groups_of_table(table, by), interval)


def without_groups(table: pd.DataFrame, interval: bool) -> pd.DataFrame:
    """Return a table as it is; raise an error where intervals were asked for without groups."""
    if interval:
        raise InputError(
            "interval=True gives the numbers of groups an interval: say which, by='publisher'."
        )
    return table


def need_whole_articles(unit: str) -> None:
    """Raise an error where rows would stand for paragraphs and for groups at once."""
    if unit in ("paragraph", "sentence"):
        raise InputError(
            f"by= makes one row per group and unit={unit!r} one row per {unit}: leave out one."
        )
