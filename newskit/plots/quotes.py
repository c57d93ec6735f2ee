"""The article as a strip, with each quotation where it stands and a lane for each speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from newskit.errors import InputError
from newskit.html import COLORS, UNKNOWN, known, speaker_order
from newskit.plots.canvas import (
    FAINT,
    HATCHES,
    SMALL,
    SOFT,
    TRACK,
    axes,
    finish,
    label,
    name_rows,
    nothing,
    plural,
    write,
)
from newskit.tables import need_columns, one_article

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "Whose words are they?"
MOST = 12
_NEED = ("field", "kind", "start", "end", "speaker", "n_words")
_NOBODY, _SCARE, _OTHERS = "speaker not known", "scare quotes", "other speakers"


def quotes(
    quotes: pd.DataFrame, *, text_length: int | None = None, article_id: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw an article as a strip, each quotation in its speaker's color, and below it a lane for each speaker.

    Parameters
    ----------
    quotes : pandas.DataFrame
        Table `quotes`: `field`, `kind`, `start`, `end`, `speaker`, `n_words` are used. Quotations outside the text
        (in a headline, say) are counted below the plot, not drawn.
    text_length : int, optional
        Length of the text in characters; without it the strip ends with the last quotation.
    article_id : str, optional
        Which article; needed when the table holds several.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on; x is the offset in the text, in characters.

    Raises
    ------
    InputError
        If a column is missing, the table holds several articles and none was chosen, or a quotation ends after
        `text_length`.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> from newskit import plots, registry
    >>> plots.quotes(registry.empty("quotes"), ax=Figure().subplots()).texts[0].get_text()
    'no quotations in the text'
    """
    need_columns(quotes, _NEED, "quotes")
    rows = one_article(quotes, article_id, "quotes")
    inside = rows[(rows["field"].fillna("text") == "text") & rows["start"].notna() & rows["end"].notna()]
    lanes = _lanes(inside)
    ax = axes(ax, height(len(lanes)))
    if not lanes:
        return nothing(ax, TITLE, "no quotations in the text")
    length = _length(inside, text_length)
    for y in range(len(lanes) + 1):
        ax.barh(y, length, height=0.62 if y == 0 else 0.08, color=TRACK, zorder=1)
    for y, lane in enumerate(lanes, start=1):
        _draw_lane(ax, y, lane, length)
    name_rows(ax, ["whole text", *(label(lane["name"], 26) for lane in lanes)])
    ax.axhline(0.5, color=FAINT, lw=0.6)
    ax.set_xlim(0, length)
    ax.set_xticks([length * k / 4 for k in range(5)], ["start", "¼", "½", "¾", "end"])
    ax.set_xlabel(f"place in the text ({plural(length, 'character')}){_elsewhere(rows, inside)}")
    return finish(ax, TITLE, keep="none")


def height(n_lanes: int) -> float:
    """Return the height in inches that so many speakers need."""
    return 1.45 + 0.4 * max(1, n_lanes)


def n_lanes(quotes: pd.DataFrame) -> int:
    """Return how many lanes the quotations of one article need."""
    return len(_lanes(quotes[quotes["field"].fillna("text") == "text"]))


def _lanes(inside: pd.DataFrame) -> list[dict[str, Any]]:
    """Sort quotations into lanes: speakers as they first speak, then those without a name, then scare quotes."""
    order = {name: i for i, name in enumerate(speaker_order(inside))} if len(inside) else {}
    found: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for row in ({str(k): v for k, v in r.items()} for r in inside.to_dict("records")):
        place, name = 1_000_001, _NOBODY
        if row["kind"] == "scare":
            place, name = 1_000_002, _SCARE
        elif known(row["speaker"]):
            place, name = order[row["speaker"]], str(row["speaker"])
        if place < 1_000_000 and place >= MOST:
            place, name = 1_000_000, _OTHERS
        found.setdefault((place, name), []).append(row)
    return [{"place": place, "name": name, "rows": rows} for (place, name), rows in sorted(found.items())]


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


def _draw_lane(ax: Axes, y: int, lane: dict[str, Any], length: int) -> None:
    place = lane["place"]
    color = COLORS[place % len(COLORS)] if place < MOST else UNKNOWN
    hatch = HATCHES[place % len(HATCHES)] if place < MOST else ""
    for row in lane["rows"]:
        start, wide = int(row["start"]), max(int(row["end"]) - int(row["start"]), 0.004 * length)
        hollow = row["kind"] in ("scare", "indirect")
        face, edge = ("white", color) if hollow else (color, "white")
        for at, tall in ((0, 0.62), (y, 0.5)):
            ax.barh(at, wide, left=start, height=tall, hatch=hatch, facecolor=face, edgecolor=edge, zorder=2,
                    lw=1.0 if hollow else 0.4)  # fmt: skip
    write(ax, length, y, _note(lane["rows"]), shift=7, fontsize=SMALL, color=SOFT, clip_on=False)


def _note(rows: list[dict[str, Any]]) -> str:
    """Say how many words stand in quotations, and how many in paraphrases, which are drawn hollow."""
    told = [row for row in rows if row["kind"] == "indirect"]
    marked = [row for row in rows if row["kind"] != "indirect"]
    notes = []
    for some, name in ((marked, "quotation"), (told, "paraphrase")):
        words = sum(int(row["n_words"]) for row in some if known(row["n_words"]))
        notes += [f"{plural(words, 'word')} in {plural(len(some), name)}"] if some else []
    return ",\n".join(notes)


def _elsewhere(rows: pd.DataFrame, inside: pd.DataFrame) -> str:
    n = len(rows) - len(inside)
    return f"; {plural(n, 'more quotation')} in headline, standfirst or caption, not drawn" if n else ""
