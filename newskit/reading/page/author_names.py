"""The names in a byline, in an author tag, in the signature below an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newskit.reading.cleaning import clean
from newskit.reading.page.words import any_phrase
from newskit.reading.text.bylines import is_name
from newskit.word_lists import words_of

_AND = re.compile(
    r" ?(?:[;|•·]| / |/(?=[A-Z])| (?:and|und) (?=[A-Z\u00c0-\u024f])| & | with | mit (?=[A-Z])) ?"
)
_WEAK_AND = re.compile(r" (?:et|y|e|og|och|en|ve|i|a) (?=[A-Z\u00c0-\u024f])")
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_COMMA = re.compile(r"\s*[,、]\s*")
_BY = re.compile(
    rf"^{any_phrase('by', 'byline_label')}\s*:?\s+(?=\S)|^(?:by|autor|author|text|von)\s*:\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*[/;,]\s*")
_DESK = re.compile(any_phrase("desk"), re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:com|org|net|de|co\.uk)$|\W")
_NOBODY = words_of(__package__, "phrases.csv")["nobody"]
_AGENCIES = words_of(__package__, "phrases.csv")["agency"]

MAX_LENGTH = 1000
"""Characters of one stated author that are looked at."""
MAX_NAME = 80
"""Characters of one name; longer ones are sentences."""
MAX_SIGNATURE = 60
"""Characters of a line that signs an article."""
MAX_SIGNERS = 3


def split_names(stated: Iterable[str]) -> list[str]:
    """Return single names: "By A, B and C" is three, "A, Political Editor" is one."""
    texts = (clean(text[:MAX_LENGTH]).strip() for text in stated)
    pieces = [piece for text in texts for piece in _joined_by_and(without_by(text))]
    names = [name for piece in pieces for name in _joined_by_comma(_bare(piece))]

    bare = (name.strip(" ,;:|·•-–—.\"'") for name in names)
    return list(dict.fromkeys(filter(_could_be_author, bare)))


def without_by(text: str) -> str:
    """Cut what introduces the author off the beginning of a line: "By", "Von", "Text:"."""
    return _BY.sub("", text)


def outlet_key(name: str) -> str:
    """Return what the name of an outlet and its domain have in common."""
    return _DOMAIN.sub("", name.casefold())


def signature(line: str, publisher: str | None) -> list[str]:
    """Return who signs an article in the line below its last paragraph: "The Courier / Europa Press"."""
    is_sentence = line[-1:] in ".!?:…"
    has_digit = any(map(str.isdigit, line))
    if len(line) > MAX_SIGNATURE or is_sentence or has_digit:
        return []

    own = outlet_key(publisher) if publisher else None
    parts = filter(None, map(str.strip, _SIGNED.split(without_by(line))))
    others = [part for part in parts if own is None or outlet_key(part) not in own]
    return others if len(others) <= MAX_SIGNERS and all(map(_can_sign, others)) else []


def _can_sign(name: str) -> bool:
    return is_name(name) or name.casefold() in _AGENCIES or bool(_DESK.search(name))


def _could_be_author(name: str) -> bool:
    return 0 < len(name) <= MAX_NAME and name.casefold() not in _NOBODY


def _bare(piece: str) -> str:
    """Cut "(Port Press)" behind a name, and a second label before it: "Text: Von Ann Lee"."""
    return without_by(_BRACKETS.sub("", piece).strip())


def _joined_by_and(text: str) -> Iterator[str]:
    """Cut at what joins names.

    At "y" and "et" only where whole names stand on both sides: Ortega y Gasset is one.
    """
    for piece in _AND.split(text):
        parts = _WEAK_AND.split(piece)
        are_names = all(is_name(part.split(",")[0]) for part in parts)
        yield from parts if are_names else [piece]


def _joined_by_comma(piece: str) -> list[str]:
    """Split at commas where what is behind them are names; else what is behind is a role or an outlet."""
    parts = list(filter(None, _COMMA.split(piece)))
    # In Japanese, "、" stands between names only.
    if "、" in piece:
        return parts
    return parts[:1] + list(filter(_is_person_or_agency, parts[1:]))


def _is_person_or_agency(part: str) -> bool:
    return is_name(part) or part.casefold() in _AGENCIES
