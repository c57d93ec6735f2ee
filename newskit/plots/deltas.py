"""Every measure before and after: how much more, or less."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from newskit.html import MINUS, plural, records
from newskit.plots.canvas import (
    BLUE,
    DARK,
    ORANGE,
    STRIPES,
    Axes,
    axes,
    finish,
    first_of,
    grid,
    label,
    name_rows,
    nothing,
    style,
    write,
)
from newskit.tables import need_columns, one_article

TITLE = "Which numbers changed?"
MOST = 30
"""Measures that are drawn."""
_NEED = ("version_from", "version_to", "field", "measure", "unit", "before", "after")
_DIGITS, _WHOLE = 3, 1_000  # digits of a value; from so much on it has no decimals
_NAME = 34  # characters of a name
_MARGIN = 1.75  # of the longest bar: room for what is written behind it


class _Change(NamedTuple):
    """A measure before the first step and after the last one."""

    name: str
    unit: str
    before: float
    after: float

    @property
    def share(self) -> float:
        """The difference as a share of the larger value; of a change of sign all of it."""
        larger = max(abs(self.before), abs(self.after))
        return max(-1.0, min(1.0, (self.after - self.before) / larger)) if larger else 0.0


def deltas(deltas: pd.DataFrame, *, article_id: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw the measures that differ between the first version and the last.

    A bar to the right is more, blue and solid; one to the left is less, orange and striped. Its
    length is the difference as a share of the larger value, so that measures of different units
    stand in one picture; the values stand beside it. More is not better, and a small number may
    double by chance.

    Parameters
    ----------
    deltas : pandas.DataFrame
        Table `deltas`, as `newskit.revisions.deltas` makes it; of one step:
        ``deltas[deltas["version_to"] == 2]``.
    article_id : str, optional
        Which article; needed when the table holds several.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is a share, from -1 to 1. Measures that did not change are counted
        below; of more than 30 the first are drawn.

    Raises
    ------
    InputError
        If a column is missing, or the table holds several articles and none was chosen.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.deltas(registry.empty("deltas"), ax=Figure().subplots()).texts[0].get_text()
    'no measure changed'
    """
    need_columns(deltas, _NEED, "deltas")
    rows = one_article(deltas, article_id, "deltas")
    ax = axes(ax, height(rows))
    every = _changes(rows)
    # What differs behind the digits that are printed would be a bar that says nothing.
    changed = [one for one in every if _value(one.before) != _value(one.after)]
    if not changed:
        return nothing(ax, TITLE, "no measure changed")

    shown = changed[:MOST]
    for y, one in enumerate(shown):
        _draw(ax, y, one)

    name_rows(ax, [label(one.name, _NAME) for one in shown])
    furthest = _MARGIN * max(abs(one.share) for one in shown)
    ax.set_xlim(-furthest, furthest)
    ax.axvline(0, color=DARK, lw=0.8)
    ax.set_xticks([share for share in ax.get_xticks() if abs(share) <= 1])
    ax.set_xlim(-furthest, furthest)
    grid(ax, "x")
    ax.xaxis.set_major_formatter(lambda value, _: _percent(value))
    n_same = len(every) - len(changed)
    same = f"; {plural(n_same, 'measure')} did not change" if n_same else ""
    ax.set_xlabel(f"difference, as a share of the larger value{same}")
    return finish(ax, first_of(TITLE, MOST, len(changed)), keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the measures need."""
    n = len(table.drop_duplicates(["field", "measure"])) if len(table) else 1
    return 1.2 + 0.27 * min(max(n, 1), MOST)


def _changes(rows: pd.DataFrame) -> list[_Change]:
    """Return each measure of the first version and the last, where both are known."""
    found: dict[tuple[str, str], _Change] = {}
    for row in records(rows.sort_values("version_from", kind="stable")):
        before, after = row["before"], row["after"]
        if before is None or after is None:
            continue

        key = row["field"], row["measure"]
        place = "" if row["field"] == "text" else f"{row['field']}: "
        first = found.get(key, _Change(f"{place}{row['measure']}", row["unit"] or "", before, 0.0))
        found[key] = first._replace(after=after)

    return list(found.values())


def _percent(share: float) -> str:
    return f"{share:+.0%}".replace("-", MINUS) if share else "0"


def _draw(ax: Axes, y: int, one: _Change) -> None:
    is_more = one.share > 0
    look = style(facecolor=BLUE) if is_more else style(facecolor=ORANGE, hatch=STRIPES)
    ax.barh(y, one.share, height=0.62, edgecolor="white", lw=0.4, zorder=2, **look)
    said = f"{_value(one.before)} → {_value(one.after)}"
    side = style(shift=5, ha="left") if is_more else style(shift=-5, ha="right")
    write(ax, one.share, y, said, **side)


def _value(value: float) -> str:
    return f"{value:.{_DIGITS}g}".replace("-", MINUS) if abs(value) < _WHOLE else f"{value:,.0f}"
