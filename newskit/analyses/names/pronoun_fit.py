"""Which names and nouns he, she, it and they may mean."""

from __future__ import annotations

import re

from newskit.analyses.names.bearers import INSTITUTIONS, is_organization
from newskit.analyses.names.candidate import DOUBTFUL, KNOWN, MISLED, OWNERS, PossibleReferent
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.once import Once
from newskit.analyses.names.role_words import is_someone
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.csv_files import rule_words
from newskit.text.forms import fold

_WORDS = rule_words(__package__, "roles.csv")
_PLURAL, _THINGS = _WORDS["plural"], INSTITUTIONS | _WORDS["document"]
_OWNED = tuple("nNejZzB#G")
_FAR = 60  # tags behind a name in which his or her tells of it
# Our reporter has been speaking with Bo Ek: who is spoken with is meant.
_WITNESSES = frozenset(("reporter", "correspondent", "interviewer", "photographer"))
# A contractor, who; a rider in a red coat said: someone, whatever list knows the noun.
_OF_PEOPLE = re.compile(r"n,?(?=w)|(?<=D)n(?=V)")
_WHO = frozenset(("who", "whose", "whom"))
PRONOUNS = frozenset(("he", "she", "it", "they"))


class PronounFit:
    """Weighs what a pronoun may mean in one article."""

    def __init__(
        self,
        tagged: TagSequence,
    ) -> None:
        self._tagged = tagged
        self._tried: set[Entity] = set()

    def weigh(
        self,
        candidate: PossibleReferent,
        pronoun: str,
    ) -> float | None:
        """Say how well a pronoun fits; None if it cannot mean the candidate."""
        if candidate.other is not None:
            return KNOWN if pronoun == "they" else None
        if candidate.who is None:
            return _of_noun(candidate.noun, pronoun, candidate.noun in self._people)
        if pronoun == "it":
            return _of_thing(candidate.who)
        if pronoun == "they":
            return self._of_several(candidate.who)
        return self._of_person(candidate.who, pronoun)

    @Once
    def _people(self) -> frozenset[str]:
        """Return the nouns that are shown to be of people: a contractor, who; one rider said."""
        tagged = self._tagged
        found = {
            fold(tagged.printed(m.start(), m.start() + 1))
            for m in _OF_PEOPLE.finditer(tagged.tags)
            if fold(tagged.printed(m.end(), m.end() + 1)) in _WHO or tagged.tags[m.end()] == "V"
        }
        return frozenset(noun for noun in found if not noun.endswith("s")) - _THINGS

    def _of_person(
        self,
        who: Entity,
        pronoun: str,
    ) -> float | None:
        told = self.pronoun_of(who)
        is_other = (who.told or who.called) not in ("", "they", pronoun)
        if who.kind in ("organization", "place") or is_other:
            return None

        # A given name may mislead, and his may be another's; what the article tells does not.
        if told not in ("", pronoun):
            return -DOUBTFUL if who.owned == told else -MISLED
        if who.kind == "person":
            return KNOWN if told else 0.0
        is_possible = who.is_likely_person and not who.is_doubtful
        return (KNOWN if told else -DOUBTFUL) if is_possible else None

    def _of_several(
        self,
        who: Entity,
    ) -> float | None:
        """Weigh they: an organization, or one person of whom nothing tells he or she."""
        if who.kind != "person":
            return 0.0 if is_organization(who) else None
        if who.learned == "they":
            return KNOWN
        return None if self.pronoun_of(who) else -KNOWN

    def pronoun_of(
        self,
        who: Entity,
    ) -> str:
        """Return he or she as far as a name or the article tells: Lee and her brother."""
        if not who.he_or_she and who not in self._tried and who.kind != "organization":
            self._tried.add(who)
            owned = (self._owned_behind(run) for run in who.runs)
            who.owned = next(filter(None, owned), "")
        return who.he_or_she

    def _owned_behind(
        self,
        run: Run,
    ) -> str:
        """Look for his or her behind a name in its sentence: Lee left her house."""
        tags = self._tagged.tags
        high = min(self._tagged.sentence_end(run.low), run.high + _FAR)

        # Another name may be the owner from there on.
        other = tags.find("N", run.high, high)
        high = other if other >= 0 else high
        at = tags.find("D", run.high, high)
        while at >= 0:
            told = OWNERS.get(fold(self._tagged.printed(at, at + 1)), "")
            # Lee found her with probes: that is somebody else.
            if told and tags[at + 1 : at + 2] in _OWNED:
                return told
            at = tags.find("D", at + 1, high)
        return ""


def _of_noun(
    noun: str,
    pronoun: str,
    is_shown: bool,
) -> float | None:
    """Weigh an unnamed noun: she may be a neighbour, it the court, they residents."""
    is_several = noun in _PLURAL or noun.endswith("s")
    if pronoun == "they":
        return KNOWN if is_several else 0.0
    if pronoun == "it":
        return 0.0 if noun in _THINGS else None

    told = role_pronoun(noun)
    is_one = (is_shown or is_someone(noun)) and noun not in _WITNESSES
    if not is_one or told not in ("", pronoun):
        return None
    return KNOWN if told else 0.0


def _of_thing(who: Entity) -> float | None:
    """Weigh it: an organization, or a name of which nothing says that it is a person's."""
    if who.kind == "organization":
        return KNOWN
    if who.is_doubtful or who.is_likely_person:
        return None
    return -DOUBTFUL / 2
