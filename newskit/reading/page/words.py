"""What pages call their elements, and what they print beside articles: words as patterns."""

from __future__ import annotations

import re

from newskit.csv_files import csv_rows, rule_words

# In element_names.csv, ^ and $ stand for the edges of a word within a name: "main-ad top".
_EDGES = {"^": r"(?:^|[-_\s])", "$": r"(?:$|[-_\s])"}

# The meta tags that state a field, the most trusted first.
META_NAMES: dict[str, list[str]] = {}
for _row in csv_rows(__package__, "meta_names.csv"):
    META_NAMES.setdefault(_row["class"], []).append(_row["word"])


def html_tags(kind: str) -> frozenset[str]:
    """Return a class of `html_tags.csv`."""
    return rule_words(__package__, "html_tags.csv")[kind]


def any_phrase(*kinds: str) -> str:
    """Return a pattern of some classes of `phrases.csv`, to be put into a larger one."""
    listed = rule_words(__package__, "phrases.csv")
    return _any_of(frozenset().union(*map(listed.__getitem__, kinds)))


def any_name(*kinds: str) -> str:
    """Return a pattern of some classes of `element_names.csv`; names are in small letters."""
    listed = rule_words(__package__, "element_names.csv")
    words = frozenset().union(*map(listed.__getitem__, kinds))

    # The edge in front is looked for once for all, which is twice as fast.
    edged = frozenset(word[1:] for word in words if word.startswith("^"))
    others = frozenset(word for word in words if not word.startswith("^"))
    parts = [f"^{_any_of(edged)}"] * bool(edged) + [_any_of(others)] * bool(others)
    return re.sub(r"[$^]", lambda edge: _EDGES[edge[0]], f"(?:{'|'.join(parts)})")


def _any_of(words: frozenset[str]) -> str:
    # The longest first: "text by" is to be tried before "text".
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(ordered)})"
