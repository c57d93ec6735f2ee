"""Pictures as data addresses: PNG, JPEG, GIF and WebP by their first bytes, SVG once clean."""

from __future__ import annotations

import base64
import binascii
import re

from newskit.reporting.notebooks.svg import clean_svg

MOST_BYTES = 10_000_000  # of one picture
_SIGNS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.S), "webp"),
)
_SVG_BEGINS = (b"<svg", b"<?xml", b"<!DOCTYPE", b"<!--")


def address(data: bytes) -> str | None:
    """Return a picture as a data address, or None if it is no picture that may be shown."""
    if len(data) > MOST_BYTES:
        return None

    for sign, kind in _SIGNS:
        if sign.match(data):
            return _data_address(kind, data)

    is_svg = data.lstrip().startswith(_SVG_BEGINS)
    return svg_address(data.decode("utf-8", "replace")) if is_svg else None


def address_of_base64(told: object) -> str | None:
    """Return a picture that is stored as base64 as a data address, or None."""
    try:
        return address(base64.b64decode("".join(str(told).split()), validate=True))
    except (binascii.Error, ValueError):
        return None


def svg_address(svg: str) -> str | None:
    """Return an SVG picture without scripts, links and times as a data address, or None."""
    clean = clean_svg(svg)
    if clean is None or len(clean) > MOST_BYTES:
        return None
    return _data_address("svg+xml", clean)


def _data_address(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
