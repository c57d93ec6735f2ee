"""Sentiment from the first sentence to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from newskit.plots.canvas import BLUE, FAINT, INK, ORANGE, SMALL, SOFT, axes, finish, nothing, write
from newskit.tables import need_columns, one_article

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "How does it sound?"
HEIGHT = 3.3
_WINDOW = 5


def sentiment(sentence_sentiment: pd.DataFrame, *, article_id: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw the sentiment of each sentence, in order, and the mean of five neighbors as a line.

    Positive bars rise and are blue, negative ones fall and are orange and hatched, a ring is a sentence scored 0, and a
    gap one that was not scored. The line is drawn from eight sentences on.

    Parameters
    ----------
    sentence_sentiment : pandas.DataFrame
        Sentiment by sentence: `sentence` (counted from 0) and `compound` (-1 to 1); with `paragraph`, paragraphs are
        told apart by the ground behind them.
    article_id : str, optional
        Which article; needed when the table holds several.
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
    need_columns(sentence_sentiment, ("sentence", "compound"), "sentence_sentiment")
    rows = one_article(sentence_sentiment, article_id, "sentence_sentiment").sort_values("sentence")
    ax = axes(ax, HEIGHT)
    scores = rows["compound"].astype("float64").to_numpy()
    numbers = rows["sentence"].astype("int64").to_numpy() + 1
    if pd.isna(scores).all():
        return nothing(ax, TITLE, "no sentence scored")
    _ground(ax, rows, numbers)
    few = len(scores) <= 120
    for side, color, hatch in ((scores > 0, BLUE, ""), (scores < 0, ORANGE, "////")):
        edge = "white" if few else color
        ax.bar(numbers[side], scores[side], width=0.78, color=color, hatch=hatch if few else "", edgecolor=edge, lw=0.6)
    zero = scores == 0
    ax.scatter(numbers[zero], scores[zero], s=20, facecolor="white", edgecolor=SOFT, lw=1.1, zorder=5)
    if len(scores) >= 8:
        mean = pd.Series(scores).rolling(_WINDOW, center=True, min_periods=3).mean()
        ax.plot(numbers, mean, color="white", lw=4, zorder=3.5)
        ax.plot(numbers, mean, color=INK, lw=1.9, zorder=4)
        _name_line(ax, numbers, mean)
    return _frame(ax, int(numbers.min()), int(numbers.max()))


def _ground(ax: Axes, rows: pd.DataFrame, numbers: Any) -> None:
    if "paragraph" not in rows.columns:
        return
    groups = pd.Series(numbers).groupby(rows["paragraph"].to_numpy())
    for _, part in list(groups)[::2]:
        ax.axvspan(part.min() - 0.5, part.max() + 0.5, color="#000000", alpha=0.035, lw=0, zorder=0)


def _name_line(ax: Axes, numbers: Any, mean: pd.Series) -> None:
    last = mean.last_valid_index()
    x, y = float(pd.Series(numbers)[last]), float(mean[last])
    write(ax, x + 0.6, y, f"mean of {_WINDOW}\nneighbors", shift=7, fontsize=SMALL, fontweight="bold", clip_on=False)


def _frame(ax: Axes, first: int, last: int) -> Axes:
    from matplotlib.ticker import MaxNLocator

    ax.axhline(0, color=INK, lw=0.8)
    ax.set(xlim=(first - 0.6, last + 0.6), ylim=(-1.05, 1.05))
    ax.set_yticks([-1, -0.5, 0, 0.5, 1], ["most negative \u22121", "\u22120.5", "0", "0.5", "most positive 1"])
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=12, min_n_ticks=1))
    ax.grid(axis="y", color=FAINT, lw=0.5)
    ax.set_axisbelow(True)
    ax.set_xlabel("sentence, in reading order")
    ax.set_ylabel("compound score")
    return finish(ax, TITLE, keep="none")
