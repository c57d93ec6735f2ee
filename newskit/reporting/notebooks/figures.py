"""A picture that a cell has drawn, with words for whoever does not see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from newskit.html import escape
from newskit.reporting.notebooks import pictures

MOST_WIDTH = 10_000  # pixels
LONGEST_LABEL = 80  # characters of a heading
_KINDS = ("image/png", "image/jpeg", "image/gif", "image/webp")
_DRAWN = re.compile(r"<Figure size \d|<Axes|<matplotlib")


def figure_html(
    told: Mapping[str, str],
    metadata: Mapping[str, Any],
    what: str,
    label: Callable[[str], str],
) -> str:
    """Return the picture of an output, or "" if it has none.

    `what` says where it stands, for whoever does not see it; `label` makes names of regions unique.
    """
    kind, address = _picture(told)
    if address is None:
        return ""

    ours = metadata.get("newskit")
    known = ours if isinstance(ours, dict) else {}
    alt = escape(known.get("alt") or what)
    inverts = ' class="invert"' if known.get("invert") is True else ""
    named = f'role="region" tabindex="0" aria-label="{escape(label(what))}"'
    image = f'<img src="{address}"{_width(metadata.get(kind))}{inverts} alt="{alt}">'
    return f'<figure class="drawn" {named}>{image}</figure>'


def place_of(plain: str, under: str) -> str:
    """Say what a picture is and under which heading it stands."""
    what = "Plot" if _DRAWN.match(plain) else "Picture"
    return f"{what} under “{under[:LONGEST_LABEL]}”"


def _picture(told: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the kind and the address of the picture: drawn ones are sharp at every size."""
    if "image/svg+xml" in told:
        address = pictures.svg_address(told["image/svg+xml"])
        if address is not None:
            return "image/svg+xml", address

    kind = next((kind for kind in _KINDS if kind in told), "")
    return kind, pictures.address_of_base64(told[kind]) if kind else None


def _width(size: Any) -> str:
    width = size.get("width") if isinstance(size, dict) else None
    is_told = isinstance(width, int) and 0 < width < MOST_WIDTH
    return f' width="{width}"' if is_told else ""
