"""Colors that a cell sets by hand, so that they are read on a light page and on a dark one."""

from __future__ import annotations

import re
from typing import Any

_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.I)
_INK = re.compile(r"(?<![\w-])color\s*:[^;]*;?", re.I)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.I)
_RGB = re.compile(r"rgba?\(\s*(\d+)[ ,]+(\d+)[ ,]+(\d+)", re.I)
_DARK = 110  # of 255: below, white letters are read better than black ones
_BOX = "alert"  # the boxes of Jupyter


def make_readable(element: Any) -> None:
    """Drop a color without a background; give a background without a color one that fits."""
    classes = element.get("class", "").split()
    if _BOX in classes:
        classes = ["note"]

    style = element.get("style", "")
    background = _BACKGROUND.search(style)
    has_ink = _INK.search(style) is not None
    if background is None:
        style = _INK.sub("", style)
    elif not has_ink:
        classes.append("dark" if _is_dark(background[1]) else "light")

    _set(element, "style", style)
    _set(element, "class", " ".join(classes))


def _set(element: Any, name: str, value: str) -> None:
    if value:
        element.set(name, value)
    else:
        element.attrib.pop(name, None)


def _is_dark(color: str) -> bool:
    parts = _parts(color)
    return bool(parts) and sum(parts) / len(parts) < _DARK


def _parts(color: str) -> list[int]:
    """Return red, green and blue of a color, where they are told in numbers."""
    if found := _RGB.search(color):
        return list(map(int, found.groups()))

    found = _HEX.search(color)
    if found is None:
        return []

    digits = found[1]
    if len(digits) == 3:  # #abc is #aabbcc
        digits = "".join(2 * digit for digit in digits)
    return list(bytes.fromhex(digits))
