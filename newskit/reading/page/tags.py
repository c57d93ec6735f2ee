"""Tags and section: what the metadata lists, and nothing that is not a topic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.json_ld import JsonLd, as_list, json_text, name_in
from newskit.reading.page.meta import Head, Stated, first_stated, meta_names

# What content systems add for themselves: "primary_tag", "iab:news", "id=7", an address, a number.
_MACHINE = re.compile(r"^[\w-]+:|^[a-z0-9_]+=|_|https?:|^\d+$")
_SEPARATOR = re.compile(r"\s*[,;|]\s*")
MAX_TAGS, MAX_LENGTH = 60, 80


class Listed(NamedTuple):
    """The tags of a page, and how they were found."""

    tags: list[str]
    how: str


def tags_of_page(head: Head, ld: JsonLd) -> Listed | None:
    """Return the tags of the first place that lists some."""
    places = [(ld.get("keywords"), "json-ld:keywords")]
    places += [(head.all(name), f"meta:{name}") for name in meta_names("tags")]

    listed = (Listed(_tags(value), how) for value, how in places)
    return next((found for found in listed if found.tags), None)


def section_of_page(head: Head, ld: JsonLd) -> Stated | None:
    """Return the section."""
    in_json = (ld.text("articleSection"), "json-ld:articleSection")
    section = first_stated(in_json, *head.stated("section"))
    return section._replace(text=clean(section.text)) if section else None


def _tags(value: Any) -> list[str]:
    listed = as_list(value)
    alone = len(listed) == 1
    texts = filter(None, (json_text(name_in(one)) for one in listed))

    pieces = chain.from_iterable(_split(text, alone) for text in texts)
    tags = (clean(piece).strip(" #\"'") for piece in pieces)
    kept = dict.fromkeys(filter(_is_tag, tags))
    return list(kept)[:MAX_TAGS]


def _split(text: str, alone: bool) -> Iterator[str]:
    """Cut a list that was written as one text; in a list of texts, a comma belongs to its tag."""
    if alone or len(text) > MAX_LENGTH:
        yield from _SEPARATOR.split(text)
    else:
        yield text


def _is_tag(text: str) -> bool:
    return 0 < len(text) <= MAX_LENGTH and not _MACHINE.search(text)
