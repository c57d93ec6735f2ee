"""Who wrote it: the metadata's authors, split and cleaned; else the byline that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.plain.bylines import is_name, names
from newskit.reading.web.json_ld import JsonLd, plain
from newskit.reading.web.meta import Head, domain_of
from newskit.reading.web.tree import Element, Sizes, names_of, text_of

_META = (
    "author", "article:author", "og:author", "og:article:author", "parsely-author", "byl", "dc.creator",
    "dcterms.creator", "sailthru.author", "citation_author", "authors", "article:author_name",
)  # fmt: skip
_AND = re.compile(r" ?(?:[;|•·]| / |/(?=[A-Z])| (?:and|und) (?=[A-Z\u00c0-\u024f])| & | with | mit (?=[A-Z])) ?")
_WEAK_AND = re.compile(r" (?:et|y|e|og|och|en|ve|i|a) (?=[A-Z\u00c0-\u024f])")  # Ortega y Gasset is one
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_COMMA = re.compile(r"\s*[,、]\s*")
_BY = re.compile(
    r"^(?:(?:story|words|text|written|reported|posted|interview)\s+by|by|von|par|por|door|av|af|"
    r"text|autor(?:in|en)?|authors?|reporter|redakt(?:ion|eur))\s*:?\s+(?=\S)|^(?:by|autor|author|text|"
    r"von)\s*:\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|@|^\d+$|\.(?:com|org|net)/", re.IGNORECASE)
_NAMED = re.compile(r"byline|author|autor|auteur|writer|contributor|reporter|journalist")
_NOT = re.compile(
    r"bio|image|avatar|photo|follow|related|more-from|comment|list-of|description|social|share|about|card|"
    r"tooltip|date|time"
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|in)?|auteurs?|by|people|profile|journalists?|staff|team|reporters?|"
    r"contributors?|writers?)/[\w-]+",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:by|von|par|written by|authors?|autor(?:in)?(?:/autor)?|auteur)\s*:?\s+(?=\S)", re.IGNORECASE)
_NOBODY = frozenset(
    ("admin", "administrator", "editor", "none", "null", "unknown", "author", "anonymous", "n/a", "undefined")
)

MAX_LENGTH = 1000
"""Characters of one stated author that are looked at."""


class Authors(NamedTuple):
    """The names, the byline as printed or stated, and how they were found."""

    people: list[str]
    byline: str | None
    how: str


def find_authors(sizes: Sizes, head: Head, ld: JsonLd, publisher: str | None) -> Authors | None:
    """Return who wrote the article."""
    printed = _printed(sizes)
    byline = printed[1] if printed else None
    found = [(split(_ld_names(ld)), "json-ld")]
    found += [(split(v for v in head.all(name) if not _ADDRESS.search(v)), f"meta:{name}") for name in _META]
    found = [(people, how) for people, how in found if people]
    outlets = {_plain(n) for n in (publisher, *head.all("og:site_name")) if n}
    outlets |= {_plain((domain_of(url) or "").split(".")[0]) for url in head.all("og:url")}
    people, how = next((f for f in found if not _is_outlet(f[0], outlets)), ([], ""))
    if printed and (not people or (set(people) < set(printed[0]) and all(names(n) for n in printed[0]))):
        return Authors(printed[0], byline, "rule:byline")
    people, how = (people, how) if people else found[0] if found else ([], "")
    return Authors(people, byline, how) if people else None


def _is_outlet(people: list[str], outlets: set[str]) -> bool:
    """Say whether the stated author is only the outlet itself, and no person."""
    return all(_plain(n) in outlets for n in people)


def _plain(name: str) -> str:
    return re.sub(r"\.(?:com|org|net|de|co\.uk)$|\W", "", name.casefold())


def _ld_names(ld: JsonLd) -> Iterator[str]:
    for name in ("author", "creator"):
        found = False
        for one in _each(ld.get(name)):
            node = ld.resolve(one)
            for text in _each(node.get("name") if isinstance(node, dict) else node):
                read = plain(text)
                if read and not _ADDRESS.search(read):
                    found = True
                    yield read
        if found:
            return


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def split(stated: Iterable[str]) -> list[str]:
    """Return single names: "By A, B and C" is three, "A, Political Editor" is one."""
    out: list[str] = []
    for text in stated:
        for piece in _parts(_BY.sub("", clean(text[:MAX_LENGTH]).strip())):
            for name in _by_comma(_BY.sub("", _BRACKETS.sub("", piece).strip())):
                name = name.strip(" ,;:|·•-–—.\"'")
                if name and name.casefold() not in _NOBODY and name not in out and len(name) <= 80:
                    out.append(name)
    return out


def _parts(text: str) -> list[str]:
    """Cut at what joins names; at "y" and "et" only where whole names stand on both sides."""
    out: list[str] = []
    for piece in _AND.split(text):
        names_in = _WEAK_AND.split(piece)
        out += names_in if all(is_name(n.split(",")[0]) for n in names_in) else [piece]
    return out


def _by_comma(piece: str) -> list[str]:
    """Split at commas where what is behind them are names; else what is behind is a role or an outlet."""
    parts = [p for p in _COMMA.split(piece) if p]
    if len(parts) < 2:
        return parts
    people = [p for p in parts if is_name(p) or "、" in piece]
    if len(people) == len(parts):
        return parts
    return [parts[0], *(p for p in parts[1:] if p in people)]


def _printed(sizes: Sizes) -> tuple[list[str], str] | None:
    """Return the names and the line of the first byline printed on the page."""
    for element in sizes.elements:
        if not 3 <= sizes.text[element] <= 200:
            continue
        if not element.attrib:
            labelled = _labelled(element, sizes)
            if labelled:
                return labelled
            continue
        called = names_of(element)
        marked = "author" in (element.get("rel") or "").lower() or (element.get("itemprop") or "").lower() == "author"
        marked = marked or (element.tag == "a" and bool(_PROFILE.search(element.get("href") or "")))
        if not (marked or _NAMED.search(called)) or (_NOT.search(called) and not marked):
            continue
        line = clean(text_of(element))
        if not 3 <= len(line) <= 160:
            continue
        bare = _BY.sub("", line)
        people = [n for n in split([bare]) if is_name(n)] or [n for n in names(bare) if " " in n]
        if people:
            return _with_others(people, element), line
    return None


def _labelled(element: Element, sizes: Sizes) -> tuple[list[str], str] | None:
    """Return the names of a line that is a label and names, in an element that is called nothing."""
    if element.tag not in ("p", "li", "div", "span") or sizes.text[element] > 90:
        return None
    line = clean(text_of(element))
    label = _LABEL.match(line)
    people = split([line[label.end() :]]) if label else []
    return (people, line) if people and all(is_name(n) for n in people) else None


def _with_others(people: list[str], element: Element) -> list[str]:
    """Add the authors whose elements stand beside the first one's, called the same."""
    parent = element.getparent()
    holder = parent.getparent() if parent is not None else None
    for box in (parent, holder):
        if box is None:
            continue
        same = [e for e in box.iter(element.tag) if e is not element and names_of(e) == names_of(element)]
        more = [n for e in same[:8] for n in split([_BY.sub("", clean(text_of(e)))]) if is_name(n)]
        if more:
            return list(dict.fromkeys([*people, *more]))
    return people
