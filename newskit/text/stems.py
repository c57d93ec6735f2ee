"""The family of a word: what is left without its ending. Coarse, and for counting only."""

from __future__ import annotations

from functools import lru_cache

from newskit.csv_files import rule_words

_ENDINGS = tuple(sorted(rule_words(__package__)["ending"], key=len, reverse=True))
# Letters of a stem: "ring" and "rings" meet, but "ring" is not an r with -ing.
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
            bare = bare.removesuffix(ending)
            break

    # "stopp(ed)" meets "stop", and "polici(es)" meets "polic(y)".
    if len(bare) > _SHORTEST and bare[-1] == bare[-2]:
        bare = bare[:-1]
    if len(bare) > _SHORTEST:
        bare = bare.rstrip("ie")
    return bare
