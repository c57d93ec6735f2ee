"""How far back and ahead of their publication articles look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from newskit.plots.canvas import (
    BLUE,
    FAINT,
    INK,
    ORANGE,
    SMALL,
    SOFT,
    axes,
    finish,
    label,
    name_rows,
    nothing,
    write,
)
from newskit.plots.timeline import place
from newskit.tables import need_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "How far do articles look?"
MOST = 40
_NEED = ("article_id", "n_placed", "back_days", "ahead_days")
_STEPS = (
    (1, "1 day"), (7, "1 week"), (30.44, "1 month"), (365.25, "1 year"), (3652.5, "10 years"), (36525, "100 years"),
)  # fmt: skip


def time_horizon(reach: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw for each article the days from the first to the last that it names, against its publication day.

    One bar an article, the farthest look back at the top: to the left, solid, what lies before publication; to the
    right, hatched, what lies ahead. The scale is the article clock's: the nearer, the wider.

    Parameters
    ----------
    reach : pandas.DataFrame
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
    >>> plots.time_horizon(registry.empty("time_horizon"), ax=Figure().subplots()).texts[0].get_text()
    'no article has a publication day'
    """
    need_columns(reach, _NEED, "time_horizon")
    known = reach.dropna(subset=["back_days", "ahead_days"])
    ax = axes(ax, height(len(known)))
    if known.empty:
        return nothing(ax, TITLE, "no article has a publication day")
    shown = known.sort_values(["back_days", "ahead_days"], ascending=False, kind="stable").iloc[:MOST]
    rows = shown.to_dict("records")
    for y, row in enumerate(rows):
        back, ahead = float(row["back_days"]), float(row["ahead_days"])
        for days, color, hatch in ((-back, BLUE, ""), (ahead, ORANGE, "////")):
            style: dict[str, Any] = {"facecolor": color, "hatch": hatch, "edgecolor": "white"}
            ax.barh(y, float(place(days)), height=0.56, lw=0.4, zorder=2, **style)
    name_rows(ax, [label(row["article_id"], 28) for row in rows])
    far = float(place(max(float(known["back_days"].max()), float(known["ahead_days"].max()), 7.0))) * 1.06
    ax.set_xlim(-far, far)
    for y, row in enumerate(rows):
        note = f"{int(row['n_placed'])} placed"
        write(ax, far, y, note, shift=7, fontsize=SMALL, color=SOFT, clip_on=False)
    _ticks(ax, far)
    ax.axvline(0, color=INK, lw=1.2, zorder=3)
    left_out = f" (first {MOST} of {len(known)})" if len(known) > MOST else ""
    return finish(ax, TITLE + left_out)


def height(n_articles: int) -> float:
    """Return the height in inches that so many articles need."""
    return 1.5 + 0.31 * max(1, min(n_articles, MOST))


def _ticks(ax: Axes, far: float) -> None:
    steps: list[tuple[float, str]] = []
    for days, name in _STEPS:
        x = float(place(days))
        # Two labels need a ninth of a side between them.
        if x <= far and x - (steps[-1][0] if steps else 0.0) > far / 6:
            steps.append((x, name))
    places = [0.0, *(sign * x for sign in (-1, 1) for x, _ in steps)]
    names = ["0", *(f"{name}\n{side}" for side in ("before", "after") for _, name in steps)]
    ax.set_xticks(places, names)
    for tick in ax.get_xticklabels():
        tick.set_fontsize(SMALL)
    ax.grid(axis="x", color=FAINT, lw=0.5, zorder=0)
    ax.set_axisbelow(True)
    ax.set_xlabel("from the publication day: the nearer, the wider drawn; one bar an article")
