"""Readability: where each measure stands between easy and hard."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from newskit.analyses.readability.grades import FAMILIES, grades
from newskit.analyses.readability.measures import measures as all_measures
from newskit.html import known, plural, records
from newskit.plots.by_group import Keys, draw_by_group, is_by_group
from newskit.plots.canvas import (
    BLUE,
    SMALL,
    SOFT,
    TEXT,
    TRACK,
    Axes,
    axes,
    finish,
    label,
    nothing,
    style,
    write,
)
from newskit.tables import need_columns

TITLE = "How hard is it to read?"
_NEED = ("measure", "name", "unit", "low", "high", "direction")
GROUPS_BY = "flesch_kincaid"
_GAP = 0.75  # rows between the measures of one scale and those of the next
_RANGE_GRAY = "#9a9a9a"


class _Band(NamedTuple):
    """A measure and its scale; `y` is its row."""

    measure: str
    name: str
    unit: str
    easy: float
    hard: float
    y: float

    def place(self, value: float) -> float:
        """Return 0 for the easy end, 1 for the hard end, less or more for what lies beyond."""
        return float((value - self.easy) / (self.hard - self.easy))


def readability(
    readability: pd.DataFrame,
    *,
    measures: pd.DataFrame | None = None,
    by: Keys = None,
    value: str | None = None,
    articles: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw each readability measure on its own band from easy (left) to hard (right).

    Measures that give a school grade share one scale. The gray field behind them is the range that
    `newskit.grades` gives for the same table, which says how far formulas disagree about the same
    words: it takes one formula of each family, as far as the table has them, and those that are not
    drawn count, too. All other measures stand on their own scale, whose ends are written beside it.
    A triangle at an end is a value beyond it.

    Parameters
    ----------
    readability : pandas.DataFrame
        Table `readability`; each row is a dot, and one row alone has its values written beside the
        dots and its range of grades behind them.
    measures : pandas.DataFrame, optional
        Table `measures` (`measure`, `name`, `unit`, `low`, `high`, `direction`): which to draw and
        where their bands end. Without it the classic ones of `newskit.measures()` that the table
        has, or, where it has none, all that it has.
    by : str or list of str, optional
        Draw a row for each group instead, with its value and interval: the columns that name the
        groups; not needed for a table that was made with `by`. ``nk.readability(articles,
        by="publisher", interval=True)`` makes it. ``by="article_id"`` draws a row for each article.
    value : str, optional
        Measure to draw of each group; without it `flesch_kincaid`, or the first that the table has.
    articles : pandas.DataFrame, optional
        With ``by="article_id"``: articles whose headlines are written instead.
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
    if is_by_group(readability, by):
        value = value or _first_measure(readability)
        return draw_by_group(readability, "readability", TITLE, by, value, ax, articles)

    need_columns(readability, (), "readability")
    shown = _drawn(readability) if measures is None else measures
    need_columns(shown, _NEED, "measures")
    if shown.empty:
        need_columns(readability, ("flesch_reading_ease",), "readability")
    need_columns(readability, shown["measure"], "readability")
    ax = axes(ax, height(readability, measures=shown))
    if readability.empty:
        return nothing(ax, TITLE, "no article scored")

    by_scale = _bands(shown)
    bands = [band for group in by_scale.values() for band in group]
    for band in bands:
        _track(ax, band)
        _dots(ax, band, readability[band.measure])
    if len(readability) == 1:
        _grade_range(ax, by_scale["grades"], readability)
    return _frame(ax, bands[-1].y, len(readability))


def _first_measure(table: pd.DataFrame) -> str:
    """Return the measure to draw of groups where none was chosen."""
    need_columns(table, (), "readability")
    if GROUPS_BY in table.columns:
        return GROUPS_BY
    return next(iter(_drawn(table)["measure"]), GROUPS_BY)


def height(table: pd.DataFrame, *, measures: pd.DataFrame | None = None) -> float:
    """Return the height in inches that the measures of the table need."""
    shown = _drawn(table) if measures is None else measures
    return 1.5 + 0.36 * (len(shown) + 1)


def _drawn(table: pd.DataFrame) -> pd.DataFrame:
    """Return the measures to draw where none were chosen."""
    stated = all_measures()
    stated = stated[stated["measure"].isin(table.columns)]
    return stated[stated["classic"]] if stated["classic"].any() else stated


def _bands(measures: pd.DataFrame) -> dict[str, list[_Band]]:
    """Give each measure its row: scales where high is easy, a gap, grades, a gap, all others."""
    stated = measures.copy()
    # One scale for all grades: then the same grade stands at the same place in each row.
    gives_grade = stated["unit"].astype("string").str.contains("grade", na=False)
    of_grades = stated[gives_grade]
    ends = {"low": of_grades["low"].min(), "high": of_grades["high"].max(), "unit": "grade"}
    for column, value in ends.items():
        stated.loc[gives_grade, column] = value

    high_is_easy = (stated["direction"] == "higher is easier") & ~gives_grade
    groups = {
        "ease": stated[high_is_easy],
        "grades": stated[gives_grade],
        "other": stated[~gives_grade & ~high_is_easy],
    }

    bands = {}
    y = 0.0
    for name, group in groups.items():
        bands[name] = [_band(row, y + i) for i, row in enumerate(records(group))]
        y += len(group) + _GAP if len(group) else 0
    return bands


def _band(row: dict[str, Any], y: float) -> _Band:
    ends = float(row["low"]), float(row["high"])
    easy, hard = reversed(ends) if row["direction"] == "higher is easier" else ends
    return _Band(row["measure"], row["name"], row["unit"], easy, hard, y)


def _track(ax: Axes, band: _Band) -> None:
    ax.barh(band.y, 1, height=0.26, color=TRACK, zorder=1)
    for x, side, end in ((-0.012, "right", band.easy), (1.012, "left", band.hard)):
        write(ax, x, band.y, f"{end:g}", ha=side, fontsize=SMALL - 1, color=SOFT)
    write(ax, -0.06, band.y - 0.12, label(band.name, 30), ha="right", fontsize=TEXT)
    unit = label(band.unit, 22)
    write(ax, -0.06, band.y + 0.26, unit, ha="right", fontsize=SMALL - 1.5, color=SOFT)


def _grade_range(ax: Axes, bands: list[_Band], table: pd.DataFrame) -> None:
    """Span the grades that different formulas give one text: exactly what `grades` says."""
    # A table of other measures only, of LIX say, has no grades to disagree about.
    if not bands or not table.columns.isin(FAMILIES).any():
        return

    said = grades(table).iloc[0]
    n = int(said["n_measures"])
    if n < 2:
        return

    low, high = said["grade_low"], said["grade_high"]
    left, right = (min(1.0, max(0.0, bands[0].place(grade))) for grade in (low, high))
    top, bottom = bands[0].y - 0.42, bands[-1].y + 0.42
    ax.fill_between([left, right], top, bottom, color=_RANGE_GRAY, alpha=0.22, lw=0, zorder=0.5)
    words = f"{n} formulas: grades {low:.1f} to {high:.1f}"
    font = style(ha="center", fontsize=SMALL - 0.5, color=SOFT, style="italic")
    write(ax, (left + right) / 2, top - 0.2, words, **font)


def _dots(ax: Axes, band: _Band, values: pd.Series) -> None:
    """Draw the value of each row; of one row alone, write it beside the dot."""
    alone = len(values) == 1
    dot = style(s=62, alpha=1) if alone else style(s=26, alpha=0.55)
    for value in values:
        if known(value):
            x = band.place(float(value))
            shown = min(1.0, max(0.0, x))
            # An arrow where the value lies beyond the band.
            marker = "o" if x == shown else "<" if x < shown else ">"
            look = style(marker=marker, color=BLUE, edgecolor="white", lw=0.8)
            ax.scatter(shown, band.y, zorder=3, clip_on=False, **look, **dot)
            if alone:
                _write_value(ax, shown, band.y, value)
        elif alone:
            # Of many articles, one without a score is seen by its missing dot.
            write(ax, 0.5, band.y, "not scored", ha="center", color=SOFT, style="italic")


def _write_value(ax: Axes, x: float, y: float, value: float) -> None:
    # To the left of the dot where it would run out of the picture to the right.
    side, shift = ("right", -0.02) if x > 0.85 else ("left", 0.02)
    font = style(ha=side, fontsize=TEXT, fontweight="bold")
    box = style(boxstyle="square,pad=0.12", fc="white", ec="none", alpha=0.75)
    write(ax, x + shift, y, f"{value:.1f}", bbox=box, zorder=2.5, **font)


def _frame(ax: Axes, last_y: float, n_rows: int) -> Axes:
    ax.set(xlim=(0, 1), ylim=(last_y + 0.6, -0.7), yticks=[])
    ax.set_xticks([0, 0.5, 1], ["◂ easy", "", "hard ▸"])
    ax.set_xlabel("each measure from the easiest to the hardest value usually met")
    title = TITLE if n_rows == 1 else f"{TITLE} ({plural(n_rows, 'row')})"
    finish(ax, title, keep="none")
    for tick in ax.get_xticklabels():
        tick.set(fontsize=TEXT, fontweight="bold")
    return ax
