"""The words of this room: what pages call their elements, what they print beside articles, as patterns."""

from __future__ import annotations

import re

from newskit.word_lists import words_of

# In element_names.csv, ^ and $ stand for the edges of a word within a name: "main-ad top".
_EDGES = {"^": r"(?:^|[-_\s])", "$": r"(?:$|[-_\s])"}


def html_tags(kind: str) -> frozenset[str]:
    """Return a class of `html_tags.csv`."""
    return words_of(__package__, "html_tags.csv")[kind]


def any_phrase(*kinds: str) -> str:
    """Return what matches the phrases of some classes of `phrases.csv`, to be put into a pattern."""
    return _any_of("phrases.csv", *kinds)


def any_name(*kinds: str) -> str:
    """Return what matches some classes of `element_names.csv`, to be put into a pattern."""
    return re.sub(r"[$^]", lambda edge: _EDGES[edge[0]], _any_of("element_names.csv", *kinds))


def name_pattern(*kinds: str) -> re.Pattern[str]:
    """Return what finds the names of some classes of `element_names.csv`, in small letters."""
    return re.compile(any_name(*kinds))


def _any_of(file: str, *kinds: str) -> str:
    listed = words_of(__package__, file)
    words = frozenset().union(*(listed[kind] for kind in kinds))

    # The longest first: "text by" is to be tried before "text".
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(ordered)})"
