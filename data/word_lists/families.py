"""Families of words: what is an inflection or derivation of what, judged too widely.

For a fair test of a model of words, no relative of a training word may be in the test. Two words
are put into one family when taking away an ending (-s, -ed, -ing, -ly, -ness, -ation, -son ...) or
a prefix (un-, re- ...) from one gives the other, a final e or y put back and a doubled consonant
made single; or when both have a stem of five letters or more in common that is not a word itself.
Chance relatives (bedell, dell) are put together, too: that only makes the test harder.
"""

from __future__ import annotations

from collections.abc import Iterable

from own_words import WORDS  # beside this file

ENDINGS, PREFIXES = WORDS["ending"], WORDS["prefix"]
SHORTEST = 3  # letters that must be left
OWN_STEM = 5  # letters of a stem that makes a family although it is not a word: "enorm-"
AFTER_PREFIX = 4  # letters after a prefix: "replay", but not "red"


class Families:
    """Sets that are joined."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def root(self, word: str) -> str:
        """Return the word that stands for the family of a word."""
        while (above := self.above.setdefault(word, word)) != word:
            self.above[word] = self.above[above]
            word = self.above[word]
        return word

    def join(self, one: str, other: str) -> None:
        """Make two families one."""
        first, second = sorted((self.root(one), self.root(other)))
        self.above[second] = first


def stems(word: str) -> set[str]:
    """Return what is left of a word without an ending, three letters or more."""
    taken = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    bare = {stem for stem in taken if len(stem) >= SHORTEST}
    longer = (stem for stem in bare if len(stem) > SHORTEST)
    single = {stem[:-1] for stem in longer if stem[-1] == stem[-2] or stem[-1] in "ie"}
    return bare | single


def families(words: Iterable[str]) -> dict[str, str]:
    """Return word -> the word that stands for its family."""
    known, joined = set(words), Families()
    for word in sorted(known):
        for stem in stems(word):
            for relative in {stem, stem + "e", stem + "y"} & known:
                joined.join(word, relative)
            if len(stem) >= OWN_STEM:
                joined.join(word, stem + "*")
        if len(word) >= OWN_STEM:
            joined.join(word, word + "*")
        for prefix in PREFIXES:
            rest = word.removeprefix(prefix)
            if AFTER_PREFIX <= len(rest) < len(word) and rest in known:
                joined.join(word, rest)
    return {word: joined.root(word) for word in known}
