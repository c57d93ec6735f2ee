"""Familiar words: those on Dale and Chall's list, and their inflections."""

from __future__ import annotations

import re
from functools import cache

from newskit.text.forms import fold, hyphen_parts, without_possessive
from newskit.word_lists import first_column

# Ending of a listed word -> what stands in its place in the inflections that Dale and Chall count.
_INFLECTIONS = {
    "": ("s", "es", "d", "ed", "ing", "r", "er", "st", "est"),
    "y": ("ies", "ied", "ier", "iest"),
    "e": ("ing",),
}
# Before these the last letter may be written twice: planned.
_DOUBLING = ("ed", "ing", "er", "est")
_DIGIT = re.compile(r"\d")


@cache
def listed_words() -> frozenset[str]:
    """Return the list, with `mr.` and `mrs.` also without their points."""
    listed = first_column("dale_chall.csv")
    return listed | {word.rstrip(".") for word in listed}


@cache
def inflected_words() -> frozenset[str]:
    """Return the regular inflections of the words on the list.

    Whether a letter may be written twice is not asked: a form that nobody writes does no harm.
    """
    found = set()
    for word in listed_words():
        # Walk: walks, walked, walking, walker. Carry: carries, carried. Bake: baking.
        for ending, instead in _INFLECTIONS.items():
            # Nothing is made of a, I and o.
            stem = word.removesuffix(ending)
            if word.endswith(ending) and len(stem) > 1:
                found.update([stem + new for new in instead])

        # Planned, bigger.
        if len(word) > 1:
            found.update([word + word[-1] + new for new in _DOUBLING])
    return frozenset(found)


def is_listed(word: str) -> bool:
    """Say whether a word is on the Dale-Chall list in the form it is printed in, capitals aside.

    >>> is_listed("Bridge"), is_listed("bridges"), is_listed("1918")
    (True, False, False)
    """
    return fold(word).strip("'") in listed_words()


def is_familiar(word: str) -> bool:
    """Say whether a word is on the Dale-Chall list, or is a regular inflection of one that is.

    Numbers are familiar; of a hyphenated word every part must be. Names are not judged here:
    whether a capital makes a name depends on the place in the sentence.

    >>> is_familiar("bridges"), is_familiar("infrastructure"), is_familiar("didn’t")
    (True, False, True)
    """
    folded = fold(word).strip("'")
    if folded in listed_words():
        return True
    if folded.isalpha():
        return folded in inflected_words()

    # A number, or a word with a hyphen or an apostrophe in it.
    if _DIGIT.search(folded):
        return True
    return all(map(_is_familiar_part, hyphen_parts(folded)))


def _is_familiar_part(part: str) -> bool:
    # Didn't is on the list itself; the mayor's is familiar if mayor is.
    stem = part if part.isalpha() else without_possessive(part)
    return not listed_words().isdisjoint((part, stem)) or stem in inflected_words()
