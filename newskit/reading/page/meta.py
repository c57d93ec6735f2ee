"""What stands in the head of a page: meta tags, title, canonical address."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from newskit.reading.page.tree import Element, text_of

_BLANKS = re.compile(r"\s+")


class Head:
    """Meta tags by name, in small letters, each with all its values in order."""

    def __init__(self, root: Element) -> None:
        self.tags: dict[str, list[str]] = {}
        for tag in root.iter("meta"):
            content = _BLANKS.sub(" ", tag.get("content") or "").strip()
            if not content:
                continue
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                for name in (tag.get(attribute) or "").lower().split():
                    self.tags.setdefault(name, []).append(content)
        title = next((t for t in root.iter("title") if t.getparent() is None or t.getparent().tag != "svg"), None)
        self.title = text_of(title) if title is not None else None
        self.language = (
            root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        ).strip() or None
        self.links = {(link.get("rel") or "").lower(): (link.get("href") or "").strip() for link in root.iter("link")}

    def first(self, *names: str) -> tuple[str, str] | None:
        """Return (value, name) of the first of these names that the page has."""
        return next(((self.tags[name][0], name) for name in names if name in self.tags), None)

    def all(self, name: str) -> list[str]:
        """Return every value of a name."""
        return self.tags.get(name, [])


def find_url(head: Head, stated: str | None) -> tuple[str, str] | None:
    """Return the address of the article and how it was found."""
    base = next(iter(head.all("og:url")), stated or "")
    candidates = [(head.links.get("canonical"), "link:canonical"), (base, "meta:og:url"), (stated, "json-ld")]
    for url, how in candidates:
        absolute = _absolute(url, base)
        if absolute:
            return absolute, how
    return None


def _absolute(url: str | None, base: str) -> str | None:
    if not url or len(url) > 2000:
        return None
    try:
        whole = urljoin(base, url)
        parts = urlsplit(whole)
    except ValueError:  # an address such as http://[
        return None
    return whole if parts.scheme in ("http", "https") and "." in parts.netloc else None


def domain_of(url: str | None) -> str | None:
    """Return the host of an address without "www."."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
