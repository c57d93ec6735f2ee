"""The article clock: when it was published and updated, and the times it names, on one axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from newskit.html import known, when_text
from newskit.plots.canvas import (
    BLUE,
    FAINT,
    INK,
    ORANGE,
    SMALL,
    SOFT,
    axes,
    finish,
    label,
    name_rows,
    nothing,
    write,
)
from newskit.tables import need_columns, one_article

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "The article clock"
ROW = 0.31
MOST = 40
_NEED = ("kind", "field", "text", "time_from", "time_to", "precision")
# In microseconds: nanoseconds reach back to 1677 only.
_DAY = pd.Timedelta(days=1).as_unit("us")
# Below this many days the scale is nearly even, above it logarithmic: the day itself is as wide as a year far off.
_EVEN = 0.12
_STEPS = (
    (1 / 24, "1 hour"), (0.25, "6 hours"), (1, "1 day"), (7, "1 week"), (30.44, "1 month"), (365.25, "1 year"),
    (3652.5, "10 years"), (36525, "100 years"), (365250, "1000 years"),
)  # fmt: skip


def timeline(timeline: pd.DataFrame, *, article_id: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw when an article was published and updated, and every time it names, on one axis.

    One row per time named, in reading order. The axis counts from publication: the nearer a time, the more room it has,
    so that hours and years stand in one picture. What lies before publication is blue and solid, what lies after it
    orange and hatched; a stretch that reaches over it is both. Dashed frames are vague times, a question mark is a time
    that was not resolved, and an arrow a length of time, which has no place on the axis.

    Parameters
    ----------
    timeline : pandas.DataFrame
        Table `timeline`: `kind`, `field`, `text`, `time_from`, `time_to`, `precision` are used.
    article_id : str, optional
        Which article; needed when the table holds several.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. Its x values are not days but their place on the scale.

    Raises
    ------
    InputError
        If a column is missing, or the table holds several articles and none was chosen.

    Examples
    --------
    >>> from newskit import plots, registry
    >>> from matplotlib.figure import Figure
    >>> ax = plots.timeline(registry.empty("timeline"), ax=Figure().subplots())
    >>> ax.texts[0].get_text()
    'no times found'
    """
    need_columns(timeline, _NEED, "timeline")
    rows = one_article(timeline, article_id, "timeline")
    mentions = rows[rows["kind"] == "mention"]
    ax = axes(ax, height(len(mentions)))
    zero, word = _zero(rows)
    if zero is None:
        message = "no times found" if not len(rows) else "no time could be resolved"
        return nothing(ax, TITLE, message)
    shown = mentions.iloc[:MOST]
    records = _records(shown)
    bars = [_bar(row, zero) for row in records]
    low, high = _limits(bars, rows, zero)
    ax.set_xlim(low, high)
    name_rows(ax, [_name(row) for row in records] or ["no other time named"], room=(0.95, 0.95))
    _sides(ax, low, high)
    if word == "publication":
        _day_itself(ax, zero)
    for y, bar in enumerate(bars):
        _draw(ax, y, bar, high, (high - low) * 0.006)
    _stamps(ax, rows, zero, low, high)
    _ticks(ax, low, high, word)
    left_out = f" (first {MOST} of {len(mentions)})" if len(mentions) > MOST else ""
    return finish(ax, TITLE + left_out, pad=34)


def height(n_mentions: int) -> float:
    """Return the height in inches that a clock of so many mentions needs."""
    return 1.75 + ROW * max(1, min(n_mentions, MOST))


def place(days: Any) -> Any:
    """Return the place of a number of days from publication on the axis: even near it, logarithmic far off."""
    return np.sign(days) * np.log1p(np.abs(days) / _EVEN)


def _zero(rows: pd.DataFrame) -> tuple[pd.Timestamp | None, str]:
    words = {"published": "publication", "updated": "the last update", "mention": "the first time named"}
    for kind, word in words.items():
        times = rows.loc[(rows["kind"] == kind) & rows["time_from"].notna(), "time_from"]
        if len(times):
            return times.min(), word
    return None, ""


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(k): v if known(v) else None for k, v in row.items()} for row in rows.to_dict("records")]


def _bar(row: dict[str, Any], zero: pd.Timestamp) -> dict[str, Any]:
    start, end = row["time_from"], row["time_to"]
    length = row.get("timex_type") in ("DURATION", "SET")
    text = when_text(start, end, row["precision"], row.get("timex_type"))
    if start is None:
        return {"text": text, "vague": False, "a": None, "b": None, "sign": "↔" if length else "?"}
    a = (start - zero) / _DAY
    b = (end - zero) / _DAY if end is not None else a
    return {"text": text, "vague": row["precision"] == "vague", "a": a, "b": max(a, b)}


def _limits(bars: list[dict[str, Any]], rows: pd.DataFrame, zero: pd.Timestamp) -> tuple[float, float]:
    stamps = rows.loc[(rows["kind"] != "mention") & rows["time_from"].notna(), "time_from"]
    days = [(t - zero) / _DAY for t in stamps] + [bar[k] for bar in bars if bar["a"] is not None for k in "ab"]
    low, high = float(place(min([*days, -1.5]))), float(place(max([*days, 1.5])))
    return low - 0.04 * (high - low), high + 0.04 * (high - low)


def _name(row: dict[str, Any]) -> str:
    words = f"“{label(row['text'], 26)}”" if known(row["text"]) else "(no words)"
    return words if not known(row["field"]) or row["field"] == "text" else f"{words} ({row['field']})"


def _sides(ax: Axes, low: float, high: float) -> None:
    ax.axvspan(low, 0, color=BLUE, alpha=0.05, lw=0)
    ax.axvspan(0, high, color=ORANGE, alpha=0.05, lw=0)
    below = ax.get_xaxis_transform()
    for x, side, words, color in ((low, "left", "◂ past", BLUE), (high, "right", "future ▸", ORANGE)):
        shift = 4 if side == "left" else -4
        write(ax, x, 0.99, words, shift=shift, transform=below, ha=side, va="top", color=color, weight="bold",
              fontsize=SMALL)  # fmt: skip


def _day_itself(ax: Axes, zero: pd.Timestamp) -> None:
    """Set the day of publication, midnight to midnight, apart: there an hour is as wide as a month elsewhere."""
    left, right = (float(place((t - zero) / _DAY)) for t in (zero.normalize(), zero.normalize() + _DAY))
    ax.axvspan(left, right, color="white", lw=0, zorder=0.2)
    below = ax.get_xaxis_transform()
    words = when_text(zero.normalize(), zero.normalize() + _DAY).rsplit(" ", 1)[0]
    back = {"boxstyle": "square,pad=0.15", "fc": "white", "ec": "none"}
    write(ax, (left + right) / 2, 0.015, words, transform=below, ha="center", va="bottom", color=SOFT, zorder=4,
          bbox=back, fontsize=SMALL - 1)  # fmt: skip


def _draw(ax: Axes, y: int, bar: dict[str, Any], high: float, least: float) -> None:
    color = SOFT if bar["a"] is None else INK
    write(ax, high, y, bar["text"], shift=7, fontsize=SMALL + 0.3, color=color, clip_on=False)
    ax.axhline(y, color=FAINT, lw=0.5, zorder=0.5)
    if bar["a"] is None:
        write(ax, 0, y, bar["sign"], ha="center", color=SOFT, zorder=5,
              bbox={"boxstyle": "circle,pad=0.2", "fc": "white", "ec": FAINT})  # fmt: skip
        return
    a, b = float(place(bar["a"])), float(place(bar["b"]))
    if b - a < 2 * least:
        a, b = (a + b) / 2 - least, (a + b) / 2 + least
    style: dict[str, Any] = {"height": 0.56, "lw": 1.1, "zorder": 2}
    for left, right, color, hatch in ((a, min(b, 0.0), BLUE, ""), (max(a, 0.0), b, ORANGE, "////")):
        if left < right:
            fill: dict[str, Any] = {"facecolor": color}
            if bar["vague"]:
                fill = {"facecolor": "white", "linestyle": (0, (3, 2))}
            edge = color if bar["vague"] or not hatch else "white"
            # Drawn from corners that touch, so that a stretch over the line at zero is one bar in two inks.
            ax.barh(y, right - left, left=left, edgecolor=edge, hatch=hatch, **style, **fill)


def _stamps(ax: Axes, rows: pd.DataFrame, zero: pd.Timestamp, low: float, high: float) -> None:
    found = rows[(rows["kind"] != "mention") & rows["time_from"].notna()]
    span = high - low
    for kind, side in (("published", "right"), ("updated", "left")):
        for row in _records(found[found["kind"] == kind].iloc[:1]):
            x = float(place((row["time_from"] - zero) / _DAY))
            ax.axvline(x, color=INK, lw=1.6, ls="-" if kind == "published" else (0, (4, 2)), zorder=3)
            near_edge = (x - low) / span < 0.3 if side == "right" else (high - x) / span < 0.3
            if near_edge:
                side = "left" if side == "right" else "right"
            when = when_text(row["time_from"], row["time_to"], row["precision"])
            y = 1.075 if kind == "published" and near_edge else 1.02
            shift, above = (3 if side == "left" else -3), ax.get_xaxis_transform()
            write(ax, x, y, f"{kind}\n{when}", shift=shift, transform=above, ha=side, va="bottom", fontsize=SMALL,
                  fontweight="bold", linespacing=1.15)  # fmt: skip


def _ticks(ax: Axes, low: float, high: float, word: str) -> None:
    places, names = [0.0], ["0"]
    for sign, side in ((-1, "before"), (1, "after")):
        last = 0.0
        for days, name in _STEPS:
            x = float(place(days))
            inside = low <= -x if sign < 0 else x <= high
            # Two labels need a tenth of the axis between them.
            if inside and x - last > 0.1 * (high - low):
                places.append(sign * x)
                names.append(f"{name}\n{side}")
                last = x
    ax.set_xticks(places, names)
    ax.grid(axis="x", color=FAINT, lw=0.5, zorder=0)
    ax.set_axisbelow(True)
    ax.set_xlabel(f"time from {word}: the nearer, the wider drawn; one row per time named, in reading order")
