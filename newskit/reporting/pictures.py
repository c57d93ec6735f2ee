"""A plot as a picture inside the page: SVG as a data address, the same bytes every time."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Callable
from typing import Any

from newskit.html import escape
from newskit.plots.canvas import WIDTH

# The reader's own sans-serif; matplotlib would name the font that it measured with.
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
_NAMED_FONT = re.compile(r"'DejaVu Sans'(?:, '[\w ]{1,40}'){0,20}, sans-serif")
_SETTINGS: Any = {
    "svg.hashsalt": "newskit",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "hatch.linewidth": 0.9,
    "axes.unicode_minus": True,
}


def picture(draw: Callable[[Any], Any], height: float, alt: str) -> str:
    """Draw on a new Axes and return it as an image element; `alt` says in words what it shows."""
    svg = base64.b64encode(_svg(draw, height)).decode("ascii")
    size = f'width="{WIDTH * 96:.0f}" height="{height * 96:.0f}"'
    return f'<img src="data:image/svg+xml;base64,{svg}" {size} alt="{escape(alt)}">'


def _svg(draw: Callable[[Any], Any], height: float) -> bytes:
    import matplotlib
    import matplotlib.style
    from matplotlib.figure import Figure

    out = io.BytesIO()
    # The defaults first: a report must not depend on the settings of the session that makes it.
    with matplotlib.style.context("default"), matplotlib.rc_context(_SETTINGS):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        ax = figure.subplots()
        draw(ax)
        ax.set_title("", loc="left")  # the heading above the picture says it
        with warnings.catch_warnings():
            # The letters are drawn by the reader's browser, which has fonts for scripts that matplotlib's font lacks.
            warnings.filterwarnings("ignore", message="Glyph .* missing from")
            warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
            figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _NAMED_FONT.sub(_FONT, out.getvalue().decode("utf-8")).encode("utf-8")
