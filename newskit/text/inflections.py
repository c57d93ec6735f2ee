"""Syllables of possessives, regular inflections and compounds of known words.

`unvaccinated` is counted from vaccinated, `livestream` from live and stream.
A compound begins with a word of the Dale-Chall list: parts less common are often a chance likeness.
"""

from __future__ import annotations

from collections.abc import Mapping

from newskit.text.spoken_parts import spoken_parts
from newskit.word_lists import first_column

_ENDINGS, _PREFIXES = spoken_parts("ending"), spoken_parts("prefix")
_ENDING_LENGTHS, _PREFIX_LENGTHS = (sorted({*map(len, parts)}) for parts in (_ENDINGS, _PREFIXES))
# Letters of a word: shorter ones are hardly told from names, longer ones are not words.
_SHORTEST, _LONGEST = 5, 40
# Fewest letters of the parts of a compound, and of what stands before -ing: sting is not a verb.
_FIRST, _SECOND, _BEFORE_ING = 4, 5, 3
_SIBILANT = ("s", "x", "z", "ch", "sh")
_SIBILANT_E = ("se", "ce", "ge", "ze", "xe", "che", "she")


def possessive(word: str) -> tuple[str, int]:
    """Take a word without its 's or ' and say how many syllables that adds.

    >>> possessive("mayor's"), possessive("boss's"), possessive("players'")
    (('mayor', 0), ('boss', 1), ('players', 0))
    """
    if not word.endswith("'s"):
        return word.rstrip("'"), 0

    # The boss's, the judge's.
    stem = word[:-2]
    return stem, int(stem.endswith(_SIBILANT + _SIBILANT_E))


def regular(word: str, known: Mapping[str, int]) -> int | None:
    """Count the syllables of a regular form of a known word; None where it is not one.

    >>> regular("rebrandings", {"rebranding": 3}), regular("unfriended", {"friended": 2})
    (3, 3)
    >>> regular("vex", {}) is None
    True
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None

    # From the surest to the least sure.
    return _inflected(word, known) or _affixed(word, known) or _compound(word, known)


def _inflected(word: str, known: Mapping[str, int]) -> int | None:
    # No word has two of these endings that could be taken off.
    if word.endswith("s"):
        return _s(word, known)
    if word.endswith("ed"):
        return _ed(word, known)
    return _ing(word, known) if word.endswith("ing") else None


def _s(word: str, known: Mapping[str, int]) -> int | None:
    # Lockdowns; praises, which has one more.
    stem = word[:-1]
    if stem in known and stem[-1] != "s":
        return known[stem] + stem.endswith(_SIBILANT_E)

    # Selfies.
    singular = word[:-3] + "y"
    if word.endswith("ies") and singular in known:
        return known[singular]

    # Voxes, which has one more; vetoes, which has not.
    stem = word[:-2]
    adds_es = word.endswith("es") and stem.endswith((*_SIBILANT, "o"))
    if adds_es and stem in known:
        return known[stem] + (stem[-1] != "o")
    return None


def _ed(word: str, known: Mapping[str, int]) -> int | None:
    # Mute-d, text-ed, zap(p)-ed: the e is spoken behind t and d alone.
    bare = word[:-2]
    for stem in (bare + "e", bare, _undoubled(bare)):
        if stem in known:
            return known[stem] + (bare[-1] in "td")

    # Partied.
    return known.get(word[:-3] + "y") if bare[-1] == "i" else None


def _ing(word: str, known: Mapping[str, int]) -> int | None:
    bare = word[:-3]
    if len(bare) < _BEFORE_ING:
        return None

    # Tweet-ing, vape-ing, vlog(g)-ing.
    for stem in (bare, bare + "e", _undoubled(bare)):
        if stem in known:
            # Sett-le, sett-ling: the l is not a syllable any more.
            is_le = stem == bare + "e" and bare[-1] == "l"
            return known[stem] + (not is_le or bare[-2] in "aeiouylr")
    return None


def _undoubled(bare: str) -> str:
    """Return a stem without the letter that is written twice at its end, "" if none is: zapp."""
    return bare[:-1] if bare[-1] == bare[-2] else ""


def _affixed(word: str, known: Mapping[str, int]) -> int | None:
    """Take off one ending, or one prefix; what is left must be a known word of a few letters."""
    # Leader-ship: a stem of three letters or more.
    for at in _ENDING_LENGTHS:
        added = _ENDINGS.get(word[-at:])
        if added and len(word) - at > 2 and word[:-at] in known:
            return known[word[:-at]] + added

    # Un-vaccinated: a stem of four, for beginnings are more often a chance likeness.
    for at in _PREFIX_LENGTHS:
        added = _PREFIXES.get(word[:at])
        if added and len(word) - at > 3 and word[at:] in known:
            return known[word[at:]] + added
    return None


def _compound(word: str, known: Mapping[str, int]) -> int | None:
    """Part a word in two known ones: of several ways the one with the longest first part."""
    common = first_column("dale_chall.csv")
    for at in range(len(word) - _SECOND, _FIRST - 1, -1):
        first = word[:at]
        if first in common and first in known and word[at:] in known:
            return known[first] + known[word[at:]]
    return None
