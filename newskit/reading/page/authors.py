"""Who wrote it: the metadata's authors, split and cleaned; else the byline that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.json_ld import JsonLd, plain, types_of
from newskit.reading.page.meta import Head, domain_of
from newskit.reading.page.tree import Element, Sizes, names_of, text_of
from newskit.reading.shared.bylines import is_name, names

_META = (
    "author", "article:author", "og:author", "og:article:author", "parsely-author", "byl", "dc.creator",
    "dcterms.creator", "sailthru.author", "citation_author", "authors", "article:author_name",
    "articleauthor",
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
    r"tooltip|date|time|media-?box|video|audio|podcast|player"
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|in)?|auteurs?|by|people|profile|journalists?|staff|team|reporters?|"
    r"contributors?|writers?)/[\w-]+",
    re.IGNORECASE,
)
_OPENS = re.compile(r"by|von|par|por|written|aut", re.IGNORECASE)
_LABEL = re.compile(r"(?:by|von|par|written by|authors?|autor(?:in)?(?:/autor)?|auteur)\s*:?\s+(?=\S)", re.IGNORECASE)
_NOBODY = frozenset(
    ("admin", "administrator", "editor", "none", "null", "unknown", "author", "anonymous", "n/a", "undefined")
)

_AGENCIES = frozenset("afp ansa ap apa belga dpa efe epd keystone-sda kna lusa pa reuters sda sid".split())
_DESK = re.compile(r"redaktion|redacción|rédaction|redazione|redação|redactie|redaksjon|newsroom|staff", re.IGNORECASE)
_ELSEWHERE = frozenset(("aside", "nav", "footer"))

MAX_LENGTH = 1000
"""Characters of one stated author that are looked at."""
NEAR = 100
"""Elements behind the headline in which a byline is this article's."""
FAR = 1000
"""Elements behind the headline that are searched for a byline; beyond are lists of other articles."""


class Authors(NamedTuple):
    """The names, the byline as printed or stated, and how they were found."""

    people: list[str]
    byline: str | None
    how: str
    warning: str | None = None


class Byline(NamedTuple):
    """A printed line, the names in it, and how many elements it stands behind the headline; negative: above it."""

    people: list[str]
    line: str
    behind: int


def find_authors(
    sizes: Sizes, head: Head, ld: JsonLd, publisher: str | None, headline: Element | None
) -> Authors | None:
    """Return who wrote the article."""
    printed = _printed(sizes, headline)
    byline = printed.line if printed else None
    found = [(split(_ld_names(ld)), "json-ld")]
    found += [(split(v for v in head.all(name) if not _ADDRESS.search(v)), f"meta:{name}") for name in _META]
    found = [(people, how) for people, how in found if people]
    outlets = {_plain(n) for n in (publisher, *head.all("og:site_name")) if n}
    outlets |= {_plain((domain_of(url) or "").split(".")[0]) for url in head.all("og:url")}
    people, how = next((f for f in found if not _is_outlet(f[0], outlets)), ([], ""))
    if printed and (not people or _says_more(printed, people, ld if how == "json-ld" else None)):
        return Authors(printed.people, byline, "rule:byline")
    people, how = (people, how) if people else found[0] if found else (_marked(sizes), "microdata:author")
    return Authors(people, byline, how, _disagreement(people, how, printed)) if people else None


def _says_more(printed: Byline, people: list[str], ld: JsonLd | None) -> bool:
    """Say whether the byline has more names than the metadata, or people where that has an organization."""
    if set(people) < set(printed.people):
        return all(names(n) for n in printed.people)
    stated = [ld.resolve(one) for one in _each(ld.get("author"))] if ld else []
    bodies = [types_of(node)[-1:] for node in stated if isinstance(node, dict)]
    near = 0 <= printed.behind <= NEAR and all(is_name(n) for n in printed.people)
    return near and bool(bodies) and all(kind and kind[0].endswith("Organization") for kind in bodies)


def _disagreement(people: list[str], how: str, printed: Byline | None) -> str | None:
    """Return a warning if the byline below the headline and the metadata have no name in common."""
    if not printed or not 0 <= printed.behind <= NEAR or not all(is_name(n) for n in people):
        return None
    stated = {word for name in people for word in name.casefold().split()}
    if any(word in stated for name in printed.people for word in name.casefold().split()):
        return None
    return f"the byline is {printed.line!r}, {how} says {'; '.join(people)!r}; taken: {how}"


def signature(line: str, publisher: str | None) -> list[str]:
    """Return who signs an article in the line below its last paragraph: "The Courier / Europa Press"."""
    if len(line) > 60 or line[-1:] in ".!?:…" or any(c.isdigit() for c in line):
        return []
    parts = [part.strip() for part in re.split(r"\s*[/;,]\s*", _BY.sub("", line)) if part.strip()]
    own = [part for part in parts if publisher and _plain(part) in _plain(publisher)]
    others = [part for part in parts if part not in own]
    known = all(is_name(part) or part.casefold() in _AGENCIES or _DESK.search(part) for part in others)
    return others if known and len(others) <= 3 else []


def _marked(sizes: Sizes) -> list[str]:
    """Return what microdata calls the author, names or initials, where nothing else says who it is."""
    marked = (e for e in sizes.elements if (e.get("itemprop") or "").lower() == "author" and sizes.text[e] <= 80)
    return next((people for e in marked if (people := split([text_of(e)]))), [])


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
    people = [p for p in parts if is_name(p) or "、" in piece or p.casefold() in _AGENCIES]
    if len(people) == len(parts):
        return parts
    return [parts[0], *(p for p in parts[1:] if p in people)]


def _printed(sizes: Sizes, headline: Element | None) -> Byline | None:
    """Return the first byline behind the headline, else the first one of the page."""
    at = next((n for n, e in enumerate(sizes.elements) if e is headline), 0) if headline is not None else 0
    above: Byline | None = None
    for number, element in enumerate(sizes.elements):
        if number < at and above:
            continue
        if number > at + FAR:
            break
        found = _byline(element, sizes) if 3 <= sizes.text[element] <= 200 else None
        if found and not _is_elsewhere(element):
            byline = Byline(found[0], found[1], number - at)
            if number >= at:
                return byline
            above = byline
    return above


def _byline(element: Element, sizes: Sizes) -> tuple[list[str], str] | None:
    """Return the names and the line of an element that is called a byline or printed like one."""
    if not element.attrib or element.tag == "li":
        return _labelled(element, sizes)
    called = sizes.names(element)
    marked = "author" in (element.get("rel") or "").lower() or (element.get("itemprop") or "").lower() == "author"
    marked = marked or (element.tag == "a" and bool(_PROFILE.search(element.get("href") or "")))
    if not (marked or _NAMED.search(called)) or (_NOT.search(called) and not marked):
        return None
    line = clean(text_of(element))
    if not 3 <= len(line) <= 160:
        return None
    bare = _BY.sub("", line)
    people = [n for n in split([bare]) if is_name(n)] or [n for n in names(bare) if " " in n]
    return (_with_others(people, element), line) if people else None


def _is_elsewhere(element: Element) -> bool:
    """Say whether it is a picture's credit, or in a box beside the article, which may name another's author."""
    for above in element.iterancestors():
        if above.tag in ("figure", "figcaption"):
            return True
        if above.tag in ("article", "main"):
            return False
        if above.tag in _ELSEWHERE:
            return True
    return False


def _labelled(element: Element, sizes: Sizes) -> tuple[list[str], str] | None:
    """Return the names of a line that is a label and names, in an element that is called nothing."""
    if element.tag not in ("p", "li", "div", "span") or sizes.text[element] > 90:
        return None
    first = (element.text or "").strip() or ((element[0].text or "").strip() if len(element) else "")
    if not _OPENS.match(first):
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
