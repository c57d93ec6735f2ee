"""The line right below a headline, where nothing else says that it is the standfirst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.author_names import BY
from newskit.reading.page.standfirst_rules import (
    AGAINST,
    Beside,
    Candidate,
    is_beside_picture,
    is_opening,
    is_stamp,
)
from newskit.reading.page.titles import key_of
from newskit.reading.page.tree import INLINE, Element, Sizes, holds, text_of
from newskit.reading.page.words import html_tags

_BELOW = html_tags("below_headline")
_BOXES = ("div", "font")

# Elements behind the headline in which a line stands right below it, and words of that line.
BELOW, WORDS = 20, range(5, 61)
# Characters between the headline and that line, at most.
BETWEEN = 150


class Standfirst(NamedTuple):
    """The standfirst as printed, how it was found, and its element."""

    text: str
    how: str
    element: Element


def below_headline(elements: list[Element], beside: Beside) -> Standfirst | None:
    """Return the line right below the headline that is set like no other paragraph."""
    first = next(_candidates(elements, beside), None)
    if first is None or len(first.text.split()) not in WORDS:
        return None

    against = (*AGAINST, _is_linked, is_opening, is_beside_picture)
    if any(rule(first) for rule in against):
        return None

    return Standfirst(first.text, "rule:below-headline", first.element)


def _candidates(elements: list[Element], beside: Beside) -> Iterator[Candidate]:
    """Return the lines below the headline that are not itself, its byline or its stamp."""
    printed = (one for one in _right_below(elements) if _is_line(one, beside.sizes))
    for element in printed:
        line = Candidate(element, clean(text_of(element)), beside, False, "")
        is_title = key_of(line.text) in beside.titles
        if not is_title and not BY.match(line.text) and not is_stamp(line):
            yield line


def _is_linked(candidate: Candidate) -> bool:
    return candidate.beside.sizes.linked[candidate.element] > 0


def _right_below(elements: list[Element]) -> Iterator[Element]:
    """Return the next elements, until more is printed than a byline, a stamp and buttons."""
    size = 0
    for element in elements[:BELOW]:
        if size > BETWEEN:
            return

        yield element
        size += sum(len(text.strip()) for text in (element.text, element.tail) if text)


def _is_line(element: Element, sizes: Sizes) -> bool:
    """Say whether an element may be such a line: a paragraph, a subhead, a box of words only."""
    if element.tag not in _BELOW or not sizes.text[element]:
        return False

    # Words in italics are a line where nothing stands beside them.
    if element.tag in INLINE and (element.tail or "").strip():
        return False

    # Several lines are something else.
    if holds(element, "br"):
        return False

    parts = element.iterdescendants() if element.tag in _BOXES else ()
    return all(part.tag in INLINE for part in parts)
