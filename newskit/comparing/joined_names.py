"""Which names of several articles are one person's, one organization's, one place's."""

from __future__ import annotations

from collections import defaultdict

from newskit.analyses.names.name_forms import name_key
from newskit.text.near_duplicates import DisjointSets

_Key = tuple[str, ...]


def joined_names(names: list[str]) -> list[int]:
    """Return the number of who or what each name stands for, the same in all articles.

    Accents and spellings do not count (Novák, Novak), nor do middle names and what stands before a
    name that another article prints; a single name is that of the one person whose last name it is.

    >>> joined_names(["Jana Novák", "Novak", "Mayor Jana Novak", "Jana Novak Claims", "Hall"])
    [0, 0, 0, 0, 4]
    >>> joined_names(["Eric Adams", "Mayor Eric Adams", "Eric Adams Jr."])
    [0, 0, 2]
    """
    keys = [tuple(map(name_key, name.split())) for name in names]
    groups = DisjointSets(len(names))
    _join_full_names(keys, groups)
    _join_single_names(keys, groups)
    return [groups.first(number) for number in range(len(names))]


def _join_full_names(keys: list[_Key], groups: DisjointSets) -> None:
    bearers: dict[_Key, int] = {}
    for number, key in enumerate(keys):
        if len(key) > 1:
            bearers.setdefault((key[0], key[-1]), number)

    for number, key in enumerate(keys):
        if len(key) > 1:
            own = bearers[key[0], key[-1]]
            inner = map(bearers.get, _inner_names(key))
            same = next((bearer for bearer in inner if bearer is not None), own)
            groups.join(same, number)


def _inner_names(key: _Key) -> list[_Key]:
    """Return the two words of a longer name that may be the name that others print.

    A title stands before it; in a headline in title case a verb stands behind it: Ann Lee Claims.
    """
    is_headline = len(key) > 2 and key[-1].endswith("s")
    return [key[-2:], key[:2]] if is_headline else [key[-2:]]


def _join_single_names(keys: list[_Key], groups: DisjointSets) -> None:
    last: dict[str, set[int]] = defaultdict(set)
    for number, key in enumerate(keys):
        if len(key) > 1:
            last[key[-1]].add(groups.first(number))

    alone: dict[_Key, int] = {}
    for number, key in enumerate(keys):
        if len(key) != 1:
            continue
        # Of two with that last name it could be either.
        bearers = last[key[0]]
        is_told = len(bearers) == 1
        same = min(bearers) if is_told else alone.setdefault(key, number)
        groups.join(same, number)
