"""How far back and ahead of their publication articles look."""

from __future__ import annotations

import pandas as pd

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
    label,
    name_rows,
    nothing,
    style,
    write,
)
from newskit.plots.time_scale import DAYS, place, ticks
from newskit.tables import need_columns

TITLE = "How far do articles look?"
MOST = 40
_NEED = ("article_id", "n_placed", "back_days", "ahead_days")
# Shown at least on either side: articles that look ahead one day are not drawn as far-sighted.
_LEAST_DAYS = 7.0


def time_horizon(time_horizon: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw for each article the days from the first to the last that it names, around publication.

    One bar per article, the farthest look back at the top: to the left, solid, what lies before
    publication; to the right, striped, what lies ahead. The scale is that of `plots.timeline`: the
    nearer, the wider.

    Parameters
    ----------
    time_horizon : pandas.DataFrame
        Table `time_horizon`: `article_id`, `n_placed`, `back_days` and `ahead_days` are used.
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
    dated = _dated(time_horizon)
    ax = axes(ax, height(time_horizon))
    if dated.empty:
        return nothing(ax, TITLE, "no article has a publication day")

    # The farthest look back first; of many articles these are the ones to see.
    columns = ["back_days", "ahead_days"]
    shown = dated.sort_values(columns, ascending=False, kind="stable").iloc[:MOST]
    far = float(place(max(dated[columns].max().max(), _LEAST_DAYS))) * 1.06
    for y, (back, ahead) in enumerate(zip(*(shown[c].tolist() for c in columns), strict=True)):
        for days, color, hatch in ((-back, BLUE, ""), (ahead, ORANGE, STRIPES)):
            look = style(facecolor=color, hatch=hatch, edgecolor="white", lw=0.4)
            ax.barh(y, place(float(days)), height=0.56, zorder=2, **look)

    name_rows(ax, [label(name, 28) for name in shown["article_id"]])
    ax.set_xlim(-far, far)
    for y, n in enumerate(shown["n_placed"]):
        write(ax, far, y, f"{n} placed", shift=7, color=SOFT)

    ticks(ax, -far, far, far / 6, DAYS)
    for tick in ax.get_xticklabels():
        tick.set_fontsize(SMALL)
    ax.set_xlabel("from the publication day: the nearer, the wider drawn; one bar per article")
    ax.axvline(0, color=DARK, lw=1.2, zorder=3)
    return finish(ax, first_of(TITLE, MOST, len(dated)))


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the articles with a publication day need."""
    return 1.5 + 0.31 * max(1, min(len(_dated(table)), MOST))


def _dated(table: pd.DataFrame) -> pd.DataFrame:
    return table.dropna(subset=["back_days", "ahead_days"])
