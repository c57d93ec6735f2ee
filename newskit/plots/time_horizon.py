"""How far back and ahead of their publication articles look."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.html import records
from newskit.plots.by_group import Keys, group_plot, headlines, is_by_group
from newskit.plots.canvas import (
    BLUE,
    DARK,
    ORANGE,
    SMALL,
    SOFT,
    STRIPES,
    Axes,
    axes,
    finish,
    first_of,
    name_rows,
    nothing,
    style,
    write,
)
from newskit.plots.time_scale import DAYS, place, ticks
from newskit.tables import need_columns

TITLE = "How far do articles look?"
MOST = 40
_NEED = ("n_placed", "back_days", "ahead_days")
# Shown at least on either side: articles that look ahead one day are not drawn as far-sighted.
_LEAST_DAYS = 7.0
_DAYS = ("back_days", "ahead_days")


def time_horizon(
    time_horizon: pd.DataFrame,
    *,
    by: Keys = None,
    articles: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw for each article the days from the first to the last that it names, around publication.

    One bar per article, the farthest look back at the top: to the left, solid, what lies before
    publication; to the right, striped, what lies ahead. The scale is that of `plots.timeline`: the
    nearer, the wider.

    Parameters
    ----------
    time_horizon : pandas.DataFrame
        Table `time_horizon`: `article_id`, `n_placed`, `back_days` and `ahead_days` are used.
    by : str or list of str, optional
        Draw a bar for each group, whose ends are the means of its articles: the columns that name
        the groups; not needed for a table that was made with `by`.
    articles : pandas.DataFrame, optional
        Articles whose headlines are written instead of each `article_id`.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. Its x values are not days but their place on the scale.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> ax = plots.time_horizon(registry.empty("time_horizon"), ax=Figure().subplots())
    >>> ax.texts[0].get_text()
    'no article has a publication day'
    """
    need_columns(time_horizon, _NEED, "time_horizon")
    in_groups = is_by_group(time_horizon, by) and by != "article_id"
    drawn = group_plot(time_horizon, by if in_groups else "article_id", "time_horizon")
    rows = drawn.table if in_groups else time_horizon
    dated = _dated(rows)
    ax = axes(ax, height(rows))
    if dated.empty:
        return nothing(ax, TITLE, "no article has a publication day")

    # The farthest look back first; of many articles these are the ones to see.
    shown = dated.sort_values(list(_DAYS), ascending=False, kind="stable").iloc[:MOST]
    far = _farthest(dated)
    names = headlines(articles)
    name_rows(ax, [drawn.label(row, names) for row in records(shown)])
    for y, row in enumerate(records(shown)):
        _bars(ax, y, row)
        write(ax, far, y, _note(row, in_groups), shift=7, color=SOFT)

    ax.set_xlim(-far, far)
    # Beside the longer notes of groups there is less room.
    ticks(ax, -far, far, far / (4 if in_groups else 6), DAYS)
    for tick in ax.get_xticklabels():
        tick.set_fontsize(SMALL)
    what = "means of the articles of a group, in days" if in_groups else "one bar per article"
    ax.set_xlabel(f"from the publication day: the nearer, the wider drawn; {what}")
    ax.axvline(0, color=DARK, lw=1.2, zorder=3)
    title = drawn.title(TITLE) if in_groups else first_of(TITLE, MOST, len(dated))
    return finish(ax, title)


def _farthest(dated: pd.DataFrame) -> float:
    """Return where the axis ends, so that every bar and interval has its place."""
    ends = [name for name in (*_DAYS, *(f"{name}_high" for name in _DAYS)) if name in dated.columns]
    most = float(dated[ends].max().max())
    return float(place(max(most, _LEAST_DAYS))) * 1.06


def _bars(ax: Axes, y: int, row: dict[str, Any]) -> None:
    """Draw both sides of a row, and the intervals of their ends."""
    for name, side, color, hatch in zip(_DAYS, (-1, 1), (BLUE, ORANGE), ("", STRIPES), strict=True):
        look = style(facecolor=color, hatch=hatch, edgecolor="white", lw=0.4)
        ax.barh(y, side * place(float(row[name])), height=0.56, zorder=2, **look)
        if row.get(f"{name}_low") is not None:
            ends = [side * place(float(row[f"{name}_{end}"])) for end in ("low", "high")]
            ax.plot(ends, [y, y], color=DARK, lw=1.4, zorder=3)


def _note(row: dict[str, Any], in_groups: bool) -> str:
    if not in_groups:
        return f"{row['n_placed']} placed"
    back, ahead = (f"{float(row[name]):,.1f}" for name in _DAYS)
    return f"{back} back, {ahead} ahead"


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the articles with a publication day need."""
    return 1.5 + 0.31 * max(1, min(len(_dated(table)), MOST))


def _dated(table: pd.DataFrame) -> pd.DataFrame:
    return table.dropna(subset=["back_days", "ahead_days"])
