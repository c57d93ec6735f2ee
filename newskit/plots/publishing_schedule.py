"""When a corpus publishes: articles by weekday and hour of the outlet's own zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from newskit.plots.canvas import (
    BLUE,
    FAINT,
    INK,
    SMALL,
    axes,
    finish,
    name_rows,
    nothing,
    plural,
    write,
)
from newskit.tables import need_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "When are articles published?"
HEIGHT = 3.2
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEED = ("weekday", "hour", "n_articles")


def publishing_schedule(rhythm: pd.DataFrame, *, publisher: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw how many articles appear at which hour of which weekday: the darker, the more.

    Each cell is an hour of the week in the outlet's own zone and bears its number; empty cells have none. Articles
    whose clock is not known have no cell: they are counted below the picture.

    Parameters
    ----------
    rhythm : pandas.DataFrame
        Table `publishing_schedule`: `weekday`, `hour` and `n_articles` are used, and `publisher` to choose one.
    publisher : str, optional
        Draw this outlet only; all of them together without it.
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
    >>> plots.publishing_schedule(registry.empty("publishing_schedule"), ax=Figure().subplots()).texts[0].get_text()
    'no article has a clock'
    """
    need_columns(rhythm, (*_NEED, *(["publisher"] if publisher else [])), "publishing_schedule")
    rows = rhythm[rhythm["publisher"] == publisher] if publisher else rhythm
    ax = axes(ax, HEIGHT)
    counts = _counts(rows)
    if not counts.any():
        return nothing(ax, TITLE, "no article has a clock")
    _cells(ax, counts)
    name_rows(ax, list(_DAYS))
    hours = range(0, 24, 3)
    ax.set_xticks([hour - 0.5 for hour in (*hours, 24)], [f"{hour:02d}:00" for hour in (*hours, 24)])
    ax.set_xlim(-0.5, 23.5)
    left = int(rows["n_articles"].sum()) - int(counts.sum())
    note = f"; {plural(left, 'article')} without a clock left out" if left else ""
    ax.set_xlabel(f"hour in the outlet's own zone; {plural(int(counts.sum()), 'article')}{note}")
    return finish(ax, TITLE, keep="none")


def _counts(rows: pd.DataFrame) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    counts = np.zeros((7, 24), dtype=np.int64)
    timed = rows.dropna(subset=["weekday", "hour"])
    for weekday, hour, n in zip(timed["weekday"], timed["hour"], timed["n_articles"], strict=True):
        counts[int(weekday), int(hour)] += int(n)
    return counts


def _cells(ax: Axes, counts: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> None:
    most = counts.max()
    for day, hour in np.argwhere(counts >= 0).tolist():
        n = counts[day, hour]
        share = n / most
        color, alpha = (BLUE, 0.15 + 0.85 * share) if n else ("white", 1.0)
        ax.barh(day, 1, left=hour - 0.5, height=1, facecolor=color, alpha=alpha, edgecolor=FAINT, lw=0.5)
        if n:
            write(ax, hour, day, f"{n}", ha="center", fontsize=SMALL, color="white" if share > 0.6 else INK)
