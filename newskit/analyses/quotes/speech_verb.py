"""A verb of speech in its sentence, as the rules of indirect speech read it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.noun_phrases import NounPhrase

# Classes of complements.csv: said that, told them that; warned of, vowed to
CLAUSES, PREPOSITIONAL = frozenset(("clause", "object")), frozenset(("of", "infinitive"))


@dataclass(slots=True)
class Verb:
    """A verb of speech in its text, and the tags of its sentence that are read."""

    tagged: TagSequence
    low: int
    at: int
    high: int
    frames: frozenset[str]  # what may follow it

    @property
    def cue(self) -> NounPhrase:
        """Return the tags of the verb."""
        return NounPhrase(self.at, self.at + 1)

    def tag(
        self,
        at: int,
    ) -> str:
        """Return the tag at a place of the text, nothing behind its end."""
        return self.tagged.tags[at : at + 1]


def skip(
    what: re.Pattern[str],
    tags: str,
    at: int,
    high: int,
) -> int:
    """Return the tag behind what a pattern matches at a tag, or that tag."""
    found = what.match(tags, at, high)
    return found.end() if found else at
