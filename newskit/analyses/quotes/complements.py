"""What a verb of speech may be followed by when the words themselves are not quoted."""

from __future__ import annotations

from functools import cache, lru_cache

from newskit.text.forms import fold
from newskit.text.scare import reporting
from newskit.word_lists import words_of

# What may follow, as flags: said (that) it rained, told them, vowed to stay, warned of rain, denied it.
CLAUSE, OBJECT, INFINITIVE, OF, NOUN = 1, 2, 4, 8, 16
SPEECH = CLAUSE | OBJECT | INFINITIVE | OF | NOUN
# And what else is known of the verb; complements.csv says what each class means.
STRICT, INVERTS, ALSO_NOUN, DESCRIBES = 32, 64, 128, 256
_FLAGS = {
    "clause": CLAUSE,
    "object": OBJECT,
    "infinitive": INFINITIVE,
    "of": OF,
    "noun": NOUN,
    "strict": STRICT,
    "inverts": INVERTS,
    "also_noun": ALSO_NOUN,
}


def _frames_of_verbs() -> dict[str, int]:
    flags: dict[str, int] = {}
    for name, verbs in words_of(__package__, "complements.csv").items():
        for verb in verbs:
            flags[verb] = flags.get(verb, 0) | _FLAGS[name]
    return flags


@cache
def _frames() -> dict[str, int]:
    """Return the flags of every form of the verbs of speech."""
    flags = _frames_of_verbs()
    known: dict[str, int] = {}
    for form, (verb, inflection, _, use) in reporting().items():
        frames = flags.get(verb, 0)
        if not frames & SPEECH:
            continue
        if inflection not in ("third", "base"):
            frames &= ~ALSO_NOUN  # claims and claim may be nouns, claimed is none
        if use == "describe":
            frames |= DESCRIBES
        known[form] = frames
    return known


@lru_cache(maxsize=5_000)
def frames_of(printed: str) -> int:
    """Return what may follow a printed verb, as flags; 0 for a verb that reports no speech.

    >>> frames_of("said") & CLAUSE > 0, frames_of("believed")
    (True, 0)
    """
    return _frames().get(fold(printed), 0)


def is_base(printed: str) -> bool:
    """Whether a form of a reporting verb is its base form (they say), not a participle."""
    return reporting()[fold(printed)][1] == "base"
