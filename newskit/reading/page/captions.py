"""Pictures: the first one's caption and credit, and every caption, so that none is taken for a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.tree import Element, Sizes, names_of, text_of

_NAMED = re.compile(
    r"caption|bildunter|cutline|pie-?(?:de-)?foto|image[-_]*(?:text|description|meta)|photo[-_]*(?:desc|"
    r"text)|legend"
)
_CREDIT = re.compile(
    r"credit|copyright|photographer|fotograf|image-?source|bildquelle|attribution|quelle|rights|agency|"
    r"author"
)
_CREDIT_WORDS = re.compile(
    r"\s*[(\[]?\b((?:(?:photo(?:graph)?|image|picture|credit|foto|bild|grafik|illustration|quelle|imagen|crédit|source|©)"
    r"(?:\s+(?:by|credit|source))?\s*[:©/]|©)\s*.{2,120}?)[)\]]?$",
    re.IGNORECASE,
)
_TAGS = frozenset(("figcaption", "div", "span", "p", "small", "cite"))
_OUTSIDE = frozenset(("nav", "footer"))


class Caption(NamedTuple):
    """Caption and credit of one picture, and the element they stand in."""

    text: str | None
    credit: str | None
    element: Element


def find_captions(sizes: Sizes) -> list[Caption]:
    """Return every caption of the page, in order."""
    out: list[Caption] = []
    inside: set[Element] = set()
    for element in sizes.elements:
        if element.tag not in _TAGS or not 0 < sizes.text[element] <= 2500:
            continue
        if element.tag != "figcaption" and not (element.attrib and _NAMED.search(names_of(element))):
            continue
        if any(above in inside or above.tag in _OUTSIDE for above in element.iterancestors()):
            continue
        found = _read(element)
        if found.text or found.credit:
            inside.add(element)
            out.append(found)
    return out


def _read(element: Element) -> Caption:
    parts = [e for e in element.iter() if e is not element and isinstance(e.tag, str) and _CREDIT.search(names_of(e))]
    stated = next((clean(text_of(e)) for e in parts if 1 < len(text_of(e)) < 160), None)
    text = clean(text_of(element))
    if stated and stated in text:
        rest = " ".join(text.replace(stated, " ", 1).split()).strip(" |·–—")
        return Caption(rest or None, stated.strip(" ()[]|"), element)
    match = _CREDIT_WORDS.search(text[-200:])
    if match:
        cut = len(text) - len(text[-200:]) + match.start()
        return Caption(text[:cut].strip(" |·–—([") or None, match[1].strip(" ()[]"), element)
    return Caption(text or None, None, element)
