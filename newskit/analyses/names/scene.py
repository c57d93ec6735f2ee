"""Who may be meant in a sentence: its subject, who owns that, and whoever else it names."""

from __future__ import annotations

import re
from bisect import bisect_left

from newskit.analyses.names import candidate as weights
from newskit.analyses.names.candidate import OWNERS, Antecedent, PossibleReferent
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.epithets import ReferenceFinder
from newskit.analyses.names.linker import Named
from newskit.analyses.names.phrases import Phrase, joined_to, last_speaker, source_of
from newskit.analyses.names.references import References
from newskit.analyses.names.register import Register
from newskit.analyses.names.role_words import is_someone
from newskit.text.forms import fold

_OBJECT = re.compile(r"\b(?:him|her)\b")
_PEOPLES = ("he", "she", "they")
_OWNED = frozenset("nNejZz#")
_FAR = 60  # tags of a sentence that are looked at
_MANY = 12  # names of a sentence that are looked at: a list of guests has hundreds


class Reader(ReferenceFinder):
    """What says who a pronoun is."""

    def of(
        self,
        at: int,
    ) -> Antecedent:
        """Say who the pronoun at a tag is."""
        raise NotImplementedError


class Scene:
    """Reads the sentences of one article; whole ones are kept."""

    def __init__(
        self,
        register: Register,
        references: References,
        antecedents: Reader,
    ) -> None:
        self._register = register
        self._tagged = register.tagged
        self._references = references
        self._antecedents = antecedents
        self._kept: dict[int, list[PossibleReferent]] = {}

    def candidates(
        self,
        low: int,
        high: int,
        is_whole: bool,
    ) -> list[PossibleReferent]:
        """Return who may be meant of tags[low:high]."""
        if not is_whole:
            return self._read(low, high, is_whole)
        if low not in self._kept:
            self._kept[low] = self._read(low, high, is_whole)
        return self._kept[low]

    def _read(
        self,
        low: int,
        high: int,
        is_whole: bool,
    ) -> list[PossibleReferent]:
        subject = self._register.subject(low, min(high, low + _FAR))
        found = self._of_subject(subject, high) if subject else []
        if is_whole:
            found += self._of_sources(subject, low, high)

        more = self._of_others(found, high, is_whole)
        taken = {one.who for one in found}
        inner = subject.high if subject else low
        found += self._of_inner_pronoun(inner, min(high, low + _FAR), taken)
        for named in self._register.between(low, high)[:_MANY]:
            if named.who not in taken:
                found.append(PossibleReferent(named.who, "", self._place_of(named, low) + more))
        return found

    def _of_sources(
        self,
        subject: Phrase | None,
        low: int,
        high: int,
    ) -> list[PossibleReferent]:
        """Return whom a sentence is according to, and who says it at its end."""
        source = source_of(self._tagged.tags, low, high)
        last = last_speaker(self._tagged, low, high)
        phrases = [phrase for phrase in (source, last) if phrase and phrase != subject]
        return [one for phrase in phrases for one in self._of_subject(phrase, high)]

    def _of_others(
        self,
        found: list[PossibleReferent],
        high: int,
        is_whole: bool,
    ) -> float:
        """Say how much more or less names stand for that are no subject."""
        if not is_whole:
            return -weights.FRONTED if self._tagged.tags[high - 1] == "," else 0.0
        # Where the subject is no one, a name beside it stands for more.
        is_taken = any(one.who is not None or is_someone(one.noun) for one in found)
        return 0.0 if is_taken else weights.TOPIC

    def _place_of(
        self,
        named: Named,
        low: int,
    ) -> float:
        """Say how well a name is placed that is not the subject."""
        tags, begin = self._tagged.tags, named.run.begin
        if tags[named.run.high - 1] == "Z":
            return weights.OTHER
        before = tags[begin - 1] if begin > low else ""
        if before == "s":
            return weights.SUBJECT - weights.PHRASE  # when Lee came
        relative = tags.rfind("w", low, begin)
        if relative >= 0 and "," not in tags[relative:begin]:
            return weights.ASIDE
        return weights.PHRASE if before == "o" else weights.OTHER

    def _of_inner_pronoun(
        self,
        low: int,
        high: int,
        subjects: set[Entity | None],
    ) -> list[PossibleReferent]:
        """Return who him or her is behind the subject, or the first other pronoun."""
        pronoun, who = self._of_object(low, high, subjects)
        at = self._tagged.tags.find("P", low, high) if who is None else -1
        if at >= 0:
            pronoun = fold(self._tagged.printed(at, at + 1))
            who = self._antecedents.of(at).who if pronoun in _PEOPLES else None
        return [PossibleReferent(who, "", weights.INNER, pronoun)] if who is not None else []

    def _of_object(
        self,
        low: int,
        high: int,
        subjects: set[Entity | None],
    ) -> tuple[str, Entity | None]:
        """Return who him is, or her: critics compared him to Hardy; never the subject itself."""
        tagged = self._tagged
        found = _OBJECT.search(tagged.text, *tagged.offsets(low, high)) if low < high else None
        at = bisect_left(tagged.starts, found.start()) if found else high
        if found is None or at >= high or tagged.starts[at] != found.start():
            return "", None
        if tagged.tags[at] == "D" and tagged.tags[at + 1 : at + 2] in _OWNED:
            return "", None
        pronoun = OWNERS.get(found.group(), "he")
        meant = self._antecedents.find(pronoun, at)
        return pronoun, meant.also if meant.who in subjects else meant.who

    # --- the subject

    def _of_subject(
        self,
        subject: Phrase,
        high: int,
    ) -> list[PossibleReferent]:
        """Return who the subject of a sentence is, and who owns it."""
        tags = self._tagged.tags
        if tags[subject.low] == "P":
            return self._of_earlier_pronoun(subject.low)

        inside = self._register.between(subject.low, subject.high)
        if len(inside) > 1 and "&" in tags[inside[0].run.high : inside[-1].run.low]:
            return _pair(inside[0].who, inside[-1].who)
        joined = joined_to(tags, subject, high)
        head = self._head(subject)
        other = self._head(joined) if joined is not None else None
        if head.who is not None and other is not None and other.who is not None:
            return _pair(head.who, other.who)

        # Lee and his colleagues, who are they.
        noun = other.noun if other is not None else ""
        together = [PossibleReferent(None, noun, weights.SUBJECT)] if noun else []
        is_person = head.who is not None or is_someone(head.noun)
        place = weights.OTHER if is_person else weights.OWNER
        return [head, *together, *self._owner(subject, place)]

    def _of_earlier_pronoun(
        self,
        at: int,
    ) -> list[PossibleReferent]:
        earlier = self._antecedents.of(at)
        pronoun = fold(self._tagged.printed(at, at + 1))
        if earlier.who is None and not earlier.noun:
            return []
        told = (earlier.who, earlier.noun, weights.SUBJECT, pronoun, earlier.other)
        return [PossibleReferent(*told)]

    def _head(
        self,
        phrase: Phrase,
    ) -> PossibleReferent:
        """Say who a phrase names: by a name at its end, by a name beside it, by its role."""
        named = self._register.between(phrase.low, phrase.high)
        last = named[-1].run if named else None
        if last and last.high >= phrase.high and self._tagged.tags[last.high - 1] != "Z":
            return PossibleReferent(named[-1].who, "", weights.SUBJECT)

        phrase = self._references.without_verb(phrase)
        beside = self._references.named_beside(phrase)
        if beside is not None:
            return PossibleReferent(beside.who, "", weights.SUBJECT)
        return PossibleReferent(*self._references.meant(phrase), weights.SUBJECT)

    def _owner(
        self,
        subject: Phrase,
        place: float,
    ) -> list[PossibleReferent]:
        """Return who owns the subject: Lee’s voice; her voice."""
        tagged = self._tagged
        for mention in self._register.between(subject.low, subject.high):
            if tagged.tags[mention.run.high - 1] == "Z":
                return [PossibleReferent(mention.who, "", place)]
        printed = tagged.printed(subject.low, subject.low + 1)
        pronoun = OWNERS.get(fold(printed)) if tagged.tags[subject.low] == "D" else None
        who = self._antecedents.find(pronoun, subject.low).who if pronoun else None
        if who is None:
            return []
        # His mechanic may go on being he; his voice is his.
        goes_on = pronoun if pronoun and place == weights.OWNER else ""
        return [PossibleReferent(who, "", place, goes_on)]


def _pair(
    first: Entity,
    second: Entity,
) -> list[PossibleReferent]:
    """Return two people as a pair, and each alone."""
    pair = PossibleReferent(first, "", weights.SUBJECT, other=second)
    later = PossibleReferent(second, "", weights.SUBJECT - weights.ASIDE)
    return [pair, pair._replace(other=None), later]
