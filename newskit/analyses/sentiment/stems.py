"""The family of a word: what is left when an ending is taken away. Coarse, and for counting only."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (
    "ations", "ation", "ingly", "edly", "ments", "ment", "ness", "ings", "ing", "ions", "ion", "ities", "ity", "ively",
    "ive", "able", "ably", "ers", "er", "ors", "or", "ed", "es", "ly", "al", "ful", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 4


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Take one ending from a word in small letters.

    >>> stem("critics"), stem("criticism"), stem("supported"), stem("supporter's"), stem("war")
    ('critic', 'criticism', 'support', 'support', 'war')
    """
    bare = word.strip("'.").removesuffix("'s")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            bare = bare[: -len(ending)]
            break
    if len(bare) > _SHORTEST and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare.rstrip("ie") if len(bare) > _SHORTEST else bare
