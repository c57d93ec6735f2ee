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
    """Read a file of this folder; the largest are packed, which no reader needs to know."""
    if not name.endswith(".xz"):
        return lexicon_file(name).read_text(encoding="utf-8")
    names, columns = packed_columns(name)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([names, *zip(*columns, strict=True)])
    return out.getvalue()


def packed_columns(name: str) -> tuple[list[str], list[list[str]]]:
    """Return the names and the columns of a list that data/word_lists/pack.py packed."""
    return unpacked(lexicon_file(name).read_bytes())


def unpacked(data: bytes) -> tuple[list[str], list[list[str]]]:
    """Give every entry of the first column back the letters that it shares with the one before."""
    listed = lzma.decompress(data).decode("utf-8").split("\n")
    shared, rests, *others = (line.split("\t") for line in listed)

    entries: list[str] = []
    entry = ""
    for n, rest in zip(map(int, shared[1:]), rests[1:], strict=True):
        entry = entry[:n] + rest
        entries.append(entry)
    names = [rests[0].removeprefix("rest of "), *(column[0] for column in others)]
    return names, [entries, *(column[1:] for column in others)]


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
