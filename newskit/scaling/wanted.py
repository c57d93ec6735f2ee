"""Which tables are made part by part, and which of the whole corpus, afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from newskit import registry
from newskit.pipeline import tables_asked

ALWAYS = ("errors", "counts")
"""What could not be read, and how many words there are: groups are told by them."""


def tables_wanted(only: Iterable[str] | str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tables to make of each part, and those to make of all of them together.

    Raises
    ------
    UnknownNameError
        If there is no such table.
    """
    given = [only] if isinstance(only, str) else only
    asked = tables_asked(None if given is None else [name for name in given if name != "articles"])
    of_corpus = tuple(name for name in asked if registry.TABLES[name].scope == "corpus")
    needed = {name for table in of_corpus for name in registry.TABLES[table].needs}
    of_parts = {*asked, *needed, *ALWAYS}.difference(of_corpus, {"articles"})
    return tuple(name for name in registry.TABLES if name in of_parts), of_corpus
