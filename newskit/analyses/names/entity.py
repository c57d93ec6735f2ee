"""Someone or something that an article names, and what it tells of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from newskit.analyses.names.evidence import SURE, Evidence, evidence
from newskit.analyses.names.name_forms import Name, is_full_name, is_place, name_kind
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence


@dataclass(eq=False)
class Entity:
    """A name with every place where it is printed; what it is, is worked out when it is asked for.

    `hint` is the pronoun that a given name makes likely; `learned` the one that the article used
    where no one else could be meant. Only the latter is ever stated.
    """

    keys: tuple[str, ...]
    words: tuple[str, ...]
    hint: str
    tagged: TagSequence
    runs: list[Run] = field(default_factory=list)
    learned: str = ""
    family: str = ""  # of Ann, in Ann and Bo Lee

    @cached_property
    def spellings(self) -> dict[str, int]:
        """The full forms, with the times that each, or its last name alone, is printed."""
        full = [run.name for run in self.runs if len(run.name.keys) > 1 or len(self.keys) == 1]
        counted = dict.fromkeys((name.printed for name in full), 0)
        for name in full:
            counted[name.printed] += 1
        for name in (run.name for run in self.runs if len(run.name.keys) == 1 < len(self.keys)):
            for spelled in counted:
                counted[spelled] += spelled.endswith(" " + name.words[0])
        return counted

    @cached_property
    def name(self) -> str:
        """The spelling printed most of those with most words; of equals the first."""
        if not self.spellings:
            return " ".join(self.words)
        longest = max(spelled.count(" ") for spelled in self.spellings)
        full = [spelled for spelled in self.spellings if spelled.count(" ") == longest]
        return max(full, key=self.spellings.__getitem__)

    @cached_property
    def weighed(self) -> Evidence:
        """What stands around the name, all places together."""
        found = [evidence(self.tagged, run) for run in self.runs]
        return Evidence(*map(sum, zip(*found, strict=True))) if found else Evidence(0, 0, 0)

    @cached_property
    def kind(self) -> str:
        """Person, organization, place or unknown, by its words and what stands around it."""
        weighed = self.weighed
        is_titled = any(run.name.title for run in self.runs)
        by_words = name_kind(self.words) == "organization"
        if by_words and not (is_titled and weighed.person >= weighed.organization):
            return "place" if is_place(self.words) else "organization"

        # A given name is evidence like any other.
        person = weighed.person + (SURE if self.hint and len(self.words) > 1 else 0)
        if max(weighed.organization, weighed.place) > person:
            return "place" if weighed.place > weighed.organization else "organization"

        # Two words are a person if nothing speaks against it; one is, if a good deal speaks for it.
        return "person" if is_full_name(self.words) or person >= SURE else "unknown"

    @cached_property
    def is_doubtful(self) -> bool:
        """Whether it may be no name at all: a word that only opens sentences, or before a noun."""
        if len(self.words) > 1 or self.kind != "unknown":
            return False
        tags = self.tagged.tags
        inside = any(run.begin and tags[run.begin - 1] not in ".|?" for run in self.runs)
        alone = any(tags[run.high : run.high + 1] not in ("n", "N", "e") for run in self.runs)
        return not (inside and alone)

    @property
    def is_likely_person(self) -> bool:
        """Whether something speaks for a person, be it a given name only."""
        return bool(self.weighed.person or self.hint or self.learned)

    @cached_property
    def titled(self) -> str:
        """The pronoun that its last title tells: Mrs. Lee."""
        told = [run.name.pronoun for run in self.runs if run.name.pronoun]
        return told[-1] if told else ""

    @property
    def told(self) -> str:
        """The pronoun that the article tells."""
        return self.titled or self.learned

    @property
    def he_or_she(self) -> str:
        """What the article tells, else what the given name makes likely."""
        return self.told or self.hint


def entity_of(name: Name, tagged: TagSequence) -> Entity:
    """Return a new entity of that name."""
    return Entity(name.keys, name.words, name.hint, tagged)
