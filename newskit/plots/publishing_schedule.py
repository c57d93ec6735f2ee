"""When a corpus publishes: articles by weekday and hour of the outlet's own zone."""

from __future__ import annotations

import numpy as np
import pandas as pd

from newskit.html import plural, records
from newskit.plots.by_group import Keys, group_plot, is_by_group
from newskit.plots.canvas import (
    BLUE,
    DARK,
    FAINT,
    Axes,
    axes,
    finish,
    name_rows,
    nothing,
    style,
    write,
)
from newskit.tables import need_columns

TITLE = "When are articles published?"
_NEED = ("weekday", "hour", "n_articles")
# Above this share of the fullest hour a cell is so dark that its number is white.
_DARK_CELL = 0.6
_ROW = 0.32  # inches, of a group


def publishing_schedule(
    publishing_schedule: pd.DataFrame,
    *,
    publisher: str | None = None,
    by: Keys = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how many articles appear at which hour of which weekday: the darker, the more.

    Each cell is an hour of the week in the outlet's own zone and bears its number; empty cells have
    none. Articles whose time of day is not known have no cell: they are counted below the picture.

    Parameters
    ----------
    publishing_schedule : pandas.DataFrame
        Table `publishing_schedule`: `weekday`, `hour` and `n_articles` are used, and `publisher` to
        choose one.
    publisher : str, optional
        Draw this outlet only; all of them together without it.
    by : str or list of str, optional
        Draw a row for each group instead of each weekday: the columns that name the groups; not
        needed for a table that was made with `by`. Each row has its own darkest hour.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the hour of the day, y the weekday.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> empty = registry.empty("publishing_schedule")
    >>> plots.publishing_schedule(empty, ax=Figure().subplots()).texts[0].get_text()
    'no article has a time of day'
    """
    if is_by_group(publishing_schedule, by):
        return _by_group(publishing_schedule, by, ax)

    needed = (*_NEED, "publisher") if publisher else _NEED
    need_columns(publishing_schedule, needed, "publishing_schedule")
    rows = publishing_schedule
    if publisher:
        rows = rows[rows["publisher"] == publisher]
    ax = axes(ax, height(rows))
    counts = _counts(rows)
    n_shown = int(counts.sum())
    if not n_shown:
        return nothing(ax, TITLE, "no article has a time of day")

    _cells(ax, counts, np.full(7, counts.max()))
    # The first of January 2024 was a Monday, which is weekday 0.
    name_rows(ax, pd.date_range("2024-01-01", periods=7).day_name().tolist())
    n_left_out = int(rows["n_articles"].sum()) - n_shown
    counted = plural(n_shown, "article")
    if n_left_out:
        counted += f"; {plural(n_left_out, 'article')} without a time of day left out"
    return _frame(ax, counted, TITLE)


def _frame(ax: Axes, counted: str, title: str) -> Axes:
    hours = range(0, 25, 3)
    ax.set_xticks([hour - 0.5 for hour in hours], [f"{hour:02d}:00" for hour in hours])
    ax.set_xlim(-0.5, 23.5)
    ax.set_xlabel(f"hour in the outlet's own zone; {counted}")
    return finish(ax, title, keep="none")


def _by_group(table: pd.DataFrame, by: Keys, ax: Axes | None) -> Axes:
    """Draw the hours of each group, all weekdays together."""
    drawn = group_plot(table, by, "publishing_schedule")
    need_columns(table, ("hour", "n"), "publishing_schedule by group")
    groups = drawn.table.groupby(drawn.keys, sort=False, dropna=False)
    ax = axes(ax, 1.2 + _ROW * max(1, groups.ngroups))
    timed = drawn.table.dropna(subset=["hour"])
    if timed.empty:
        return nothing(ax, TITLE, "no article has a time of day")

    counts = np.zeros((groups.ngroups, 24), dtype=np.int64)
    row = groups.ngroup()[timed.index]
    hour, n = (timed[name].to_numpy("int64") for name in ("hour", "n"))
    np.add.at(counts, (row.to_numpy(), hour), n)
    _cells(ax, counts, counts.max(axis=1))
    name_rows(ax, [drawn.label(records(group)[0], {}) for _, group in groups])
    n_left_out = int(drawn.table["n"].sum()) - int(counts.sum())
    left_out = f"; {plural(n_left_out, 'article')} without a time of day left out"
    counted = plural(int(counts.sum()), "article") + (left_out if n_left_out else "")
    return _frame(ax, counted, drawn.title(TITLE))


def height(table: pd.DataFrame) -> float:
    """Return the height in inches of a week, which is always the same."""
    return 3.2


def _counts(rows: pd.DataFrame) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    counts = np.zeros((7, 24), dtype=np.int64)
    # Of several outlets, a cell of the table is one outlet's: their counts add up.
    timed = rows.dropna(subset=["weekday", "hour"])
    for weekday, hour, n in zip(*(timed[name] for name in _NEED), strict=True):
        counts[int(weekday), int(hour)] += int(n)
    return counts


def _cells(
    ax: Axes,
    counts: np.ndarray[tuple[int, int], np.dtype[np.int64]],
    most: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> None:
    for (day, hour), n in np.ndenumerate(counts):
        # The palest cell with an article still stands out from an empty one.
        share = n / max(int(most[day]), 1)
        color, alpha = (BLUE, 0.15 + 0.85 * share) if n else ("white", 1.0)
        look = style(facecolor=color, alpha=alpha, edgecolor=FAINT, lw=0.5)
        ax.barh(day, 1, left=hour - 0.5, height=1, **look)
        if n:
            color = "white" if share > _DARK_CELL else DARK
            write(ax, hour, day, f"{n}", ha="center", color=color)
