"""The article as a strip, each quotation where it stands, and a lane for each speaker."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import InputError
from newskit.html import known, plural, records, speaker_order
from newskit.plots.by_group import Keys, draw_by_group, is_by_group
from newskit.plots.canvas import (
    FAINT,
    SOFT,
    TRACK,
    Axes,
    axes,
    finish,
    label,
    name_rows,
    nothing,
    speaker_look,
    style,
    write,
)
from newskit.tables import need_columns, one_article

TITLE = "Whose words are they?"
MOST = 12
_NEED = ("field", "kind", "start", "end", "speaker", "n_words")
_THINNEST = 0.004  # of the text: a quotation of one word in a long article is still seen


class _Lane(NamedTuple):
    """A row of the plot; lanes are sorted as they stand here."""

    # Speakers by place come first; those without a color of their own follow in this order.
    group: int
    place: int | None
    name: str


_OTHERS = _Lane(1, None, "other speakers")
_NOT_KNOWN = _Lane(2, None, "speaker not known")
_SCARE = _Lane(3, None, "scare quotes")


def quotes(
    quotes: pd.DataFrame,
    *,
    text_length: int | None = None,
    article_id: str | None = None,
    by: Keys = None,
    value: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw an article as a strip, and below it a lane for each speaker, in the speaker's color.

    Parameters
    ----------
    quotes : pandas.DataFrame
        Table `quotes`: `field`, `kind`, `start`, `end`, `speaker`, `n_words` are used. Quotations
        outside the text (in a headline, say) are counted below the plot, not drawn.
    text_length : int, optional
        Length of the text in characters; without it the strip ends with the last quotation.
    article_id : str, optional
        Which article; needed when the table holds several.
    by : str or list of str, optional
        Draw a row for each group instead, with its value and interval: the columns that name the
        groups; not needed for a table that was made with `by`. ``nk.quotes(articles,
        by="publisher", interval=True)`` makes it.
    value : str, optional
        Column to draw of each group; `quoted_share` without it.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the offset in the text, in characters.

    Raises
    ------
    InputError
        If a column is missing, the table holds several articles and none was chosen, or a quotation
        ends after `text_length`.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.quotes(registry.empty("quotes"), ax=Figure().subplots()).texts[0].get_text()
    'no quotations in the text'
    """
    if is_by_group(quotes, by):
        return draw_by_group(quotes, "quotes", TITLE, by, value or "quoted_share", ax)

    need_columns(quotes, _NEED, "quotes")
    rows = one_article(quotes, article_id, "quotes")
    inside = _in_text(rows)
    lanes = _lanes(inside)
    ax = axes(ax, height(rows))
    if not lanes:
        return nothing(ax, TITLE, "no quotations in the text")

    length = _length(inside, text_length)
    ax.barh(0, length, height=0.62, color=TRACK, zorder=1)
    for y, (lane, told) in enumerate(lanes.items(), start=1):
        ax.barh(y, length, height=0.08, color=TRACK, zorder=1)
        _draw_lane(ax, y, lane, told, length)
    name_rows(ax, ["whole text", *(label(lane.name, 26) for lane in lanes)])
    ax.axhline(0.5, color=FAINT, lw=0.6)
    ax.set_xlim(0, length)
    ax.set_xticks([length * k / 4 for k in range(5)], ["start", "¼", "½", "¾", "end"])
    ax.set_xlabel(f"place in the text ({plural(length, 'character')}){_elsewhere(rows, inside)}")
    return finish(ax, TITLE, keep="none")


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the speakers of one article need."""
    return 1.45 + 0.4 * max(1, len(_lanes(_in_text(table))))


def _in_text(rows: pd.DataFrame) -> pd.DataFrame:
    # A nested quotation is drawn with the one around it.
    is_in_text = (rows["field"].fillna("text") == "text") & (rows["kind"] != "nested")
    return rows[is_in_text & rows["start"].notna() & rows["end"].notna()]


def _lanes(inside: pd.DataFrame) -> dict[_Lane, list[dict[str, Any]]]:
    """Sort quotations into lanes: speakers as they first speak, then the others."""
    order = {name: place for place, name in enumerate(speaker_order(inside))}
    found: dict[_Lane, list[dict[str, Any]]] = {}
    for row in records(inside):
        found.setdefault(_lane(row, order), []).append(row)
    return dict(sorted(found.items(), key=lambda item: item[0][:2]))


def _lane(row: dict[str, Any], order: dict[str, int]) -> _Lane:
    speaker = row["speaker"]
    if row["kind"] == "scare":
        return _SCARE
    if not known(speaker):
        return _NOT_KNOWN
    place = order[speaker]
    return _Lane(0, place, str(speaker)) if place < MOST else _OTHERS


def _length(inside: pd.DataFrame, text_length: int | None) -> int:
    last = int(inside["end"].max())
    if text_length is None:
        return last
    if text_length < last:
        raise InputError(
            f"text_length is {text_length}, but a quotation ends at {last}. "
            "Give the length of the text that the quotations are from."
        )
    return int(text_length)


def _draw_lane(
    ax: Axes,
    y: int,
    lane: _Lane,
    told: list[dict[str, Any]],
    length: int,
) -> None:
    color, hatch = speaker_look(lane.place)
    filled = style(facecolor=color, edgecolor="white", lw=0.4)
    hollow = style(facecolor="white", edgecolor=color, lw=1.0)
    for row in told:
        start = int(row["start"])
        width = max(int(row["end"]) - start, _THINNEST * length)
        # Hollow is what no one said in these words: set apart, or told by the outlet.
        look = hollow if row["kind"] in ("scare", "indirect") else filled
        for at, tall in ((0, 0.62), (y, 0.5)):
            ax.barh(at, width, left=start, height=tall, hatch=hatch, zorder=2, **look)
    write(ax, length, y, _note(told), shift=7, color=SOFT)


def _note(told: list[dict[str, Any]]) -> str:
    """Say how many words stand in quotations, and how many in paraphrases, drawn hollow."""
    paraphrases = [row for row in told if row["kind"] == "indirect"]
    quotations = [row for row in told if row["kind"] != "indirect"]
    # Never one sum of both: only the first are the speaker's own words.
    notes = [_count(quotations, "quotation"), _count(paraphrases, "paraphrase")]
    return ",\n".join(note for note in notes if note)


def _count(rows: list[dict[str, Any]], name: str) -> str:
    n_words = sum(int(row["n_words"] or 0) for row in rows)
    return f"{plural(n_words, 'word')} in {plural(len(rows), name)}" if rows else ""


def _elsewhere(rows: pd.DataFrame, inside: pd.DataFrame) -> str:
    n = len(rows) - len(inside)
    if not n:
        return ""
    return f"; {plural(n, 'more quotation')} in headline, standfirst or caption, not drawn"
