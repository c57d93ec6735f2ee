"""A page as its fields are read from it: its tree, its head, its JSON-LD."""

from __future__ import annotations

from typing import NamedTuple

from newskit.reading.page.json_ld import JsonLd, read_json_ld
from newskit.reading.page.meta import Head
from newskit.reading.page.tree import Element, Sizes, parse


class ParsedPage(NamedTuple):
    """What a page offers. Only `root` changes: what was read from it is taken off the tree."""

    root: Element
    head: Head
    ld: JsonLd
    sizes: Sizes


def parse_page(text: str) -> ParsedPage:
    """Parse a page once, for all of its fields.

    Raises
    ------
    MissingExtraError
        If lxml or trafilatura is not installed.
    ReadError
        If there is no element in it.
    """
    root = parse(text)
    return ParsedPage(root, Head(root), read_json_ld(root), Sizes(root))
