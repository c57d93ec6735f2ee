"""Two word lists against each other."""

from __future__ import annotations

import pandas as pd

from newskit.plots.canvas import (
    BLUE,
    FAINT,
    ORANGE,
    SMALL,
    Axes,
    axes,
    finish,
    label,
    nothing,
    style,
    write,
)
from newskit.tables import need_columns

TITLE = "Which words do the lists weigh differently?"
_NEED = ("word", "valence_one", "valence_other", "difference")


def lexicon_comparison(
    lexicon_comparison: pd.DataFrame, *, words: int = 12, ax: Axes | None = None
) -> Axes:
    """Draw each word's valence in one list against the other; the largest differences are named.

    Words on the line have one valence in both. A word that is in one list only is drawn as a cross,
    at 0 of the other.

    Parameters
    ----------
    lexicon_comparison : pandas.DataFrame
        What `newskit.lexicons.compare` returns: `word`, `valence_one`, `valence_other`,
        `difference`.
    words : int
        How many words with the largest differences are named.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the valence in the one list, y in the other (higher is more
        positive).

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> from newskit import lexicons, plots
    >>> lists = [pd.DataFrame({"word": ["war"], "valence": [v]}) for v in (-2.9, -1.8)]
    >>> ax = plots.lexicon_comparison(lexicons.compare(*lists), ax=Figure().subplots())
    >>> ax.get_xlabel()
    'valence in the one list'
    """
    need_columns(lexicon_comparison, _NEED, "lexicon_comparison")
    ax = axes(ax, height(lexicon_comparison))
    if lexicon_comparison.empty:
        return nothing(ax, TITLE, "no words")

    one = lexicon_comparison["valence_one"].astype("float64")
    other = lexicon_comparison["valence_other"].astype("float64")
    in_both = one.notna() & other.notna()
    in_one = ~in_both
    # A word that a list does not have counts 0 in its scores, so it stands at 0.
    x, y = one.fillna(0.0), other.fillna(0.0)
    ends = [min(x.min(), y.min()), max(x.max(), y.max())]
    ax.plot(ends, ends, color=FAINT, lw=1, zorder=1)

    dots = style(s=9, color=BLUE, alpha=0.45, lw=0)
    ax.scatter(x[in_both], y[in_both], zorder=2, label="in both", **dots)
    if in_one.any():
        crosses = style(s=11, color=ORANGE, alpha=0.5, marker="x", lw=0.7)
        ax.scatter(x[in_one], y[in_one], zorder=2, label="in one only", **crosses)

    differences = lexicon_comparison["difference"].abs()
    largest = differences.sort_values(ascending=False, kind="stable").index[: max(words, 0)]
    for i in largest:
        word = label(lexicon_comparison.loc[i, "word"], 18)
        write(ax, x[i], y[i], word, shift=4)
    ax.set_xlabel("valence in the one list")
    ax.set_ylabel("valence in the other list")
    ax.legend(frameon=False, fontsize=SMALL, loc="upper left")
    return finish(ax, TITLE)


def height(table: pd.DataFrame) -> float:
    """Return the height in inches of the cloud of words, which is always the same."""
    return 5.2
