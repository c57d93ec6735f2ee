"""What all plots share: the Axes to draw on, inks, and text of articles made fit to stand in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newskit.errors import missing_extra
from newskit.html import COLORS, clean

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, SOFT, FAINT, TRACK = "#222222", "#5a5a5a", "#c9c9c9", "#ececec"
BLUE, ORANGE = COLORS[0], COLORS[1]
# One for each speaker beside the color, so that bars can be told apart in gray. No dots: as SVG they take 250 kB.
HATCHES = ("", "////", "||||", "xxxx", "\\\\\\\\")
SMALL, TEXT, HEAD = 8.5, 9.5, 12.0
WIDTH = 7.4


def axes(ax: Axes | None, height: float) -> Axes:
    """Return the Axes to draw on: the one given, or one in a new pyplot figure of that height in inches."""
    if ax is not None:
        return ax
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise missing_extra("matplotlib", "all", "A plot") from error
    return plt.subplots(figsize=(WIDTH, height), layout="constrained")[1]


def finish(ax: Axes, title: str, *, keep: str = "bottom", pad: float = 10) -> Axes:
    """Set the title, and take away the lines that say nothing."""
    ax.set_title(title, loc="left", fontsize=HEAD, fontweight="bold", color=INK, pad=pad, parse_math=False)
    for side, spine in ax.spines.items():
        spine.set_visible(side == keep)
        spine.set_color(FAINT)
    ax.tick_params(length=0, labelsize=TEXT, labelcolor=INK)
    ax.xaxis.label.set(color=SOFT, fontsize=SMALL)
    ax.yaxis.label.set(color=SOFT, fontsize=SMALL)
    return ax


def nothing(ax: Axes, title: str, message: str) -> Axes:
    """Say that there is nothing to draw."""
    ax.text(0.5, 0.5, message, transform=ax.transAxes, ha="center", va="center", color=SOFT, fontsize=TEXT)
    ax.set(xticks=[], yticks=[])
    return finish(ax, title)


def label(text: object, width: int = 34) -> str:
    """Make text of an article fit for a label: one line, no control characters, cut with an ellipsis."""
    line = " ".join(clean(str(text)[: 8 * width]).split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def write(ax: Axes, x: float, y: float, text: str, *, shift: float = 0, **style: Any) -> Any:
    """Write text as it is (a dollar sign is a dollar sign), `shift` points to the right of its place."""
    if shift:
        from matplotlib.transforms import offset_copy

        place, figure = style.get("transform", ax.transData), ax.get_figure(root=True)
        style["transform"] = offset_copy(place, figure, x=shift, units="points")
    return ax.text(x, y, text, parse_math=False, **{"fontsize": TEXT, "color": INK, "va": "center", **style})


def name_rows(ax: Axes, names: list[str], room: tuple[float, float] = (0.6, 0.6)) -> None:
    """Name the rows of a plot whose first row stands at the top; `room` is what is left free above and below."""
    ax.set_yticks(range(len(names)), names)
    for tick in ax.get_yticklabels():
        tick.set_parse_math(False)
    ax.set_ylim(len(names) - 1 + room[1], -room[0])


def plural(n: int, one: str, many: str | None = None) -> str:
    """Count something: '1 word', '2 words'."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"
