"""The titles of a page: those that it prints as <h1>, and those that its metadata state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.json_ld import json_text
from newskit.reading.page.meta import Stated, domain_of
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.tree import Element, is_within, text_of
from newskit.reading.page.words import html_tags

_NOT_WORDS = re.compile(r"\W+")
_SEPARATOR = re.compile(r"\s*(?:[|｜•·»›]|\s[-–—:]|：)\s*")
_MAX = 400  # characters: longer ones are an article in an <h1>
_LAST_CUTS = 4  # separators of a title behind which the site is looked for
_MIN_TITLE = 10  # characters that stay when the site is cut off: "Opinion | The Daily" keeps both
_SECTION = 2  # words, at most, of a section between title and site: "... | World News | The Daily"


class Title(NamedTuple):
    """A candidate, what it is compared by, and where it was found."""

    text: str
    key: str
    how: str
    element: Element | None = None


def key_of(text: str) -> str:
    """Return what two lines that say the same have in common: letters and digits, small."""
    return _NOT_WORDS.sub("", text.casefold())


def printed_titles(root: Element) -> list[Title]:
    """Return what the page prints as <h1>."""
    every = list(root.iter("h1"))
    beside = html_tags("beside_article")

    # Some pages repeat the headline in the bar at the top, and have no other h1.
    inside = [h1 for h1 in every if not is_within(h1, beside)] or every
    texts = [(clean(" ".join(_parts(h1))), h1) for h1 in inside]
    titles = [Title(text, key_of(text), "rule:h1", h1) for text, h1 in texts]
    return list(filter(_is_title, titles))


def stated_titles(page: ParsedPage, publisher: str | None) -> list[Title]:
    """Return what JSON-LD and the head state as the title, each text once per voice."""
    sites = _sites(page, publisher)
    titles: dict[tuple[str, str], Title] = {}
    for text, how in _stated(page):
        short = _without_site(clean(text), sites)
        title = Title(short, key_of(short), how)

        # og:title and twitter:title are one voice: who fills one fills the other.
        voice = how.split(":")[0]
        if _is_title(title):
            titles.setdefault((title.key, voice), title)
    return list(titles.values())


def _is_title(title: Title) -> bool:
    return bool(title.key) and len(title.text) <= _MAX


def _parts(h1: Element) -> list[str]:
    """Return the parts of an h1.

    A kicker and a title in elements of their own may have no blank between them.
    """
    whole = text_of(h1)
    parts = [text_of(part) for part in h1.iterchildren("*")]
    holds_all = "".join(parts).replace(" ", "") == whole.replace(" ", "")
    if len(parts) > 1 and holds_all and all(len(part) > 5 for part in parts):
        return parts
    return [whole]


def _stated(page: ParsedPage) -> Iterator[Stated]:
    in_json = page.ld.text("headline") or page.ld.text("name")
    if in_json:
        yield Stated(in_json, "json-ld")
    for one in page.head.stated("headline"):
        yield Stated(json_text(one.text) or "", one.how)
    if page.head.title:
        yield Stated(page.head.title, "title")


def _sites(page: ParsedPage, publisher: str | None) -> set[str]:
    """Return keys of what the site is called, by its metadata and its address."""
    head = page.head
    domain = domain_of(head.first("og:url") or head.links.get("canonical"))
    tags = ("og:site_name", "twitter:site", "application-name")

    names = [page.ld.publisher, publisher, domain, domain.split(".")[0], *map(head.first, tags)]
    return {key_of(name) for name in names if name} - {""}


def _without_site(text: str, sites: set[str]) -> str:
    """Cut "| Sport | The Daily" behind a title.

    The cut is at the last separator behind which the site is named.
    """
    cuts = list(_SEPARATOR.finditer(text))
    pairs = list(zip([None, *cuts], cuts, strict=False))
    for before, cut in reversed(pairs[-_LAST_CUTS:]):
        if cut.start() < _MIN_TITLE or not _names_site(text[cut.end() :], sites):
            continue
        first = before if before and _is_section(text, before, cut) else cut
        return text[: first.start()].strip()
    return text


def _is_section(text: str, before: re.Match[str], cut: re.Match[str]) -> bool:
    """Say whether what stands between two separators is short, and the separators are the same."""
    between = text[before.end() : cut.start()]
    return before[0].strip() == cut[0].strip() and len(between.split()) <= _SECTION


def _names_site(tail: str, sites: set[str]) -> bool:
    """Say whether what stands behind a title is the site's name, or opens or ends with it."""
    key = key_of(tail)
    # Names of three letters ("sun") open and end words that have nothing to do with them.
    long = tuple(site for site in sites if len(site) > 3)
    return key in sites or key.startswith(long) or key.endswith(long)
