"""When an article was published and updated, and the times it names, on one axis."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from newskit.html import known, records, when_text
from newskit.plots.by_group import Keys, draw_by_group, is_by_group
from newskit.plots.canvas import (
    BLUE,
    DARK,
    FAINT,
    ORANGE,
    SMALL,
    SOFT,
    STRIPES,
    TEXT,
    Axes,
    axes,
    finish,
    first_of,
    label,
    name_rows,
    nothing,
    style,
    write,
)
from newskit.plots.time_scale import HOURS_TO_MILLENNIA, place, ticks
from newskit.tables import need_columns, one_article

TITLE = "When does it happen?"
MOST = 40
_NEED = ("kind", "field", "text", "time_from", "time_to", "precision")
# In microseconds: nanoseconds reach back to 1677 only.
_DAY = pd.Timedelta(days=1).as_unit("us")
# Days before and after zero that are always shown, so that an article of one day has an axis, too.
_LEAST_DAYS = 1.5
_MARGIN = 0.04  # of the axis, on both sides
_THINNEST = 0.006  # of the axis: half the width of a bar for one minute
_NEAR_EDGE = 0.3  # of the axis: less has no room for "Sat 30 Nov 2024, 07:53"
_TICK_GAP = 0.1  # of the axis: two labels need it between them


class _Bar(NamedTuple):
    """What a row shows: in words, and from which day to which where it has a place on the axis."""

    said: str
    days: tuple[float, float] | None = None
    vague: bool = False
    sign: str = "?"


def timeline(
    timeline: pd.DataFrame,
    *,
    article_id: str | None = None,
    by: Keys = None,
    value: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the article clock: when an article was published and updated, and every time it names.

    One row per time named, in reading order. The axis counts from publication: the nearer a time,
    the more room it has, so that hours and years stand in one picture. What lies before publication
    is blue and solid, what lies after it orange and striped; an interval that reaches over it is
    both. Dashed frames are vague times, a question mark is a time that was not resolved, and an
    arrow a length of time, which has no place on the axis.

    Parameters
    ----------
    timeline : pandas.DataFrame
        Table `timeline`: `kind`, `field`, `text`, `time_from`, `time_to`, `precision` are used.
    article_id : str, optional
        Which article; needed when the table holds several.
    by : str or list of str, optional
        Draw a row for each group instead, with its value and interval: the columns that name the
        groups; not needed for a table that was made with `by`. ``nk.timeline(articles,
        by="publisher", interval=True)`` makes it.
    value : str, optional
        Column to draw of each group; `times_per_1000` without it.
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
    if is_by_group(timeline, by):
        return draw_by_group(timeline, "timeline", TITLE, by, value or "times_per_1000", ax)

    need_columns(timeline, _NEED, "timeline")
    rows = one_article(timeline, article_id, "timeline")
    ax = axes(ax, height(rows))
    zero, counted_from = _zero(rows)
    if zero is None:
        return nothing(ax, TITLE, "no time could be resolved" if len(rows) else "no times found")

    mentions = rows[rows["kind"] == "mention"]
    shown = records(mentions.iloc[:MOST])
    bars = [_bar(row, zero) for row in shown]
    low, high = _limits(bars, rows, zero)
    ax.set_xlim(low, high)

    name_rows(ax, [_name(row) for row in shown] or ["no other time named"], room=0.95)
    _past_and_future(ax, low, high)
    if counted_from == "publication":
        _publication_day(ax, zero)
    for y, bar in enumerate(bars):
        _draw(ax, y, bar, low, high)
    _timestamps(ax, rows, zero, low, high)

    ticks(ax, low, high, _TICK_GAP * (high - low), HOURS_TO_MILLENNIA)
    how = "the nearer, the wider drawn; one row per time named, in reading order"
    ax.set_xlabel(f"time from {counted_from}: {how}")
    return finish(ax, first_of(TITLE, MOST, len(mentions)), pad=34)


def height(table: pd.DataFrame) -> float:
    """Return the height in inches that the timeline of one article needs."""
    n_mentions = int((table["kind"] == "mention").sum())
    return 1.75 + 0.31 * max(1, min(n_mentions, MOST))


def _zero(rows: pd.DataFrame) -> tuple[pd.Timestamp | None, str]:
    """Return the time that the axis counts from, and what it is."""
    names = {
        "published": "publication",
        "updated": "the last update",
        "mention": "the first time named",
    }
    for kind, name in names.items():
        times = rows.loc[rows["kind"] == kind, "time_from"].dropna()
        if len(times):
            return times.min(), name
    return None, ""


def _bar(row: dict[str, Any], zero: pd.Timestamp) -> _Bar:
    time_from, time_to, timex_type = row["time_from"], row["time_to"], row.get("timex_type")
    said = when_text(time_from, time_to, row["precision"], timex_type)
    if time_from is None:
        return _Bar(said, sign="↔" if timex_type in ("DURATION", "SET") else "?")

    start = (time_from - zero) / _DAY
    end = start if time_to is None else (time_to - zero) / _DAY
    return _Bar(said, (start, max(start, end)), row["precision"] == "vague")


def _limits(
    bars: list[_Bar],
    rows: pd.DataFrame,
    zero: pd.Timestamp,
) -> tuple[float, float]:
    timestamps = rows.loc[rows["kind"] != "mention", "time_from"].dropna()
    days = [-_LEAST_DAYS, _LEAST_DAYS, *((time - zero) / _DAY for time in timestamps)]
    for bar in bars:
        days += bar.days or ()

    low, high = float(place(min(days))), float(place(max(days)))
    margin = _MARGIN * (high - low)
    return low - margin, high + margin


def _name(row: dict[str, Any]) -> str:
    words = f"“{label(row['text'], 26)}”" if known(row["text"]) else "(no words)"
    field = row["field"] or "text"
    return words if field == "text" else f"{words} ({field})"


def _past_and_future(ax: Axes, low: float, high: float) -> None:
    # Named and not only colored: the sides have to be known in gray, too.
    ax.axvspan(low, 0, color=BLUE, alpha=0.05, lw=0)
    ax.axvspan(0, high, color=ORANGE, alpha=0.05, lw=0)
    font = style(va="top", weight="bold", transform=ax.get_xaxis_transform())
    write(ax, low, 0.99, "◂ past", shift=4, ha="left", color=BLUE, **font)
    write(ax, high, 0.99, "future ▸", shift=-4, ha="right", color=ORANGE, **font)


def _publication_day(ax: Axes, zero: pd.Timestamp) -> None:
    """Set the day apart, midnight to midnight: there an hour is as wide as a month elsewhere."""
    midnight = zero.normalize()
    left, right = (float(place((time - zero) / _DAY)) for time in (midnight, midnight + _DAY))
    ax.axvspan(left, right, color="white", lw=0, zorder=0.2)
    without_year = when_text(midnight, midnight + _DAY).rsplit(" ", 1)[0]
    font = style(ha="center", va="bottom", color=SOFT, fontsize=SMALL - 1)
    box = style(boxstyle="square,pad=0.15", fc="white", ec="none")
    place_on_axis = style(transform=ax.get_xaxis_transform(), zorder=4)
    write(ax, (left + right) / 2, 0.015, without_year, bbox=box, **font, **place_on_axis)


def _draw(ax: Axes, y: int, bar: _Bar, low: float, high: float) -> None:
    ax.axhline(y, color=FAINT, lw=0.5, zorder=0.5)
    color = DARK if bar.days else SOFT
    write(ax, high, y, bar.said, shift=7, fontsize=SMALL + 0.3, color=color)

    if bar.days is None:
        # At zero, where every picture has room; the sign says that it is not a place.
        circle = style(boxstyle="circle,pad=0.2", fc="white", ec=FAINT)
        write(ax, 0, y, bar.sign, ha="center", color=SOFT, fontsize=TEXT, zorder=5, bbox=circle)
        return

    start, end = (float(place(day)) for day in bar.days)
    least = _THINNEST * (high - low)
    if end - start < 2 * least:
        middle = (start + end) / 2
        start, end = middle - least, middle + least

    # Cut at zero and not drawn twice: an interval over it is one bar in two colors.
    if start < 0:
        _piece(ax, y, start, min(end, 0.0), vague=bar.vague, color=BLUE, hatch="")
    if end > 0:
        _piece(ax, y, max(start, 0.0), end, vague=bar.vague, color=ORANGE, hatch=STRIPES)


def _piece(
    ax: Axes, y: int, left: float, right: float, *, vague: bool, color: str, hatch: str
) -> None:
    look = style(facecolor=color, edgecolor="white" if hatch else color)
    if vague:
        look = style(facecolor="white", edgecolor=color, linestyle=(0, (3, 2)))
    ax.barh(y, right - left, left=left, height=0.56, lw=1.1, zorder=2, hatch=hatch, **look)


def _timestamps(
    ax: Axes,
    rows: pd.DataFrame,
    zero: pd.Timestamp,
    low: float,
    high: float,
) -> None:
    """Draw the lines of publication and update, with their names above."""
    found = rows[rows["time_from"].notna()]
    for kind, linestyle in (("published", "-"), ("updated", (0, (4, 2)))):
        for row in records(found[found["kind"] == kind].iloc[:1]):
            x = float(place((row["time_from"] - zero) / _DAY))
            ax.axvline(x, color=DARK, lw=1.6, ls=linestyle, zorder=3)
            when = when_text(row["time_from"], row["time_to"], row["precision"])
            _name_timestamp(ax, x, f"{kind}\n{when}", kind, (x - low) / (high - low))


def _name_timestamp(
    ax: Axes,
    x: float,
    words: str,
    kind: str,
    share: float,
) -> None:
    """Write an update to the right of its line and a publication to the left, if there is room."""
    goes_left = kind == "published"
    room = share if goes_left else 1 - share
    changes_side = room < _NEAR_EDGE
    goes_left ^= changes_side
    # A publication that changes sides stands above the update, not on it.
    y = 1.075 if changes_side and kind == "published" else 1.02

    font = style(va="bottom", fontweight="bold", linespacing=1.15)
    side, shift = ("right", -3) if goes_left else ("left", 3)
    write(ax, x, y, words, shift=shift, ha=side, transform=ax.get_xaxis_transform(), **font)
