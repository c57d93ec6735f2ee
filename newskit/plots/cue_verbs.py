"""Which verbs report what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from newskit.html import UNKNOWN, known
from newskit.plots.canvas import (
    BLUE,
    FAINT,
    ORANGE,
    SMALL,
    axes,
    finish,
    label,
    name_rows,
    nothing,
    plural,
    write,
)
from newskit.tables import need_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Which verbs report what was said?"
MOST = 20
# Classes of verbs that say only that something was said, asked or written.
PLAIN = frozenset({"neutral", "add", "answer", "ask", "announce", "write"})
_KEY = {BLUE: "says that it was said", ORANGE: "carries a stance or a manner", UNKNOWN: "not classed"}


def cue_verbs(cue_verbs: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw how often each verb reports speech as a bar, the most used first, with the class of the verb.

    Verbs that only say that something was said, asked or written (said, added, wrote) are blue, those that carry a
    stance or a manner (claimed, warned, shouted) orange and hatched, those that are not classed gray.

    Parameters
    ----------
    cue_verbs : pandas.DataFrame
        Table `cue_verbs`: `verb`, `cue_class`, `n` and `n_speakers` are used.
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
    need_columns(cue_verbs, ("verb", "cue_class", "n", "n_speakers"), "cue_verbs")
    ax = axes(ax, height(len(cue_verbs)))
    if cue_verbs.empty:
        return nothing(ax, TITLE, "no verbs of speech")
    shown = cue_verbs.sort_values("n", ascending=False, kind="stable").iloc[:MOST]
    verbs, classes = shown["verb"].tolist(), shown["cue_class"].tolist()
    most = int(shown["n"].max())
    for y, (kind, n, n_speakers) in enumerate(zip(classes, shown["n"], shown["n_speakers"], strict=True)):
        color, hatch, said = _look(kind)
        bar = ax.barh(y, int(n), height=0.6, facecolor=color, edgecolor="white", hatch=hatch, lw=0.4, zorder=2)
        bar.set_label(_KEY[color])
        note = f"{int(n):,}: {said}, {plural(int(n_speakers), 'named speaker')}"
        write(ax, int(n), y, note, shift=5, fontsize=SMALL, clip_on=False)
    name_rows(ax, [label(verb, 24) for verb in verbs])
    ax.set_xlim(0, 1.5 * max(most, 1))  # room for the words behind the longest bar
    ax.locator_params(axis="x", integer=True)
    ax.grid(axis="x", color=FAINT, lw=0.5)
    ax.set_axisbelow(True)
    ax.set_xlabel("utterances that the verb reports")
    handles = dict(zip(*ax.get_legend_handles_labels()[::-1], strict=True))  # one for each look
    ax.legend(
        handles.values(), handles.keys(), ncols=3, fontsize=SMALL, frameon=False, loc="upper left",
        bbox_to_anchor=(0, -0.55 / height(len(shown))),
    )  # fmt: skip
    left_out = f" (first {MOST} of {len(cue_verbs)})" if len(cue_verbs) > MOST else ""
    return finish(ax, TITLE + left_out, keep="none")


def height(n_verbs: int) -> float:
    """Return the height in inches that so many verbs need."""
    return 1.25 + 0.3 * max(1, min(n_verbs, MOST))


def _look(kind: object) -> tuple[str, str, str]:
    """Return color, hatch and name of a class."""
    if not known(kind):
        return UNKNOWN, "", "not classed"
    return (BLUE, "", str(kind)) if kind in PLAIN else (ORANGE, "////", label(kind, 20))
