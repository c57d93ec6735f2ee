"""Which passages are alike: those with the same words, with most of them, or one inside another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newskit.analyses.repetitions.passages import Passage
from newskit.text.near_duplicates import (
    DisjointSets,
    Shingles,
    candidate_pairs,
    shingles,
    similarity,
)

# Words in a row that are compared: sentences are short, and one changed word spoils two runs.
RUN = 2
# Smallest hashes of a passage that are looked up; of two that share six in ten of their runs one
# in 1,500 pairs shares none of them.
SKETCH = 8
# "Port shuts for a week" in "The port shuts for a week from Monday, Ann Lee said": all but one run.
CONTAINED = 0.9
# Words: shorter headlines stand in a sentence by chance.
LEAST_CONTAINED = 5
# Words: shorter sentences are nearly the same by chance ("I don't know who did it").
LEAST_NEAR = 7
# A headline and the sentences of a standfirst: an article in the wrong column would pair all with
# all.
MOST_HEADS = 10
_MAY_BE_CONTAINED = ("headline", "standfirst")


class Alike(NamedTuple):
    """How two passages are alike."""

    kind: str
    similarity: float


class AlikePassages:
    """Passages, in order, and which of them are alike."""

    def __init__(self, passages: list[Passage], threshold: float) -> None:
        self.passages = passages
        self.threshold = threshold
        self.runs = [shingles(" ".join(passage.words), RUN) for passage in passages]

    def groups(self) -> Iterator[list[int]]:
        """Return the numbers of passages that are alike, directly or through others."""
        groups = DisjointSets(len(self.passages))
        for a, b in self._candidates():
            if self._are_alike(a, b):
                groups.join(a, b)

        together: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.passages)):
            together[groups.first(number)].append(number)

        for numbers in together.values():
            if len(numbers) > 1:
                yield numbers

    def of(self, a: int, b: int) -> Alike:
        """Return how two passages of a group are alike."""
        alike = similarity(self.runs[a], self.runs[b])
        if self.passages[a].words == self.passages[b].words:
            return Alike("exact", 1.0)

        if alike < self.threshold and self._is_contained(a, b):
            return Alike("contained", alike)
        return Alike("near", alike)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        yield from candidate_pairs([frozenset(sorted(runs)[:SKETCH]) for runs in self.runs])
        yield from self._headlines_with_their_articles()
        yield from self._same_words()

    def _headlines_with_their_articles(self) -> Iterator[tuple[int, int]]:
        """Pair each headline and standfirst with the sentences of its article."""
        heads: list[int] = []
        for number, passage in enumerate(self.passages):
            if heads and self.passages[heads[0]].article != passage.article:
                heads = []

            for head in heads:
                yield head, number

            is_head = passage.field in _MAY_BE_CONTAINED
            if is_head and len(heads) < MOST_HEADS:
                heads.append(number)

    def _same_words(self) -> Iterator[tuple[int, int]]:
        """Pair passages of the same words: phrases that too many share are no candidates."""
        same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            same[passage.words].append(number)

        for numbers in same.values():
            yield from pairwise(numbers)

    def _are_alike(self, a: int, b: int) -> bool:
        words = [self.passages[number].words for number in (a, b)]
        if words[0] == words[1]:
            return True

        is_near = similarity(self.runs[a], self.runs[b]) >= self.threshold
        if is_near and min(map(len, words)) >= LEAST_NEAR:
            return True
        return self._is_contained(a, b)

    def _is_contained(self, a: int, b: int) -> bool:
        return self._stands_in(a, b) or self._stands_in(b, a)

    def _stands_in(self, a: int, b: int) -> bool:
        """Say whether nearly all of a headline or standfirst stands in another passage."""
        passage = self.passages[a]
        is_long = len(passage.words) >= LEAST_CONTAINED
        if passage.field not in _MAY_BE_CONTAINED or not is_long:
            return False
        return _share(self.runs[a], self.runs[b]) >= CONTAINED


def _share(a: Shingles, b: Shingles) -> float:
    return len(a & b) / len(a)
