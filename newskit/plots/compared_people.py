"""Who speaks in which of several articles, and for how many words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.html import plural, records
from newskit.plots.canvas import (
    SMALL,
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
from newskit.tables import need_columns

TITLE = "Who speaks where?"
MOST, MOST_ARTICLES = 12, 6
"""People and articles that are drawn."""
_NEED = ("name", "article_id", "n_quotes", "n_words")
_FILLED = 0.8  # of a row, by all bars of a person
_NAME = 28  # characters


def compared_people(
    compared_people: pd.DataFrame, *, ax: Axes | None = None
) -> Axes:
    """Draw for each speaker of a comparison the quoted words in each article.

    Parameters
    ----------
    compared_people : pandas.DataFrame
        Table `compared_people`: the attribute `people` of what `newskit.compare` returns.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is words inside quotation marks. Each article has a color and a hatch,
        in the order of `article_id`; six at most are drawn.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> people = registry.empty("compared_people")
    >>> plots.compared_people(people, ax=Figure().subplots()).texts[0].get_text()
    'no one is quoted'
    """
    need_columns(compared_people, _NEED, "compared_people")
    ax = axes(ax, height(compared_people))
    spoken = compared_people[compared_people["n_words"] > 0]
    if spoken.empty:
        return nothing(ax, TITLE, "no one is quoted")

    people = spoken["name"].drop_duplicates().tolist()
    articles = sorted(spoken["article_id"].unique())[:MOST_ARTICLES]
    shown = spoken[
        spoken["name"].isin(people[:MOST])
        & spoken["article_id"].isin(articles)
    ]
    for row in records(shown):
        _draw(
            ax,
            people.index(row["name"]),
            articles.index(row["article_id"]),
            row,
            len(articles),
        )

    _key(ax, articles)
    name_rows(ax, [label(name, _NAME) for name in people[:MOST]])
    # Room for what is written behind the bars.
    ax.set_xlim(0, 1.45 * max(1, int(shown["n_words"].max())))
    grid(ax, "x")
    ax.set_xlabel("words inside quotation marks")
    return finish(ax, first_of(TITLE, MOST, len(people)), keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the speakers need."""
    spoken = table[table["n_words"] > 0]
    n_people = min(spoken["name"].nunique(), MOST)
    n_articles = min(spoken["article_id"].nunique(), MOST_ARTICLES)
    return 1.5 + max(1, n_people) * (0.2 + 0.2 * max(1, n_articles))


def _draw(
    ax: Axes, person: int, article: int, row: dict[str, Any], n_articles: int
) -> None:
    """Draw the bar of one person in one article."""
    thick = _FILLED / n_articles
    y = person + thick * (article - (n_articles - 1) / 2)
    color, hatch = speaker_look(article)
    look = style(facecolor=color, hatch=hatch, edgecolor="white", lw=0.4)
    ax.barh(y, row["n_words"], height=0.9 * thick, zorder=2, **look)
    said = f"{plural(row['n_words'], 'word')}, {plural(row['n_quotes'], 'quotation')}"
    write(ax, row["n_words"], y, said, shift=5)


def _key(ax: Axes, articles: list[str]) -> None:
    """Say which bar is which article."""
    from matplotlib.patches import Patch

    looks = [speaker_look(place) for place in range(len(articles))]
    patches = [
        Patch(facecolor=color, hatch=hatch, edgecolor="white")
        for color, hatch in looks
    ]
    names = [label(name, _NAME) for name in articles]
    key = ax.legend(
        patches, names, loc="lower right", frameon=False, fontsize=SMALL
    )
    for text in key.get_texts():
        text.set_parse_math(False)
