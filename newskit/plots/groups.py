"""Any number of any table by group."""

from __future__ import annotations

import pandas as pd

from newskit.plots.by_group import Keys, draw_by_group, group_plot
from newskit.plots.canvas import Axes
from newskit.tables import need_columns

TITLE = "How do the groups differ?"


def groups(
    groups: pd.DataFrame,
    value: str = "n_articles",
    *,
    by: Keys = None,
    articles: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a number of each group as a dot, its interval as a line, and write both beside it.

    The rows stand as they do in the table: sort it by what you want to see. Of more than 30 groups
    those with most articles are drawn, and the title says so. A dot is hollow where there is no
    interval.

    Parameters
    ----------
    groups : pandas.DataFrame
        Any table by group, as functions with `by` make it; with ``interval=True`` it has intervals.
    value : str
        Column to draw.
    by : str or list of str, optional
        Columns that name the rows; without it those before `n_articles`. ``by="article_id"`` draws
        a row for each article of a table of articles.
    articles : pandas.DataFrame, optional
        Articles whose headlines are written instead of each `article_id`.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the number.

    Raises
    ------
    InputError
        If a column of `by` is missing.
    UnknownNameError
        If the table has no such number.

    Examples
    --------
    >>> import newskit as nk
    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> articles = pd.DataFrame({"text": ["It rained.", "The sun set."], "desk": ["City", "News"]})
    >>> table = nk.sentences(articles, by="desk")
    >>> ax = nk.plots.groups(table, "words_per_sentence", ax=Figure().subplots())
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['City', 'News']
    """
    by = _keys(groups, by)
    return draw_by_group(groups, "groups", TITLE, by, value, ax, articles)


def height(table: pd.DataFrame, by: Keys = None) -> float:
    """Return the height in inches that the groups need."""
    return group_plot(table, _keys(table, by), "groups").height


def _keys(table: pd.DataFrame, by: Keys) -> Keys:
    """Return what names the rows: `newskit.groups` makes a table without numbers, too."""
    need_columns(table, (), "groups")
    if by is not None:
        return by
    if "group" in table.columns:
        return "group"
    need_columns(table, ("n_articles",), "groups")
    return None
