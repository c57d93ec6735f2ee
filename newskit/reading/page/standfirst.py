"""The standfirst of a page: what says it is one, or prints the description, near the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, repeat
from operator import itemgetter
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.opening import Opening
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.standfirst_below import Standfirst, below_headline
from newskit.reading.page.standfirst_rules import AGAINST, Beside, Candidate
from newskit.reading.page.titles import Title, key_of
from newskit.reading.page.tree import (
    UNSEEN,
    Element,
    Sizes,
    attribute,
    one_line,
    pieces_of,
    text_of,
)
from newskit.reading.page.words import any_name, html_tags

_NAMED = re.compile(
    rf"(?:^|[-_\s]){any_name('standfirst_word')}(?:$|[-_\s]|text|list)|{any_name('standfirst')}"
)
_WORD = re.compile(r"\w+")
_ITEMPROP = frozenset(("description", "alternativeheadline", "abstract"))
_TAGS = html_tags("standfirst")
# What a box called standfirst may hold as well.
_NOT_READ = UNSEEN | {"button", "figure", "time"}
_PRINTED = "rule:printed-description"

# Words of a standfirst.
MIN_WORDS, MAX_WORDS = 4, 130
# Characters of an element that may be a standfirst.
MIN_SIZE, MAX_SIZE = 15, 1200
# Characters that count as a word in scripts without blanks.
LETTERS_A_WORD = 12
# Characters of a long paragraph, and how many of these stand in front of a standfirst, at most.
LONG, PARAGRAPHS = 100, 3
# Elements behind the headline in which a standfirst stands.
NEAR = 1500
# Size of an element that prints a description, as a multiple of the description's.
CUT, ADDED = 0.7, 1.4
# Share of the words that two texts have in common, at least, if they are the same.
SHARED = 0.8
# The same for a title and a description that only says it again.
TITLE = 0.6
# Letters of a title that is a part of the headline, or has it as a part.
PART = 15


class Description(NamedTuple):
    """What the metadata state as the description: its words, its characters, where it is from."""

    words: Counter[str]
    size: int
    how: str


def find_standfirst(page: ParsedPage, headline: Title, opening: Opening) -> Standfirst | None:
    """Return the standfirst that the page prints.

    A description that is printed nowhere is not one. The first behind the headline counts, else the
    first above it.
    """
    elements = page.sizes.elements
    at = _place(elements, headline, opening)
    around = set(elements[at].iterancestors()) if 0 < at < len(elements) else set()
    beside = Beside(page.sizes, _titles(page, headline), around)
    descriptions = _descriptions(page, headline)

    # A standfirst above the headline is rare, a teaser there is not.
    behind = _blocks_behind(elements[at + 1 :], page.sizes)
    above = filter(_may_be, elements[:at])
    for element in chain(behind, above):
        standfirst = _judge(element, beside, descriptions)
        if standfirst:
            # A box that is called one may hold a caption as well.
            inner = (_judge(part, beside, descriptions) for part in element.iter(*_TAGS))
            described = (one for one in inner if one and one.how.startswith(_PRINTED))
            return next(described, standfirst)

    return below_headline(elements[at + 1 :], beside)


def _may_be(element: Element) -> bool:
    """Say whether it is of a tag that holds standfirsts, or of one that a site made for itself."""
    return element.tag in _TAGS or "-" in element.tag


def _place(elements: list[Element], headline: Title, opening: Opening) -> int:
    """Return the number of the headline's element.

    Without a headline everything is behind it, and above it where no element prints it.
    """
    if not headline.key:
        return 0

    for number, element in enumerate(elements):
        if element.tag not in ("h1", "h2"):
            continue

        # The headline was cut from the <h1>, or the <h1> from the headline.
        key = key_of(text_of(element))
        is_part = key in headline.key or headline.key in key
        if key == headline.key or (is_part and len(key) > PART):
            return number

    # On old pages, it is a line in bold.
    return elements.index(opening.headline) if opening.headline is not None else len(elements)


def _blocks_behind(elements: list[Element], sizes: Sizes) -> Iterator[Element]:
    """Return the blocks in which a standfirst may stand: until the body has begun."""
    paragraphs = 0
    for element in islice(filter(_may_be, elements), NEAR):
        yield element

        # Behind some paragraphs, a summary is one of another article.
        paragraphs += element.tag == "p" and sizes.text[element] >= LONG
        if paragraphs > PARAGRAPHS:
            return


def _titles(page: ParsedPage, headline: Title) -> set[str]:
    """Return keys of the titles of the page: another title is not a standfirst."""
    stated = [headline.text, page.ld.text("headline"), page.head.first("og:title")]
    return set(map(key_of, map(clean, stated))) - {""}


def _descriptions(page: ParsedPage, headline: Title) -> list[Description]:
    """Return the descriptions of the page that are long enough to be a standfirst."""
    in_json = map(page.ld.text, ("description", "alternativeHeadline", "abstract"))
    places = [*page.head.stated_texts("description"), *zip(in_json, repeat("json-ld"))]

    # "News from the harbor" describes a site.
    long = [(text, how) for text, how in places if len(text.split()) >= MIN_WORDS]
    every = [Description(_bag(text), len(text), how) for text, how in long]

    # An alternative headline may be the title in other words.
    title = _bag(headline.text)
    return [one for one in every if not _likeness(title, one.words) >= TITLE]


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """Return the words that two texts have in common, as an F1: one may be cut off."""
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _judge(
    element: Element,
    beside: Beside,
    descriptions: list[Description],
) -> Standfirst | None:
    """Return the standfirst that an element is; the cheapest tests come first."""
    size = beside.sizes.text[element]
    if not MIN_SIZE <= size <= MAX_SIZE:
        return None

    # Most elements end here, before their text is put together.
    names = beside.sizes.names(element)
    is_named = bool(_NAMED.search(names)) or attribute(element, "itemprop") in _ITEMPROP
    fits_one = any(CUT <= size / one.size <= ADDED for one in descriptions)
    if not is_named and not fits_one:
        return None

    # A text in Japanese is few words and many letters.
    pieces = map(itemgetter(0), pieces_of(element, _NOT_READ))
    text = clean(one_line("".join(pieces)))
    words = len(text.split())
    most_words = max(words, len(text) // LETTERS_A_WORD)
    if most_words < MIN_WORDS or words > MAX_WORDS or len(text) > MAX_SIZE:
        return None

    described = _described(text, descriptions)
    if not is_named and not described:
        return None

    candidate = Candidate(element, text, beside, is_named, described)
    if any(rule(candidate) for rule in AGAINST):
        return None

    how = f"{_PRINTED} ({described})" if described else "rule:named-element"
    return Standfirst(text, how, element)


def _described(text: str, descriptions: list[Description]) -> str:
    """Return where the first description is from that shares nearly all words with a text."""
    words = _bag(text)
    alike = (one.how for one in descriptions if _likeness(words, one.words) >= SHARED)
    return next(alike, "")
