"""Read the word lists of this folder."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


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
def first_column(name: str) -> frozenset[str]:
    """Read the first column of a word list of this folder."""
    return frozenset(row[0] for row in rows(name))
