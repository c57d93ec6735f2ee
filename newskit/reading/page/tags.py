"""Tags and section: what the metadata lists, and nothing that is not a topic."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from newskit.reading.cleaning import clean
from newskit.reading.page.json_ld import JsonLd, as_list, json_text, value_in
from newskit.reading.page.meta import Head, Stated, first_stated
from newskit.reading.page.words import META_NAMES

# Tags of a page, and characters of a tag.
MAX_TAGS, MAX_LENGTH = 60, 80

_SEPARATOR = re.compile(r"\s*[,;|]\s*")
# What content systems add for themselves: "iab:news", "id=7", a number, "primary_tag", an address.
_MACHINE = r"[\w-]+:|[a-z0-9_]+=|\d+\Z|.*(?:_|https?:)"
_TOPIC = re.compile(rf"(?!{_MACHINE}).{{1,{MAX_LENGTH}}}", re.DOTALL)


class Listed(NamedTuple):
    """The tags of a page, and how they were found."""

    tags: list[str]
    how: str


def tags_of_page(head: Head, ld: JsonLd) -> Listed:
    """Return the tags of the first place that lists some; none if no place does."""
    # Lists of several places are not joined: they say the same in other words.
    places = {"json-ld:keywords": ld.get("keywords")}
    places |= {f"meta:{name}": head.all(name) for name in META_NAMES["tags"]}

    for how, value in places.items():
        tags = _tags(value)
        if tags:
            return Listed(tags, how)

    return Listed([], "")


def section_of_page(head: Head, ld: JsonLd) -> Stated:
    """Return the section; an empty one if the page does not say."""
    in_json = (ld.text("articleSection"), "json-ld:articleSection")
    section = first_stated(in_json, *head.stated("section"))
    return section._replace(text=clean(section.text))


def _tags(value: Any) -> list[str]:
    """Return the topics in a list of texts or nodes."""
    listed = as_list(value)
    tags: dict[str, None] = {}
    for text in map(json_text, map(value_in, listed)):
        # One text is a list in itself; in a list of texts, a comma belongs to its tag.
        is_list = len(listed) == 1 or len(text) > MAX_LENGTH
        pieces = _SEPARATOR.split(text) if is_list else [text]
        tags |= dict.fromkeys(clean(piece).strip(" #\"'") for piece in pieces)

    return list(filter(_TOPIC.fullmatch, tags))[:MAX_TAGS]
