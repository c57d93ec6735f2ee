"""Captions and credits of pictures: all of them, so that none is taken for a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.tree import Element, Sizes, element_names, is_within, one_line, text_of
from newskit.reading.page.words import any_name, any_phrase

_NAMED = re.compile(any_name("caption"))
_CREDIT_NAMED = re.compile(any_name("credit"))
# "(Photo: Mia Olsen)", "Image source / Port Press", "© Port Press" at the end of a caption.
_PRINTED_CREDIT = re.compile(
    rf"\s*[(\[]?\b((?:{any_phrase('credit_label')}(?:\s+(?:by|credit|source))?\s*[:©/]|©)"
    r"\s*.{2,120}?)[)\]]?$",
    re.IGNORECASE,
)
_TAGS = frozenset(("figcaption", "div", "span", "p", "small", "cite"))
_OUTSIDE = ("nav", "footer")

# Characters of a caption; boxes with such names and more text hold a whole gallery.
MAX_CAPTION = 2500
# Characters of an element that is called a credit.
MAX_CREDIT = 160
# Characters at the end of a caption in which a credit is looked for.
TAIL = 200


class Caption(NamedTuple):
    """Caption and credit of one picture, and the element they stand in."""

    text: str
    credit: str
    element: Element


def find_captions(sizes: Sizes) -> list[Caption]:
    """Return every caption of the page, in order."""
    found: dict[Element, Caption] = {}
    for element in sizes.elements:
        if element.tag not in _TAGS or not 0 < sizes.text[element] <= MAX_CAPTION:
            continue

        # The tag may be all that says so: <figcaption>.
        called = f"{element.tag} {sizes.names(element)}"
        if not _NAMED.search(called):
            continue

        # The parts of a caption are often called captions, too.
        is_part = not found.keys().isdisjoint(element.iterancestors())
        if is_part or is_within(element, _OUTSIDE):
            continue

        caption = _read(element)
        if caption.text + caption.credit:
            found[element] = caption

    return list(found.values())


def _read(element: Element) -> Caption:
    """Take a caption apart: its credit has an element of its own, or is printed behind a label."""
    text = clean(text_of(element))
    credit = _credit_in(element)
    if credit and credit in text:
        # It may stand in front, or within: "Mia Olsen | The quay on Monday".
        rest = one_line(text.replace(credit, " ", 1)).strip(" |·–—")
        return Caption(rest, credit.strip(" ()[]|"), element)

    # Far from the end, "Photo:" is a word of the caption.
    tail = text[-TAIL:]
    printed = _PRINTED_CREDIT.search(tail)
    if printed is None:
        return Caption(text, "", element)

    # "The quay on Monday (Photo: Mia Olsen)" has a bracket on both sides of the cut.
    rest = text.removesuffix(tail) + tail[: printed.start()]
    return Caption(rest.strip(" |·–—(["), printed[1].strip(" ()[]"), element)


def _credit_in(element: Element) -> str:
    """Return the text of the first element in a caption that is called a credit."""
    for part in element.iterdescendants("*"):
        if not _CREDIT_NAMED.search(element_names(part)):
            continue

        # An icon has no text, and a box around caption and credit has too much.
        text = text_of(part)
        if 1 < len(text) < MAX_CREDIT:
            return clean(text)

    return ""
