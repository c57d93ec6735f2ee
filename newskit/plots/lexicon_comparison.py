"""Two word lists against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from newskit.plots.canvas import (
    BLUE,
    FAINT,
    INK,
    ORANGE,
    SMALL,
    axes,
    finish,
    label,
    nothing,
    write,
)
from newskit.tables import need_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Which words do the lists weigh differently?"
HEIGHT = 5.2


def lexicon_comparison(comparison: pd.DataFrame, *, words: int = 12, ax: Axes | None = None) -> Axes:
    """Draw the valence of each word in one list against that in another; the largest differences are named.

    Words on the line have one valence in both. A word that is in one list only is drawn as a cross, at 0 of the other.

    Parameters
    ----------
    comparison : pandas.DataFrame
        What `newskit.lexicons.compare` returns: `word`, `valence_one`, `valence_other`, `difference`.
    words : int
        How many words with the largest differences are named.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the valence in the one list, y in the other (higher is more positive).

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> from newskit import compare_lexicons, plots
    >>> lists = [pd.DataFrame({"word": ["war"], "valence": [v]}) for v in (-2.9, -1.8)]
    >>> plots.lexicon_comparison(compare_lexicons(*lists), ax=Figure().subplots()).get_xlabel()
    'valence in the one list'
    """
    need_columns(comparison, ("word", "valence_one", "valence_other", "difference"), "comparison")
    ax = axes(ax, HEIGHT)
    if comparison.empty:
        return nothing(ax, TITLE, "no words")
    x, y = (comparison[f"valence_{name}"].astype("float64") for name in ("one", "other"))
    both = x.notna() & y.notna()
    x, y = x.fillna(0.0), y.fillna(0.0)
    ends = [min(x.min(), y.min()), max(x.max(), y.max())]
    ax.plot(ends, ends, color=FAINT, lw=1, zorder=1)
    ax.scatter(x[both], y[both], s=9, color=BLUE, alpha=0.45, lw=0, zorder=2, label="in both")
    if (~both).any():
        ax.scatter(x[~both], y[~both], s=11, color=ORANGE, alpha=0.5, marker="x", lw=0.7, zorder=2, label="in one only")
    far = comparison["difference"].abs().sort_values(ascending=False, kind="stable").index[: max(words, 0)]
    for i in far:
        write(ax, x[i], y[i], label(comparison.loc[i, "word"], 18), shift=4, fontsize=SMALL, color=INK)
    ax.set_xlabel("valence in the one list")
    ax.set_ylabel("valence in the other list")
    ax.legend(frameon=False, fontsize=SMALL, loc="upper left")
    return finish(ax, TITLE)
