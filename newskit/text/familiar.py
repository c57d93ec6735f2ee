"""Two judgments on a word: familiar (Dale and Chall's list) and complex (Gunning's rules)."""

from __future__ import annotations

import re
from functools import cache

from newskit.text.forms import fold
from newskit.text.syllables import syllables
from newskit.word_lists import words

# Ending of the inflected word, and the ending of the listed word that it stands for. Dale and Chall count these
# inflections of a listed word as listed.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("r", ""), ("er", ""), ("ier", "y"), ("st", ""), ("est", ""), ("iest", "y"),
)  # fmt: skip
_DOUBLING = ("ed", "ing", "er", "est")  # before these the last letter may be written twice: planned
_DIGIT = re.compile(r"\d")
_HYPHEN = re.compile(r"[-‐‑–/]")
_POSSESSIVE = re.compile(r"['’]s?\Z")


@cache
def listed_words() -> frozenset[str]:
    """Return the list, with `mr.` and `mrs.` also without their points."""
    listed = words("dale_chall.csv")
    return listed | {w.rstrip(".") for w in listed}


def on_list(word: str) -> bool:
    """Say whether a word is on the Dale-Chall list in the form it is printed in, capitals aside.

    >>> on_list("Bridge"), on_list("bridges"), on_list("1918")
    (True, False, False)
    """
    return fold(word).strip("'") in listed_words()


def familiar(word: str) -> bool:
    """Say whether a word is on the Dale-Chall list, itself or as a regular inflection of a listed word.

    Numbers are familiar; of a hyphenated word every part must be. Names are not judged here: whether a
    capital makes a name depends on the place in the sentence.

    >>> familiar("bridges"), familiar("running"), familiar("infrastructure"), familiar("didn’t")
    (True, True, False, True)
    """
    folded, listed = fold(word).strip("'"), listed_words()
    if folded in listed:
        return True
    if folded.isalpha():
        return _inflected(folded, listed)
    if _DIGIT.search(folded):
        return True
    return all(_inflected(p, listed) for p in _HYPHEN.split(folded) if p)


def _inflected(part: str, listed: frozenset[str]) -> bool:
    stem = part if part.isalpha() else _POSSESSIVE.sub("", part)
    return part in listed or stem in listed or stem in inflected_words()


@cache
def inflected_words() -> frozenset[str]:
    """Return the regular inflections of the words on the list, at least two letters longer than their endings."""
    found = set()
    for word in listed_words():
        for ending, instead in _ENDINGS:
            stem = word.removesuffix(instead)
            if word.endswith(instead) and len(stem) > 1:
                found.add(stem + ending)
        if len(word) > 1:
            found.update(word + word[-1] + ending for ending in _DOUBLING)
    return frozenset(found)


def complex_word(word: str, n: int | None = None) -> bool:
    """Say whether a word is hard by Gunning's rules for the fog index, names aside.

    Three syllables or more, but not when -es or -ed makes the third, nor when hyphens join short words. `n` is
    its number of syllables, where it is known.

    >>> complex_word("infrastructure"), complex_word("created"), complex_word("three-year-old")
    (True, False, False)
    """
    if n is None:
        n, _ = syllables(word)
    if n < 3 or _DIGIT.search(word):
        return False
    parts = [p for p in _HYPHEN.split(word) if p]
    if len(parts) > 1:
        return any(complex_word(p) for p in parts)
    folded = _POSSESSIVE.sub("", fold(word))
    return not (n == 3 and folded.endswith(("es", "ed")) and _spoken_ending(folded))


def _spoken_ending(folded: str) -> bool:
    """Whether -es or -ed at the end of a word is a syllable of its own."""
    if folded.endswith("ed"):
        return folded[-3:-2] in "td"
    return folded.endswith(("ses", "ces", "ges", "xes", "zes", "ches", "shes"))
