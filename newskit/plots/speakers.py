"""Who has how much of the quoted words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from newskit.html import COLORS, UNKNOWN, known
from newskit.plots.canvas import (
    FAINT,
    HATCHES,
    SMALL,
    TRACK,
    axes,
    finish,
    label,
    name_rows,
    nothing,
    plural,
    write,
)
from newskit.tables import need_columns, one_article

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Who speaks? Share of the quoted words"
MOST = 15
_NEED = ("speaker", "n_quotes", "n_words", "share", "first_start")


def speakers(speakers: pd.DataFrame, *, article_id: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw each speaker's share of the quoted words as a bar, the largest first.

    Colors are those of `plots.quotes` and of `highlight`: the speakers' places in order of first speaking.

    Parameters
    ----------
    speakers : pandas.DataFrame
        Table `speakers`: `speaker`, `n_quotes`, `n_words`, `share` (0 to 1) and `first_start` are used.
    article_id : str, optional
        Which article; needed when the table holds several.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the share of quoted words in percent.

    Raises
    ------
    InputError
        If a column is missing, or the table holds several articles and none was chosen.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.speakers(registry.empty("speakers"), ax=Figure().subplots()).texts[0].get_text()
    'no one is quoted'
    """
    need_columns(speakers, _NEED, "speakers")
    rows = one_article(speakers, article_id, "speakers")
    ax = axes(ax, height(len(rows)))
    if rows.empty:
        return nothing(ax, TITLE, "no one is quoted")
    order = rows[rows["speaker"].notna()].sort_values("first_start", kind="stable")["speaker"].tolist()
    shown = rows.sort_values("share", ascending=False, kind="stable").iloc[:MOST].to_dict("records")
    for y, row in enumerate(shown):
        _draw(ax, y, {str(k): v for k, v in row.items()}, order)
    name_rows(ax, [label(row["speaker"], 28) if known(row["speaker"]) else "speaker not known" for row in shown])
    ax.set_xlim(0, 100)
    ax.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
    ax.grid(axis="x", color=FAINT, lw=0.5)
    ax.set_axisbelow(True)
    ax.set_xlabel("share of the words inside quotation marks, in percent")
    left_out = f" (first {MOST} of {len(rows)})" if len(rows) > MOST else ""
    return finish(ax, TITLE + left_out, keep="none")


def height(n_speakers: int) -> float:
    """Return the height in inches that so many speakers need."""
    return 1.25 + 0.42 * max(1, min(n_speakers, MOST))


def _draw(ax: Axes, y: int, row: dict[str, Any], order: list[str]) -> None:
    share = 100 * float(row["share"]) if known(row["share"]) else 0.0
    place = order.index(row["speaker"]) if known(row["speaker"]) else -1
    color = COLORS[place % len(COLORS)] if place >= 0 else UNKNOWN
    hatch = HATCHES[place % len(HATCHES)] if place >= 0 else ""
    ax.barh(y, 100, height=0.56, color=TRACK, zorder=0.5)
    ax.barh(y, share, height=0.56, facecolor=color, edgecolor="white", hatch=hatch, lw=0.4, zorder=2)
    counts = f"{plural(int(row['n_words']), 'word')}, {plural(int(row['n_quotes']), 'quotation')}"
    note = f"{share:.0f} %: {counts}"
    write(ax, 100, y, note, shift=7, fontsize=SMALL, clip_on=False)
