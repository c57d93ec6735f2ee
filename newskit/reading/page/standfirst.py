"""The standfirst of a page: what says it is one, or prints the description, near the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, repeat, takewhile
from operator import itemgetter
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.parsed_page import ParsedPage
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
from newskit.reading.shared.lines import TextLine
from newskit.reading.shared.timestamp_line import stamp_of

_NAMED = re.compile(
    rf"(?:^|[-_\s]){any_name('standfirst_word')}(?:$|[-_\s]|text|list)|{any_name('standfirst')}"
)
_NOT = re.compile(any_name("not_standfirst"))
_OTHER_ARTICLES = re.compile(any_name("other_articles"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ITEMPROP = frozenset(("description", "alternativeheadline", "abstract"))
_TAGS = html_tags("standfirst")
_ELSEWHERE = html_tags("not_standfirst")
# What a box called standfirst may hold as well.
_NOT_READ = UNSEEN | {"button", "figure", "time"}
_ARTICLE = frozenset(("article", "body", "main"))
_BELOW = frozenset(("h2", "h3", "p"))
_PRINTED = "rule:printed-description"
_EMPHASIS = ("strong", "b", "em", "i")

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
# Elements behind the headline in which a line stands right below it, and words of that line.
BELOW, MAX_BELOW = 10, 60
# Share of the words that two texts have in common, at least, if they are the same.
SHARED = 0.8
# The same for a title and a description that only says it again.
TITLE = 0.6
# Share of a paragraph in bold, at least, that is a standfirst and not the first paragraph.
BOLD = 0.8
# Of the three paragraphs behind a first paragraph, those that are called the same, at least.
ALIKE = 2
# Letters of a title that is a part of the headline, or has it as a part.
PART = 15


class Description(NamedTuple):
    """What the metadata state as the description: its words, its characters, where it is from."""

    words: Counter[str]
    size: int
    how: str


class Standfirst(NamedTuple):
    """The standfirst as printed, how it was found, and its element."""

    text: str
    how: str
    element: Element


class Candidate(NamedTuple):
    """An element of the right length, what speaks for it, and what may speak against it."""

    element: Element
    text: str
    sizes: Sizes
    titles: set[str]
    is_named: bool
    # Where the description is from that it prints; empty if it prints none.
    described: str


def find_standfirst(page: ParsedPage, headline: Title) -> Standfirst | None:
    """Return the standfirst that the page prints.

    A description that is printed nowhere is not one. The first behind the headline counts, else the
    first above it.
    """
    descriptions, titles = _descriptions(page, headline), _titles(page, headline)
    elements = page.sizes.elements
    at = _place(elements, headline)

    # A standfirst above the headline is rare, a teaser there is not.
    behind = _blocks_behind(elements[at + 1 :], page.sizes)
    above = filter(_may_be, elements[:at])
    for element in chain(behind, above):
        standfirst = _judge(element, page.sizes, descriptions, titles)
        if standfirst:
            # A box that is called one may hold a caption as well.
            inner = (_judge(part, page.sizes, descriptions, titles) for part in element.iter(*_TAGS))
            described = (one for one in inner if one and one.how.startswith(_PRINTED))
            return next(described, standfirst)

    # Where the metadata say nothing, what stands right below the headline may be it.
    return None if descriptions else _below_headline(elements[at + 1 :], page.sizes, titles)


def _may_be(element: Element) -> bool:
    """Say whether it is of a tag that holds standfirsts, or of one that a site made for itself."""
    return element.tag in _TAGS or "-" in element.tag


def _below_headline(elements: list[Element], sizes: Sizes, titles: set[str]) -> Standfirst | None:
    """Return the line right below the headline that is set like no other paragraph."""
    printed = filter(sizes.text.__getitem__, elements[:BELOW])
    element = next((one for one in printed if one.tag in _BELOW), None)
    if element is None or sizes.linked[element]:
        return None

    text = clean(text_of(element))
    if not MIN_WORDS < len(text.split()) <= MAX_BELOW:
        return None

    candidate = Candidate(element, text, sizes, titles, is_named=False, described="")
    against = (*_AGAINST, _is_opening)
    if any(rule(candidate) for rule in against):
        return None

    return Standfirst(text, "rule:below-headline", element)


def _is_opening(candidate: Candidate) -> bool:
    """Say whether a paragraph stands beside another: it is the first of the body."""
    element = candidate.element
    return element.tag == "p" and next(element.itersiblings("p"), None) is not None


def _place(elements: list[Element], headline: Title) -> int:
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

    return len(elements)


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
    element: Element, sizes: Sizes, descriptions: list[Description], titles: set[str]
) -> Standfirst | None:
    """Return the standfirst that an element is; the cheapest tests come first."""
    size = sizes.text[element]
    if not MIN_SIZE <= size <= MAX_SIZE:
        return None

    # Most elements end here, before their text is put together.
    names = sizes.names(element)
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

    candidate = Candidate(element, text, sizes, titles, is_named, described)
    if any(rule(candidate) for rule in _AGAINST):
        return None

    how = f"{_PRINTED} ({described})" if described else "rule:named-element"
    return Standfirst(text, how, element)


def _is_stamp(candidate: Candidate) -> bool:
    """Say whether it prints a time: boxes called "dek" may hold the stamps, too."""
    line = TextLine(candidate.text, 0, alone=True, bullet=False, indent=0, repeated=False)
    return not candidate.described and stamp_of(line) is not None


def _described(text: str, descriptions: list[Description]) -> str:
    """Return where the first description is from that shares nearly all words with a text."""
    words = _bag(text)
    alike = (one.how for one in descriptions if _likeness(words, one.words) >= SHARED)
    return next(alike, "")


def _is_misplaced(candidate: Candidate) -> bool:
    """Say whether it is not shown, is the headline, or stands where no standfirst stands."""
    # Some pages print the standfirst in the <h1>: that is taken for the headline.
    element = candidate.element
    is_out = element.xpath("boolean(@hidden | ancestor::h1 | descendant-or-self::h1)")
    if is_out or _HIDDEN.search(element.get("style", "")):
        return True

    around = {box.tag for box in _boxes_around(element)}
    return not around.isdisjoint(_ELSEWHERE)


def _is_other(candidate: Candidate) -> bool:
    """Say whether what no description states is a caption, a byline, a teaser, a list of links."""
    element, sizes = candidate.element, candidate.sizes
    if candidate.described:
        return False

    # A list of links to other articles may be called a summary.
    is_links = 2 * sizes.linked[element] > sizes.text[element]
    if is_links or _NOT.search(sizes.names(element)):
        return True

    return any(_OTHER_ARTICLES.search(sizes.names(box)) for box in _boxes_around(element))


def _boxes_around(element: Element) -> Iterator[Element]:
    """Return what an element stands in, up to the article."""
    return takewhile(lambda box: box.tag not in _ARTICLE, element.iterancestors())


def _is_first_paragraph(candidate: Candidate) -> bool:
    """Say whether it is a paragraph like the next ones: the description is then a copy of it."""
    element = candidate.element
    paragraph = element if element.tag == "p" else next(element.iterancestors("p"), None)
    if candidate.is_named or paragraph is None:
        return False

    # Some outlets print the standfirst as a paragraph in bold.
    whole = len("".join(paragraph.itertext()))
    for bold in paragraph.iter(*_EMPHASIS):
        if len("".join(bold.itertext())) >= BOLD * whole:
            return False

    called = paragraph.get("class", "")
    following = islice(paragraph.itersiblings("p"), 3)
    return [other.get("class", "") for other in following].count(called) >= ALIKE


def _is_title(candidate: Candidate) -> bool:
    """Say whether it is a title of the page, or hardly more than one."""
    key = key_of(candidate.text)
    for title in candidate.titles:
        # A title with a few words more, such as the time or the section.
        is_most = title in key and 2 * len(title) > len(key)
        if is_most or key in title:
            return True

    return False


_AGAINST = (_is_other, _is_misplaced, _is_first_paragraph, _is_title, _is_stamp)
