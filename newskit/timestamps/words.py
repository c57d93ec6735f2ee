"""The words of stamp lines: labels, units of ages, and words that may be zones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newskit.word_lists import rows_of


def _values(kind: str) -> dict[str, str]:
    rows = rows_of(__package__, "words.csv")
    return {row["word"]: row["value"] for row in rows if row["class"] == kind}


LABELS: Final[Mapping[str, str]] = _values("label")
"""Word -> published or updated."""

UNITS: Final[Mapping[str, str]] = _values("unit")

AMOUNTS: Final[Mapping[str, int]] = {word: int(n) for word, n in _values("amount").items()}

ZONES_OR_WORDS: Final = frozenset(_values("zone_or_word"))
"""In small letters these are words: "5 pm et al.", "10 am east of"; in capitals they are zones."""
