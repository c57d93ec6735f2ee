"""Read the word lists of this folder."""

from __future__ import annotations

import csv
import io
import lzma
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


def lexicon_file(name: str) -> Traversable:
    """Return a file of this folder."""
    return files("newskit") / "word_lists" / name


def lexicon_text(name: str) -> str:
    """Read a file of this folder; the two largest are packed, which no reader needs to know."""
    data = lexicon_file(name).read_bytes()
    plain = lzma.decompress(data) if name.endswith(".xz") else data
    return plain.decode("utf-8")


def lines(name: str) -> io.StringIO:
    """Open a file of this folder as text."""
    return io.StringIO(lexicon_text(name), newline="")


def rows(name: str) -> list[list[str]]:
    """Read a word list of this folder: its rows as lists of strings, without the header."""
    return list(csv.reader(lines(name)))[1:]


@cache
def first_column(name: str) -> frozenset[str]:
    """Read the first column of a word list of this folder."""
    return frozenset(row[0] for row in rows(name))
