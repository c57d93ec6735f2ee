"""Captions and credits.

Without a credit a caption cannot be told from a paragraph, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newskit.csv_files import rule_words
from newskit.reading.shared.lines import TextLine

_WORD = (
    r"(?:images?|photos?|pictures?|pics?|photographs?|illustrations?|graphics?|"
    r"file photo|file image)"
)
_LABEL = re.compile(
    rf"(?:^|[|(•·,.\s-])\s*({_WORD}(?:\s+credits?)?|credits?)\s*:\s*", re.IGNORECASE
)
_BY = re.compile(rf"(?:^|[|(.]\s*)({_WORD})\s+(?:by|courtesy of|via)\s+", re.IGNORECASE)
_BY_WORDS = (" by ", " courtesy of ", " via ")
_AGENCIES = rule_words("newskit.reading.shared", "agencies.csv")["credit"]
_AGENCY = f"(?:{'|'.join(sorted(_AGENCIES))})"
_TAIL = re.compile(
    rf"\(([^()]{{0,80}}\b{_AGENCY}\b[^()]{{0,60}})\)\s*\.?$|(?:[|/]|\s[—–-]\s)\s*({_AGENCY})\s*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"(?:{_AGENCY}(?:\s*(?:/|via|\|)\s*[\w .|/-]{{1,60}})?|"
    rf"[\w.-]{{1,30}}(?: [\w.-]{{1,30}}){{0,2}}(?:/|\s+via\s+){_AGENCY})",
    re.IGNORECASE,
)
_CHAIN = re.compile(rf"[^|]{{1,60}}(?:\|[^|]{{1,40}}){{0,2}}\|\s*{_AGENCY}\s*", re.IGNORECASE)


class Picture(NamedTuple):
    """A caption and a credit, either of which may be missing."""

    caption: str | None
    credit: str | None


def picture_of(line: TextLine) -> Picture | None:
    """Return the caption and the credit of a line that carries a credit."""
    text = line.text
    if len(text) > 600:
        return None
    if len(text) <= 120 and _is_credit(text):
        return Picture(None, text)
    for rule in _rules_for(text):
        match = rule.search(text)
        if match and len(text) - match.end() <= 80:
            return _picture(text[: match.start(1)], text[match.end() :])
    match = _TAIL.search(text[-150:])
    if match:
        return _picture(text[: max(len(text) - 150, 0) + match.start()], match[1] or match[2])
    return None


def _is_credit(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text) or ("|" in text and _CHAIN.fullmatch(text)))


def _rules_for(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the rules that a text could meet: to search it for words costs less."""
    if ":" in text:
        yield _LABEL

    small = text.casefold()
    if any(map(small.__contains__, _BY_WORDS)):
        yield _BY


def _picture(caption: str, credit: str) -> Picture | None:
    caption, credit = caption.strip(" |(•·,-–—"), credit.strip(" |)•·.")
    return Picture(caption or None, credit or None) if credit else None
