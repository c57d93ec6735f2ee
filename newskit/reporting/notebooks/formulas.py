"""A formula in TeX as MathML, which browsers and screen readers know; else as it was written."""

from __future__ import annotations

from typing import Any

from latex2mathml.converter import convert
from lxml import etree

from newskit.html import escape

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
TAGS = frozenset(
    "math mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup munder mover munderover "
    "mtable mtr mtd mstyle mpadded mphantom menclose".split()
)
ATTRIBUTES = frozenset(
    "display stretchy fence separator movablelimits accent linethickness columnalign rowspacing "
    "columnspacing lspace rspace minsize maxsize form mathvariant notation".split()
)
_LONGEST = 2_000  # characters; a formula is shorter


def formula_html(tex: str, *, display: bool = False) -> str:
    """Return a formula as MathML, or as code where it cannot be read."""
    shown = _mathml(tex.strip(), "block" if display else "inline")
    if shown is None:
        shown = f"<code>{escape(tex.strip())}</code>"
    return f"<p>{shown}</p>\n" if display else shown


def _mathml(tex: str, display: Any) -> str | None:
    if len(tex) > _LONGEST:
        return None
    try:
        root = etree.fromstring(convert(tex, display=display).encode(), _strict())
    except Exception:  # what is no TeX breaks it in many ways; the reader sees what was written
        return None
    # It does not escape its input: what is not MathML was written by somebody else.
    if not all(_is_mathml(element) for element in root.iter()):
        return None
    return str(etree.tostring(root, encoding="unicode", method="html"))


def _strict() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _is_mathml(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    name = etree.QName(element)
    for attribute in list(element.attrib):
        if attribute not in ATTRIBUTES:
            del element.attrib[attribute]
    return name.namespace == NAMESPACE and name.localname in TAGS
