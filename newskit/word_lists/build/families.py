"""Families of words: what is an inflection or derivation of what, judged so widely that too much is put together.

For a fair test of a model of words, no relative of a training word may be in the test. Two words are put into one
family when taking away an ending (-s, -ed, -ing, -ly, -ness, -ation, -son ...) or a prefix (un-, re- ...) from one
gives the other, a final e or y put back and a doubled consonant made single; or when both have a stem of five letters
or more in common that is not a word itself. Chance relatives (bedell, dell) are put together, too: that only makes the
test harder.
"""

from __future__ import annotations

from collections.abc import Iterable

ENDINGS = """'s ' s es ed d ing er ers or ors est ly y ies ied ier iest ily ness nesses less lessly ful fully ment
ments able ably ible ibly ability ibility ion ions ional ioned ation ations ative atively ator ators atory ance ances
ancy ant antly ants ence ences ency ent ently ents al als ally ality ial ially ity ities ism isms ist ists istic
istics ize izes ized izing izer ization ise ised ising ous ously ousness ious iously ive ively iveness ives ic ics
ical ically ish ship ships hood hoods dom some like ward wards wise en ens ened ening ery age ages ate ates ated ating
ure ures ary an ans ian ians ean in ings a e o son sons man mann""".split()
PREFIXES = """un re non in im ir il dis mis over under out up pre post anti counter inter multi sub super semi co de mid
en em be fore mc mac""".split()


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
    bare = {word[: -len(ending)] for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 3}
    single = {stem[:-1] for stem in bare if len(stem) > 3 and (stem[-1] == stem[-2] or stem[-1] in "ie")}
    return bare | single


def families(words: Iterable[str]) -> dict[str, str]:
    """Return word -> the word that stands for its family."""
    known, joined = set(words), Families()
    for word in sorted(known):
        for stem in stems(word):
            for relative in {stem, stem + "e", stem + "y"} & known:
                joined.join(word, relative)
            if len(stem) >= 5:
                joined.join(word, stem + "*")
        if len(word) >= 5:
            joined.join(word, word + "*")
        for prefix in PREFIXES:
            rest = word.removeprefix(prefix)
            if 4 <= len(rest) < len(word) and rest in known:
                joined.join(word, rest)
    return {word: joined.root(word) for word in known}
