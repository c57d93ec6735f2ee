"""The bylines that a page prints: elements that are called one, or lines that are printed like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.author_names import split_names, without_by
from newskit.reading.page.tree import Element, Sizes, attribute, element_names, text_of
from newskit.reading.page.words import any_name, name_pattern
from newskit.reading.text.bylines import is_name, names

_NAMED = name_pattern("byline")
_NOT = name_pattern("not_byline")
_PROFILE = re.compile(rf"/{any_name('author_path')}/[\w-]+", re.IGNORECASE)
_OPENS = re.compile(r"by|von|par|por|written|aut", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:by|von|par|por|written by|authors?|autor(?:in)?(?:/autor)?|auteur)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
# The nearest of these above a byline says whether it is the article's.
_OURS = frozenset(("article", "main"))
_OTHERS = frozenset(("aside", "figcaption", "figure", "footer", "nav"))

FAR = 1000
"""Elements behind the headline that are searched for a byline; beyond are lists of other articles."""
MAX_LABELED = 90
"""Characters of a line that is nothing but a label and names."""
MAX_BOX = 200
"""Characters of an element that may be a byline, blanks of the page's source with them."""
MIN_LINE, MAX_LINE = 3, 160
"""Characters of a byline."""
MAX_BESIDE = 8
"""Elements beside the first author's in which further authors are looked for."""


class Byline(NamedTuple):
    """A printed line, the names in it, and where it stands."""

    people: list[str]
    line: str
    behind: int = 0
    """Elements between the headline and it; negative where it stands above."""


def printed_byline(sizes: Sizes, headline: Element | None) -> Byline | None:
    """Return the first byline behind the headline, else the first one of the page."""
    elements = sizes.elements
    at = next((n for n, element in enumerate(elements) if element is headline), 0)

    behind = _bylines(elements[at : at + FAR + 1], sizes)
    above = _bylines(elements[:at], sizes)
    for number, byline in behind:
        return byline._replace(behind=number)
    for number, byline in above:
        return byline._replace(behind=number - at)
    return None


def _bylines(elements: list[Element], sizes: Sizes) -> Iterator[tuple[int, Byline]]:
    for number, element in enumerate(elements):
        if not MIN_LINE <= sizes.text[element] <= MAX_BOX:
            continue

        # Most elements have no names of their own: their text is all there is to go by.
        anonymous = not element.attrib or element.tag == "li"
        byline = (_labeled if anonymous else _named)(element, sizes)
        if byline and not _is_elsewhere(element):
            yield number, byline


def _named(element: Element, sizes: Sizes) -> Byline | None:
    """Read an element that the page calls a byline, or marks as the author."""
    if not (_is_marked(element) or _is_called_byline(element, sizes)):
        return None
    line = clean(text_of(element))
    if not MIN_LINE <= len(line) <= MAX_LINE:
        return None

    bare = without_by(line)
    people = list(filter(is_name, split_names([bare])))
    if not people:
        # A name and a role in one piece: "Amy Gibbons Political Correspondent".
        people = [name for name in names(bare) if " " in name]
    return Byline(_with_others(people, element), line) if people else None


def _is_marked(element: Element) -> bool:
    """Say whether attributes that have one meaning only name an author."""
    is_author = "author" in attribute(element, "rel") or attribute(element, "itemprop") == "author"
    return is_author or (element.tag == "a" and bool(_PROFILE.search(element.get("href", ""))))


def _is_called_byline(element: Element, sizes: Sizes) -> bool:
    called = sizes.names(element)
    return bool(_NAMED.search(called)) and not _NOT.search(called)


def _is_elsewhere(element: Element) -> bool:
    """Say whether it is a picture's credit, or in a box beside the article.

    Such a box may name the author of another article.
    """
    nearest = next(element.iterancestors(*_OURS, *_OTHERS), None)
    return nearest is not None and nearest.tag in _OTHERS


def _labeled(element: Element, sizes: Sizes) -> Byline | None:
    """Read a line that is a label and names, in an element that is called nothing."""
    is_short = sizes.text[element] <= MAX_LABELED
    if element.tag not in ("p", "li", "div", "span") or not is_short:
        return None
    if not _OPENS.match(_first_words(element)):  # cheaper than the whole text
        return None

    line = clean(text_of(element))
    label = _LABEL.match(line)
    people = split_names([line[label.end() :]]) if label else []
    return Byline(people, line) if people and all(map(is_name, people)) else None


def _first_words(element: Element) -> str:
    """Return what opens an element, be it in an element of its own: "<b>By</b> Ann Lee"."""
    own = (element.text or "").strip()
    first = next(element.iterchildren(), None)
    if own or first is None:
        return own
    return (first.text or "").strip()


def _with_others(people: list[str], element: Element) -> list[str]:
    """Add the authors whose elements stand beside the first one's, called the same."""
    called = element_names(element)
    for box in islice(element.iterancestors(), 2):
        others = (e for e in box.iter(element.tag) if e is not element)
        same = (e for e in others if element_names(e) == called)

        texts = [without_by(clean(text_of(e))) for e in islice(same, MAX_BESIDE)]
        more = list(filter(is_name, split_names(texts)))
        if more:
            return list(dict.fromkeys([*people, *more]))
    return people
