"""Who wrote it: the metadata's authors, split and cleaned; else the byline that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newskit.reading.page.author_names import outlet_key, split_names
from newskit.reading.page.json_ld import JsonLd, as_list, json_text, name_in, types_of
from newskit.reading.page.meta import Head, domain_of, meta_names
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.printed_byline import Byline, printed_byline
from newskit.reading.page.titles import Title
from newskit.reading.page.tree import Sizes, attribute, text_of
from newskit.reading.text.bylines import is_name, names

_ADDRESS = re.compile(r"https?://|www\.|@|^\d+$|\.(?:com|org|net)/", re.IGNORECASE)
_JSON_LD = "json-ld"

NEAR = 100
"""Elements behind the headline in which a byline is this article's."""
MAX_MARKED = 80
"""Characters of an element that microdata call the author."""


class Authors(NamedTuple):
    """The names, how they were found, and the byline as printed."""

    people: list[str]
    how: str
    byline: str | None = None
    warnings: tuple[str, ...] = ()


def find_authors(page: ParsedPage, publisher: str | None, headline: Title | None) -> Authors | None:
    """Return who wrote the article."""
    printed = printed_byline(page.sizes, headline.element if headline else None)
    stated = list(_stated(page.head, page.ld))

    outlets = _outlets(page.head, publisher)
    best = next((one for one in stated if not _is_outlet(one.people, outlets)), None)
    if printed and (best is None or _says_more(printed, best, page.ld)):
        return Authors(printed.people, "rule:byline", printed.line)

    # An outlet is better than nobody.
    best = best or next(iter(stated), None) or _marked(page.sizes)
    if best is None or printed is None:
        return best
    return best._replace(byline=printed.line, warnings=tuple(_disagreement(best, printed)))


def _stated(head: Head, ld: JsonLd) -> Iterator[Authors]:
    """Return the authors that each place in the metadata states, the most trusted first."""
    texts = {_JSON_LD: _json_authors(ld)}
    texts |= {f"meta:{name}": head.all(name) for name in meta_names("author")}
    for how, listed in texts.items():
        people = split_names(text for text in listed if not _ADDRESS.search(text))
        if people:
            yield Authors(people, how)


def _json_authors(ld: JsonLd) -> list[str]:
    """Return the names of the authors in JSON-LD, else of the creators."""
    for role in ("author", "creator"):
        nodes = map(ld.resolved, as_list(ld.get(role)))
        stated = [name for node in nodes for name in as_list(name_in(node))]
        texts = filter(None, map(json_text, stated))

        # Some pages state the address of a profile.
        people = [text for text in texts if not _ADDRESS.search(text)]
        if people:
            return people
    return []


def _outlets(head: Head, publisher: str | None) -> set[str]:
    """Return keys of what the outlet is called: content systems put it where they know no author."""
    called = filter(None, (publisher, *head.all("og:site_name")))
    domains = map(domain_of, head.all("og:url"))
    return {outlet_key(name) for name in called} | {outlet_key(d.split(".")[0]) for d in domains}


def _is_outlet(people: list[str], outlets: set[str]) -> bool:
    """Say whether the stated author is only the outlet itself, and not a person."""
    return outlets.issuperset(map(outlet_key, people))


def _says_more(printed: Byline, stated: Authors, ld: JsonLd) -> bool:
    """Say whether the byline has more names than the metadata, or people where that has an organization."""
    if set(stated.people) < set(printed.people):
        return all(map(names, printed.people))

    is_near = 0 <= printed.behind <= NEAR and all(map(is_name, printed.people))
    return is_near and stated.how == _JSON_LD and _are_organizations(ld)


def _are_organizations(ld: JsonLd) -> bool:
    """Say whether JSON-LD has authors that are nodes, and each of them is an organization."""
    nodes = [node for node in map(ld.resolved, as_list(ld.get("author"))) if isinstance(node, dict)]
    kinds = ["".join(types_of(node)[-1:]) for node in nodes]
    return bool(kinds) and all(kind.endswith("Organization") for kind in kinds)


def _disagreement(stated: Authors, printed: Byline) -> list[str]:
    """Return a warning if the byline below the headline and the metadata have no name in common."""
    is_near = 0 <= printed.behind <= NEAR
    if not is_near or not all(map(is_name, stated.people)):
        return []
    if _name_words(stated.people) & _name_words(printed.people):
        return []

    said = f"{stated.how} says {'; '.join(stated.people)!r}; taken: {stated.how}"
    return [f"the byline is {printed.line!r}, {said}"]


def _name_words(people: list[str]) -> set[str]:
    return set(" ".join(people).casefold().split())


def _marked(sizes: Sizes) -> Authors | None:
    """Return what microdata call the author, names or initials, where nothing else says who it is."""
    for element in sizes.elements:
        if attribute(element, "itemprop") == "author" and sizes.text[element] <= MAX_MARKED:
            people = split_names([text_of(element)])
            if people:
                return Authors(people, "microdata:author")
    return None
