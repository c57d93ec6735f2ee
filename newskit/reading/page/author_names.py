"""The names in a byline, in an author tag, in the signature below an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newskit.reading.cleaning import clean
from newskit.reading.page.words import any_phrase
from newskit.reading.text.bylines import is_name
from newskit.word_lists import words_of

BY = re.compile(
    rf"^{any_phrase('by', 'byline_label')}\s*:?\s+(?=\S)|^(?:by|autor|author|text|von)\s*:\s*",
    re.IGNORECASE,
)
"""What introduces the author: "By", "Von", "Text:"."""
_AND = re.compile(
    r" ?(?:[;|•·]| / |/(?=[A-Z])| (?:and|und) (?=[A-Z\u00c0-\u024f])| & | with | mit (?=[A-Z])) ?"
)
# "y" and "et" join names, and stand in names: Ortega y Gasset is one.
_WEAK_AND = re.compile(r" (?:et|y|e|og|och|en|ve|i|a) (?=[A-Z\u00c0-\u024f])")
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_COMMA = re.compile(r"\s*[,、]\s*")
_SIGNED = re.compile(r"\s*[/;,]\s*")
_DESK = re.compile(any_phrase("desk"), re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:com|org|net|de|co\.uk)$|\W")
_FINAL = tuple(".!?:…")
_NOBODY = words_of(__package__, "phrases.csv")["nobody"]
_AGENCIES = words_of(__package__, "phrases.csv")["agency"]

MAX_LENGTH = 1000
"""Characters of one stated author that are looked at."""
MAX_NAME = 80
"""Characters of one name; longer ones are sentences."""
MAX_SIGNATURE, MAX_SIGNERS = 60, 3
"""Characters of a line that signs an article, and the names in it."""


def split_names(stated: Iterable[str]) -> list[str]:
    """Return single names: "By A, B and C" is three, "A, Political Editor" is one."""
    names: dict[str, None] = {}
    for text in stated:
        line = BY.sub("", clean(text[:MAX_LENGTH]).strip())
        for piece in _joined_by_and(line):
            # Brackets hold an outlet; and there may be a second label: "Text: Von Ann Lee".
            bare = BY.sub("", _BRACKETS.sub("", piece).strip())
            names |= dict.fromkeys(name.strip(" ,;:|·•-–—.\"'") for name in _by_comma(bare))

    people = [name for name in names if name.casefold() not in _NOBODY]
    return [name for name in people if 0 < len(name) <= MAX_NAME]


def _joined_by_and(text: str) -> Iterator[str]:
    """Cut at what joins names; at what may be a part of a name, only between whole names."""
    for piece in _AND.split(text):
        parts = _WEAK_AND.split(piece)
        are_names = all(is_name(part.split(",")[0]) for part in parts)
        yield from parts if are_names else [piece]


def _by_comma(piece: str) -> list[str]:
    """Split at commas where what is behind them are names; else what is behind is a role or an outlet."""
    parts = list(filter(None, _COMMA.split(piece)))

    # In Japanese, "、" stands between names only.
    if "、" in piece:
        return parts
    others = [part for part in parts[1:] if is_name(part) or part.casefold() in _AGENCIES]
    return parts[:1] + others


def outlet_key(name: str) -> str:
    """Return what the name of an outlet and its domain have in common."""
    return _DOMAIN.sub("", name.casefold())


def signature(line: str, publisher: str) -> list[str]:
    """Return who signs an article in the line below its last paragraph: "The Courier / Europa Press"."""
    has_digit = any(map(str.isdigit, line))
    if has_digit or line.endswith(_FINAL) or len(line) > MAX_SIGNATURE:
        return []

    # The outlet itself says nothing new.
    parts = filter(None, map(str.strip, _SIGNED.split(BY.sub("", line))))
    own = outlet_key(publisher) if publisher else None
    signers = [part for part in parts if own is None or outlet_key(part) not in own]
    if len(signers) > MAX_SIGNERS:
        return []

    for name in signers:
        is_agency = name.casefold() in _AGENCIES or bool(_DESK.search(name))
        if not is_agency and not is_name(name):
            return []
    return signers
