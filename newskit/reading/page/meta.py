"""What stands in the head of a page: meta tags, title, canonical address."""

from __future__ import annotations

from functools import partial
from operator import itemgetter
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from newskit.csv_files import rule_words
from newskit.reading.page.json_ld import json_text
from newskit.reading.page.tree import Element, attribute, one_line, text_of
from newskit.reading.page.words import META_NAMES

_NAMING = ("property", "name", "itemprop", "http-equiv")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters of an address; longer ones are data, or made to hurt.
MAX_ADDRESS = 2000
_LANGUAGES = rule_words(__package__, "languages.csv")


class Stated(NamedTuple):
    """What a page states, and how it was found."""

    text: str
    how: str


def first_stated(*places: tuple[str, str]) -> Stated:
    """Return what the first of some places states; empty, if none does."""
    telling = filter(itemgetter(0), places)
    return Stated(*next(telling, ("", "")))


class Head:
    """Meta tags by name, in small letters, each with all its values in order."""

    def __init__(self, root: Element) -> None:
        self.tags: dict[str, list[str]] = {}
        for tag in root.iter("meta"):
            self._add(tag)

        self.links: dict[str, str] = {}
        for link in root.iter("link"):
            self.links[attribute(link, "rel")] = link.get("href", "").strip()

        # Drawings have titles of their own.
        titles = root.xpath("//title[not(parent::svg)]")
        self.title = "".join(map(text_of, titles[:1]))

        # Pages in XHTML state xml:lang.
        language = root.get("lang") or root.get(_XML_LANGUAGE, "")
        self.language: str = language.strip()

    def _add(self, tag: Element) -> None:
        content = one_line(tag.get("content", ""))
        if not content:
            return

        # Some pages give one tag two names: <meta name="description" property="og:description">.
        names = " ".join(map(partial(attribute, tag), _NAMING))
        for name in names.split():
            self.tags.setdefault(name, []).append(content)

    def all(self, name: str) -> list[str]:
        """Return every value of a name."""
        return self.tags.get(name, [])

    def first(self, name: str) -> str:
        """Return the first value of a name; an empty string if there is none."""
        return next(iter(self.all(name)), "")

    def stated(self, kind: str) -> list[Stated]:
        """Return the first values of a class of `meta_names.csv`, the most trusted first."""
        names = filter(self.tags.__contains__, META_NAMES[kind])
        return [Stated(self.first(name), f"meta:{name}") for name in names]

    def stated_texts(self, kind: str) -> list[Stated]:
        """Return the same for texts that people read, in which entities may be escaped twice."""
        return [Stated(json_text(text), how) for text, how in self.stated(kind)]


def find_url(head: Head, stated: str) -> Stated:
    """Return the address of the article, by the head or as `stated` in JSON-LD, if they have it."""
    # Some pages state their canonical address without the host: "/harbor/ferry".
    base = head.first("og:url") or stated
    return first_stated(
        (_absolute(head.links.get("canonical", ""), base), "link:canonical"),
        (_absolute(base, base), "meta:og:url"),
        (_absolute(stated, base), "json-ld"),
    )


def _absolute(url: str, base: str) -> str:
    """Return an address as it is on the web; an empty string if it is not there."""
    if not 0 < len(url) <= MAX_ADDRESS:
        return ""

    try:
        whole = urljoin(base, url)
        parts = urlsplit(whole)
    except ValueError:  # an address such as http://[
        return ""

    # "mailto:", "file:", and hosts within a newsroom, such as http://cms/.
    is_on_web = parts.scheme in ("http", "https") and "." in parts.netloc
    return whole if is_on_web else ""


def domain_of(url: str) -> str:
    """Return the host of an address without "www."; an empty string if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""

    return host.removeprefix("www.")


def is_day_first(language: str) -> bool | None:
    """Say whether 06/01 is 6 January in the language that a page states; None if that is open.

    >>> is_day_first("fr"), is_day_first("en-GB"), is_day_first("en-US"), is_day_first("")
    (True, True, None, None)
    """
    code = language.lower().replace("_", "-")
    base = code.split("-")[0]
    is_open = base in ("", "en") or base in _LANGUAGES["year_first"]
    return None if is_open and code not in _LANGUAGES["day_first"] else True
