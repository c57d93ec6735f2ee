"""The words that set a group of articles apart."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.errors import InputError, unknown_name
from newskit.html import MINUS, records
from newskit.plots.canvas import (
    BLUE,
    ORANGE,
    STRIPES,
    Axes,
    axes,
    finish,
    grid,
    label,
    name_rows,
    nothing,
    style,
    write,
)
from newskit.tables import need_columns

TITLE = "Which words set it apart?"
MOST = 12
"""Words of each direction that are drawn."""
_NEED = (
    "group", "use", "rank", "word", "n_group", "n_reference", "log_likelihood", "log_ratio",
)  # fmt: skip
_NAME = 24  # characters of a word


def keyness(
    keyness: pd.DataFrame, *, group: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the words that a group uses more often than the others, and those it uses less often.

    Parameters
    ----------
    keyness : pandas.DataFrame
        Table `keyness`, as `newskit.keyness` makes it.
    group : str, optional
        Which group; needed when the table holds more than two. Of two the first is drawn: what it
        uses more often the other uses less often.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is log-likelihood (G2), to the left for words that are used less often.

    Raises
    ------
    InputError
        If a column is missing, or the table holds several groups and none was chosen.
    UnknownNameError
        If there is no such group.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.keyness(registry.empty("keyness"), ax=Figure().subplots()).texts[0].get_text()
    'no word sets it apart'
    """
    need_columns(keyness, _NEED, "keyness")
    ax = axes(ax, height(keyness))
    if keyness.empty:
        return nothing(ax, TITLE, "no word sets it apart")

    name = _chosen(keyness, group)
    rows = keyness[(keyness["group"] == name) & (keyness["rank"] <= MOST)]
    shown = records(rows)
    for y, row in enumerate(shown):
        _draw(ax, y, row)
    name_rows(ax, [label(row["word"], _NAME) for row in shown])

    # Room on both sides for what is written behind the bars.
    furthest = 1.9 * max(
        [float(row["log_likelihood"]) for row in shown] or [1]
    )
    has_under = any(row["use"] == "under" for row in shown)
    ax.set_xlim(-furthest if has_under else 0, furthest)
    ax.axvline(0, color="#222222", lw=0.8)
    grid(ax, "x")
    ax.xaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    left = "used less often than by the others   |   " if has_under else ""
    ax.set_xlabel(f"{left}log-likelihood (G2): evidence, used more often")
    return finish(ax, f"{TITLE} {label(name, 40)}", keep="none")


def _chosen(table: pd.DataFrame, group: str | None) -> str:
    names = table["group"].drop_duplicates().tolist()
    if group is not None:
        if group not in names:
            raise unknown_name("group", group, names)
        return group

    if len(names) > 2:
        shown = ", ".join([*map(repr, names[:3]), "..."])
        raise InputError(
            f"The table 'keyness' holds {len(names)} groups ({shown}). Choose one: "
            f"group={names[0]!r}."
        )
    return str(names[0])


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the words of one group need."""
    largest = (
        table.loc[table["rank"] <= MOST, "group"].value_counts().max()
        if len(table)
        else 1
    )
    return 1.25 + 0.27 * max(1, int(largest))


def _draw(ax: Axes, y: int, row: dict[str, Any]) -> None:
    over = row["use"] == "over"
    evidence = float(row["log_likelihood"])
    look = (
        style(facecolor=BLUE)
        if over
        else style(facecolor=ORANGE, hatch=STRIPES)
    )
    end = evidence if over else -evidence
    ax.barh(y, end, height=0.62, edgecolor="white", lw=0.4, zorder=2, **look)
    ratio = f"{row['log_ratio']:+.1f}".replace("-", MINUS)
    said = f"{row['n_group']} to {row['n_reference']}; log ratio {ratio}"
    write(
        ax,
        end,
        y,
        said,
        shift=5 if over else -5,
        ha="left" if over else "right",
    )
