"""Which words have a tone that can be defended without rated news: by readers, or by two lists.

A word that the readers (readers.csv) rated has a sign if two of the three give it that sign and
none the other, or one does and a list does, and no list the other. A word that they did not rate
has the sign that two lists give it: VADER's, the opinion lexicon of Hu & Liu, labMT where it is
clear. Where a list does not know the word, its family (words of one stem) speaks if it speaks with
one voice; so do the readers for words of a family that they rated. None of these may say the
opposite. Then rarer words that only the opinion lexicon has, where nothing contradicts it; and, of
all these, inflections that no list and no reader knows, taken from CMU's dictionary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from rated import SHORTEST, Lists, fit_to_add  # beside this file
from readers import Rated, readers

from newskit.analyses.sentiment.forms import IDIOM_WORDS, vader_valences
from newskit.text.stems import stem
from newskit.text.word_counts import FUNCTION_WORDS
from newskit.word_lists import rows

TWO = 2  # of three readers, of the lists
# Standard deviations of happiness. Less is no sign of a rarer word; a third of it is enough to
# second a reader, and two thirds to contradict the opinion lexicon.
CLEAR, SECONDING, OPPOSING = 1.5, 0.5, 1.0
BY_READERS, BY_ONE, BY_LISTS = "readers", "a reader and a list", "two lists"
BY_OPINION, BY_BASE = "opinion lexicon", "inflection"
REASONS = (BY_READERS, BY_ONE, BY_LISTS, BY_OPINION, BY_BASE)
_SHORTEST_BASE = 4  # letters: "warmly", but "card" is not of "car"
_ENDINGS = ("s", "ed", "ing", "ly", "ness", "ment", "ments")
# Before the ending: a final letter and what it becomes (loved, happily).
_BEFORE_ENDING = (
    ("e", "ed"), ("e", "ing"), ("y", "ies"), ("y", "ied"), ("y", "ily"), ("y", "iness"),
)  # fmt: skip
_HISSING = ("s", "x", "z", "ch", "sh")


class Defended(NamedTuple):
    """The sign of a word, and by what."""

    sign: int
    reason: str


class Evidence:
    """What readers and lists say of words."""

    def __init__(self, lists: Lists) -> None:
        self.rated: dict[str, Rated] = readers()
        self._vader, self._opinion = vader_valences(), lists.opinion
        size = float(np.std(list(lists.happy.values())))
        self._happy = {word: value / size for word, value in lists.happy.items()}
        self.known = {*self.rated, *self._vader, *self._opinion, *self._happy}
        self._kin: dict[str, list[str]] = defaultdict(list)
        for word in sorted(filter(str.isalpha, self.known)):
            self._kin[stem(word)].append(word)

    def defended(self) -> dict[str, Defended]:
        """Return word -> its sign, for all words that have one."""
        words = sorted(filter(self._may_be_listed, self.known))
        found = {w: self._rated(w) if w in self.rated else self._listed(w) for w in words}
        kept = {word: one for word, one in found.items() if one is not None}
        return kept | self._inflections(kept)

    def _may_be_listed(self, word: str) -> bool:
        # "bad" is in an idiom, and VADER's rules bear with its being listed.
        is_in_idiom = word in IDIOM_WORDS and word in self._vader
        return fit_to_add(word) or (is_in_idiom and word not in FUNCTION_WORDS)

    def _inflections(self, found: dict[str, Defended]) -> dict[str, Defended]:
        """Return the inflections of the words found, where they are words that nobody knows."""
        spoken = {word for word, *_ in rows("cmu.csv.xz")} - self.known
        signs: dict[str, set[int]] = defaultdict(set)
        for base, one in found.items():
            for word in spoken.intersection(_inflected(base)):
                signs[word].add(one.sign)
        clear = (word for word, of_bases in signs.items() if len(of_bases) == 1)
        return {word: Defended(min(signs[word]), BY_BASE) for word in filter(fit_to_add, clear)}

    def _rated(self, word: str) -> Defended | None:
        votes = self.rated[word].votes
        if abs(votes) >= TWO:
            return Defended(int(np.sign(votes)), BY_READERS)
        said = [s * votes for s in (self._of_vader(word), self._of_opinion(word))]
        said.append(self._of_happy(word, SECONDING) * votes)
        return Defended(votes, BY_ONE) if max(said) > 0 and min(said) >= 0 else None

    def _listed(self, word: str) -> Defended | None:
        lists = (
            (self._vader, self._of_vader),
            (self._opinion, self._of_opinion),
            (self._happy, lambda w: self._of_happy(w, CLEAR)),
        )
        own = [of_list(word) for _, of_list in lists]
        if not any(own):
            return None

        kin = self._kin_of(word)
        of_family = [0 if word in values else _one_voice(map(of, kin)) for values, of in lists]
        said = [a or b for a, b in zip(own, of_family, strict=True)]
        said.append(_one_voice(self._of_readers(w) for w in kin if w in self.rated))
        total = sum(said)
        sign = int(np.sign(total))
        if sign == 0 or min(s * sign for s in said) < 0:
            return None
        if abs(total) >= TWO:
            return Defended(sign, BY_LISTS)
        is_alone = bool(own[1]) and self._of_happy(word, OPPOSING) * sign >= 0
        return Defended(sign, BY_OPINION) if is_alone else None

    def _kin_of(self, word: str) -> list[str]:
        root = stem(word)
        return [w for w in self._kin[root] if w != word] if len(root) >= SHORTEST else []

    def _of_vader(self, word: str) -> int:
        return int(np.sign(self._vader.get(word, 0.0)))

    def _of_opinion(self, word: str) -> int:
        return int(self._opinion.get(word, 0.0))

    def _of_happy(self, word: str, clear: float) -> int:
        value = self._happy.get(word, 0.0)
        return int(np.sign(value)) if abs(value) > clear else 0

    def _of_readers(self, word: str) -> int:
        votes = self.rated[word].votes
        return int(np.sign(votes)) if abs(votes) >= TWO else 0


def _one_voice(signs: Iterable[int]) -> int:
    """Return the sign that all have who have one; 0 if they differ or there is none."""
    found = {sign for sign in signs if sign}
    return found.pop() if len(found) == 1 else 0


def _inflected(base: str) -> set[str]:
    """Return what an English word may become: kisses, loving, happily, stopped."""
    if len(base) < _SHORTEST_BASE or not base.isalpha():
        return set()
    found = {base + ending for ending in _ENDINGS}
    found |= {base[:-1] + new for last, new in _BEFORE_ENDING if base.endswith(last)}
    found |= {base + base[-1] + ending for ending in ("ed", "ing")}
    return found | {base + "es"} if base.endswith(_HISSING) else found
