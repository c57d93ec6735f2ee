"""Versions as columns of sentences, and ribbons that say what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from newskit.html import clock_text, known, plural, records
from newskit.plots.canvas import DARK, SMALL, Axes, axes, finish, first_of, nothing, style, write
from newskit.plots.sentence_columns import LOOKS, DrawnLink, DrawnStep, Span, steps_of
from newskit.tables import need_columns, one_article

TITLE = "What became of each sentence?"
MOST = 6
"""Steps that are drawn; of more, columns would be too narrow."""
_NEED = (
    "version_from", "version_to", "field", "operation", "old_sentence", "new_sentence",
    "n_words_old", "n_words_new", "quoted", "notice",
)  # fmt: skip
_HALF = 0.13  # of the distance of two columns: half the width of one
_QUOTED = 0.5
"""Share of a sentence's words inside marks from which on it is called a quotation."""
_LOWEST, _HIGHEST = 3.6, 8.5  # inches
_PER_WORD = 0.011  # inches
_IN_A_ROW = 3  # entries of the key; more are too wide for a phone
_AROUND = 2.1  # inches of title, names and key


def changes(
    changes: pd.DataFrame,
    *,
    versions: pd.DataFrame | None = None,
    article_id: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw each version as a column of its sentences, and ribbons from each to what became of it.

    A bar is as high as its sentence has words. Color and hatch say what happened; the left half of
    a column says what its sentences were before, the right half what becomes of them. A line beside
    a bar marks a quotation, a rhombus a notice of correction, clarification or update.

    Parameters
    ----------
    changes : pandas.DataFrame
        Table `changes`, as `newskit.revisions.changes` makes it.
    versions : pandas.DataFrame, optional
        Table `versions`: then each column says when it was captured.
    article_id : str, optional
        Which article; needed when the table holds several.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; y is words from the top. Of more than six steps the first six are drawn.

    Raises
    ------
    InputError
        If a column is missing, or the table holds several articles and none was chosen.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.changes(registry.empty("changes"), ax=Figure().subplots()).texts[0].get_text()
    'no two versions to compare'
    """
    need_columns(changes, _NEED, "changes")
    rows = one_article(changes, article_id, "changes")
    ax = axes(ax, height(rows))
    steps = steps_of(records(rows))
    if not steps:
        return nothing(ax, TITLE, "no two versions to compare")

    shown = steps[:MOST]
    for step in shown:
        _draw_step(ax, step)

    _name_columns(ax, shown, _captures(versions, article_id))
    _name_fields(ax, shown[0])
    _key(ax, shown)
    longest = max(step.longest for step in shown)
    ax.set_xlim(-_HALF - 0.25, shown[-1].right + _HALF + 0.25)
    ax.set_ylim(longest * 1.02, -longest * 0.02)
    return finish(ax, first_of(TITLE, MOST, len(steps)), keep="none", pad=14)


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the longest version needs."""
    steps = steps_of(records(table)) if len(table) else []
    longest = max([step.longest for step in steps[:MOST]] or [0])
    return min(max(_LOWEST, _AROUND + _PER_WORD * longest), _HIGHEST)


def _draw_step(ax: Axes, step: DrawnStep) -> None:
    # What is most, and says least, lies below.
    for link in sorted(step.links, key=lambda link: list(LOOKS).index(link.operation)):
        _draw_ribbon(ax, step, link)
        if link.old:
            _draw_bar(ax, link, step.left, link.old, is_old=True)
        if link.new:
            _draw_bar(ax, link, step.right, link.new, is_old=False)


def _draw_bar(ax: Axes, link: DrawnLink, x: float, span: Span, *, is_old: bool) -> None:
    look = LOOKS[link.operation]
    begin, end = span
    left = x if is_old else x - _HALF
    filled = style(facecolor=look.fill, hatch=look.hatch, edgecolor=look.edge, lw=0.6)
    ax.barh((begin + end) / 2, _HALF, left=left, height=end - begin, zorder=3, **filled)

    # Of an old sentence that was edited the table does not say whether it was a quotation.
    is_same = link.operation in ("deleted", "unchanged", "moved")
    if link.quoted > _QUOTED and (is_same or not is_old):
        side = x + (0.02 + _HALF if is_old else -0.02 - _HALF)
        ax.plot([side, side], [begin, end], color=DARK, lw=1.6, zorder=4, solid_capstyle="butt")

    if link.notice and not is_old:
        _mark_notice(ax, x - _HALF - 0.06, (begin + end) / 2, link.notice)


def _mark_notice(ax: Axes, x: float, y: float, kind: str) -> None:
    look = style(marker="D", color=DARK, markersize=5, zorder=6)
    ax.plot([x], [y], **look)
    # The ribbons end here: on a ground of its own it can be read.
    ground = style(facecolor="#ffffff", edgecolor="none", alpha=0.8, pad=0.8)
    write(ax, x, y, kind, shift=-6, ha="right", color=DARK, zorder=6, bbox=ground)


def _draw_ribbon(ax: Axes, step: DrawnStep, link: DrawnLink) -> None:
    if link.old is None or link.new is None:
        return

    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    look = LOOKS[link.operation]
    left, right = step.left + _HALF, step.right - _HALF
    middle = (left + right) / 2
    (a, b), (c, d) = link.old, link.new
    points = [(left, a), (middle, a), (middle, c), (right, c), (right, d), (middle, d),
              (middle, b), (left, b), (left, a)]  # fmt: skip
    curve = [Path.CURVE4] * 3
    codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
    filled = style(facecolor=look.fill, edgecolor=look.edge, hatch=look.hatch, lw=0.4)
    ax.add_patch(PathPatch(Path(points, codes), alpha=look.alpha, zorder=1, **filled))


def _captures(versions: pd.DataFrame | None, article_id: str | None) -> dict[int, Any]:
    if versions is None:
        return {}

    need_columns(versions, ("version", "captured"), "versions")
    rows = records(one_article(versions, article_id, "versions"))
    return {row["version"]: row["captured"] for row in rows}


def _name_columns(ax: Axes, steps: Iterable[DrawnStep], captured: dict[int, Any]) -> None:
    years = {time.year for time in captured.values() if known(time)}
    names: dict[float, str] = {}
    for step in steps:
        for x, version, n_words in step.columns:
            when = _when(captured.get(version), with_year=len(years) > 1)
            names[x] = f"version {version}\n{when}{plural(n_words, 'word')}"

    ax.xaxis.tick_top()
    ax.set_xticks(list(names), list(names.values()))


def _when(time: Any, *, with_year: bool) -> str:
    """Say a time in two short lines: a column is narrow."""
    if not known(time):
        return ""

    # Without its day of the week, and without a year that is that of all.
    day, _, clock = clock_text(time).partition(" ")[2].partition(", ")
    return f"{day if with_year else day.rpartition(' ')[0]}\n{clock} UTC\n"


def _name_fields(ax: Axes, step: DrawnStep) -> None:
    places = step.fields
    ax.set_yticks(list(places.values()), list(places))


def _key(ax: Axes, steps: Iterable[DrawnStep]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    links = [link for step in steps for link in step.links]
    counted = Counter(link.operation for link in links)
    entries: list[Any] = [
        Patch(facecolor=look.fill, hatch=look.hatch, edgecolor=look.edge, label=f"{n} {name}")
        for name, look in LOOKS.items()
        if (n := counted[name])
    ]
    if any(link.quoted > _QUOTED for link in links):
        entries.append(Line2D([], [], color=DARK, lw=1.6, label="quotation"))
    if any(link.notice for link in links):
        look = style(color=DARK, marker="D", markersize=5, ls="none")
        entries.append(Line2D([], [], label="notice", **look))

    place = style(
        loc="upper center", bbox_to_anchor=(0.5, -0.01), ncols=min(_IN_A_ROW, len(entries))
    )
    key = ax.legend(handles=entries, frameon=False, fontsize=SMALL, **place)
    key.set_zorder(7)
