"""Which code newskit takes for which."""

from __future__ import annotations

from typing import Final

import pandas as pd

from newskit.html import plural
from newskit.plots.canvas import (
    BLUE,
    DARK,
    FAINT,
    Axes,
    axes,
    finish,
    label,
    name_rows,
    nothing,
    style,
    write,
)
from newskit.tables import need_columns

TITLE: Final = "What does newskit say where people say it?"
MOST: Final = 12
"""Codes that are drawn: more cannot be read."""
_NEED: Final = ("people", "newskit", "n", "share")
_DARK_CELL: Final = 0.5
_ROW: Final = 0.5  # inches


def validation_confusion(
    confusion: pd.DataFrame, *, ax: Axes | None = None
) -> Axes:
    """Draw a table of codes: a row is what people said, a column what newskit said.

    A cell is the darker, the more of the units of its row stand in it; the number is the units.
    Those on the diagonal are what both said.

    Parameters
    ----------
    confusion : pandas.DataFrame
        Table `validation_confusion`: the attribute `confusion` of what `coding.validate` returns.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> empty = registry.empty("validation_confusion")
    >>> plots.validation_confusion(empty, ax=Figure().subplots()).texts[0].get_text()
    'nothing was compared'
    """
    need_columns(confusion, _NEED, "validation_confusion")
    ax = axes(ax, height(confusion))
    if confusion.empty:
        return nothing(ax, TITLE, "nothing was compared")

    codes = _codes(confusion)
    place = {code: number for number, code in enumerate(codes)}
    drawn = confusion[confusion[["people", "newskit"]].isin(codes).all(axis=1)]
    for people, newskit, n, share in drawn[list(_NEED)].itertuples(
        index=False
    ):
        _cell(
            ax,
            place[people],
            place[newskit],
            int(n),
            share if pd.notna(share) else 0.0,
        )

    name_rows(ax, [label(code, 24) for code in codes])
    ax.set_xticks(range(len(codes)), [label(code, 14) for code in codes])
    for tick in ax.get_xticklabels():
        tick.set_parse_math(False)
    ax.set_xlim(-0.5, len(codes) - 0.5)
    ax.set_ylabel("people say")
    ax.set_xlabel(
        f"newskit says; {plural(int(drawn['n'].sum()), 'unit')}{_left_out(confusion)}"
    )
    return finish(ax, TITLE, keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the codes need."""
    return 1.4 + _ROW * max(2, len(_codes(table)))


def _codes(table: pd.DataFrame) -> list[str]:
    """Return the codes to draw, those that people gave most often, in the order of the table."""
    given = table.groupby("people", sort=False)["n"].sum()
    most = set(given.sort_values(ascending=False, kind="stable").index[:MOST])
    return [code for code in given.index if code in most]


def _left_out(table: pd.DataFrame) -> str:
    n = table["people"].nunique() - MOST
    return f"; {plural(n, 'code')} left out" if n > 0 else ""


def _cell(ax: Axes, row: int, column: int, n: int, share: float) -> None:
    color, alpha = (BLUE, 0.1 + 0.9 * share) if n else ("white", 1.0)
    look = style(facecolor=color, alpha=alpha, edgecolor=FAINT, lw=0.5)
    ax.barh(row, 1, left=column - 0.5, height=1, **look)
    if n:
        ink = "white" if share > _DARK_CELL else DARK
        write(ax, column, row, f"{n:,} ({share:.0%})", ha="center", color=ink)
