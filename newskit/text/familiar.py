"""Two judgments on a word: familiar (Dale and Chall's list) and complex (Gunning's rules)."""

from __future__ import annotations

import re

from newskit.text.forms import fold
from newskit.text.syllables import syllables
from newskit.wordlists import words

_ENDINGS = (
    # ending of the inflected word, what is put in its place; Dale & Chall (1948) count these inflections as listed
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("es", ""), ("s", ""), ("d", ""), ("ed", ""),
    ("ing", ""), ("ing", "e"), ("r", ""), ("er", ""), ("st", ""), ("est", ""),
)  # fmt: skip


def familiar(word: str) -> bool:
    """Say whether a word is on the Dale-Chall list, itself or as a regular inflection of a listed word.

    Numbers are familiar; of a hyphenated word every part must be. Names are not judged here: whether a
    capital makes a name depends on the place in the sentence.

    >>> familiar("bridges"), familiar("running"), familiar("infrastructure"), familiar("didn’t")
    (True, True, False, True)
    """
    folded = fold(word).strip("'")
    if any(c.isdigit() for c in folded):
        return True
    listed = words("dale_chall.csv")
    if folded in listed or folded + "." in listed:
        return True
    parts = [p for p in re.split(r"[-‐‑–/]", folded) if p]
    return all(_inflected(p, listed) for p in parts)


def _inflected(part: str, listed: frozenset[str]) -> bool:
    stem = re.sub(r"'s?\Z", "", part)
    if part in listed or stem in listed:
        return True
    for ending, instead in _ENDINGS:
        if stem.endswith(ending) and len(stem) > len(ending) + 1:
            base = stem[: -len(ending)]
            doubled = len(base) > 2 and base[-1] == base[-2] and ending in ("ed", "ing", "er", "est")
            if base + instead in listed or (doubled and base[:-1] in listed):
                return True
    return False


def complex_word(word: str) -> bool:
    """Say whether a word is hard by Gunning's rules for the fog index, names aside.

    Three syllables or more, but not when -es or -ed makes the third, nor when hyphens join short words.

    >>> complex_word("infrastructure"), complex_word("created"), complex_word("three-year-old")
    (True, False, False)
    """
    if any(c.isdigit() for c in word):
        return False
    parts = [p for p in re.split(r"[-‐‑–/]", word) if p]
    if len(parts) > 1:
        return any(complex_word(p) for p in parts)
    n, _ = syllables(word)
    if n < 3:
        return False
    folded = re.sub(r"['’]s?\Z", "", fold(word))
    return not (n == 3 and folded.endswith(("es", "ed")) and _spoken_ending(folded))


def _spoken_ending(folded: str) -> bool:
    """Whether -es or -ed at the end of a word is a syllable of its own."""
    if folded.endswith("ed"):
        return folded[-3:-2] in "td"
    return folded.endswith(("ses", "ces", "ges", "xes", "zes", "ches", "shes"))
