"""Readability: where each measure stands between easy and hard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from newskit.errors import InputError
from newskit.html import known
from newskit.plots.canvas import (
    BLUE,
    FAINT,
    INK,
    SMALL,
    SOFT,
    TEXT,
    TRACK,
    axes,
    finish,
    label,
    nothing,
    plural,
    write,
)
from newskit.tables import need_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "How hard is it to read?"
_NEED = ("measure", "name", "unit", "low", "high", "direction")


def readability(readability: pd.DataFrame, *, measures: pd.DataFrame | None = None, ax: Axes | None = None) -> Axes:
    """Draw each readability measure on its own band from easy (left) to hard (right).

    Measures that give a school grade share one scale, and the gray field behind them spans the lowest to the highest:
    that is how far formulas disagree about the same words. All others stand on their own scale, whose ends are written
    beside it. A triangle at an end is a value beyond it.

    Parameters
    ----------
    readability : pandas.DataFrame
        Table `readability`; each row is a dot, and one row alone has its values written beside the dots.
    measures : pandas.DataFrame, optional
        Table `measures` (`measure`, `name`, `unit`, `low`, `high`, `direction`): which to draw and where their bands
        end. Without it the classic ones of `newskit.measures()` that the table has, or, where it has none, all
        that it has.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x runs from 0 (easy end of the band) to 1 (hard end).

    Raises
    ------
    InputError
        If `measures` lacks a column, or `readability` has none of the measures.

    Examples
    --------
    >>> import newskit as nk
    >>> from matplotlib.figure import Figure
    >>> table = nk.readability("The sun set. The boat came home.")
    >>> ax = nk.plots.readability(table, ax=Figure().subplots())
    >>> ax.get_title(loc="left")
    'How hard is it to read?'
    """
    if measures is None:
        from newskit.analyses.readability import measures as all_measures

        measures = all_measures()
        measures = measures[measures["measure"].isin(readability.columns)]
        measures = measures[measures["classic"]] if measures["classic"].any() else measures
    need_columns(measures, _NEED, "measures")
    rows = _bands(measures)
    if not rows:
        has = ", ".join(map(str, readability.columns)) or "none"
        raise InputError(f"The table 'readability' has no measure. Its columns: {has}.")
    need_columns(readability, [row["measure"] for row in rows], "readability")
    ax = axes(ax, height(len(rows)))
    if readability.empty:
        return nothing(ax, TITLE, "no article scored")
    _tracks(ax, rows)
    _spread(ax, rows, readability)
    for row in rows:
        _dots(ax, row, readability[row["measure"]])
    return _frame(ax, rows, len(readability))


def height(n_measures: int) -> float:
    """Return the height in inches that so many measures need."""
    return 1.5 + 0.36 * (n_measures + 1)


def _bands(measures: pd.DataFrame) -> list[dict[str, Any]]:
    """Give each measure its row: measures on a scale of their own, a gap, then grades on one common scale."""
    rows = [{str(k): v for k, v in row.items()} for row in measures.to_dict("records")]
    grades = [row for row in rows if "grade" in str(row["unit"])]
    others = [row for row in rows if "grade" not in str(row["unit"])]
    flesch = [row for row in others if row["direction"] == "higher is easier"]
    others = [row for row in others if row["direction"] != "higher is easier"]
    y = 0.0
    for group in (flesch, grades, others):
        for row in group:
            low = min(r["low"] for r in grades) if row in grades else row["low"]
            high = max(r["high"] for r in grades) if row in grades else row["high"]
            easy, hard = (high, low) if row["direction"] == "higher is easier" else (low, high)
            row.update(easy=float(easy), hard=float(hard), y=y, grade=row in grades)
            y += 1
        y += 0.75 if group else 0
    return [*flesch, *grades, *others]


def _at(row: dict[str, Any], value: float) -> float:
    return float((value - row["easy"]) / (row["hard"] - row["easy"]))


def _tracks(ax: Axes, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        y = row["y"]
        ax.barh(y, 1, height=0.26, color=TRACK, zorder=1)
        for x, side, end in ((-0.012, "right", row["easy"]), (1.012, "left", row["hard"])):
            write(ax, x, y, f"{end:g}", ha=side, fontsize=SMALL - 1, color=SOFT)
        name = label(row["name"], 30)
        unit = "grade" if row["grade"] else label(row["unit"], 22)
        write(ax, -0.06, y - 0.12, name, ha="right")
        write(ax, -0.06, y + 0.26, unit, ha="right", fontsize=SMALL - 1.5, color=SOFT)


def _spread(ax: Axes, rows: list[dict[str, Any]], table: pd.DataFrame) -> None:
    """Span the grades that one article gets from different formulas."""
    grades = [row for row in rows if row["grade"]]
    values = [(row, float(table[row["measure"]].iloc[0])) for row in grades if known(table[row["measure"]].iloc[0])]
    if len(table) != 1 or len(values) < 2:
        return
    low, high = min(v for _, v in values), max(v for _, v in values)
    a, b = (min(1.0, max(0.0, _at(grades[0], v))) for v in (low, high))
    top, bottom = grades[0]["y"] - 0.42, grades[-1]["y"] + 0.42
    ax.fill_between([a, b], top, bottom, color="#9a9a9a", alpha=0.22, lw=0, zorder=0.5)
    words = f"same text, grades {low:.1f} to {high:.1f}"
    write(ax, (a + b) / 2, top - 0.2, words, ha="center", fontsize=SMALL - 0.5, color=SOFT, style="italic")


def _dots(ax: Axes, row: dict[str, Any], values: pd.Series) -> None:
    alone = len(values) == 1
    for value in values:
        if not known(value):
            if alone:
                write(ax, 0.5, row["y"], "not scored", ha="center", fontsize=SMALL, color=SOFT, style="italic")
            continue
        x = _at(row, float(value))
        marker, shown = ("<", 0.0) if x < 0 else (">", 1.0) if x > 1 else ("o", x)
        size = 62 if alone else 26
        ax.scatter(shown, row["y"], s=size, marker=marker, color=BLUE, edgecolor="white", lw=0.8, zorder=3,
                   alpha=1 if alone else 0.55, clip_on=False)  # fmt: skip
        if alone:
            side, shift = ("right", -0.02) if shown > 0.85 else ("left", 0.02)
            back = {"boxstyle": "square,pad=0.12", "fc": "white", "ec": "none", "alpha": 0.75}
            write(ax, shown + shift, row["y"], f"{value:.1f}", ha=side, fontweight="bold", bbox=back, zorder=2.5)


def _frame(ax: Axes, rows: list[dict[str, Any]], n: int) -> Axes:
    ax.set(xlim=(0, 1), ylim=(rows[-1]["y"] + 0.6, -0.7), yticks=[])
    ax.set_xticks([0, 0.5, 1], ["◂ easy", "", "hard ▸"])
    ax.set_xlabel("each measure from the easiest to the hardest value usually met")
    title = TITLE if n == 1 else f"{TITLE} ({plural(n, 'row')})"
    finish(ax, title, keep="none")
    for tick, color in zip(ax.get_xticklabels(), (INK, FAINT, INK), strict=True):
        tick.set(color=color, fontsize=TEXT, fontweight="bold")
    return ax
