"""How far groups lie apart."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.errors import unknown_name
from newskit.html import MINUS, records
from newskit.plots.canvas import Axes, axes, finish, first_of, label, nothing
from newskit.plots.interval_rows import FEW, INCHES, IntervalRow, draw_rows, is_few
from newskit.tables import need_columns

TITLE = "How far apart are the groups?"
MOST = 30
_NEED = (
    "measure", "group", "other", "difference", "difference_low", "difference_high", "caveats",
)  # fmt: skip


def differences(
    differences: pd.DataFrame, *, measure: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the difference of each pair of groups with its interval, beside a line at zero.

    Where the interval crosses the line, the articles do not tell which group has more.

    Parameters
    ----------
    differences : pandas.DataFrame
        Table `differences`.
    measure : str, optional
        Which measure; the first of the table without it.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the difference, in the unit of the measure.

    Raises
    ------
    InputError
        If a column is missing.
    UnknownNameError
        If the table has no such measure.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.differences(registry.empty("differences"), ax=Figure().subplots()).texts[0].get_text()
    'no groups to compare'
    """
    need_columns(differences, _NEED, "differences")
    rows = _of_measure(differences, measure)
    ax = axes(ax, height(rows))
    if rows.empty:
        return nothing(ax, TITLE, "no groups to compare")

    draw_rows(ax, [_row(row) for row in records(rows.iloc[:MOST])], zero=True)
    ax.set_xlabel(
        f"{label(rows['measure'].iloc[0], 60)}: the first group less the other\n"
        f"lines: intervals of 95 %{FEW}; left of zero the first group has less"
    )
    return finish(ax, first_of(TITLE, MOST, len(rows)), keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the pairs need."""
    n = len(_of_measure(table, None)) if "measure" in table.columns else 1
    return 1.4 + INCHES * max(1, min(n, MOST))


def _of_measure(table: pd.DataFrame, measure: str | None) -> pd.DataFrame:
    measures = table["measure"].drop_duplicates().tolist()
    chosen = measure if measure is not None else next(iter(measures), None)
    if chosen is None:
        return table
    if chosen not in measures:
        raise unknown_name("measure in the table", chosen, measures)
    return table[table["measure"] == chosen]


def _row(row: dict[str, Any]) -> IntervalRow:
    cells = (row[name] for name in ("difference", "difference_low", "difference_high"))
    value, low, high = (float("nan") if cell is None else float(cell) for cell in cells)
    name = f"{label(row['group'], 20)} {MINUS} {label(row['other'], 20)}"
    return IntervalRow(name, value, low, high, is_few=is_few(row["caveats"]))
