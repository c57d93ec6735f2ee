"""Tables by group, drawn: a row for each group, or a heading with a row for each of its items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import pandas as pd

from newskit import registry
from newskit.errors import unknown_name
from newskit.html import known, plural, records
from newskit.plots.canvas import Axes, axes, finish, nothing
from newskit.plots.canvas import label as short
from newskit.plots.interval_rows import FEW, INCHES, IntervalRow, draw_rows, is_few
from newskit.tables import Column, need_columns

MOST_GROUPS: Final = 30
MOST_WITH_ITEMS: Final = 8
"""Groups, where each has rows of its own: for speakers, verbs, voices."""
MOST_ITEMS: Final = 5
WIDTH: Final = 36  # letters of the name of a group

Keys: TypeAlias = "str | Sequence[str] | None"


@dataclass(frozen=True)
class GroupPlot:
    """What is drawn of a table by group: its largest groups, and what names them."""

    name: str
    table: pd.DataFrame
    keys: list[str]
    item: str
    """The column that a group is split into; empty where there is none."""
    n_groups: int
    n_shown: int

    @property
    def height(self) -> float:
        """Inches that the rows need."""
        n_rows = sum(1 for _ in self.rows("", {}))
        return 1.4 + INCHES * max(1, n_rows)

    def rows(self, value: str, names: Mapping[str, str]) -> Iterator[IntervalRow]:
        """Yield a row for each group, or its heading and rows of its first items."""
        for _, group in self.table.groupby(self.keys, sort=False, dropna=False):
            told = records(group)
            name = self.label(told[0], names)
            note = _size(told[0])
            if not self.item:
                yield from (_row(row, name, value, note) for row in told)
                continue

            yield IntervalRow(f"{name} ({note})", is_heading=True)
            for row in told[:MOST_ITEMS]:
                yield _row(row, short(row[self.item] or "not known", 30), value)

    def label(self, row: Mapping[str, Any], names: Mapping[str, str]) -> str:
        """Name a group by its keys, each cut short if need be."""
        width = max(12, WIDTH // len(self.keys))
        return ", ".join(short(_name(row[key], names), width) for key in self.keys)

    def title(self, title: str) -> str:
        """Add to a title how many groups are left out, if any are."""
        if self.n_shown == self.n_groups:
            return title
        return f"{title} ({self.n_shown} largest of {self.n_groups:,} groups)"


def is_by_group(table: Any, by: Keys) -> bool:
    """Whether to draw groups: `by` was given, or the table was made with it."""
    if by is not None or not isinstance(table, pd.DataFrame):
        return by is not None
    return {"n_articles", "caveats"} <= set(table.columns) and "article_id" not in table.columns


def group_plot(table: pd.DataFrame, by: Keys, name: str) -> GroupPlot:
    """Choose what is drawn of a table by group."""
    keys = _keys(table, by, name)
    item = _item(table, keys, name)
    groups = table.groupby(keys, sort=False, dropna=False).ngroup()
    n = groups.nunique()
    most = MOST_WITH_ITEMS if item else MOST_GROUPS
    shown = table[groups.isin(_largest(table, groups, most))]
    return GroupPlot(name, shown, keys, item, n, min(n, most))


def _keys(
    table: pd.DataFrame,
    by: Keys,
    name: str,
) -> list[str]:
    """Return the columns that name the groups: those given, or what stands before `n_articles`."""
    keys = [by] if isinstance(by, str) else list(by or ())
    call = f"nk.{name}(articles, by={by!r}, interval=True)"
    need_columns(table, keys or ["n_articles"], f"{name} by group", f"{call} makes it.")
    if keys:
        return keys

    stated = {column.name for column in _columns(name)}
    before = table.columns[: table.columns.get_loc("n_articles")]
    return [column for column in before if column not in stated]


def _item(
    table: pd.DataFrame,
    keys: list[str],
    name: str,
) -> str:
    """Return the column that groups are split into: speakers, verbs."""
    if "n_articles" not in table.columns:
        return ""
    splits = [column.name for column in _columns(name) if column.key and column.name not in keys]
    return next((column for column in splits if column in table.columns), "")


def _columns(name: str) -> tuple[Column, ...]:
    stated = registry.TABLES.get(f"{name}_by_group")
    return stated.columns if stated else ()


def _largest(table: pd.DataFrame, groups: pd.Series, most: int) -> list[int]:
    """Return the groups with most articles; where that is not known, the first."""
    first = table[~groups.duplicated()]
    if "n_articles" in table.columns:
        first = first.sort_values("n_articles", ascending=False, kind="stable")
    return groups[first.index[:most]].tolist()


def draw_by_group(
    table: pd.DataFrame,
    name: str,
    title: str,
    by: Keys,
    value: str,
    ax: Axes | None = None,
    articles: pd.DataFrame | None = None,
) -> Axes:
    """Draw one number of each group, with its interval where the table has one."""
    drawn = group_plot(table, by, name)
    ax = axes(ax, drawn.height)
    if drawn.table.empty:
        return nothing(ax, title, "no groups")

    numbers = [str(c) for c in table.columns if pd.api.types.is_numeric_dtype(table[c])]
    if value not in numbers:
        raise unknown_name("number of this table", value, numbers)
    draw_rows(ax, list(drawn.rows(value, headlines(articles))))
    ax.set_xlabel(_meaning(drawn, value))
    return finish(ax, drawn.title(title), keep="none")


def headlines(articles: pd.DataFrame | None) -> dict[str, str]:
    """Return article_id -> headline, of the articles that have one."""
    if articles is None:
        return {}
    need_columns(articles, ("article_id", "headline"), "articles")
    told = zip(articles["article_id"], articles["headline"], strict=True)
    return {str(article_id): str(headline) for article_id, headline in told if known(headline)}


def _name(key: Any, names: Mapping[str, str]) -> str:
    return names.get(str(key), str(key)) if known(key) else "not stated"


def _size(row: Mapping[str, Any]) -> str:
    n = row.get("n_articles")
    return "" if n is None else plural(int(n), "article")


def _row(
    row: Mapping[str, Any],
    name: str,
    value: str,
    note: str = "",
) -> IntervalRow:
    cells = (row.get(column) for column in (value, f"{value}_low", f"{value}_high"))
    number, low, high = (float("nan") if cell is None else float(cell) for cell in cells)
    return IntervalRow(name, number, low, high, note, is_few=is_few(row.get("caveats")))


def _meaning(drawn: GroupPlot, value: str) -> str:
    """Say what the number is, as the codebook does, and what the lines are."""
    stated = _columns(drawn.name) or _like(drawn.table)
    column = next((c for c in stated if c.name == value), None)
    said = f"{value}: {column.meaning} ({column.unit})" if column else value
    has_interval = f"{value}_low" in drawn.table.columns
    return short(said, 110) + (f"\nlines: intervals of 95 %{FEW}" if has_interval else "")


def _like(table: pd.DataFrame) -> tuple[Column, ...]:
    """Return the columns of the table by group that a table is most like."""
    stated = [t for t in registry.TABLES.values() if t.name.endswith("_by_group")]
    has = set(table.columns)
    return max((t.columns for t in stated), key=lambda cs: len(has & {c.name for c in cs}))
