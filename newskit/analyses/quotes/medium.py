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
from newskit.text.forms import fold, word

_TYPES = {row["word"]: row["class"] for row in csv_rows(__package__, "media.csv")}
_PLACE = attrgetter("at")
_TOLD = frozenset(("told", "tell", "tells", "telling"))
_SPOKE = frozenset((
    "interview", "interviewed", "speaking", "spoke", "speaks", "talking", "statement", "email",
))  # fmt: skip
_BEFORE = re.compile(r"\W*(?:t(?:old|ells?|elling)|\w+ (?:with|to|by|on|for)) ")


class Medium(NamedTuple):
    """A medium: where it is printed, and its type; `at` is its tag."""

    at: int
    start: int
    end: int
    kind: str


def media_of(tagged: TagSequence) -> list[Medium]:
    """Find the media of a text, in order."""
    announced = tagged.tokens.where(_announces)[tagged.number]
    told = [_behind(tagged, start) for start in announced]
    return list(filter(None, told))


def _announces(form: str) -> bool:
    """Whether a form may stand before a medium: told the Post; in an interview with it."""
    found = word(form)
    return found is not None and (found.text in _TOLD or found.text.lower() in _SPOKE)


def _behind(
    tagged: TagSequence,
    start: int,
) -> Medium | None:
    """Read the medium behind the word that begins at a character, if there is one."""
    before = _BEFORE.match(tagged.text, start)
    at = bisect_left(tagged.starts, before.end()) if before else -1
    # Within quoted words nothing has a tag.
    if before is None or tagged.starts[at : at + 1].tolist() != [before.end()]:
        return None

    phrase = PHRASE.match(tagged.tags, at)
    kind = medium_type(tagged.printed(*phrase.span())) if phrase else None
    if phrase is None or kind is None:
        return None
    return Medium(at, *tagged.offsets(*phrase.span()), kind)


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
