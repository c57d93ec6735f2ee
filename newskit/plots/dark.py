"""Plots on a dark ground: the inks of a light one are swapped where matplotlib's style is dark."""

from __future__ import annotations

from typing import Any

DARKEST_LIGHT = 0.5  # luminance of a ground, 0 to 1: "dark_background" has 0, "default" 1
# The inks of `canvas`, and what stands for each on a dark ground; None is the ground itself.
_SWAPS = {
    "#222222": "#f2f2f2",
    "#5a5a5a": "#b8b8b8",
    "#6b6b6b": "#a3a3a3",
    "#c9c9c9": "#5c5c5c",
    "#ececec": "#333333",
    "#0072b2": "#56b4e9",
    "#d55e00": "#f08a3c",
    "#ffffff": None,
}


def follow_style(ax: Any) -> None:
    """Swap the inks of everything drawn, if the style of matplotlib that is in force is dark.

    `with plt.style.context("dark_background"):` around a plot, or `plt.style.use` before all of
    them, is how matplotlib is told.
    """
    import matplotlib as mpl
    from matplotlib.colors import to_rgb

    ground = mpl.rcParams["axes.facecolor"]
    red, green, blue = to_rgb(ground)
    if 0.2126 * red + 0.7152 * green + 0.0722 * blue >= DARKEST_LIGHT:
        return
    legend = ax.get_legend()
    # They have the style's own ink already.
    right = legend.get_texts() if legend else []
    for artist in ax.findobj(lambda artist: artist not in right):
        _swap(artist, ground)
        box = getattr(artist, "get_bbox_patch", lambda: None)()
        if box is not None:
            _swap(box, ground)


def _swap(artist: Any, ground: Any) -> None:
    for name in ("color", "facecolor", "edgecolor", "markerfacecolor", "markeredgecolor"):
        get, put = getattr(artist, f"get_{name}", None), getattr(artist, f"set_{name}", None)
        if get is None or put is None:
            continue
        colors = get()
        swapped = _swapped(colors, ground)
        if swapped is not None:
            put(swapped)


def _swapped(colors: Any, ground: Any) -> Any:
    """Return the ink for a dark ground, as see-through as the one it replaces, if there is one."""
    from matplotlib.colors import to_hex, to_rgba_array

    rows = to_rgba_array(colors)
    if not len(rows) or to_hex(rows[0]) not in _SWAPS:
        return None
    ink = _SWAPS[to_hex(rows[0])] or ground
    made = to_rgba_array([ink] * len(rows))
    made[:, 3] = rows[:, 3]
    return made if len(made) > 1 else tuple(made[0])
