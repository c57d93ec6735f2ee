"""The medium through which someone speaks: told the Post; in an interview with Sky News."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.noun_phrases import PHRASE
from newskit.csv_files import csv_rows
from newskit.text.forms import fold

_TYPES = {row["word"]: row["class"] for row in csv_rows(__package__, "media.csv")}
_PLACE = attrgetter("at")
# One pattern for each beginning: a literal is looked for many times faster than one of several.
# Speaking and In an interview may have a capital.
_BEFORE = tuple(
    re.compile(rf"{verb} (?:with|to|by|on|for) ")
    for verb in ("nterview(?:ed)?", "peaking", "poke", "peaks", "alking", "tatement", "email")
)
_TOLD = (re.compile("told "), re.compile("tell(?:s|ing)? "))


class Medium(NamedTuple):
    """A medium: where it is printed, and its type; `at` is its tag."""

    at: int
    start: int
    end: int
    kind: str


def media_of(tagged: TagSequence) -> list[Medium]:
    """Find the media of a text, in order."""
    found: list[Medium] = []
    for before in _mentions(tagged.text):
        at = bisect_left(tagged.starts, before.end())
        # Within quoted words nothing has a tag.
        has_tag = at < len(tagged.starts) and tagged.starts[at] == before.end()
        phrase = PHRASE.match(tagged.tags, at) if has_tag else None
        kind = medium_type(tagged.printed(*phrase.span())) if phrase else None
        if phrase and kind:
            found.append(Medium(at, *tagged.offsets(*phrase.span()), kind))
    return found


def _mentions(text: str) -> list[re.Match[str]]:
    """Return the words before media, in order."""
    found = [before for words in (*_TOLD, *_BEFORE) for before in words.finditer(text)]
    return sorted(found, key=re.Match.end)


@lru_cache(maxsize=5_000)
def medium_type(printed: str) -> str | None:
    """Return the type of a medium: that of the last of its words which is listed.

    >>> medium_type("a news broadcaster"), medium_type("Sky News"), medium_type("the council")
    ('broadcaster', 'outlet', None)
    """
    # Of "reporters at the Harbor Post" the reporters are meant.
    head = re.split(r" (?:of|at|in|for|from|on) ", printed)[0]
    listed = [_TYPES[word] for word in map(fold, head.split()) if word in _TYPES]
    return listed[-1] if listed else None


def medium_at(
    tagged: TagSequence,
    media: list[Medium],
    at: int,
) -> Medium | None:
    """Return the medium of what is said at a tag: of its sentence, else the last of its paragraph.

    In an interview with Sky News she was blunt. “We are late,” she said.
    """
    k = bisect_right(media, tagged.sentence_end(at), key=_PLACE) - 1
    if k < 0 or media[k].at < tagged.paragraph_start(at):
        return None
    return media[k]
