"""Syllables of possessives, regular inflections and compounds of known words: `unvaccinated`, `livestream`.

Only endings and prefixes that were right for 95 % or more of the words in CMU's dictionary to which they apply, most of
them for 99 %. A compound begins with a word of the Dale-Chall list: parts less common are often a chance likeness.
"""

from __future__ import annotations

from collections.abc import Mapping

from newskit.word_lists import words

# Endings that are one syllable (or as many as stated) and leave the word before them as it is.
_ENDINGS = {
    "ness": 1, "less": 1, "ful": 1, "man": 1, "men": 1, "wood": 1, "town": 1, "like": 1, "hood": 1, "ship": 1,
    "ward": 1, "wise": 1, "field": 1, "house": 1, "berg": 1, "burg": 1,
}  # fmt: skip
_PREFIXES = {
    "un": 1, "non": 1, "dis": 1, "mis": 1, "out": 1, "over": 2, "under": 2, "counter": 2, "micro": 2, "mini": 2,
    "mega": 2, "multi": 2, "cyber": 2, "euro": 2, "photo": 2, "semi": 2, "tele": 2, "electro": 3,
}  # fmt: skip
_SHORTEST, _LONGEST = 5, 40
_FIRST, _SECOND = 4, 5  # fewest letters of the parts of a compound
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
    """Count the syllables of a word whose stem is known; None where it is no regular form of a known word.

    >>> regular("rebrandings", {"rebranding": 3}), regular("unfriended", {"friended": 2}), regular("vex", {})
    (3, 3, None)
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    if word.endswith("s"):
        found = _s(word, known)
    elif word.endswith("ed"):
        found = _ed(word, known)
    elif word.endswith("ing"):
        found = _ing(word, known)
    else:
        found = None
    return found or _affixed(word, known) or _compound(word, known)


def _s(word: str, known: Mapping[str, int]) -> int | None:
    stem = word[:-1]
    if stem in known and stem[-1] != "s":
        return known[stem] + stem.endswith(_SIBILANT_E)
    if word.endswith("ies") and word[:-3] + "y" in known:
        return known[word[:-3] + "y"]
    stem = word[:-2]
    if word.endswith("es") and stem in known and stem.endswith((*_SIBILANT, "o")):
        return known[stem] + (stem[-1] != "o")
    return None


def _ed(word: str, known: Mapping[str, int]) -> int | None:
    bare = word[:-2]
    for stem in (bare + "e", bare, bare[:-1] if bare[-1] == bare[-2] else ""):
        if stem in known:
            return known[stem] + (bare[-1] in "td")
    return known.get(word[:-3] + "y") if bare[-1] == "i" else None


def _ing(word: str, known: Mapping[str, int]) -> int | None:
    bare = word[:-3]
    if len(bare) < 3:
        return None
    for stem in (bare, bare + "e", bare[:-1] if bare[-1] == bare[-2] else ""):
        if stem in known:
            # sett-le, sett-ling: the l is no syllable any more
            return known[stem] + (not (stem == bare + "e" and bare[-1] == "l" and bare[-2] not in "aeiouylr"))
    return None


def _affixed(word: str, known: Mapping[str, int]) -> int | None:
    for at in (3, 4, 5):
        if len(word) - at > 2 and word[-at:] in _ENDINGS and word[:-at] in known:
            return known[word[:-at]] + _ENDINGS[word[-at:]]
    for at in (2, 3, 4, 5, 7):
        if len(word) - at > 3 and word[:at] in _PREFIXES and word[at:] in known:
            return known[word[at:]] + _PREFIXES[word[:at]]
    return None


def _compound(word: str, known: Mapping[str, int]) -> int | None:
    common = words("dale_chall.csv")
    for at in range(len(word) - _SECOND, _FIRST - 1, -1):
        if word[:at] in common and word[:at] in known and word[at:] in known:
            return known[word[:at]] + known[word[at:]]
    return None
