"""Contexts in which a word of the list is what it seems: May the month, the will of the people.

They are lines of contexts.csv, which says how to read them; a context holds if one of its lines
does. The examples are their tests.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from newskit.analyses.certainty.names import is_name_or_month
from newskit.analyses.certainty.surroundings import Surroundings
from newskit.csv_files import csv_rows, rule_words

_WORDS = rule_words(__package__)
_PART = re.compile(r"\[([^]]+)\]|(\S+)")
# Where the words of a column stand, counted from the expression.
_PLACES = {"before2": -2, "before": -1, "behind": 1, "behind2": 2}


class Line(NamedTuple):
    """A line of contexts.csv: what has to stand at which place, and what must not."""

    needed: dict[int, frozenset[str]]
    banned: dict[int, frozenset[str]]
    only: str


@cache
def contexts() -> dict[str, tuple[Line, ...]]:
    """Return the lines of each context, by its name."""
    found: dict[str, list[Line]] = defaultdict(list)
    for row in csv_rows(__package__, "contexts.csv"):
        line = Line(needed=_cells(row, ""), banned=_cells(row, "not_"), only=row["only"])
        found[row["context"]].append(line)

    return {name: tuple(lines) for name, lines in found.items()}


def _cells(row: Mapping[str, str], prefix: str) -> dict[int, frozenset[str]]:
    """Return the words of the columns with a prefix, by the place where they stand."""
    cells = {at: row.get(prefix + name) for name, at in _PLACES.items()}
    return {at: _words(cell) for at, cell in cells.items() if cell}


def _words(cell: str) -> frozenset[str]:
    """Return the words of a cell, those of its classes among them."""
    found: set[str] = set()
    for group, word in _PART.findall(cell):
        found |= _WORDS[group] if group else {word}

    return frozenset(found)


def holds(name: str, around: Surroundings) -> bool:
    """Say whether a context holds; no name is no condition."""
    if not name:
        return True
    return any(_fits(line, around) for line in contexts()[name])


def _fits(line: Line, around: Surroundings) -> bool:
    for n, words in line.needed.items():
        if words.isdisjoint(signs(around.at(n))):
            return False

    for n, words in line.banned.items():
        if not words.isdisjoint(signs(around.at(n))):
            return False

    if line.only == "no name":
        return not is_name_or_month(around)
    return around.is_title or line.only != "headline"


@lru_cache(maxsize=20_000)
def signs(word: str) -> frozenset[str]:
    """Return what a word may be called in a cell.

    >>> sorted(signs("kyiv's")), sorted(signs("14.3")), sorted(signs(""))
    (["'s", '*', "kyiv's"], ['#', '*', '14.3'], ['$'])
    """
    if not word:
        return frozenset("$")

    found = {word, "*"}
    if word.endswith("'s"):
        found.add("'s")
    # 4.5, half, half-a-dozen.
    if any(map(str.isdigit, word)) or word.partition("-")[0] in _WORDS["number"]:
        found.add("#")
    return frozenset(found)
