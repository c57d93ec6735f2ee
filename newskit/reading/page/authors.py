"""Who wrote it: the metadata's authors, split and cleaned; else the byline that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, filterfalse
from typing import NamedTuple

from newskit.reading.page.author_names import outlet_key, split_names
from newskit.reading.page.json_ld import (
    JsonLd,
    as_list,
    is_node,
    is_organization,
    json_text,
    value_in,
)
from newskit.reading.page.meta import Head, domain_of
from newskit.reading.page.opening import Opening
from newskit.reading.page.parsed_page import ParsedPage
from newskit.reading.page.printed_byline import Byline, printed_byline
from newskit.reading.page.titles import SEPARATOR
from newskit.reading.page.tree import Sizes, attribute, text_of
from newskit.reading.page.words import META_NAMES
from newskit.reading.shared.bylines import is_name, names

_NOT_A_NAME = re.compile(r"https?://|www\.|^\S*@\S*$|^\d*$|\.(?:com|org|net)/", re.IGNORECASE)
_JSON_LD = "json-ld"

# Elements behind the headline in which a byline is this article's.
NEAR = range(101)
# Characters of an element that microdata call the author.
MAX_MARKED = 80


class Authors(NamedTuple):
    """The names, how they were found, and the byline as printed."""

    people: list[str]
    how: str
    byline: str = ""
    warnings: tuple[str, ...] = ()


def find_authors(page: ParsedPage, publisher: str, opening: Opening) -> Authors:
    """Return who wrote the article; nobody, if the page does not say."""
    printed = printed_byline(page.sizes, opening)
    stated = list(_stated(page.head, page.ld))

    # Content systems state the outlet where they know no author: it is better than nobody.
    outlets = outlet_keys(page.head, publisher)
    without = (_without(outlets, one) for one in stated)
    people = [one for one in without if one.people]
    is_better = not people or _says_more(printed, people[0], page.ld)
    if printed.people and is_better:
        return Authors(printed.people, "rule:byline", printed.line)

    # Else the metadata, an outlet if they have no person; then initials.
    best = next(iter(people + stated), None) or _marked(page.sizes)
    return best._replace(byline=printed.line, warnings=_disagreements(best, printed))


def _stated(head: Head, ld: JsonLd) -> Iterator[Authors]:
    """Return the authors that each place in the metadata states, the most trusted first."""
    texts = {_JSON_LD: _json_authors(ld)}
    texts |= {f"meta:{name}": head.all(name) for name in META_NAMES["author"]}
    for how, listed in texts.items():
        # Some pages state the address of a profile, or its number.
        people = split_names(filterfalse(_NOT_A_NAME.search, listed))
        if people:
            yield Authors(people, how)


def _json_authors(ld: JsonLd) -> list[str]:
    """Return the names of the authors in JSON-LD, else of the creators."""
    for role in ("author", "creator"):
        nodes = map(ld.resolved, as_list(ld.get(role)))
        stated = chain.from_iterable(map(as_list, map(value_in, nodes)))

        # A node may have several names.
        people = list(filterfalse(_NOT_A_NAME.search, map(json_text, stated)))
        if people:
            return people

    return []


def _without(outlets: set[str], stated: Authors) -> Authors:
    """Leave out what only names the outlet: "Ann Lee, The Bay Courier" is one author."""
    people = [name for name in stated.people if outlet_key(name) not in outlets]
    return stated._replace(people=people)


def outlet_keys(head: Head, publisher: str) -> set[str]:
    """Return keys of what the outlet is called, by the page and by its address."""
    called = [publisher, *head.all("og:site_name")]
    # "Baycourier" of www.baycourier.example; the name of the site behind the title of a page.
    domains = [domain_of(url).split(".")[0] for url in head.all("og:url")]
    tails = SEPARATOR.split(head.title)[1:]
    return set(map(outlet_key, [*filter(None, called), *domains, *tails])) - {""}


def _says_more(printed: Byline, stated: Authors, ld: JsonLd) -> bool:
    """Say whether the byline has more names, or people where the metadata have an organization."""
    # Some metadata state one author of several.
    if set(stated.people) < set(printed.people):
        return all(map(names, printed.people))

    are_people = all(map(is_name, printed.people))
    is_ours = printed.behind in NEAR and are_people
    if not is_ours or stated.how != _JSON_LD:
        return False

    # What only has a name, and is not a node, may be a person: it has no type.
    nodes = list(filter(is_node, map(ld.resolved, as_list(ld.get("author")))))
    return nodes != [] and all(map(is_organization, nodes))


def _disagreements(stated: Authors, printed: Byline) -> tuple[str, ...]:
    """Return a warning if the byline below the headline and the metadata have no name in common."""
    if printed.behind not in NEAR or not all(map(is_name, stated.people)):
        return ()

    # One name in common is enough: "A. Lee" and "Ann Lee" are one.
    one = " ".join(stated.people).casefold()
    other = " ".join(printed.people).casefold()
    if not set(one.split()).isdisjoint(other.split()):
        return ()

    said = f"{stated.how} says {'; '.join(stated.people)!r}; taken: {stated.how}"
    return (f"the byline is {printed.line!r}, {said}",)


def _marked(sizes: Sizes) -> Authors:
    """Return what microdata call the author: names or initials."""
    for element in sizes.elements:
        if attribute(element, "itemprop") != "author" or sizes.text[element] > MAX_MARKED:
            continue

        # Where nothing else says who it is, initials are better than nothing: "abc/xyz".
        people = split_names([text_of(element)])
        if people:
            return Authors(people, "microdata:author")

    return Authors([], "")
