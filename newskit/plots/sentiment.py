"""Sentiment from the first sentence to the last."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.plots.by_group import Keys, draw_by_group, is_by_group
from newskit.plots.canvas import (
    BLUE,
    DARK,
    ORANGE,
    SOFT,
    STRIPES,
    Axes,
    axes,
    finish,
    grid,
    nothing,
    style,
    write,
)
from newskit.tables import need_columns, one_article

TITLE = "How does it sound?"
_WINDOW = 5  # sentences that the line is the mean of
_FEW_FOR_LINE = 8  # sentences: with fewer, the line says nothing that the bars do not
_MANY_BARS = 120  # sentences: with more, bars are so thin that edges and stripes fill them


def sentiment(
    sentence_sentiment: pd.DataFrame,
    *,
    article_id: str | None = None,
    by: Keys = None,
    value: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the sentiment of each sentence, in order, and the mean of five neighbors as a line.

    Positive bars rise and are blue, negative ones fall and are orange and striped, a ring is a
    sentence scored 0, and a gap one that was not scored. The line is drawn from eight sentences on.

    Parameters
    ----------
    sentence_sentiment : pandas.DataFrame
        Sentiment by sentence: `sentence` (counted from 0) and `compound` (-1 to 1); with
        `paragraph`, paragraphs are told apart by the ground behind them.
    article_id : str, optional
        Which article; needed when the table holds several.
    by : str or list of str, optional
        Draw a row for each group instead, with its value and interval: the columns that name the
        groups; not needed for a table that was made with `by`. ``nk.sentiment(articles,
        by="publisher", interval=True)`` makes it.
    value : str, optional
        Column to draw of each group; `compound` without it.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the number of the sentence, counted from 1.

    Raises
    ------
    InputError
        If a column is missing, or the table holds several articles and none was chosen.

    Examples
    --------
    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots
    >>> table = pd.DataFrame({"sentence": [0, 1], "compound": [0.4, -0.2]})
    >>> plots.sentiment(table, ax=Figure().subplots()).get_xlabel()
    'sentence, in reading order'
    """
    if is_by_group(sentence_sentiment, by):
        return draw_by_group(sentence_sentiment, "sentiment", TITLE, by, value or "compound", ax)

    need_columns(sentence_sentiment, ("sentence", "compound"), "sentence_sentiment")
    rows = one_article(sentence_sentiment, article_id, "sentence_sentiment").sort_values("sentence")
    ax = axes(ax, height(rows))
    scores = rows["compound"].astype("float64").to_numpy()
    numbers = rows["sentence"].astype("int64").to_numpy() + 1
    if pd.isna(scores).all():
        return nothing(ax, TITLE, "no sentence scored")

    _ground(ax, rows, numbers)
    _bars(ax, numbers, scores)
    if len(scores) >= _FEW_FOR_LINE:
        _mean_line(ax, numbers, scores)
    return _frame(ax, int(numbers.min()), int(numbers.max()))


def height(table: pd.DataFrame) -> float:
    """Return the height in inches of the scale, which is the same for every article."""
    return 3.3


def _ground(ax: Axes, rows: pd.DataFrame, numbers: Any) -> None:
    """Shade every other paragraph."""
    if "paragraph" not in rows.columns:
        return
    paragraphs = pd.Series(numbers).groupby(rows["paragraph"].to_numpy())
    for _, part in list(paragraphs)[::2]:
        ax.axvspan(part.min() - 0.5, part.max() + 0.5, color="#000000", alpha=0.035, lw=0, zorder=0)


def _bars(ax: Axes, numbers: Any, scores: Any) -> None:
    is_few = len(scores) <= _MANY_BARS
    for side, color, hatch in ((scores > 0, BLUE, ""), (scores < 0, ORANGE, STRIPES)):
        look = style(edgecolor="white", hatch=hatch) if is_few else style(edgecolor=color)
        ax.bar(numbers[side], scores[side], width=0.78, color=color, lw=0.6, **look)

    # A score of 0 has no bar, but is not missing: a ring tells it from a gap.
    zero = scores == 0
    ring = style(facecolor="white", edgecolor=SOFT, lw=1.1)
    ax.scatter(numbers[zero], scores[zero], s=20, zorder=5, **ring)


def _mean_line(ax: Axes, numbers: Any, scores: Any) -> None:
    mean = pd.Series(scores).rolling(_WINDOW, center=True, min_periods=3).mean()
    # White below it, so that it is seen on the bars.
    ax.plot(numbers, mean, color="white", lw=4, zorder=3.5)
    ax.plot(numbers, mean, color=DARK, lw=1.9, zorder=4)
    last = mean.last_valid_index()
    x, y = float(pd.Series(numbers)[last]), float(mean[last])
    write(ax, x + 0.6, y, f"mean of {_WINDOW}\nneighbors", shift=7, fontweight="bold")


def _frame(ax: Axes, first: int, last: int) -> Axes:
    from matplotlib.ticker import MaxNLocator

    ax.axhline(0, color=DARK, lw=0.8)
    ax.set(xlim=(first - 0.6, last + 0.6), ylim=(-1.05, 1.05))
    names = ["most negative \u22121", "\u22120.5", "0", "0.5", "most positive 1"]
    ax.set_yticks([-1, -0.5, 0, 0.5, 1], names)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=12, min_n_ticks=1))
    grid(ax, "y")
    ax.set_xlabel("sentence, in reading order")
    ax.set_ylabel("compound score")
    return finish(ax, TITLE, keep="none")
