"""SVG without what acts, loads, or differs from run to run."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from newskit.reporting.notebooks.allowed import SVG_DROPPED

_NAMESPACE = "http://www.w3.org/2000/svg"
_ROOTS = (f"{{{_NAMESPACE}}}svg", "svg")
_LINKS = ("href", "src")
# matplotlib writes imshow as a PNG inside the SVG.
_INSIDE = ("#", "data:image/png;base64,", "data:image/jpeg;base64,")
# url(#a) is a part of the picture, any other url() is loaded; CSS may write a letter as an escape.
_ACTS = re.compile(r"@import|expression\s*\(|javascript:|url\(\s*['\"]?\s*(?!#)|\\", re.I)
_REFERENCE = re.compile(r"(?<=#)[\w.:-]+")


def clean_svg(svg: str) -> bytes | None:
    """Return an SVG picture that only draws; None if it is not one."""
    root = _parsed(svg)
    if root is None or root.tag not in _ROOTS:
        return None

    for element in list(root.iter()):
        if _is_dropped(element):
            element.getparent().remove(element)
        else:
            _clean_attributes(element)

    _number_ids(root)
    # Without the document type: it may define entities.
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=False))


def _parsed(svg: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(svg.strip().encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _is_dropped(element: Any) -> bool:
    if not isinstance(element.tag, str):  # an entity
        return True

    name = etree.QName(element)
    if name.namespace not in (_NAMESPACE, None) or name.localname in SVG_DROPPED:
        return True
    return name.localname == "style" and _acts("".join(element.itertext()))


def _acts(css: str) -> bool:
    return _ACTS.search(css) is not None


def _clean_attributes(element: Any) -> None:
    for name, value in element.attrib.items():
        local = etree.QName(name).localname.lower()
        if local in _LINKS:
            is_harmless = value.strip().startswith(_INSIDE)
        else:
            is_harmless = not local.startswith("on") and not _acts(value)

        if not is_harmless:
            del element.attrib[name]


def _number_ids(root: Any) -> None:
    """Name what is referred to by its place; matplotlib draws random names."""
    names: dict[str, str] = {}
    for element in root.iterfind(".//*[@id]"):
        told = element.get("id")
        names[told] = f"i{len(names)}"
        element.set("id", names[told])

    for element in root.iter():
        for name, value in element.attrib.items():
            if _refers(name, value):
                numbered = _REFERENCE.sub(lambda told: names.get(told[0], told[0]), value)
                element.set(name, numbered)


def _refers(name: str, value: str) -> bool:
    if etree.QName(name).localname in _LINKS:
        return value.startswith("#")
    return "url(#" in value
