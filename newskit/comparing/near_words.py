"""What stands near a number or a time, and how well two such places fit each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newskit.analyses.sentiment.stems import stem
from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import fold, without_possessive
from newskit.text.word_counts import FUNCTION_WORDS
from newskit.timestamps.calendar_words import FULL_MONTHS, FULL_WEEKDAYS

_SAME: Mapping[str, str] = {
    row["word"]: row["value"]
    for row in csv_rows(__package__, "words.csv")
    if row["class"] == "same"
}
_OF_NUMBERS = (
    rule_words(__package__)["worded"] | rule_words(__package__)["about"]
)
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


class Near(NamedTuple):
    """Stems near a place, with a weight each, and how they are printed."""

    weights: Mapping[str, int]
    printed: Mapping[str, str]

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
    return Near(weights, printed)


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


def named_by(a: Near, stems: Mapping[str, int]) -> str | None:
    """Say in the words of one article what both speak of, by the nearest words, three at most."""
    order = sorted(stems, key=lambda key: -stems[key])[:3]
    chosen = [key for key in a.printed if key in order]
    return " ".join(a.printed[key] for key in chosen) or None
