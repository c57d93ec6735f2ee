"""The place that a body opens with: "Kyiv:", "MEXICO CITY (AP) —", "LONDON, Nov 5 (AP) -"."""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.timestamps.calendar_words import DAY_OF_YEAR, FULL_WEEKDAYS

_NOT_A_PLACE = rule_words(__package__)["not_a_place"]
_PARTICLES = rule_words(__package__)["place_particle"]
_MAX_WORDS = 4  # "Rio de Janeiro, Brazil"
_MAX_WORDS_BEFORE_A_DASH = 3  # "The Harbor City Council – it is new – ..." is a sentence
_LOOK = 90  # characters in which a dateline ends

_QUOTATION_MARKS = "\"“‘'"
_DAY = rf"(?:{DAY_OF_YEAR}|(?i:{'|'.join(FULL_WEEKDAYS)}))\b"
_PLACE = rf"[^\W\d_][\w.’' -]{{1,40}}?(?:,\s(?!{_DAY})[^\W\d_][\w. -]{{1,24}}?)?"
_AGENCY = r"(?:\(([A-Z][\w /.-]{1,20})\))?"
_TEXT = rf"(?=[^\W_]|[{_QUOTATION_MARKS}])"
_MARK = re.compile("[—–:-]")
_DASH = re.compile(rf"({_PLACE})(?:,\s{_DAY})?\s*{_AGENCY}\s*(?:—|–|--|\s-)\s+{_TEXT}")
_COLON = re.compile(rf"({_PLACE})(?:,\s{_DAY})?\s*{_AGENCY}\s*:\s+{_TEXT}")


def dateline(paragraph: str) -> str | None:
    """Return the place that a paragraph opens with, or None."""
    head = paragraph[:_LOOK]
    if not _MARK.search(head):
        return None

    for rule, most in ((_DASH, _MAX_WORDS_BEFORE_A_DASH), (_COLON, _MAX_WORDS)):
        match = rule.match(head)
        if match is None or not _could_be_place(match[1]):
            continue

        # "MEXICO CITY (AP) —": set in capitals, or with an agency, it is nothing else.
        place, agency = match[1], match[2]
        if agency or place.isupper():
            return place.strip()

        if _opens_sentence(head[match.end() :]) and _n_words(place) <= most:
            return place.strip()

    return None


def _could_be_place(place: str) -> bool:
    words = place.replace(",", " ").split()
    if not 1 <= len(words) <= _MAX_WORDS:
        return False

    # "Watch: The council meets."
    if any(word.casefold().strip(".’'s") in _NOT_A_PLACE for word in words):
        return False

    return all(word[0].isupper() or word in _PARTICLES for word in words)


def _n_words(place: str) -> int:
    return len(place.replace(",", " ").split())


def _opens_sentence(rest: str) -> bool:
    first = rest[:1]
    return first.isupper() or first.isdigit() or first in _QUOTATION_MARKS
