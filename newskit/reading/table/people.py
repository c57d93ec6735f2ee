"""Who of those that a cell lists wrote the article: posts, addresses and outlets are nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import filterfalse

from newskit.csv_files import rule_words
from newskit.reading.shared.bylines import is_name

_PARTICLES = rule_words("newskit.reading.shared")["name_particle"]
_ROLES = rule_words("newskit.reading.shared")["role"]
_AGENCIES = rule_words("newskit.reading.shared", "agencies.csv")
_NOT_PEOPLE = rule_words(__package__)["nobody"].union(
    *map(_AGENCIES.__getitem__, ("byline", "signature", "desk"))
)
_ADDRESS = re.compile(r"\S*(?:https?:|www\.)[^\s;,\]]*")
_DOT = re.compile(r"^\s*\.\s+|\s+\.(?=\s|$)")  # "By . Ann Bell .", as CNN/DailyMail joins lines
_TOLD_BY = re.compile(r"^(?:as told to|interview(?:s|ed)? by|compiled by)\s+", re.IGNORECASE)
_TEAM = re.compile(r"(?:staff|newsroom|editors?|team|reporters?|web|online|desk|com)$")
# "Harbor Post Staff", "Sports desk"; a link that newspaper4k takes for a name
_DESK = re.compile(r"\s(?:staff|desk|newsroom|team|bureau|all posts)$", re.IGNORECASE)
# Beside somebody who is named, an outlet: "Ann Bell", "Harbor Record"
_OUTLET = re.compile(
    r"\s(?:news|times|post|press|media|tribune|herald|record|gazette|courier|telegraph|telegram"
    r"|chronicle|dispatch|beacon|observer|journal|magazine|weekly|daily|tv|radio|agency|wire)$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[\W_]+")
_SHORTEST = 3  # letters of an outlet that is looked for among authors


def plain_line(cell: str) -> str:
    """Return a cell without addresses: https://www.facebook.com/harborpost is nobody.

    >>> plain_line("Ann Bell https://harbor.example/ann-bell").strip()
    'Ann Bell'
    """
    return _TOLD_BY.sub("", _DOT.sub("", _ADDRESS.sub(" ", cell)).strip())


def without_post(name: str) -> str:
    """Return a name without the post behind it; its first word may have a capital.

    >>> without_post("Ann Bell North of England editor"), without_post("Ann van der Bell")
    ('Ann Bell', 'Ann van der Bell')
    """
    words = name.split()
    if not words or words[-1].casefold() not in _ROLES:
        return name

    small = (
        number for number, word in enumerate(words) if word[:1].islower() and word not in _PARTICLES
    )
    behind = next(small, len(words) - 1)
    for end in (behind - 1, behind):
        shorter = " ".join(words[:end])
        if is_name(shorter):
            return shorter

    return name


def persons(people: Sequence[str]) -> list[str]:
    """Return the people of a list: no agency, no desk, and beside others no outlet.

    >>> persons(["Ann Bell", "Reuters", "Harbor Record"]), persons(["Harbor Post Staff", "AFP"])
    (['Ann Bell'], [])
    """
    named = [name for name in people if not _is_nobody(name)]
    return list(filterfalse(_OUTLET.search, named)) or named


def without_outlet(people: Iterable[str], outlets: Iterable[str]) -> Iterator[str]:
    """Return the people of a list that are not the outlet itself, by its name or its address.

    >>> list(without_outlet(["Ann Bell", "Harbor Post Staff"], ["www.harborpost.example"]))
    ['Ann Bell']
    """
    keys = set(map(outlet_key, outlets))
    for name in people:
        bare = outlet_key(name)
        if len(bare) < _SHORTEST or not keys & {bare, _TEAM.sub("", bare)}:
            yield name


def _is_nobody(name: str) -> bool:
    small = name.casefold().removeprefix("the ").removeprefix("from ")
    return small in _NOT_PEOPLE or bool(_DESK.search(name))


@lru_cache(20_000)
def outlet_key(name: str) -> str:
    """Return the letters of a name; of an address those of the site: harborpost."""
    small = name.strip().casefold().removeprefix("www.")
    is_host = "." in small and " " not in small
    site = max(small.split(".")[:-1], key=len) if is_host else small
    return _SIGNS.sub("", site.removeprefix("the "))
