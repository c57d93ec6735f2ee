"""Which verbs report what was said."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from newskit.html import UNKNOWN, known, plural
from newskit.plots.by_group import Keys, draw_by_group, is_by_group
from newskit.plots.canvas import (
    BLUE,
    ORANGE,
    SMALL,
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
from newskit.tables import need_columns

TITLE = "Which verbs report what was said?"
MOST = 20
_NEED = ("verb", "cue_class", "n", "n_speakers")
# Classes of verbs that say only that something was said, asked or written.
PLAIN = frozenset({"neutral", "add", "answer", "ask", "announce", "write"})


class _Look(NamedTuple):
    meaning: str
    color: str
    hatch: str = ""


_SAID = _Look("says that it was said", BLUE)
_STANCE = _Look("carries a stance or a manner", ORANGE, STRIPES)
_NOT_CLASSED = _Look("not classed", UNKNOWN)


def cue_verbs(
    cue_verbs: pd.DataFrame,
    *,
    by: Keys = None,
    value: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how often each verb reports speech as a bar, the most used first, with its class.

    Verbs that only say that something was said, asked or written (said, added, wrote) are blue,
    those that carry a stance or a manner (claimed, warned, shouted) orange and striped, those that
    are not classed gray.

    Parameters
    ----------
    cue_verbs : pandas.DataFrame
        Table `cue_verbs`: `verb`, `cue_class`, `n` and `n_speakers` are used.
    by : str or list of str, optional
        Draw a row for each group instead, with its value and interval: the columns that name the
        groups; not needed for a table that was made with `by`. ``nk.cue_verbs(quotes,
        by=nk.groups(articles, "publisher"))`` makes it; five verbs of each group are drawn.
    value : str, optional
        Column to draw of each group; `share` without it.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the number of utterances that the verb reports.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.cue_verbs(registry.empty("cue_verbs"), ax=Figure().subplots()).texts[0].get_text()
    'no verbs of speech'
    """
    if is_by_group(cue_verbs, by):
        return draw_by_group(cue_verbs, "cue_verbs", TITLE, by, value or "share", ax)

    need_columns(cue_verbs, _NEED, "cue_verbs")
    ax = axes(ax, height(cue_verbs))
    if cue_verbs.empty:
        return nothing(ax, TITLE, "no verbs of speech")

    shown = cue_verbs.sort_values("n", ascending=False, kind="stable").iloc[:MOST]
    columns = zip(shown["cue_class"], shown["n"], shown["n_speakers"], strict=True)
    for y, (cue_class, n, n_speakers) in enumerate(columns):
        look = _look(cue_class)
        bar_style = style(facecolor=look.color, hatch=look.hatch, edgecolor="white", lw=0.4)
        ax.barh(y, int(n), height=0.6, zorder=2, **bar_style).set_label(look.meaning)
        told = label(cue_class, 20) if known(cue_class) else "not classed"
        note = f"{int(n):,}: {told}, {plural(int(n_speakers), 'named speaker')}"
        write(ax, int(n), y, note, shift=5)

    name_rows(ax, [label(verb, 24) for verb in shown["verb"]])
    # Half as much again as the longest bar, for the words behind it.
    ax.set_xlim(0, 1.5 * max(int(shown["n"].max()), 1))
    ax.locator_params(axis="x", integer=True)
    grid(ax, "x")
    ax.set_xlabel("utterances that the verb reports")
    _key(ax, -0.55 / height(shown))
    return finish(ax, first_of(TITLE, MOST, len(cue_verbs)), keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the verbs need."""
    return 1.25 + 0.3 * max(1, min(len(table), MOST))


def _look(cue_class: object) -> _Look:
    if not known(cue_class):
        return _NOT_CLASSED
    return _SAID if cue_class in PLAIN else _STANCE


def _key(ax: Axes, y: float) -> None:
    """Explain each color once, below the axis."""
    handles, meanings = ax.get_legend_handles_labels()
    by_meaning = dict(zip(meanings, handles, strict=True))
    look = style(fontsize=SMALL, frameon=False, loc="upper left", bbox_to_anchor=(0, y))
    ax.legend(by_meaning.values(), by_meaning.keys(), ncols=3, **look)
