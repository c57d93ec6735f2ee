"""A plot as a picture inside the page: SVG as a data address, the same bytes every time."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pandas as pd

from newskit.html import escape
from newskit.plots.canvas import WIDTH

_PIXELS = 96  # an inch, in CSS
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


def picture(plot: str, table: pd.DataFrame, alt: str, **options: Any) -> str:
    """Draw a table with the plot of that name; return it as an image that `alt` says in words."""
    # The package has the function under this name; its module has the height, too.
    module = import_module(f"newskit.plots.{plot}")
    draw, height = getattr(module, plot), module.height(table)
    # Inside an <img>, SVG can run no script and load nothing.
    svg = base64.b64encode(_svg(lambda ax: draw(table, ax=ax, **options), height)).decode("ascii")
    size = f'width="{WIDTH * _PIXELS:.0f}" height="{height * _PIXELS:.0f}"'
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
            # The reader's browser draws the letters, and has fonts that matplotlib lacks.
            warnings.filterwarnings("ignore", message="Glyph .* missing from")
            warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
            metadata: Any = {"Date": None, "Creator": None}
            figure.savefig(out, format="svg", transparent=True, metadata=metadata)
    return _NAMED_FONT.sub(_FONT, out.getvalue().decode("utf-8")).encode("utf-8")
