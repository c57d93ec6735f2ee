"""When each version was seen, and what the stamps printed on it claim, on one axis of time."""

from __future__ import annotations

from importlib import import_module
from itertools import pairwise
from typing import Any

import pandas as pd

from newskit.html import clock_text, records
from newskit.plots.canvas import (
    BLUE,
    DARK,
    FAINT,
    ORANGE,
    SMALL,
    STRIPES,
    Axes,
    axes,
    finish,
    first_of,
    grid,
    name_rows,
    nothing,
    style,
)
from newskit.tables import need_columns, one_article

TITLE = "When was it seen, and what does it claim?"
MOST = 12
"""Versions that are drawn."""
_NEED = ("version", "captured", "last_seen", "published", "updated")
_MARGIN = 0.06  # of the axis, on both sides
_THINNEST = 0.008  # of the axis: a version that was seen once
_LEAST = pd.Timedelta(hours=1)
_UTC = "UTC"
_BELOW = -0.85  # rows below the axis: there stands the key


def versions(
    versions: pd.DataFrame, *, article_id: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw when each version was captured, beside the times that it prints.

    A row for each version: the blue bar reaches from the first capture to the last one with this
    text. The orange striped bar before it is where the change happened: between the last capture of
    the text before and the first of this one. Circles are the printed stamp of publication,
    triangles that of the update; they are claims.

    Parameters
    ----------
    versions : pandas.DataFrame
        Table `versions`, as `newskit.revisions.versions` makes it.
    article_id : str, optional
        Which article; needed when the table holds several.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is time in UTC. Of more than twelve versions the first are drawn.

    Raises
    ------
    InputError
        If a column is missing, or the table holds several articles and none was chosen.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.versions(registry.empty("versions"), ax=Figure().subplots()).texts[0].get_text()
    'no version has a time'
    """
    need_columns(versions, _NEED, "versions")
    every = records(one_article(versions, article_id, "versions"))
    ax = axes(ax, height(versions))
    rows = every[:MOST]
    low, high = _reach(rows)
    if low is None:
        return nothing(ax, TITLE, "no version has a time")

    length = max(high - low, _LEAST)
    for y, (before, row) in enumerate(pairwise([None, *rows])):
        _draw(ax, y, row or {}, before, length)

    name_rows(ax, [f"version {row['version']}" for row in rows])
    ax.set_xlim(low - _MARGIN * length, high + _MARGIN * length)
    _name_times(ax, low)
    _key(ax)
    return finish(ax, first_of(TITLE, MOST, len(every)), keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the versions need."""
    return 1.95 + 0.34 * min(max(len(table), 1), MOST)


def _reach(rows: list[dict[str, Any]]) -> tuple[Any, Any]:
    """Return the first and the last time of all."""
    times = [row[name] for row in rows for name in _NEED[1:] if row[name] is not None]
    return (min(times), max(times)) if times else (None, None)


def _draw(
    ax: Axes, y: int, row: dict[str, Any], before: dict[str, Any] | None, length: Any
) -> None:
    seen = row["captured"]
    thick = style(height=0.5, zorder=3, edgecolor="white", lw=0.4)
    since = (before or {}).get("last_seen")
    if seen is not None and since is not None and since < seen:
        ax.barh(y, seen - since, left=since, facecolor=ORANGE, hatch=STRIPES, alpha=0.75, **thick)

    if seen is not None:
        width = max((row["last_seen"] or seen) - seen, _THINNEST * length)
        ax.barh(y, width, left=seen, facecolor=BLUE, **thick)

    for name, sign, shift in (("published", "o", -0.14), ("updated", "^", 0.14)):
        if row[name] is not None:
            look = style(ls="none", marker=sign, markersize=7, zorder=5)
            ax.plot(
                [row[name]], [y + shift], markerfacecolor="#ffffff", markeredgecolor=DARK, **look
            )


def _name_times(ax: Axes, low: Any) -> None:
    dates: Any = import_module("matplotlib.dates")
    ax.xaxis.set_major_locator(dates.AutoDateLocator(minticks=3, maxticks=6, tz=_UTC))
    ax.xaxis.set_major_formatter(lambda value, _: _tick(dates.num2date(value, tz=_UTC)))
    grid(ax, "x")
    ax.set_xlabel(f"UTC, from {clock_text(low)} on")


def _tick(time: Any) -> str:
    """Say a time of day, or at midnight the day: in English on every computer."""
    day, _, clock = clock_text(pd.Timestamp(time)).partition(", ")
    return day.partition(" ")[2] if clock == "00:00" else clock


def _key(ax: Axes) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    signs = style(color=DARK, markerfacecolor="#ffffff", ls="none")
    striped = style(facecolor=ORANGE, hatch=STRIPES, edgecolor="white", alpha=0.75)
    entries = [
        Patch(facecolor=BLUE, edgecolor=FAINT, label="seen with this text"),
        Patch(label="changed in between", **striped),
        Line2D([], [], marker="o", label="printed: published", **signs),
        Line2D([], [], marker="^", label="printed: updated", **signs),
    ]
    place = style(loc="upper center", bbox_to_anchor=(0.5, _BELOW / len(ax.get_yticks())), ncols=2)
    ax.legend(handles=entries, frameon=False, fontsize=SMALL, **place)
