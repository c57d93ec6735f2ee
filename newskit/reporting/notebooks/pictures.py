"""Pictures as data addresses; SVG without what acts, loads or differs from run to run."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import Any

from lxml import etree

MOST_BYTES = 10_000_000  # of one picture
_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_SIGNS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.S), "webp"),
)
_DROPPED = frozenset(
    "script foreignObject iframe object embed audio video handler listener metadata set animate "
    "animateMotion animateTransform animateColor discard a".split()
)
_ACTS = re.compile(r"@import|expression\s*\(|javascript:|url\(\s*['\"]?\s*(?!#)", re.I)
_REFERENCE = re.compile(r"#([\w.:-]+)")
_ESCAPED = re.compile(r"\\")  # CSS may write any letter as an escape


def address(data: bytes) -> str | None:
    """Return a picture as a data address, or None if it is no picture that may be shown."""
    if len(data) > MOST_BYTES:
        return None
    for sign, kind in _SIGNS:
        if sign.match(data):
            return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
    start = data.lstrip()[:200]
    looks_like_svg = start.startswith((b"<svg", b"<?xml", b"<!DOCTYPE", b"<!--"))
    return svg_address(data.decode("utf-8", "replace")) if looks_like_svg else None


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
    return f"data:image/svg+xml;base64,{base64.b64encode(clean).decode('ascii')}"


def clean_svg(svg: str) -> bytes | None:
    """Return an SVG without what acts, loads or differs from run to run; None if it is not one."""
    options: Any = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, recover=False, **options)
    try:
        root = etree.fromstring(svg.strip().encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root.tag not in (f"{{{_SVG}}}svg", "svg"):
        return None

    for element in list(root.iter()):
        if _is_dropped(element):
            _drop(element)
        else:
            _clean_attributes(element)
    _number_ids(root)
    # Without the document type: it may define entities.
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=False))


def _is_dropped(element: Any) -> bool:
    if not isinstance(element.tag, str):  # an entity
        return True
    name = etree.QName(element)
    is_foreign = name.namespace not in (_SVG, None)
    is_acting_style = name.localname == "style" and _acts("".join(element.itertext()))
    return is_foreign or name.localname in _DROPPED or is_acting_style


def _acts(css: str) -> bool:
    return bool(_ACTS.search(css) or _ESCAPED.search(css))


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clean_attributes(element: Any) -> None:
    for name, value in list(element.attrib.items()):
        local = etree.QName(name).localname.lower()
        is_link = local in ("href", "src")
        is_inside = value.strip().startswith("#") or _is_small_picture(value)
        acts = not is_link and _acts(value)
        if local.startswith("on") or acts or (is_link and not is_inside):
            del element.attrib[name]


def _is_small_picture(value: str) -> bool:
    # matplotlib writes imshow as a PNG inside the SVG.
    return value.strip().startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))


def _number_ids(root: Any) -> None:
    """Name what is referred to by its place; matplotlib draws random names."""
    names: dict[str, str] = {}
    for element in root.iter():
        told = element.get("id")
        if told is not None:
            names.setdefault(told, f"i{len(names)}")
            element.set("id", names[told])

    def numbered(match: re.Match[str]) -> str:
        return f"#{names.get(match[1], match[1])}"

    for element in root.iter():
        for name, value in element.attrib.items():
            if "#" in value and (name in ("href", _XLINK_HREF) or "url(" in value):
                element.set(name, _REFERENCE.sub(numbered, value))


def digest(data_address: str) -> str:
    """Return a short name for a data address."""
    return hashlib.sha256(data_address.encode("ascii")).hexdigest()
