"""Roles of an article: that Ann Lee is the mayor, so that "the mayor said" has a name."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.names.name_forms import name_kind
from newskit.analyses.quotes.names import Names, Run
from newskit.analyses.quotes.tag_sequence import TagSequence
from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import fold

_WORDS = rule_words("newskit.analyses.names", "roles.csv")
ANY_INSTITUTION = _WORDS["any_institution"]
INSTITUTIONS = _WORDS["institution"] | ANY_INSTITUTION
KIND_OF_ROLE = dict.fromkeys(INSTITUTIONS, "organization")
KIND_OF_ROLE |= dict.fromkeys(_WORDS["document"], "document")
_SHORT_TITLES = csv_rows("newskit.analyses.names", "short_titles.csv")
_FULL = {row["word"]: row["full"] for row in _SHORT_TITLES}

# His deputy, Anna Rudnik; Simon Tesfaye, 41, the chief executive
_BEFORE = re.compile(r"[DZz]?((?:n|e|G){1,5}),\Z")
_BEHIND = re.compile(r",(?:#,)?D?[Zz]?((?:n|e|j|B){0,3}n)(?=[,.ow|&])")
_LONGEST = 6  # words: former deputy assistant secretary Ada Brandt
# Tags that _BEFORE and _BEHIND read at most.
_FAR_BEFORE, _FAR_BEHIND = 8, 12


class Bearer(NamedTuple):
    """Who bears a role: the name, its kind, the tag where the role is printed, and its words."""

    name: str
    kind: str
    at: int
    words: frozenset[str]


def bearer_name(names: Names, run: Run) -> tuple[str, str]:
    """Return the full name and the kind of whom a run of capitalized words names."""
    person = names.known.get(run.name.key)
    if person is not None:
        return person.name, "person"

    # Mayor Lee is a person though her full name is never printed; Chief Harbor Bank is not one.
    kind = name_kind(run.name.words)
    if kind == "unknown" and run.is_titled:
        kind = "person"
    return run.name.printed, kind


def roles_of(tagged: TagSequence, names: Names) -> dict[str, list[Bearer]]:
    """Collect the roles that are printed beside names, by their last word."""
    roles: dict[str, list[Bearer]] = defaultdict(list)
    tags = tagged.tags + "|"  # so that something stands before the first name and behind the last
    for run in names.runs:
        # Most names have no role beside them, which two tags tell.
        before, behind = tags[run.begin - 1], tags[run.high]
        phrases = list(institutions_in(run.name.words))
        if before == "n" or run.name.title:
            phrases.append(_titles(tagged, run))
        if before == "," or behind == ",":
            phrases += _beside(tagged, run)
        if not phrases:
            continue

        # Found again by the last word, the head of the role: the former mayor is the mayor, too.
        name, kind = bearer_name(names, run)
        for words in phrases:
            role = _FULL.get(words[-1], words[-1])
            roles[role].append(Bearer(name, kind, run.low, frozenset(words)))
    return roles


@lru_cache(maxsize=50_000)
def institutions_in(words: tuple[str, ...]) -> list[list[str]]:
    """Return the words of an organization that say what it is: the bank, of Harbor Bank."""
    if name_kind(words) != "organization":
        return []  # Bo Church is a man
    return [[word] for word in INSTITUTIONS.intersection(map(fold, words))]


def _titles(tagged: TagSequence, run: Run) -> list[str]:
    """Read Mayor Ann Lee, Fire Chief Bill Oko, the ferry company Norrland Line."""
    # Titles in lower case, if any, and those with a capital, which the name has lost.
    before = tagged.tags[max(0, run.begin - _LONGEST) : run.begin]
    n_nouns = len(before) - len(before.rstrip("n"))
    words = _folded_words(tagged, run.begin - n_nouns, run.begin)
    return [word.rstrip(".") for word in words] + list(run.name.title)


def _beside(tagged: TagSequence, run: Run) -> list[list[str]]:
    """Read his deputy, Anna Rudnik; Simon Tesfaye, the chief executive."""
    before = _BEFORE.search(tagged.tags, max(0, run.begin - _FAR_BEFORE), run.begin)
    behind = _BEHIND.match(tagged.tags, run.high, run.high + _FAR_BEHIND)
    beside = filter(None, (before, behind))
    return [_folded_words(tagged, *found.span(1)) for found in beside]


def _folded_words(tagged: TagSequence, low: int, high: int) -> list[str]:
    return [fold(tagged.printed(k, k + 1)) for k in range(low, high)]
