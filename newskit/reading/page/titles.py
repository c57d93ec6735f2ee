"""The titles of a page: those that it prints as <h1>, and those that its metadata state."""

from __future__ import annotations

import re
from itertools import filterfalse
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.meta import Stated, domain_of
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.tree import Element, element_names, text_of
from newskit.reading.page.words import any_name, html_tags

_NOT_WORDS = re.compile(r"\W+")
_LOGO = re.compile(any_name("logo"))
_FRONT = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?")
SEPARATOR = re.compile(r"\s*(?:[|｜•·»›]|\s[-–—:]|：)\s*")

# "The Courier: Ferry Sails", as titles begin on old pages.
_FRONT_SEPARATOR = re.compile(rf"{SEPARATOR.pattern}|:\s+")
_ONLINE = re.compile(r"\s+online$", re.IGNORECASE)
_PRINTS = html_tags("prints_title")

# Characters of a title; longer ones are an article in an <h1>.
MAX_TITLE = 400
# Characters of an element in an <h1> that is a kicker or a title, and not a word in italics.
MIN_PART = 6
# Separators at the end of a title behind which the site is looked for.
CUTS = 4
# Characters that stay when the site is cut off: "Opinion | The Daily" keeps both.
MIN_TITLE = 10
# Letters of a site's name that is looked for in longer names: "sun" is in many.
MIN_SITE = 4
# Words of a section between title and site, at most: "... | World News | The Daily".
SECTION_WORDS = 2
# Words of a site's name: "Kettle Point Weekly". What has more is a headline that names it.
SITE_WORDS = 4


class Title(NamedTuple):
    """A candidate, what it is compared by, and where it was found."""

    text: str
    key: str
    how: str
    # The <h1> that prints it; titles that are only stated have none.
    element: Element = None


NO_TITLE = Title("", "", "")


def key_of(text: str) -> str:
    """Return what two lines that say the same have in common: letters and digits, small."""
    return _NOT_WORDS.sub("", text.casefold())


def is_logo(h1: Element) -> bool:
    """Say whether an <h1> names the site: it is called a logo, or is a link to the front page."""
    boxes = [h1, *h1.iterdescendants("*")]
    if any(map(_LOGO.search, map(element_names, boxes))):
        return True

    text = text_of(h1)
    fronts = (link for link in h1.iter("a") if _FRONT.fullmatch(link.get("href", "").strip()))
    return any(text_of(link) == text for link in fronts)


def printed_titles(root: Element) -> list[Title]:
    """Return what the page prints as <h1>, but for the name of the site."""
    # Some pages repeat the headline in the bar at the top, and have no other h1.
    every = root.xpath("//h1")
    inside = root.xpath("//h1[not(ancestor::aside | ancestor::footer | ancestor::nav)]") or every
    inside = list(filterfalse(is_logo, inside))
    titles = [_title(clean(_printed_text(h1)), "rule:h1", h1) for h1 in inside]
    return list(filter(_is_usable, titles))


def stated_titles(page: ParsedPage, publisher: str) -> list[Title]:
    """Return what JSON-LD and the head state as the title, each text once per voice."""
    # Reviews and fact checks have a name.
    in_json = page.ld.text("headline") or page.ld.text("name")
    stated = [Stated(in_json, "json-ld"), *page.head.stated_texts("headline")]
    stated.append(Stated(page.head.title, "title"))

    sites = _sites(page, publisher)
    titles: dict[tuple[str, str], Title] = {}
    for text, how in stated:
        title = _title(_without_site(clean(text), sites), how)

        # og:title and twitter:title are one voice: who fills one fills the other.
        voice = how.split(":")[0]
        titles.setdefault((title.key, voice), title)

    return list(filter(_is_usable, titles.values()))


def site_in_title(title: str, domain: str) -> str:
    """Return what a title names the site beside its headline, as the address confirms it.

    >>> site_in_title("Bay Courier - Ferry sails again, nine months late", "www.baycourier.example")
    'Bay Courier'
    """
    host = key_of(max(domain.split(".")[:-1], key=len, default="")).removeprefix("the")
    parts: list[str] = sorted(filter(None, _FRONT_SEPARATOR.split(title)), key=len)
    for part in parts[:-1]:
        key = key_of(part).removeprefix("the")
        is_alike = key.startswith(host) or host.endswith(key)
        is_name = min(len(key), len(host)) >= MIN_SITE and len(part.split()) <= SITE_WORDS
        if is_alike and is_name:
            # "Bay Courier Online", but not "Online" alone.
            bare = _ONLINE.sub("", part.strip())
            return bare if key_of(bare).removeprefix("the") == host else part.strip()

    return ""


def printed_part(page: ParsedPage, title: Title, publisher: str) -> Title:
    """Return the longest part of a title that an element prints, else the title.

    On old pages "The Courier: Ferry Sails" is the title, and the headline a line in bold.
    """
    cuts = list(_FRONT_SEPARATOR.finditer(title.text))[:CUTS]
    ends = [title.text[cut.end() :] for cut in cuts] + [title.text[: cut.start()] for cut in cuts]
    parts = {key_of(part): part.strip() for part in sorted(ends, key=len, reverse=True)}
    printed = _lines_printed(page, max(map(len, parts), default=0))
    sites = _sites(page, publisher)
    for key, part in parts.items():
        if key in printed and key not in sites:
            return Title(part, key, title.how, printed[key])

    return title


def _lines_printed(page: ParsedPage, longest: int) -> dict[str, Element]:
    """Return the first elements that print each short line, by its key."""
    sizes = range(MIN_PART, 2 * longest + 1)
    lines = (e for e in page.sizes.elements if e.tag in _PRINTS and page.sizes.text[e] in sizes)
    return {key_of(text_of(element)): element for element in reversed(list(lines))}


def _title(text: str, how: str, element: Element = None) -> Title:
    return Title(text, key_of(text), how, element)


def _is_usable(title: Title) -> bool:
    return title.key != "" and len(title.text) <= MAX_TITLE


def _printed_text(h1: Element) -> str:
    """Return the text of an h1, with a blank between a kicker and a title that have elements."""
    whole = text_of(h1)
    parts = list(map(text_of, h1.iterchildren("*")))
    is_all = "".join(parts).replace(" ", "") == whole.replace(" ", "")

    # Drop caps and words in italics are elements, too.
    shortest = min(map(len, parts), default=0)
    return " ".join(parts) if is_all and shortest >= MIN_PART else whole


def _sites(page: ParsedPage, publisher: str) -> set[str]:
    """Return keys of what the site is called, by its metadata and its address."""
    head = page.head
    domain = domain_of(head.first("og:url") or head.links.get("canonical", ""))
    tags = ("og:site_name", "twitter:site", "application-name")

    # The name in an address: "baycourier" of baycourier.example.
    host_name = domain.split(".")[0]
    logos = map(text_of, filter(is_logo, page.root.iter("h1")))
    names = [page.ld.publisher, *logos, publisher, domain, host_name, *map(head.first, tags)]
    return set(map(key_of, names)) - {""}


def _without_site(text: str, sites: set[str]) -> str:
    """Cut "| Sport | The Daily" behind a title.

    The cut is at the last separator behind which the site is named.
    """
    cuts = list(SEPARATOR.finditer(text))
    pairs = list(zip([None, *cuts], cuts, strict=False))
    for before, cut in reversed(pairs[-CUTS:]):
        if cut.start() < MIN_TITLE or not _names_site(text[cut.end() :], sites):
            continue

        # A short part between two separators of one kind is the section.
        first = cut
        if before and before[0].strip() == cut[0].strip():
            section = text[before.end() : cut.start()]
            first = before if len(section.split()) <= SECTION_WORDS else cut

        return text[: first.start()].strip()

    return text


def _names_site(tail: str, sites: set[str]) -> bool:
    """Say whether what stands behind a title is the site's name, or opens or ends with it."""
    key = key_of(tail)

    # "The Daily Courier - Home" names the site as well.
    long = tuple(site for site in sites if len(site) >= MIN_SITE)
    return key in sites or key.startswith(long) or key.endswith(long)
