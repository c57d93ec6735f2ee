"""A formula in TeX as MathML, which browsers and screen readers know; else as it was written."""

from __future__ import annotations

from typing import Any

from latex2mathml.converter import convert
from lxml import etree

from newskit.html import escape
from newskit.reporting.notebooks.allowed import FORMULA_ATTRIBUTES, FORMULA_TAGS

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
# A long formula is scrolled in its box, also by the keyboard.
_BOX = '<div class="nk-scroll" role="region" tabindex="0" aria-label="Formula">'
MOST_TEX = 2_000  # characters; a formula is shorter


def formula_html(tex: str, *, display: bool = False) -> str:
    """Return a formula as MathML, or as code where it cannot be read."""
    told = tex.strip()
    shown = _mathml(told, display) or f"<code>{escape(told)}</code>"
    return f"{_BOX}{shown}</div>\n" if display else shown


def _mathml(tex: str, display: bool) -> str | None:
    if len(tex) > MOST_TEX:
        return None

    try:
        made = convert(tex, display="block" if display else "inline")
        root = etree.fromstring(made.encode(), etree.XMLParser(resolve_entities=False))
    except Exception:  # what is no TeX breaks it in many ways; the reader sees what was written
        return None

    # It does not escape its input: what is not MathML was written by somebody else.
    elements = list(root.iter())
    if not all(map(_is_mathml, elements)):
        return None

    for element in elements:
        _keep_allowed(element)

    return str(etree.tostring(root, encoding="unicode", method="html"))


def _is_mathml(element: Any) -> bool:
    if not isinstance(element.tag, str):  # a comment
        return False

    name = etree.QName(element)
    return name.namespace == NAMESPACE and name.localname in FORMULA_TAGS


def _keep_allowed(element: Any) -> None:
    for name in set(element.attrib) - FORMULA_ATTRIBUTES:
        del element.attrib[name]
