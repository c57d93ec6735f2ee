"""Syllables of possessives, regular inflections and compounds of known words: `unvaccinated`, `livestream`.

A compound begins with a word of the Dale-Chall list: parts less common are often a chance likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newskit.text.spoken_parts import spoken_parts
from newskit.word_lists import words

_ENDINGS, _PREFIXES = spoken_parts("ending"), spoken_parts("prefix")
_ENDING_LENGTHS = sorted(set(map(len, _ENDINGS)))
_PREFIX_LENGTHS = sorted(set(map(len, _PREFIXES)))
_SHORTEST, _LONGEST = (
    5,
    40,
)  # letters of a word; shorter ones are hardly told from names: cats, Katz
_FIRST, _SECOND = 4, 5  # fewest letters of the parts of a compound
_SHORTEST_STEM = 3  # letters: sting is not the -ing form of a verb
_SIBILANT = ("s", "x", "z", "ch", "sh")
_SIBILANT_E = ("se", "ce", "ge", "ze", "xe", "che", "she")


def possessive(word: str) -> tuple[str, int]:
    """Take a word without its 's or ' and say how many syllables that adds.

    >>> possessive("mayor's"), possessive("boss's"), possessive("players'")
    (('mayor', 0), ('boss', 1), ('players', 0))
    """
    if not word.endswith("'s"):
        return word.rstrip("'"), 0
    stem = word[:-2]
    return stem, int(stem.endswith(_SIBILANT + _SIBILANT_E))


def regular(word: str, known: Mapping[str, int]) -> int | None:
    """Count the syllables of a word whose stem is known; None where it is not a regular form of a known word.

    >>> regular("rebrandings", {"rebranding": 3}), regular("unfriended", {"friended": 2})
    (3, 3)
    >>> regular("vex", {}) is None
    True
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    return _inflected(word, known) or _affixed(word, known) or _compound(word, known)


def _inflected(word: str, known: Mapping[str, int]) -> int | None:
    if word.endswith("s"):
        return _s(word, known)
    if word.endswith("ed"):
        return _ed(word, known)
    return _ing(word, known) if word.endswith("ing") else None


def _s(word: str, known: Mapping[str, int]) -> int | None:
    stem = word[:-1]
    if stem in known and stem[-1] != "s":
        return known[stem] + stem.endswith(_SIBILANT_E)
    if word.endswith("ies") and word[:-3] + "y" in known:
        return known[word[:-3] + "y"]
    if not word.endswith("es"):
        return None

    stem = word[:-2]
    if stem in known and stem.endswith((*_SIBILANT, "o")):
        return known[stem] + (stem[-1] != "o")  # vetoes: no more than veto
    return None


def _ed(word: str, known: Mapping[str, int]) -> int | None:
    bare = word[:-2]
    stem = _first_known((bare + "e", bare, _undoubled(bare)), known)
    if stem:
        return known[stem] + (bare[-1] in "td")
    return known.get(word[:-3] + "y") if bare[-1] == "i" else None


def _ing(word: str, known: Mapping[str, int]) -> int | None:
    bare = word[:-3]
    if len(bare) < _SHORTEST_STEM:
        return None
    stem = _first_known((bare, bare + "e", _undoubled(bare)), known)
    if not stem:
        return None
    # sett-le, sett-ling: the l is not a syllable any more
    loses_syllable = stem == bare + "e" and bare[-1] == "l" and bare[-2] not in "aeiouylr"
    return known[stem] + (not loses_syllable)


def _undoubled(bare: str) -> str:
    """Return a stem without its second last letter, "" if that is not written twice: zapp-ed."""
    return bare[:-1] if bare[-1] == bare[-2] else ""


def _first_known(stems: Iterable[str], known: Mapping[str, int]) -> str | None:
    return next((stem for stem in stems if stem in known), None)


def _affixed(word: str, known: Mapping[str, int]) -> int | None:
    """Take one ending or one prefix off; three letters or more must be left behind it, four behind a prefix."""
    for at in _ENDING_LENGTHS:
        stem, ending = word[:-at], word[-at:]
        if len(stem) > 2 and ending in _ENDINGS and stem in known:
            return known[stem] + _ENDINGS[ending]
    for at in _PREFIX_LENGTHS:
        prefix, stem = word[:at], word[at:]
        if len(stem) > 3 and prefix in _PREFIXES and stem in known:
            return known[stem] + _PREFIXES[prefix]
    return None


def _compound(word: str, known: Mapping[str, int]) -> int | None:
    """Part a word in two known ones; of several ways the one with the longest first part."""
    common = words("dale_chall.csv")
    for at in range(len(word) - _SECOND, _FIRST - 1, -1):
        first, second = word[:at], word[at:]
        if first in common and first in known and second in known:
            return known[first] + known[second]
    return None
