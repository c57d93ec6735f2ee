"""What speaks against a standfirst: it is a caption, a teaser, a title, the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, takewhile
from typing import NamedTuple

from newskit.reading.page.titles import key_of
from newskit.reading.page.tree import Element, Sizes, holds
from newskit.reading.page.words import any_name, html_tags
from newskit.reading.shared.lines import TextLine
from newskit.reading.shared.timestamp_line import stamp_of

_NOT = re.compile(any_name("not_standfirst"))
_OTHER_ARTICLES = re.compile(any_name("other_articles"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ELSEWHERE = html_tags("not_standfirst")
_ARTICLE = frozenset(("article", "body", "main"))
_EMPHASIS = ("strong", "b", "em", "i")

# Share of a paragraph in bold, at least, that is a standfirst and not the first paragraph.
BOLD = 0.8
# Of the three paragraphs behind a first paragraph, those that are called the same, at least.
ALIKE = 2
# Boxes around a line in which a picture is that of the line.
BOXES = 2


class Beside(NamedTuple):
    """What candidates are judged by: the sizes of the page, its titles, what holds its headline."""

    sizes: Sizes
    titles: set[str]
    around: set[Element]


class Candidate(NamedTuple):
    """An element of the right length, what speaks for it, and what may speak against it."""

    element: Element
    text: str
    beside: Beside
    is_named: bool
    # Where the description is from that it prints; empty if it prints none.
    described: str


def is_stamp(candidate: Candidate) -> bool:
    """Say whether it prints a time: boxes called "dek" may hold the stamps, too."""
    line = TextLine(candidate.text, 0, alone=True, bullet=False, indent=0, repeated=False)
    return not candidate.described and stamp_of(line) is not None


def _is_misplaced(candidate: Candidate) -> bool:
    """Say whether it is not shown, is the headline, or stands where no standfirst stands."""
    # Some pages print the standfirst in the <h1>: that is taken for the headline.
    element = candidate.element
    is_out = element.xpath("boolean(@hidden | ancestor::h1 | descendant-or-self::h1)")
    if is_out or _HIDDEN.search(element.get("style", "")):
        return True

    return any(box.tag in _ELSEWHERE for box in _boxes_beside(candidate))


def _is_other(candidate: Candidate) -> bool:
    """Say whether what no description states is a caption, a byline, a teaser, a list of links."""
    element, sizes = candidate.element, candidate.beside.sizes
    if candidate.described:
        return False

    # A list of links to other articles may be called a summary.
    is_links = 2 * sizes.linked[element] > sizes.text[element]
    if is_links or _NOT.search(sizes.names(element)):
        return True

    names = map(sizes.names, _boxes_beside(candidate))
    return any(map(_OTHER_ARTICLES.search, names))


def _boxes_beside(candidate: Candidate) -> Iterator[Element]:
    """Return what it stands in, up to the article, and to what holds the headline as well."""
    ours = candidate.beside.around
    boxes = candidate.element.iterancestors()
    return takewhile(lambda box: box.tag not in _ARTICLE and box not in ours, boxes)


def _is_first_paragraph(candidate: Candidate) -> bool:
    """Say whether it is a paragraph like the next ones: the description is then a copy of it."""
    element = candidate.element
    around = chain(element.iterancestors("p"), element.iterchildren("p"))
    paragraph = element if element.tag == "p" else next(around, None)
    if candidate.is_named or paragraph is None:
        return False

    # Some outlets print the standfirst as a paragraph in bold.
    return not _is_bold(paragraph) and _alike(paragraph) >= ALIKE


def _is_bold(paragraph: Element) -> bool:
    whole = len("".join(paragraph.itertext()))
    return any(len("".join(b.itertext())) >= BOLD * whole for b in paragraph.iter(*_EMPHASIS))


def _alike(element: Element) -> int:
    """Return how many of the next three elements of its tag are called the same."""
    # Some pages put each paragraph into a box of its own.
    parent = element.getparent()
    is_alone = parent is not None and len(parent) == 1
    boxes = islice(parent.itersiblings(parent.tag), 3) if is_alone else ()
    inside = chain.from_iterable(box.iterchildren(element.tag) for box in boxes)

    following = islice(chain(element.itersiblings(element.tag), inside), 3)
    called = element.get("class", "")
    return [other.get("class", "") for other in following].count(called)


def is_opening(candidate: Candidate) -> bool:
    """Say whether it stands beside another of its kind: it is the first paragraph of the body."""
    element = candidate.element
    return _alike(element) > 0 and not _is_bold(element)


def _is_title(candidate: Candidate) -> bool:
    """Say whether it is a title of the page, or hardly more than one."""
    key = key_of(candidate.text)
    for title in candidate.beside.titles:
        # A title with a few words more, such as the time or the section.
        is_most = title in key and 2 * len(title) > len(key)
        if is_most or key in title:
            return True

    return False


def is_beside_picture(candidate: Candidate) -> bool:
    """Say whether it shares a box with a picture: it is the caption, whatever it is called."""
    return any(holds(box, "img", "picture") for box in islice(_boxes_beside(candidate), BOXES))


# What speaks against an element, the cheapest first.
AGAINST = (_is_other, _is_misplaced, _is_first_paragraph, _is_title, is_stamp)
