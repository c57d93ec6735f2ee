"""The byline that a page prints: an element that is called one, or a line that reads like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.author_names import BY, split_names
from newskit.reading.page.opening import Opening
from newskit.reading.page.tree import (
    UNSEEN,
    Element,
    Sizes,
    attribute,
    drop,
    element_names,
    one_line,
    pieces_of,
    text_of,
)
from newskit.reading.page.words import any_name, any_phrase
from newskit.reading.shared.bylines import is_name, names

_NAMED = re.compile(any_name("byline"))
_AUTHOR_NAME = re.compile(any_name("author_name"))
_BESIDE_NAME = re.compile(any_name("beside_name"))
_NOT = re.compile(any_name("not_byline"))
_PROFILE = re.compile(rf"/{any_name('author_path')}/[\w-]+", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:by|von|par|por|written|posted|submitted|aut)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:(?:written|posted|submitted)\s)?by|von|par|por|authors?|autor(?:in)?(?:/autor)?|auteur)"
    r"\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
# "Ann Lee on Fri, 05/04/2012", "Ann Lee | 6 May"
_STAMP = re.compile(r"\s+(?:(?:on|at|am|le|el|den)\s+(?=.*\d)|[|·•–—-]+\s(?=.*\d)).*$")
# "(作者：王小明、李华)"
_EAST_ASIAN = re.compile(
    rf"[(（【]?\s*{any_phrase('east_asian_byline')}\s*[：:]\s*"
    r"(?P<people>[\u3040-\u30ff\u4e00-\u9fff·、，,\s]{2,40}?)\s*[)）】]?"
)
# The nearest of these above a byline says whether it is the article's.
_OURS = frozenset(("article", "main"))
_OTHERS = frozenset(("aside", "figcaption", "figure", "footer", "nav"))
_LABELED = frozenset(("div", "em", "font", "i", "li", "p", "small", "span", "td"))

# Elements behind the headline that are searched; beyond are lists of other articles.
FAR = 1000
# Characters of a byline.
MIN_LINE, MAX_LINE = 3, 160
# Characters of a line that is nothing but a label and names.
MAX_LABELED = 90
# Characters of an element that may be a byline, blanks of the page's source with them.
MAX_BOX = 200
# Elements beside the first author's in which further authors are looked for.
MAX_BESIDE = 8


class Byline(NamedTuple):
    """A printed line, the names in it, and where it stands."""

    people: list[str]
    line: str
    # Elements between the headline and it; negative where it stands above.
    behind: int = -1


NO_BYLINE = Byline([], "")


def printed_byline(sizes: Sizes, opening: Opening) -> Byline:
    """Return the first byline behind the headline, else the first of the page, else NO_BYLINE."""
    elements = sizes.elements
    at = next((n for n, element in enumerate(elements) if element is opening.headline), 0)

    # Above, a box may name the author of another article.
    behind = _bylines(elements[at : at + FAR + 1], opening)
    above = _bylines(elements[:at], opening)
    for number, byline in behind:
        return byline._replace(behind=number)

    for number, byline in above:
        return byline._replace(behind=number - at)

    return NO_BYLINE


def _bylines(elements: list[Element], opening: Opening) -> Iterator[tuple[int, Byline]]:
    """Return the bylines among some elements, each with its number."""
    sizes = opening.sizes
    for number, element in enumerate(elements):
        if not MIN_LINE <= sizes.text[element] <= MAX_BOX:
            continue

        # Where the page says nothing of an element, its text is all there is to go by.
        readings = (rule(element, sizes) for rule in (_named, _labeled, _east_asian))
        byline = next(filter(attrgetter("people"), readings), None)
        if byline and _is_of_article(element, opening):
            yield number, byline


def _is_of_article(element: Element, opening: Opening) -> bool:
    """Say whether it is no picture's credit, and in no box that may name another's author."""
    nearest = next(element.iterancestors(*_OURS, *_OTHERS), None)
    if nearest is None or nearest.tag in _OURS:
        return True

    return nearest.tag == "aside" and opening.is_early(element)


def _named(element: Element, sizes: Sizes) -> Byline:
    """Read an element that the page calls a byline, or marks as the author."""
    called = sizes.names(element)
    is_byline = _NAMED.search(called) and not _NOT.search(called)
    is_name_of_author = _AUTHOR_NAME.search(called) or _is_marked(element)
    if not is_byline and not is_name_of_author:
        return NO_BYLINE

    line = clean(text_of(element))
    names_only = clean(_without_roles(element))
    if not MIN_LINE <= len(names_only) <= MAX_LINE:
        return NO_BYLINE

    # Else a name and a role in one piece: "Amy Gibbons Political Correspondent".
    bare = BY.sub("", names_only)
    people = list(filter(is_name, split_names([bare])))
    people = people or [name for name in split_names(names(bare)) if " " in name]
    if not people:
        return NO_BYLINE

    # In "By Ann Lee and Tom Reyes", each may have an element that is called a byline.
    return Byline(_with_others(people, element), line)


def _without_roles(element: Element) -> str:
    """Return the text of a byline without what the page itself calls a role, a mail, a time."""
    bare = deepcopy(element)
    bare.tail = None
    beside = list(filter(_is_beside_name, bare.iterdescendants("*")))
    for part in beside:
        drop(part)

    # "By Ann Lee<br>Staff Writer"
    for part in bare.iter("br"):
        part.tail = f" | {part.tail or ''}"

    return text_of(bare)


def _is_beside_name(element: Element) -> bool:
    return bool(_BESIDE_NAME.search(element_names(element)))


def _is_marked(element: Element) -> bool:
    """Say whether attributes that have one meaning only name an author."""
    # rel="author nofollow" is met.
    if "author" in attribute(element, "rel") or attribute(element, "itemprop") == "author":
        return True

    # A link to a profile: "/authors/ann-lee".
    return element.tag == "a" and bool(_PROFILE.search(element.get("href", "")))


def _labeled(element: Element, sizes: Sizes) -> Byline:
    """Read a line that is a label and names, in an element that is called nothing."""
    if element.tag not in _LABELED or sizes.text[element] > MAX_LABELED:
        return NO_BYLINE

    # Cheaper than the whole text, and most lines end here. "<b>By</b> Ann Lee" is one that goes on.
    opening = filter(None, map(attrgetter("text"), (element, *element[:1])))
    if not _OPENS.match(" ".join(opening)):
        return NO_BYLINE

    # "By the sea" is a line, too. Behind a line break stands a role.
    line = clean(_first_line(element))
    label = _LABEL.match(line)
    people = split_names([_STAMP.sub("", line[label.end() :])]) if label else []
    return Byline(people, line) if all(map(is_name, people)) else NO_BYLINE


def _first_line(element: Element) -> str:
    """Return the text of an element up to the first line that says more than "By"."""
    line = ""
    for text, opened in pieces_of(element, UNSEEN):
        if opened is not None and len(line.split()) > 1:
            break

        line += text

    return one_line(line)


def _east_asian(element: Element, sizes: Sizes) -> Byline:
    """Read a label and names in Chinese or Japanese, which are no capitalized words."""
    line = (element.text or "").strip()
    found = _EAST_ASIAN.fullmatch(line)
    return Byline(re.findall(r"[^\s、，,]+", found["people"]), line) if found else NO_BYLINE


def _with_others(people: list[str], element: Element) -> list[str]:
    """Add the authors whose elements stand beside the first one's, called the same."""
    called = element_names(element)
    for box in islice(element.iterancestors(), 2):
        others = [e for e in box.iter(element.tag) if element_names(e) == called]
        others.remove(element)

        # A role may be called the same: what is not a name is left out.
        texts = map(clean, map(text_of, others[:MAX_BESIDE]))
        more = list(filter(is_name, split_names(BY.sub("", text) for text in texts)))
        if more:
            return list(dict.fromkeys([*people, *more]))

    return people
