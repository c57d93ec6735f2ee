"""Read the CSV files that stand beside the code: rule words, columns, sourced lists."""

from __future__ import annotations

import csv
import lzma
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def csv_rows(package: str, name: str) -> tuple[Mapping[str, str], ...]:
    """Read a table that stands in a package; lines that begin with # are comments.

    The two largest are packed: data/word_lists/pack_csv.py makes them of the CSV files beside it.
    """
    plain = files(package) / name
    packed = files(package) / f"{name}.xz"
    data = plain.read_bytes() if plain.is_file() else lzma.decompress(packed.read_bytes())
    text = data.decode("utf-8")
    told = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(MappingProxyType(row) for row in csv.DictReader(told))


@cache
def rule_words(package: str, name: str = "words.csv") -> Mapping[str, frozenset[str]]:
    """Read the rule words of a room (`word,class,note`): class -> its words.

    A class that is not in the file is a KeyError at import, so that a list cannot be empty in
    silence.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in csv_rows(package, name):
        found[row["class"]].add(row["word"])
    return MappingProxyType({kind: frozenset(listed) for kind, listed in found.items()})
