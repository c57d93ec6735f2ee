"""Who has how much of the quoted words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.html import plural, records
from newskit.plots.by_group import Keys, draw_by_group, is_by_group
from newskit.plots.canvas import (
    TRACK,
    Axes,
    axes,
    finish,
    first_of,
    grid,
    label,
    name_rows,
    nothing,
    speaker_look,
    style,
    write,
)
from newskit.tables import need_columns, one_article

TITLE = "Who speaks? Share of the quoted words"
MOST = 15
_NEED = ("speaker", "n_quotes", "n_words", "share", "first_start")


def speakers(
    speakers: pd.DataFrame,
    *,
    article_id: str | None = None,
    by: Keys = None,
    value: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw each speaker's share of the quoted words as a bar, the largest first.

    Colors are those of `plots.quotes` and of `highlight`: the speakers' places in order of first
    speaking.

    Parameters
    ----------
    speakers : pandas.DataFrame
        Table `speakers`: `speaker`, `n_quotes`, `n_words`, `share` (0 to 1) and `first_start` are
        used.
    article_id : str, optional
        Which article; needed when the table holds several.
    by : str or list of str, optional
        Draw a row for each group instead, with its value and interval: the columns that name the
        groups; not needed for a table that was made with `by`. ``nk.speakers(quotes,
        by=nk.groups(articles, "publisher"))`` makes it; five speakers of each group are drawn.
    value : str, optional
        Column to draw of each group; `share` without it.
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
    if is_by_group(speakers, by):
        return draw_by_group(speakers, "speakers", TITLE, by, value or "share", ax)

    need_columns(speakers, _NEED, "speakers")
    rows = one_article(speakers, article_id, "speakers")
    ax = axes(ax, height(rows))
    if rows.empty:
        return nothing(ax, TITLE, "no one is quoted")

    # Colors by first speaking, as everywhere else; rows by share.
    named = rows[rows["speaker"].notna()].sort_values("first_start", kind="stable")
    order = named["speaker"].tolist()
    largest = rows.sort_values("share", ascending=False, kind="stable").iloc[:MOST]
    shown = records(largest)
    for y, row in enumerate(shown):
        _draw(ax, y, row, order)
    name_rows(ax, [label(row["speaker"] or "speaker not known", 28) for row in shown])
    ax.set_xlim(0, 100)
    ax.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
    grid(ax, "x")
    ax.set_xlabel("share of the words inside quotation marks, in percent")
    return finish(ax, first_of(TITLE, MOST, len(rows)), keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the speakers of one article need."""
    return 1.25 + 0.42 * max(1, min(len(table), MOST))


def _draw(ax: Axes, y: int, row: dict[str, Any], order: list[str]) -> None:
    # Without any quoted word there is no share of them.
    share = 100 * float(row["share"] or 0)
    color, hatch = speaker_look(order.index(row["speaker"]) if row["speaker"] else None)
    look = style(facecolor=color, hatch=hatch, edgecolor="white", lw=0.4)
    ax.barh(y, 100, height=0.56, color=TRACK, zorder=0.5)
    ax.barh(y, share, height=0.56, zorder=2, **look)
    words = plural(int(row["n_words"]), "word")
    quotations = plural(int(row["n_quotes"]), "quotation")
    write(ax, 100, y, f"{share:.0f} %: {words}, {quotations}", shift=7)
