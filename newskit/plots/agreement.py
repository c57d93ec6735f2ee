"""How well coders agree."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from newskit.html import plural
from newskit.plots.canvas import (
    FAINT,
    SMALL,
    SOFT,
    Axes,
    axes,
    finish,
    label,
    nothing,
    write,
)
from newskit.plots.interval_rows import INCHES, IntervalRow, draw_rows
from newskit.tables import need_columns

TITLE: Final = "How well do coders agree?"
MARKS: Final = (0.667, 0.8)
"""What Krippendorff asks of alpha: for tentative conclusions, and for others."""
_NAMES: Final = {
    "percent_agreement": "percent agreement",
    "cohen_kappa": "Cohen's kappa",
    "scott_pi": "Scott's pi",
    "fleiss_kappa": "Fleiss' kappa",
    "gwet_ac1": "Gwet's AC1",
    "krippendorff_alpha": "Krippendorff's alpha",
}
_NEED: Final = (
    "variable",
    "measure",
    "distance",
    "value",
    "low",
    "high",
    "n_units",
)


def agreement(agreement: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw each measure of agreement as a dot, its interval as a line, and write both beside it.

    Two lines mark .667 and .8, below which Krippendorff would not rely on alpha. An interval is
    dotted where there are fewer than 30 units.

    Parameters
    ----------
    agreement : pandas.DataFrame
        Table `agreement`.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the measure: 1 is complete agreement.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> coded = pd.DataFrame({"ann": ["yes", "yes", "no"], "ben": ["yes", "no", "no"]})
    >>> ax = nk.plots.agreement(nk.coding.agreement(coded), ax=Figure().subplots())
    >>> [tick.get_text() for tick in ax.get_yticklabels()][:3]
    ['percent agreement', "Cohen's kappa", "Scott's pi"]
    """
    need_columns(agreement, _NEED, "agreement")
    ax = axes(ax, height(agreement))
    if agreement.empty:
        return nothing(ax, TITLE, "nothing was coded by two people")

    draw_rows(ax, _rows(agreement))
    low, high = ax.get_xlim()
    ax.set_xlim(min(low, 0), max(high, 1))
    _mark(ax)
    counted = plural(int(agreement["n_units"].max()), "unit")
    ax.set_xlabel(f"1 is complete agreement; {counted}, interval of 95 %")
    return finish(ax, TITLE, keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the measures need."""
    return 1.4 + INCHES * max(1, len(_rows(table)))


def _rows(table: pd.DataFrame) -> list[IntervalRow]:
    """Return a row for each measure, under a heading for each variable where there are several."""
    rows: list[IntervalRow] = []
    groups = table.groupby("variable", sort=False)
    for variable, measures in groups:
        if groups.ngroups > 1:
            rows.append(IntervalRow(label(variable), is_heading=True))
        rows += [_row(measure) for measure in measures.to_dict("records")]
    return rows


def _row(measure: dict[Any, Any]) -> IntervalRow:
    name = _NAMES.get(measure["measure"], label(measure["measure"]))
    if measure["distance"] != "nominal":
        name += f" ({measure['distance']})"
    is_few = "few-units" in str(measure.get("caveats")).split("; ")
    bounds = measure["value"], measure["low"], measure["high"]
    return IntervalRow(name, *bounds, is_few=is_few)


def _mark(ax: Axes) -> None:
    top = ax.get_ylim()[1]
    for mark in MARKS:
        ax.axvline(mark, color=FAINT, lw=1, ls=(0, (4, 3)), zorder=0.6)
        write(
            ax,
            mark,
            top,
            f"{mark:g}",
            ha="center",
            va="bottom",
            color=SOFT,
            fontsize=SMALL,
        )
