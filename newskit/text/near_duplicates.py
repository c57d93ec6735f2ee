"""Near-duplicates: texts compared by the runs of words that they share.

The time this takes grows with the number of texts, not with that of their pairs.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator

SKETCH = 32
"""Smallest hashes of a text that are looked up: two texts are compared if they share one."""
CROWD = 50
"""Texts that share a hash, beyond which it is a common phrase: no sign of near-duplicates."""

_WORDS = re.compile(r"\w+")
Shingles = frozenset[int]


def folded_words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORDS.findall(text.casefold())


def shingles(text: str, length: int) -> Shingles:
    """Return the hashes of all runs of so many words; a shorter text is one run."""
    words = folded_words(text)
    if not words:
        return frozenset()

    # A sum and not `hash`, which differs from one process to the next.
    n_runs = max(1, len(words) - length + 1)
    runs = (" ".join(words[i : i + length]) for i in range(n_runs))
    return frozenset(zlib.crc32(run.encode("utf-8", "replace")) for run in runs)


def similarity(a: Shingles, b: Shingles) -> float:
    """Return Jaccard's index of two sets: what both have over what one of them has."""
    # Two empty texts have nothing in common.
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def candidate_pairs(
    sets: list[Shingles], sketch: int | None = SKETCH
) -> Iterator[tuple[int, int]]:
    """Return pairs that share one of their smallest hashes (with None: any of them), each once.

    Where too many share a hash, every text is compared with the first one only: near-duplicates of
    one text still meet there, and the number of pairs stays a multiple of the number of texts.
    """
    # Two near-duplicates share most hashes, so very likely one of the smallest.
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(sets):
        for code in sorted(one)[:sketch]:
            holders[code].append(number)

    # Near-duplicates share many hashes, so most pairs come again.
    seen: set[tuple[int, int]] = set()
    for numbers in holders.values():
        # A phrase that many use ("this story was updated") would pair all with all.
        most = 1 if len(numbers) > CROWD else len(numbers)
        pairs = ((a, b) for i, b in enumerate(numbers) for a in numbers[: min(i, most)])

        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair


class DisjointSets:
    """Numbers that were joined, directly or through others."""

    def __init__(self, n: int) -> None:
        self.above = list(range(n))

    def first(self, number: int) -> int:
        """Return the smallest number that a number was joined with."""
        while self.above[number] != number:
            # On the way up every second step is made shorter, so that chains stay short.
            self.above[number] = self.above[self.above[number]]
            number = self.above[number]
        return number

    def join(self, a: int, b: int) -> None:
        """Put two numbers, and all that they were joined with, into one group."""
        a, b = sorted((self.first(a), self.first(b)))
        self.above[b] = a
