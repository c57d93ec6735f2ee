"""Read word lists: those of this folder, and those that stand beside the rules of a room."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType


def lexicon_file(name: str) -> Traversable:
    """Return a file of this folder."""
    return files("newskit") / "word_lists" / name


def lines(name: str) -> io.StringIO:
    """Open a file of this folder as text."""
    return io.StringIO(lexicon_file(name).read_text(encoding="utf-8"), newline="")


def rows(name: str) -> list[list[str]]:
    """Read a word list of this folder: its rows as lists of strings, without the header."""
    return list(csv.reader(lines(name)))[1:]


@cache
def words(name: str) -> frozenset[str]:
    """Read the first column of a word list of this folder."""
    return frozenset(row[0] for row in rows(name))


@cache
def rows_of(package: str, name: str) -> tuple[Mapping[str, str], ...]:
    """Read a table that stands beside the rules of a room; lines that begin with # are comments."""
    text = (files(package) / name).read_text(encoding="utf-8")
    told = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(MappingProxyType(row) for row in csv.DictReader(told))


@cache
def words_of(package: str, name: str = "words.csv") -> Mapping[str, frozenset[str]]:
    """Read the rule words of a room (`word,class,note`): class -> its words.

    A class that is not in the file is a KeyError at import, so that a list cannot be empty in
    silence.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows_of(package, name):
        found[row["class"]].add(row["word"])
    return MappingProxyType({kind: frozenset(listed) for kind, listed in found.items()})
