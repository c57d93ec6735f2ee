"""From the printed mention of a speaker to who it is: a name, an unnamed source, or not known."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.analyses.names.antecedents import Antecedents
from newskit.analyses.names.bearers import INSTITUTIONS, Bearers
from newskit.analyses.names.candidate import OWNERS, Antecedent
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.evidence import is_someone
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.linker import Named
from newskit.analyses.names.once import Once
from newskit.analyses.names.phrases import Phrase
from newskit.analyses.names.references import References
from newskit.analyses.names.register import Register, register_of
from newskit.analyses.names.tag_patterns import pattern
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.names.tags import WORDS
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.csv_files import rule_words
from newskit.text.forms import fold

_ROLES = rule_words("newskit.analyses.names", "roles.csv")
_DOCUMENTS = _ROLES["document"]
_ORGANIZATIONS = _ROLES["institution"] | _ROLES["any_institution"] | INSTITUTIONS
_SAYS_ASIDE = pattern("comma (?P<WHO> pronoun | name{1,3}) says [comma stop]")
_SELVES = frozenset(("himself", "herself", "itself", "themselves"))
_LOOK_AHEAD = 3  # sentences in which someone is named who spoke before
_MAY_BE = 2  # the fit of an organization that nothing speaks against
_FAR_BACK = 3000  # characters in which an organization may have been described
_OBJECTS = OWNERS | {"him": "he", "them": "they"}
_LEADS = frozenset(("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "of"))

# By how much a reading lowers confidence.
_CLEAR, _LIKELY, _DOUBTFUL = .95, .85, .6  # of pronouns, by the margin to the next candidate
_CLEAR_MARGIN, _LIKELY_MARGIN = .8, .4
_NONE_FITS = .6
_ONE_OF_NAME = .7  # Lee, one of two
_BEARER = .9  # the mayor
_ONE_OF_BEARERS = .6
_BEARER_LATER = .7  # the man beside me, who turns out to be Bo Ek
_BEARER_BEHIND = .9  # his deputy, Anna Rudnik
_EPITHET = .55  # the veteran, after a sentence on Bo Ek
_TWO_PEOPLE, _FIRM = .9, .8  # Ann Lee and Bo Ek; Tarn & Gale


class Speaker(NamedTuple):
    """Who speaks: resolved name (None: not known), kind, and a factor of confidence."""

    name: str | None
    kind: str
    factor: float
    also: str | None = None  # who else it may be


UNKNOWN = Speaker(None, "unknown", 1.0)


class Earlier(NamedTuple):
    """The speaker of an earlier quotation, and the tag where that stands."""

    speaker: Speaker
    at: int


NOBODY = Earlier(UNKNOWN, -1)


class Resolver:
    """Says who the mentions of one article are; what was found is kept: a mention is read once."""

    def __init__(self, tagged: TagSequence, register: Register | None = None) -> None:
        self.tagged = tagged
        self.register = register or register_of(tagged)
        self._known: dict[NounPhrase, Speaker] = {}

    # Made when they are first needed: in many articles every speaker has a name.

    @Once
    def bearers(self) -> Bearers:
        """Who bears which role."""
        return Bearers(self.register)

    @Once
    def antecedents(self) -> Antecedents:
        """Who the pronouns are."""
        return Antecedents(self.register, self.bearers)

    @Once
    def references(self) -> References:
        """Who roles, kin and epithets are."""
        return self.antecedents.references

    def speaker(self, mention: NounPhrase, earlier: Earlier = NOBODY) -> Speaker:
        """Say who a mention is."""
        if mention not in self._known:
            is_pronoun = self.tagged.tags[mention.low] == "P" or self._is_object(mention)
            read = self._of_pronoun if is_pronoun else self._of_phrase
            self._known[mention] = read(mention)
        return self._known[mention]

    def someone_in(self, low: int, high: int) -> NounPhrase | None:
        """Return the mention of the person that tags[low:high] are about: subject, or its owner."""
        # Worse, he said, is that: who says it stands apart.
        aside = _SAYS_ASIDE.search(self.tagged.tags, low, high)
        if aside:
            return NounPhrase(*aside.span("WHO"))
        subject = self.register.subject(low, high)
        if subject is None:
            return None
        subject = self.references.without_verb(subject)
        tag = self.tagged.tags[subject.low]
        if tag == "P":
            is_person = fold(self.tagged.printed(*subject)) in ("he", "she", "they")
            return NounPhrase(*subject) if is_person else None

        named = self.register.between(subject.low, subject.high)
        people = [m.run for m in named if m.who.kind == "person"]
        if people:
            return NounPhrase(people[-1].low, people[-1].high)
        if tag == "D" and fold(self.tagged.printed(subject.low, subject.low + 1)) in OWNERS:
            is_kin = is_someone(fold(self.tagged.printed(subject.high - 1, subject.high)))
            return NounPhrase(*subject) if is_kin else NounPhrase(subject.low, subject.low + 1)
        is_one = is_someone(fold(self.tagged.printed(subject.high - 1, subject.high)))
        return NounPhrase(*subject) if is_one else None

    # --- he, she, it and they

    def _is_object(self, mention: NounPhrase) -> bool:
        """Whether it is his or her alone: her voice broke; according to him."""
        is_one = mention.high - mention.low == 1
        return is_one and fold(self.tagged.printed(*mention)) in _OBJECTS

    def _of_pronoun(self, mention: NounPhrase) -> Speaker:
        pronoun = fold(self.tagged.printed(*mention))
        if pronoun in _OBJECTS:
            pronoun = _OBJECTS[pronoun]
            found = self.antecedents.find(pronoun, mention.low)
        else:
            found = self.antecedents.of(mention.low)
        if found.other is not None and found.who is not None:
            name = f"{found.who.name} and {found.other.name}"
            return Speaker(name, "person", _LIKELY)
        if found.who is not None:
            return self._of_antecedent(found)
        if pronoun in ("he", "she"):
            later = self._named_later(found.noun, pronoun, mention)
            if later is not None:
                return later
        if pronoun == "it":
            kind = "document" if found.noun in _DOCUMENTS else "organization"
            return Speaker(None, kind, _NONE_FITS)
        if pronoun == "they" or found.noun:
            return Speaker(None, "unnamed", _LIKELY if found.noun else _NONE_FITS)
        return UNKNOWN._replace(factor=_NONE_FITS)

    def _named_later(self, noun: str, pronoun: str, mention: NounPhrase) -> Speaker | None:
        """Read who is named only in the sentences that follow: “...,” he said. Bo Ek ..."""
        # A driver, who has no name yet: the driver, Bo Ek.
        if noun:
            bearers = self.bearers.behind(noun, mention.low)
            return Speaker(bearers[0].who.name, "person", _BEARER_LATER) if bearers else None

        end = mention.high
        for _ in range(_LOOK_AHEAD):
            end = self.tagged.sentence_end(end) + 1
        for who in (named.who for named in self.register.between(mention.high, end)):
            if who.kind == "person" and self.antecedents.fit.pronoun_of(who) in ("", pronoun):
                return Speaker(who.name, "person", _BEARER_LATER)
        return None

    def _of_antecedent(self, found: Antecedent) -> Speaker:
        """Read who a pronoun is; where two fit, the better placed one, and the other as well."""
        if found.who is None:
            return UNKNOWN
        if found.margin >= _CLEAR_MARGIN:
            return Speaker(found.who.name, _kind(found.who), _CLEAR)
        factor = _LIKELY if found.margin >= _LIKELY_MARGIN else _DOUBTFUL
        also = found.also.name if found.also and factor == _DOUBTFUL else None
        return Speaker(found.who.name, _kind(found.who), factor, also)

    # --- names

    def _of_phrase(self, mention: NounPhrase) -> Speaker:
        """Read a noun phrase: who is meant is in its head, whatever of, for or at says of them."""
        tags = self.tagged.tags
        named = self.register.between(mention.low, mention.high)
        head_end = self._head_end(mention, named)

        # Not a name: a spokesman | for the ministry; Ann Lee’s office.
        in_head = [m for m in named if m.run.low < head_end]
        is_owner = tags[head_end - 1] == "Z" and head_end < mention.high
        if not in_head or in_head[-1].run.high < head_end or is_owner:
            return self._of_role(mention, head_end)

        # Two names are two people, or one firm; of more than two the last two are read.
        last = in_head[-1]
        if len(in_head) > 1 and "&" in tags[in_head[-2].run.high : last.run.low + 1]:
            return self._of_two(mention, in_head)
        return self._of_name(last)

    def _head_end(self, mention: NounPhrase, named: list[Named]) -> int:
        """Return where the head of a phrase ends: before of, for or at, but not inside a name."""
        at = self.tagged.tags.find("o", mention.low, mention.high)
        for m in named:
            if m.run.low < at < m.run.high:
                return m.run.high
        return at if at > mention.low else mention.high

    def _of_name(self, named: Named) -> Speaker:
        if named.also is None:
            return Speaker(named.who.name, _kind(named.who), 1.0)
        return Speaker(named.who.name, _kind(named.who), _ONE_OF_NAME, named.also.name)

    def _of_two(self, mention: NounPhrase, named: list[Named]) -> Speaker:
        """Read Ann Lee and Bo Ek, who are two people; Tarn & Gale, which is one firm."""
        found = [self._of_name(m) for m in named[-2:]]
        people = [speaker.name for speaker in found if speaker.kind == "person"]
        names = list(filter(None, people))
        if len(names) < len(found):
            return Speaker(self.tagged.printed(*mention), "unknown", _FIRM)
        return Speaker(" and ".join(names), "person", _TWO_PEOPLE)

    # --- roles

    def _of_role(self, mention: NounPhrase, head_end: int) -> Speaker:
        """Read the mayor; his deputy, Anna Rudnik; the report; a spokesman for the ministry."""
        behind = self._name_behind(mention, head_end)
        if behind is not None:
            return behind

        words = [fold(self.tagged.printed(k, k + 1)) for k in range(mention.low, head_end)]
        if words[-1] in _SELVES and len(words) > 1:
            words.pop()
        role = words[-1].rstrip("’'")
        is_definite = self.tagged.tags[mention.low] in "DZz" and words[0] not in WORDS["indefinite"]
        if is_definite:
            readings = (
                self._of_kin, self._of_bearer, self._of_organization,
                self._of_later, self._of_called, self._of_epithet,
            )  # fmt: skip
            for read in readings:
                found = read(words, mention)
                if found is not None:
                    return found
        elif self._is_bare(mention, role):
            bare = self._of_bearer(words, mention) or self._of_later(words, mention)
            if bare is not None:
                return bare
        called = self._of_called(words, mention)
        return called or Speaker(None, _kind_of_noun(role), 1.0)

    def _is_bare(self, mention: NounPhrase, role: str) -> bool:
        """Whether it is one person without an article: counsel said; in a headline, says mayor."""
        return self.tagged.tags[mention.low] in "nN" and is_someone(role)

    def _name_behind(self, mention: NounPhrase, head_end: int) -> Speaker | None:
        """Read the name in apposition to a role: his deputy, Anna Rudnik."""
        beside = self.references.named_beside(Phrase(mention.low, head_end))
        if beside is None or beside.who.kind in ("organization", "place"):
            return None
        return self._of_name(beside)._replace(factor=_BEARER_BEHIND)

    def _of_bearer(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the mayor, where Ann Lee was said to be it."""
        bearers = self.bearers.before(words[-1], mention.low)
        if not bearers:
            who = self.references.parent(words[-1])
            return Speaker(who.name, "person", _ONE_OF_BEARERS) if who is not None else None

        # Of two deputies the one with more words in common: the deputy mayor. Of equals the last.
        wanted = frozenset(words)
        ranked = sorted(bearers, key=lambda bearer: (len(bearer.words & wanted), bearer.at))
        best = ranked[-1].who
        other = next((bearer.who for bearer in reversed(ranked) if bearer.who is not best), None)
        if other is None:
            return Speaker(best.name, _kind(best), _BEARER)
        return Speaker(best.name, _kind(best), _ONE_OF_BEARERS, other.name)

    def _of_epithet(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the 34-year-old; the teenager, who was spoken of last."""
        who = self.references.epithet(words, mention.low)
        return Speaker(who.name, "person", _EPITHET) if who is not None else None

    def _of_kin(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read her husband, who has her family name: Vince Sproat, of Denise Sproat."""
        who = self.references.kin(words, mention.low)
        return Speaker(who.name, "person", _ONE_OF_NAME) if who is not None else None

    def _of_organization(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the company, where a firm is named; of several the one that was named last."""
        found = self.references.organizations(words, mention.low)
        if not found or self._is_described(words[-1], mention, found[0]):
            return None
        factor = _BEARER if len(found) == 1 else _ONE_OF_BEARERS
        also = found[1].name if len(found) > 1 else None
        return Speaker(found[0].name, "organization", factor, also)

    def _is_described(self, noun: str, mention: NounPhrase, who: Entity) -> bool:
        """Whether it is an organization without a name: the city’s transport authority."""
        is_beside = self.bearers.beside(mention.low) is who
        if is_beside or self.bearers.fit(noun, who) > _MAY_BE:
            return False
        text, end = self.tagged.text, self.tagged.starts[mention.low]
        before = text[max(end - _FAR_BACK, 0) : end]
        led = re.findall(rf"(\w+)[’']?s? {re.escape(noun)}\b", before, re.IGNORECASE)
        return any(word.casefold() not in _LEADS for word in led)

    def _of_later(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the chair of the jury, who is named only afterwards."""
        bearers = self.bearers.behind(words[-1], mention.low)
        if not bearers:
            return None
        return Speaker(bearers[0].who.name, _kind(bearers[0].who), _BEARER_LATER)

    def _of_called(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the man beside me, who turns out to be Bo Ek."""
        who = self.references.called_behind(words, Phrase(*mention))
        return Speaker(who.name, "person", _BEARER_LATER) if who is not None else None


def _kind(who: Entity) -> str:
    return who.kind


def _kind_of_noun(role: str) -> str:
    if role in _DOCUMENTS:
        return "document"
    return "organization" if role in _ORGANIZATIONS and not role_pronoun(role) else "unnamed"
