"""What stands near a number or a time, and how well two such places fit each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple

from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import fold, without_possessive
from newskit.text.stems import stem
from newskit.text.word_counts import FUNCTION_WORDS
from newskit.timestamps.calendar_words import FULL_MONTHS, FULL_WEEKDAYS

_SAME: Mapping[str, str] = {
    row["word"]: row["value"]
    for row in csv_rows(__package__, "words.csv")
    if row["class"] == "same"
} | {row["word"]: row["value"] for row in csv_rows(__package__, "counted.csv")}
_NOUNS = rule_words(__package__, "counted.csv")["noun"]
_ACTS = rule_words(__package__, "counted.csv")["act"]
_OF_NUMBERS = rule_words(__package__)["worded"] | rule_words(__package__)["about"]
_GENERIC = {
    stem(_SAME.get(word, word)) for word in rule_words(__package__)["generic"]
}

BESIDE, NEAR = 1, 5
"""Content words on each side: the first is what is counted ("350 houses", "a magnitude of 6.4"),
five reach over a clause."""
_WEIGHTS = (3, 2, 1)  # beside it, near it, in its sentence
_GENERIC_WEIGHT = 1
EQUAL = 3
"""What it is worth that two values are equal."""


_PLURAL = re.compile(r"[^\W\d_]+(?<!ou)(?<![sui])s")
"""A noun that may be counted: passengers, and neither various nor crisis."""


class Near(NamedTuple):
    """Stems near a place, with a weight each, how they are printed, and what is counted."""

    weights: Mapping[str, int]
    printed: Mapping[str, str]
    counted: str | None

    def nearest(self, least: int) -> list[str]:
        """Return the stems of so much weight."""
        return [
            stem for stem, weight in self.weights.items() if weight >= least
        ]


def near(before: list[str], behind: list[str]) -> Near:
    """Weigh the words of a sentence by how near they stand; both lists begin at the place."""
    weights: dict[str, int] = {}
    printed: dict[str, str] = {}
    for words in (behind, before):
        distance = 0
        for word in filter(_is_content, words):
            key = stem_of(word)
            weight = _weight(distance)
            if key in _GENERIC:
                # In "twelve people injured" the injured are counted.
                weight = min(weight, _GENERIC_WEIGHT)
            else:
                distance += 1

            weights[key] = max(weight, weights.get(key, 0))
            printed.setdefault(key, word)

    counted = _counted(before, behind)
    if counted is not None:
        weights[counted] = _WEIGHTS[0]
    return Near(weights, printed, counted)


def _counted(before: list[str], behind: list[str]) -> str | None:
    """Return the stem of what a number counts (48 passengers), or of the act (valued at £2m)."""
    phrase = list(takewhile(_is_content, behind[:2]))
    plural = filter(_PLURAL.fullmatch, map(fold, phrase[:1]))
    nouns = [word for word in phrase if fold(word) in _NOUNS]
    acts = [word for word in before[:2] if fold(word) in _ACTS]
    found = map(stem_of, (*acts, *nouns, *plural))
    return next((key for key in found if key not in _GENERIC), None)


def _weight(distance: int) -> int:
    """Weigh a word by the content words that stand between it and the place."""
    if distance < BESIDE:
        return _WEIGHTS[0]
    return _WEIGHTS[1] if distance < NEAR else _WEIGHTS[2]


def _is_content(word: str) -> bool:
    folded = fold(word)
    # When something happened is told by the times.
    is_time = folded in FULL_WEEKDAYS or folded in FULL_MONTHS
    is_other = folded in FUNCTION_WORDS or folded in _OF_NUMBERS
    return len(word) > 1 and word[0].isalpha() and not (is_time or is_other)


def stem_of(word: str) -> str:
    """Return what a word is compared by: one for dead and killed, one for child's and children."""
    folded = without_possessive(fold(word))
    return stem(_SAME.get(folded, folded))


def shared(a: Near, b: Near) -> dict[str, int]:
    """Return the stems that both have, each with the smaller of its weights."""
    both = a.weights.keys() & b.weights.keys()
    return {key: min(a.weights[key], b.weights[key]) for key in sorted(both)}


def has_content(stems: Mapping[str, int]) -> bool:
    """Say whether one of the stems says more than said, told, minutes or people."""
    return not stems.keys() <= _GENERIC


def named_by(a: Near, stems: Mapping[str, int]) -> str | None:
    """Say in the words of one article what both speak of, by the nearest words, three at most."""
    order = sorted(stems, key=lambda key: -stems[key])[:3]
    chosen = [key for key in a.printed if key in order]
    return " ".join(a.printed[key] for key in chosen) or None
