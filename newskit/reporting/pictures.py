"""A plot as a picture inside the page: SVG as a data address, the same bytes every time."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from textwrap import fill
from typing import Any, NamedTuple

import pandas as pd

from newskit.html import escape
from newskit.plots.canvas import WIDTH

_PIXELS = 96  # an inch, in CSS
PHONE = 40  # rem: screens below have the narrow picture
NARROWEST = 4.8  # inches: on a phone of 390 pixels three quarters of its size
# With a name before and words behind each row, less would leave no room for the axis.
NARROW = {"timeline": 6.4, "time_horizon": 6.0}
LETTERS = {True: 13, False: 9}  # of a label that an inch has room for: wide, narrow
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


class _Size(NamedTuple):
    """How large a picture is, in inches."""

    width: float
    height: float

    @property
    def html(self) -> str:
        """The attributes of an image, in pixels."""
        return f'width="{self.width * _PIXELS:.0f}" height="{self.height * _PIXELS:.0f}"'


def picture(plot: str, table: pd.DataFrame, alt: str, **options: Any) -> str:
    """Draw a table with the plot of that name; return it as an image that `alt` says in words.

    It is drawn twice: on a phone the wide one would be too small to read.
    """
    # The package has the function under this name; its module has the height, too.
    module = import_module(f"newskit.plots.{plot}")
    draw = partial(getattr(module, plot), table, **options)
    height = module.height(table)
    wide, narrow = _Size(WIDTH, height), _Size(NARROW.get(plot, NARROWEST), height)
    addresses = list(map(_address, _svgs(draw, [wide, narrow])))
    return (
        f'<picture><source media="(max-width:{PHONE}rem)" srcset="{addresses[1]}" {narrow.html}>'
        f'<img src="{addresses[0]}" {wide.html} alt="{escape(alt)}"></picture>'
    )


def _address(svg: bytes) -> str:
    # Inside an <img>, SVG can run no script and load nothing.
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode('ascii')}"


def _svgs(draw: Callable[..., Any], sizes: list[_Size]) -> list[bytes]:
    """Draw once, and write it in several sizes."""
    import matplotlib.style
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    # The defaults first: a report must not depend on the settings of the session that makes it.
    with matplotlib.style.context("default"), matplotlib.rc_context(_SETTINGS):
        figure = Figure(figsize=sizes[0])
        FigureCanvasSVG(figure)  # measures letters as the file will have them
        ax = figure.subplots()
        draw(ax=ax)
        ax.set_title("", loc="left")  # the heading above the picture says it
        said = ax.get_xlabel()
        made = []
        for size in sizes:
            figure.set_size_inches(size)
            ax.set_xlabel(fill(said, int(size.width * LETTERS[size.width == WIDTH])))
            made.append(_written(figure))
    return made


def _written(figure: Any) -> bytes:
    out = io.BytesIO()
    metadata: Any = {"Date": None, "Creator": None}
    with warnings.catch_warnings():
        # The reader's browser draws the letters, and has fonts that matplotlib lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support")
        _lay_out(figure)
        figure.savefig(out, format="svg", transparent=True, metadata=metadata)
    return _NAMED_FONT.sub(_FONT, out.getvalue().decode("utf-8")).encode("utf-8")


def _lay_out(figure: Any) -> None:
    """Find room for all labels; `savefig` would draw everything once more to do it."""
    figure.set_layout_engine("constrained")
    figure.get_layout_engine().execute(figure)
    figure.set_layout_engine(None)
