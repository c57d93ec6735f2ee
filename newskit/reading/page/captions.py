"""Pictures: the first one's caption and credit, and every caption, so that none is taken for a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.tree import Element, Sizes, element_names, is_within, one_line, text_of
from newskit.reading.page.words import any_phrase, name_pattern

_NAMED = name_pattern("caption")
_CREDIT_NAMED = name_pattern("credit")
# "(Photo: Mia Olsen)", "Image source / Port Press", "© Port Press" at the end of a caption.
_PRINTED_CREDIT = re.compile(
    rf"\s*[(\[]?\b((?:{any_phrase('credit_label')}(?:\s+(?:by|credit|source))?\s*[:©/]|©)"
    r"\s*.{2,120}?)[)\]]?$",
    re.IGNORECASE,
)
_TAGS = frozenset(("figcaption", "div", "span", "p", "small", "cite"))
_OUTSIDE = frozenset(("nav", "footer"))
_MAX = 2500  # characters of a caption; boxes with such names and more text hold a whole gallery
_MAX_CREDIT = 160
_TAIL = 200  # characters at the end of a caption in which a credit is looked for


class Caption(NamedTuple):
    """Caption and credit of one picture, and the element they stand in."""

    text: str | None
    credit: str | None
    element: Element


def find_captions(sizes: Sizes) -> list[Caption]:
    """Return every caption of the page, in order."""
    found: dict[Element, Caption] = {}
    for element in sizes.elements:
        if not (_could_be_caption(element, sizes) and _is_called_caption(element, sizes)):
            continue

        # The parts of a caption are often called captions, too.
        is_part = not found.keys().isdisjoint(element.iterancestors())
        if is_part or is_within(element, _OUTSIDE):
            continue

        caption = _read(element)
        if caption.text or caption.credit:
            found[element] = caption
    return list(found.values())


def _could_be_caption(element: Element, sizes: Sizes) -> bool:
    return element.tag in _TAGS and 0 < sizes.text[element] <= _MAX


def _is_called_caption(element: Element, sizes: Sizes) -> bool:
    return element.tag == "figcaption" or bool(_NAMED.search(sizes.names(element)))


def _read(element: Element) -> Caption:
    """Take a caption apart: its credit has an element of its own, or is printed behind a label."""
    text = clean(text_of(element))
    credit = _credit_element(element)
    if credit and credit in text:
        rest = one_line(text.replace(credit, " ", 1)).strip(" |·–—")
        return Caption(rest or None, credit.strip(" ()[]|"), element)

    tail = text[-_TAIL:]
    printed = _PRINTED_CREDIT.search(tail)
    if printed:
        rest = text.removesuffix(tail) + tail[: printed.start()]
        return Caption(rest.strip(" |·–—([") or None, printed[1].strip(" ()[]"), element)
    return Caption(text or None, None, element)


def _credit_element(element: Element) -> str | None:
    """Return the text of the first element in a caption that is called a credit."""
    inside = element.iterdescendants("*")
    called = (part for part in inside if _CREDIT_NAMED.search(element_names(part)))
    texts = (text for text in map(text_of, called) if 1 < len(text) < _MAX_CREDIT)
    return next(map(clean, texts), None)
