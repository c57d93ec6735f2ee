"""What stands in the head of a page: meta tags, title, canonical address."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from newskit.reading.page.tree import Element, attribute, one_line, text_of
from newskit.word_lists import rows_of

_NAMING = ("property", "name", "itemprop", "http-equiv")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MAX_ADDRESS = 2000
"""Characters of an address; longer ones are data, or made to hurt."""


class Stated(NamedTuple):
    """What a page states, and how it was found."""

    text: str
    how: str


def first_stated(*places: tuple[str | None, str]) -> Stated | None:
    """Return what the first of some places states, if one does."""
    return next((Stated(text, how) for text, how in places if text), None)


class Head:
    """Meta tags by name, in small letters, each with all its values in order."""

    def __init__(self, root: Element) -> None:
        self.tags = _meta_tags(root)
        self.links = {
            attribute(link, "rel"): link.get("href", "").strip() for link in root.iter("link")
        }

        # Drawings have titles of their own.
        titles = root.xpath("//title[not(parent::svg)]")
        self.title: str | None = text_of(titles[0]) if titles else None

        language = root.get("lang") or root.get(_XML_LANGUAGE) or ""
        self.language: str | None = language.strip() or None

    def all(self, name: str) -> list[str]:
        """Return every value of a name."""
        return self.tags.get(name, [])

    def first(self, name: str) -> str | None:
        """Return the first value of a name."""
        return next(iter(self.all(name)), None)

    def stated(self, kind: str) -> list[Stated]:
        """Return the first values of a class of `meta_names.csv`, the most trusted first."""
        names = filter(self.tags.__contains__, meta_names(kind))
        return [Stated(self.tags[name][0], f"meta:{name}") for name in names]


def _meta_tags(root: Element) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        content = one_line(tag.get("content", ""))
        if not content:
            continue

        # Some pages give one tag two names: <meta name="description" property="og:description">.
        names = " ".join(attribute(tag, naming) for naming in _NAMING)
        for name in names.split():
            tags.setdefault(name, []).append(content)
    return tags


@cache
def meta_names(kind: str) -> tuple[str, ...]:
    """Return a class of `meta_names.csv` in the order of trust."""
    rows = rows_of(__package__, "meta_names.csv")
    return tuple(row["word"] for row in rows if row["class"] == kind)


def find_url(head: Head, stated: str | None) -> Stated | None:
    """Return the address of the article, by the head or as `stated` in JSON-LD."""
    base = head.first("og:url") or stated or ""
    return first_stated(
        (_absolute(head.links.get("canonical"), base), "link:canonical"),
        (_absolute(base, base), "meta:og:url"),
        (_absolute(stated, base), "json-ld"),
    )


def _absolute(url: str | None, base: str) -> str | None:
    """Return an address as it is on the web; None if it is not there."""
    if not url or len(url) > MAX_ADDRESS:
        return None
    try:
        whole = urljoin(base, url)
        parts = urlsplit(whole)
    except ValueError:  # an address such as http://[
        return None

    on_web = parts.scheme in ("http", "https") and "." in parts.netloc
    return whole if on_web else None


def domain_of(url: str | None) -> str:
    """Return the host of an address without "www."; an empty string if it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return ""
    return (host or "").removeprefix("www.")
