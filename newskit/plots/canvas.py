"""What all plots share: the Axes, colors, rows, and text of articles made fit for a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from newskit.html import COLORS, UNKNOWN, replace_unprintable
from newskit.plots.dark import follow_style

if TYPE_CHECKING:
    import matplotlib.axes

# In quotation marks: matplotlib is loaded when something is drawn, not before.
Axes: TypeAlias = "matplotlib.axes.Axes"

DARK, SOFT, FAINT, TRACK = "#222222", "#5a5a5a", "#c9c9c9", "#ececec"
BLUE, ORANGE = COLORS[0], COLORS[1]
# What is orange is striped, too: blue and orange are one gray on paper.
STRIPES = "////"
# One for each speaker, for the same reason. No dots: as SVG they take 250 kB.
HATCHES = ("", STRIPES, "||||", "xxxx", "\\\\\\\\")
SMALL, TEXT, HEAD = 8.5, 9.5, 12.0  # points
WIDTH = 7.4  # inches


def axes(ax: Axes | None, height: float) -> Axes:
    """Return the Axes to draw on: the one given, or one in a new figure, `height` in inches."""
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    return plt.subplots(figsize=(WIDTH, height), layout="constrained")[1]


def style(**properties: Any) -> dict[str, Any]:
    """Gather properties of matplotlib that several lines share."""
    return properties


def finish(
    ax: Axes,
    title: str,
    *,
    keep: str = "bottom",
    pad: float = 10,
) -> Axes:
    """Set the title, take away the lines that say nothing, and follow a dark style."""
    font = style(fontsize=HEAD, fontweight="bold", color=DARK)
    ax.set_title(title, loc="left", pad=pad, parse_math=False, **font)
    for side, spine in ax.spines.items():
        spine.set_visible(side == keep)
        spine.set_color(FAINT)
    ax.tick_params(length=0, labelsize=TEXT, labelcolor=DARK)
    ax.xaxis.label.set(color=SOFT, fontsize=SMALL)
    ax.yaxis.label.set(color=SOFT, fontsize=SMALL)
    follow_style(ax)
    return ax


def nothing(ax: Axes, title: str, message: str) -> Axes:
    """Say that there is nothing to draw."""
    write(ax, 0.5, 0.5, message, transform=ax.transAxes, ha="center", color=SOFT, fontsize=TEXT)
    ax.set(xticks=[], yticks=[])
    return finish(ax, title)


def first_of(title: str, most: int, n: int) -> str:
    """Add to a title how many rows were left out, if any were."""
    return f"{title} (first {most} of {n})" if n > most else title


def grid(ax: Axes, axis: Any) -> None:
    """Draw thin lines at the ticks of one axis, behind everything else."""
    ax.grid(axis=axis, color=FAINT, lw=0.5, zorder=0)
    ax.set_axisbelow(True)


def speaker_look(place: int | None) -> tuple[str, str]:
    """Return color and hatch of the speaker at that place in order of speaking; gray for no one."""
    if place is None:
        return UNKNOWN, ""
    return COLORS[place % len(COLORS)], HATCHES[place % len(HATCHES)]


def label(text: object, width: int = 34) -> str:
    """Make text of an article fit for a label: one line, no controls, cut with an ellipsis."""
    line = " ".join(replace_unprintable(str(text)[: 8 * width]).split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def write(
    ax: Axes,
    x: float,
    y: float,
    text: str,
    *,
    shift: float = 0,
    **font: Any,
) -> None:
    """Write text as it is (a dollar sign is a dollar sign), `shift` points right of its place."""
    if shift:
        from matplotlib.transforms import offset_copy

        place, figure = font.get("transform", ax.transData), ax.get_figure(root=True)
        font["transform"] = offset_copy(place, figure, x=shift, units="points")
    font = style(fontsize=SMALL, color=DARK, va="center") | font
    ax.text(x, y, text, parse_math=False, **font)


def name_rows(ax: Axes, names: list[str], room: float = 0.6) -> None:
    """Name the rows, the first at the top; `room` is what is left free above and below them."""
    ax.set_yticks(range(len(names)), names)
    for tick in ax.get_yticklabels():
        tick.set_parse_math(False)
    ax.set_ylim(len(names) - 1 + room, -room)
