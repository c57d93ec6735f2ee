"""From the printed mention of a speaker to who it is: a name, an unnamed source, or not known."""

from __future__ import annotations

from newskit.analyses.names.antecedents import Antecedents
from newskit.analyses.names.bearers import Bearers
from newskit.analyses.names.candidate import OWNERS, Antecedent
from newskit.analyses.names.linker import Named
from newskit.analyses.names.once import Once
from newskit.analyses.names.references import References
from newskit.analyses.names.register import Register, register_of
from newskit.analyses.names.role_words import is_someone
from newskit.analyses.names.tag_patterns import pattern
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.analyses.quotes.roles import DOCUMENTS, RoleReader
from newskit.analyses.quotes.speaker import (
    BEARER_LATER,
    CLEAR,
    DOUBTFUL,
    FIRM,
    LIKELY,
    NOBODY,
    NONE_FITS,
    TWO_PEOPLE,
    UNKNOWN,
    Earlier,
    Speaker,
    of_name,
)
from newskit.text.forms import fold

_SAYS_ASIDE = pattern("comma (?P<WHO> pronoun | name{1,3}) says [comma stop]")
_ASIDE_SAYS = pattern("comma says (?P<WHO> name{1,3}) comma")
_LOOK_AHEAD = 3  # sentences in which someone is named who spoke before
_OBJECTS = OWNERS | {"him": "he", "them": "they"}
_CLEAR_MARGIN, _LIKELY_MARGIN = .8, .4  # of pronouns, to the next candidate


class Resolver:
    """Says who the mentions of one article are; what was found is kept: a mention is read once."""

    def __init__(
        self,
        tagged: TagSequence,
    ) -> None:
        self.tagged = tagged
        self._known: dict[NounPhrase, Speaker] = {}
        self._asker: str | None = None

    # Made when they are first needed: in many articles every speaker has a name, and in a headline
    # nobody speaks.

    @Once
    def register(self) -> Register:
        """Who is named."""
        return register_of(self.tagged)

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

    @Once
    def roles(self) -> RoleReader:
        """Who roles are in the mouth of the article."""
        return RoleReader(self.register, self.bearers, self.references)

    def speaker(
        self,
        mention: NounPhrase,
        earlier: Earlier = NOBODY,
    ) -> Speaker:
        """Say who a mention is."""
        if mention not in self._known:
            # The witness replied: it is not who asked.
            self._asker = earlier.speaker.name if earlier.asks else None
            is_pronoun = self.tagged.tags[mention.low] == "P" or self._is_object(mention)
            read = self._of_pronoun if is_pronoun else self._of_phrase
            self._known[mention] = read(mention)
        return self._known[mention]

    def someone_in(
        self,
        low: int,
        high: int,
    ) -> NounPhrase | None:
        """Return the mention of the person that tags[low:high] are about: subject, or its owner."""
        # Worse, he said, is that: who says it stands apart.
        tags = self.tagged.tags
        aside = _SAYS_ASIDE.search(tags, low, high) or _ASIDE_SAYS.search(tags, low, high)
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

    def _is_object(
        self,
        mention: NounPhrase,
    ) -> bool:
        """Whether it is his or her alone: her voice broke; according to him."""
        is_one = mention.high - mention.low == 1
        return is_one and fold(self.tagged.printed(*mention)) in _OBJECTS

    def _of_pronoun(
        self,
        mention: NounPhrase,
    ) -> Speaker:
        pronoun = fold(self.tagged.printed(*mention))
        if pronoun in _OBJECTS:
            pronoun = _OBJECTS[pronoun]
            found = self.antecedents.find(pronoun, mention.low)
        else:
            found = self.antecedents.of(mention.low)
        if found.other is not None and found.who is not None:
            name = f"{found.who.name} and {found.other.name}"
            return Speaker(name, "person", LIKELY)
        if found.who is not None:
            return self._of_antecedent(found)
        if pronoun in ("he", "she"):
            later = self._named_later(found.noun, pronoun, mention)
            if later is not None:
                return later
        if pronoun == "it":
            kind = "document" if found.noun in DOCUMENTS else "organization"
            return Speaker(None, kind, NONE_FITS)
        if pronoun == "they" or found.noun:
            return Speaker(None, "unnamed", LIKELY if found.noun else NONE_FITS)
        return UNKNOWN._replace(factor=NONE_FITS)

    def _named_later(
        self,
        noun: str,
        pronoun: str,
        mention: NounPhrase,
    ) -> Speaker | None:
        """Read who is named only in the sentences that follow: “...,” he said. Bo Ek ..."""
        # A driver, who has no name yet: the driver, Bo Ek.
        if noun:
            behind = self.bearers.behind(noun, mention.low)
            # A lawyer for the firm is not his lawyer, Bo Ek.
            free = [bearer for bearer in behind if self.bearers.owner_before(bearer.at) < 0]
            return Speaker(free[0].who.name, "person", BEARER_LATER) if free else None

        end = mention.high
        for _ in range(_LOOK_AHEAD):
            end = self.tagged.sentence_end(end) + 1
        for who in (named.who for named in self.register.between(mention.high, end)):
            if who.kind == "person" and self.antecedents.fit.pronoun_of(who) in ("", pronoun):
                return Speaker(who.name, "person", BEARER_LATER)
        return None

    def _of_antecedent(
        self,
        found: Antecedent,
    ) -> Speaker:
        """Read who a pronoun is; where two fit, the better placed one, and the other as well."""
        if found.who is None:
            return UNKNOWN
        if found.margin >= _CLEAR_MARGIN:
            return Speaker(found.who.name, found.who.kind, CLEAR)
        factor = LIKELY if found.margin >= _LIKELY_MARGIN else DOUBTFUL
        also = found.also.name if found.also and factor == DOUBTFUL else None
        return Speaker(found.who.name, found.who.kind, factor, also)

    # --- names

    def _of_phrase(
        self,
        mention: NounPhrase,
    ) -> Speaker:
        """Read a noun phrase: who is meant is in its head, whatever of, for or at says of them."""
        tags = self.tagged.tags
        named = self.register.between(mention.low, mention.high)
        head_end = self._head_end(mention, named)

        # Not a name: a spokesman | for the ministry; Ann Lee’s office.
        in_head = [m for m in named if m.run.low < head_end]
        is_owner = tags[head_end - 1] == "Z" and head_end < mention.high
        if not in_head or in_head[-1].run.high < head_end or is_owner:
            self.roles.asker = self._asker
            return self.roles.read(mention, head_end)

        # Two names are two people, or one firm; of more than two the last two are read.
        last = in_head[-1]
        if len(in_head) > 1 and "&" in tags[in_head[-2].run.high : last.run.low + 1]:
            return self._of_two(mention, in_head)
        return of_name(last)

    def _head_end(
        self,
        mention: NounPhrase,
        named: list[Named],
    ) -> int:
        """Return where the head of a phrase ends: before of, for or at, but not inside a name."""
        at = self.tagged.tags.find("o", mention.low, mention.high)
        for m in named:
            if m.run.begin < at < m.run.high:
                return m.run.high
        return at if at > mention.low else mention.high

    def _of_two(
        self,
        mention: NounPhrase,
        named: list[Named],
    ) -> Speaker:
        """Read Ann Lee and Bo Ek, who are two people; Tarn & Gale, which is one firm."""
        found = [of_name(m) for m in named[-2:]]
        people = [speaker.name for speaker in found if speaker.kind == "person"]
        names = list(filter(None, people))
        if len(names) < len(found):
            return Speaker(self.tagged.printed(*mention), "unknown", FIRM)
        return Speaker(" and ".join(names), "person", TWO_PEOPLE)
