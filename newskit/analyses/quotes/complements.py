"""What a verb of speech may be followed by when the words themselves are not quoted."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from newskit.csv_files import rule_words
from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs

# Classes of complements.csv. A verb of none of these reports no speech, whatever else it may do.
_COMPLEMENTS = frozenset(("clause", "object", "infinitive", "of", "noun"))


@cache
def _frames() -> dict[str, frozenset[str]]:
    """Return what is known of every form of the verbs of speech."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, verbs in rule_words(__package__, "complements.csv").items():
        for verb in verbs:
            classes[verb].add(name)

    known: dict[str, frozenset[str]] = {}
    for form, found in reporting_verbs().items():
        frames = frozenset(classes[found.verb])
        if frames.isdisjoint(_COMPLEMENTS):
            continue

        # A claim, the claims; "claimed" is a verb only.
        if found.inflection not in ("third", "base"):
            frames -= {"also_noun"}
        if found.use == "describe":
            frames |= {"describes"}
        known[form] = frames
    return known


@lru_cache(maxsize=5_000)
def frames_of(printed: str) -> frozenset[str]:
    """Return what may follow a printed verb; nothing for a verb that reports no speech.

    >>> sorted(frames_of("tells")), sorted(frames_of("believed"))
    (['infinitive', 'noun', 'object'], [])
    """
    return _frames().get(fold(printed), frozenset())


def is_base(printed: str) -> bool:
    """Whether a form of a reporting verb is its base form (they say), not a participle."""
    return reporting_verbs()[fold(printed)].inflection == "base"
