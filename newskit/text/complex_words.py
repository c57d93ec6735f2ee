"""Complex words, as Gunning's fog index counts them."""

from __future__ import annotations

import re

from newskit.text.forms import fold, hyphen_parts, without_possessive
from newskit.text.syllables import syllables

# Syllables of a complex word, or more.
COMPLEX = 3
_DIGIT = re.compile(r"\d")
# Behind these the e of -es is spoken: choices, languages.
_SIBILANTS = ("ses", "ces", "ges", "xes", "zes", "ches", "shes")


def is_complex(word: str, n: int | None = None) -> bool:
    """Say whether a word is hard by Gunning's rules for the fog index, names aside.

    Three syllables or more, but not when -es or -ed makes the third, nor when hyphens join short
    words. `n` is its number of syllables, where it is known.

    >>> is_complex("infrastructure"), is_complex("created"), is_complex("three-year-old")
    (True, False, False)
    """
    if n is None:
        n, _ = syllables(word)

    # Numbers are not judged by how they are read.
    if n < COMPLEX or _DIGIT.search(word):
        return False

    # Three-year-old is three short words.
    parts = hyphen_parts(word)
    if len(parts) > 1:
        return any(map(is_complex, parts))

    # Trespasses, created: without -es and -ed they have two.
    folded = without_possessive(fold(word))
    return n > COMPLEX or not _ends_in_syllable(folded)


def _ends_in_syllable(folded: str) -> bool:
    """Return whether -es or -ed at the end of a word is a syllable of its own."""
    # Created, provided; not: discovered.
    if folded.endswith("ed"):
        return folded[-3:-2] in "td"
    return folded.endswith(_SIBILANTS)
