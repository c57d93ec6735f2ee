"""The opening of an article: what stands around its headline and is not another article's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, dropwhile, filterfalse, takewhile
from typing import NamedTuple

from newskit.reading.page.titles import Title, key_of
from newskit.reading.page.tree import UNSEEN, Element, Sizes, text_of
from newskit.reading.page.words import any_name, html_tags

_OTHERS = re.compile(any_name("others_time"))
_BESIDE = html_tags("never_of_article")
_TITLES = ("a", "h2", "h3", "h4", "h5", "h6")
_WHOLE = frozenset(("body", "html"))

# Characters behind the headline, links left out, in which the opening ends: standfirst, caption,
# byline and stamp have fewer, and with the body they have more.
MAX_OPENING = 1500
# Boxes around the headline in which a time may stand above it; beyond are other articles.
ABOVE = 3
# Characters of a box that holds the title of another article and its day.
MAX_TEASER = 400
# Characters of a paragraph that is no caption, byline or stamp.
LONG = 100
# Words of a heading or a link that is the title of another article, at least.
TITLE_WORDS = 5


class Place(NamedTuple):
    """Whether an element stands beside the article, and whether in a box with a title and a day."""

    is_beside: bool
    is_teaser: bool


class Opening:
    """Where the lines about this article stand, and which boxes are about others."""

    def __init__(self, sizes: Sizes, headline: Title) -> None:
        self.sizes = sizes
        self._key = headline.key
        self.headline = _printed(headline, sizes)
        around = [] if self.headline is None else self.headline.iterancestors()
        self._around: list[Element] = list(around)
        numbered = enumerate(sizes.elements)
        self._at = next((n for n, element in numbered if element is self.headline), 0)
        self._ours = set(self._around)
        self._places: dict[Element, Place] = {}

    @cached_property
    def elements(self) -> list[Element]:
        """The elements behind the headline, until the body has begun; then those above it."""
        near = chain(self._until_body(), self._above)
        return list(filterfalse(self.is_others, near))

    @cached_property
    def _above(self) -> dict[Element, None]:
        """What stands above the headline in the boxes around it, in order."""
        boxes = set(takewhile(_is_part, self._around[:ABOVE]))
        above = self.sizes.elements[: self._at]
        return {one: None for one in above if not boxes.isdisjoint(one.iterancestors())}

    @cached_property
    def _early(self) -> set[Element]:
        """What stands behind the headline and above the second long paragraph.

        The first may be the standfirst.
        """
        # Without a headline, nothing is known to stand below it.
        behind = self.sizes.elements[self._at :] if self.headline is not None else []
        paragraphs = 0
        early: set[Element] = set()
        for element in behind:
            paragraphs += element.tag == "p" and self.sizes.text[element] >= LONG
            if paragraphs > 1:
                break

            early.add(element)

        return early

    def _until_body(self) -> Iterator[Element]:
        size = 0
        for element in self.sizes.elements[self._at :]:
            # What is a link, as menus are, is not the body.
            if element.tag not in UNSEEN and not self.sizes.linked[element]:
                size += len((element.text or "").strip())

            size += len((element.tail or "").strip())
            yield element
            if size > MAX_OPENING:
                return

    def is_early(self, element: Element) -> bool:
        """Say whether it stands between the headline and the second long paragraph."""
        return element in self._early

    def is_above_body(self, element: Element) -> bool:
        """Say whether it stands above the second long paragraph."""
        return element in self._early or element in self._above

    def is_others(self, element: Element) -> bool:
        """Say whether it stands in a comment, at the foot, beside a title of another article."""
        place = self._place(element)

        # Between the headline and the body, links are about this article, whatever they say.
        return place.is_beside or (place.is_teaser and element not in self._early)

    def _place(self, element: Element) -> Place:
        """Return where an element stands: what holds for the box around it, and for itself."""
        if element in self._places:
            return self._places[element]

        parent = element.getparent()
        around = Place(False, False) if parent is None else self._place(parent)
        is_beside = around.is_beside or element.tag in _BESIDE
        place = Place(is_beside, is_teaser=False)

        # What holds the headline is this article's, whatever it is called.
        if element not in self._ours and _is_part(element):
            is_called = is_beside or bool(_OTHERS.search(self.sizes.names(element)))
            place = Place(is_called, around.is_teaser or self._is_teaser(element))

        self._places[element] = place
        return place

    def _is_teaser(self, box: Element) -> bool:
        """Say whether it holds a title and a day, in whatever boxes."""
        is_small = self.sizes.text[box] <= MAX_TEASER
        return is_small and any(map(self._is_title, box.iter(*_TITLES)))

    def _is_title(self, element: Element) -> bool:
        """Say whether a heading or a link is the title of another article."""
        text = text_of(element)
        if len(text.split()) < TITLE_WORDS:
            return False

        # The headline may be printed twice, once with its kicker.
        key = key_of(text)
        is_ours = key in self._key or self._key in key
        return not (self._key and is_ours)


def _is_part(box: Element) -> bool:
    return box.tag not in _WHOLE


def _printed(headline: Title, sizes: Sizes) -> Element | None:
    """Return the element that prints the headline, though it may be no <h1>."""
    if headline.element is not None or not headline.key:
        return headline.element

    # What stands in the head, as the title of the page, is printed nowhere.
    printed = dropwhile(lambda one: one.tag != "body", sizes.elements)
    length = len(headline.text)
    long = (one for one in printed if length <= sizes.text[one] <= 2 * length)
    printing = (one for one in long if key_of(text_of(one)) == headline.key)
    return next(printing, None)
