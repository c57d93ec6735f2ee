"""From the printed mention of a speaker to who it is: a name, an unnamed source, or not known."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.analyses.names.antecedents import Antecedent, Antecedents
from newskit.analyses.names.bearers import INSTITUTIONS, Bearers
from newskit.analyses.names.evidence import KIN
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.register import Entity, Named, Register, register_of
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.names.tags import WORDS
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.csv_files import rule_words
from newskit.text.forms import fold

_ROLES = rule_words("newskit.analyses.names", "roles.csv")
_DOCUMENTS, _SPOUSES = _ROLES["document"], _ROLES["spouse"]
_ORGANIZATIONS = _ROLES["institution"] | _ROLES["any_institution"] | INSTITUTIONS
_APPOSITIVE = 8  # tags behind a role in which the name of its bearer begins
_NEAR = 60  # tags in front of a role in which someone may have been spoken of as it
_YEARS_OLD = re.compile(r"(\d{1,3})-year-old\Z")

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
        self.bearers = Bearers(self.register)
        self.antecedents = Antecedents(self.register, self.bearers)
        self._known: dict[NounPhrase, Speaker] = {}

    def speaker(self, mention: NounPhrase, earlier: Earlier = NOBODY) -> Speaker:
        """Say who a mention is."""
        if mention not in self._known:
            is_pronoun = self.tagged.tags[mention.low] == "P"
            self._known[mention] = self._of_pronoun(mention) if is_pronoun else self._of_phrase(mention)
        return self._known[mention]

    # --- he, she, it and they

    def _of_pronoun(self, mention: NounPhrase) -> Speaker:
        pronoun = fold(self.tagged.printed(*mention))
        found = self.antecedents.of(mention.low)
        if found.other is not None and found.who is not None:
            name = f"{found.who.name} and {found.other.name}"
            return Speaker(name, "person", _LIKELY)
        if found.who is not None:
            return self._of_antecedent(found)
        if pronoun == "it":
            kind = "document" if found.noun in _DOCUMENTS else "organization"
            return Speaker(None, kind, _NONE_FITS)
        if pronoun == "they" or found.noun:
            return Speaker(None, "unnamed", _LIKELY if found.noun else _NONE_FITS)
        return UNKNOWN._replace(factor=_NONE_FITS)

    def _of_antecedent(self, found: Antecedent) -> Speaker:
        """Read who a pronoun is; where two fit, the better placed one, and the other as well."""
        assert found.who is not None
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
        if not in_head or in_head[-1].run.high < head_end or tags[head_end - 1] == "Z":
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
        behind = self._name_behind(mention)
        if behind is not None:
            return behind

        words = [fold(self.tagged.printed(k, k + 1)) for k in range(mention.low, head_end)]
        role = words[-1].rstrip("’'")
        is_definite = self.tagged.tags[mention.low] in "DZz" and words[0] not in WORDS["indefinite"]
        if is_definite:
            for read in (self._of_bearer, self._of_age, self._of_kin, self._of_organization, self._of_later):
                found = read(words, mention)
                if found is not None:
                    return found
        return Speaker(None, _kind_of_noun(role), 1.0)

    def _name_behind(self, mention: NounPhrase) -> Speaker | None:
        """Read the name in apposition to a role: his deputy, Anna Rudnik."""
        tags, low = self.tagged.tags, mention.high + 1
        if tags[mention.high : low] != ",":
            return None

        # It ends where the apposition does: not his deputy, Anna Rudnik said.
        behind = self.register.between(low, low + _APPOSITIVE)
        if not behind or not _is_led(tags[low : behind[0].run.begin]):
            return None
        if tags[behind[0].run.high : behind[0].run.high + 1] not in (",", ".", "|", "(", ""):
            return None
        found = self._of_name(behind[0])
        return found._replace(factor=_BEARER_BEHIND) if found.kind == "person" else None

    def _of_bearer(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the mayor, where Ann Lee was said to be it."""
        bearers = self.bearers.before(words[-1], mention.low)
        if not bearers:
            return None

        # Of two deputies the one with more words in common: the deputy mayor. Of equals the last.
        wanted = frozenset(words)
        best = max(bearers, key=lambda bearer: (len(bearer.words & wanted), bearer.at))
        others = {bearer.who for bearer in bearers} - {best.who}
        factor = _ONE_OF_BEARERS if others else _BEARER
        also = next(iter(others)).name if others else None
        return Speaker(best.who.name, _kind(best.who), factor, also)

    def _of_age(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the 34-year-old, where Bo Ek, 34, is named; else who was spoken of last."""
        aged = next(filter(None, map(_YEARS_OLD.match, words)), None)
        if aged is None:
            return None
        who = self.bearers.by_age.get(int(aged.group(1)))
        if who is not None:
            return Speaker(who.name, "person", _BEARER)
        return self._of_last(mention)

    def _of_kin(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read her husband, who has her family name: Vince Sproat, of Denise Sproat."""
        if words[-1] not in KIN:
            return None
        pronoun = {"his": "he", "her": "she"}.get(words[0])
        if pronoun is None or words[-1] not in _SPOUSES:
            return None
        owner = self.antecedents.find(pronoun, mention.low).who
        if owner is None:
            return None
        other = "she" if pronoun == "he" else "he"
        sharing = [
            who for who in self.register.entities
            if who is not owner and who.keys[-1] == owner.keys[-1] and len(who.keys) > 1
            and self.antecedents.pronoun_of(who) in ("", other)
        ]  # fmt: skip
        return Speaker(sharing[0].name, "person", _ONE_OF_NAME) if len(sharing) == 1 else None

    def _of_organization(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the company, where a firm is named; of several the one that was named last."""
        if words[-1] not in _ORGANIZATIONS or words[0] in ("his", "her", "their", "its"):
            return None
        found = self.bearers.organizations(words[-1], mention.low)
        if not found:
            return None
        factor = _BEARER if len(found) == 1 else _ONE_OF_BEARERS
        also = found[1].name if len(found) > 1 else None
        return Speaker(found[0].name, "organization", factor, also)

    def _of_later(self, words: list[str], mention: NounPhrase) -> Speaker | None:
        """Read the chair of the jury, who is named only afterwards."""
        bearers = self.bearers.behind(words[-1], mention.low)
        if not bearers:
            return None
        return Speaker(bearers[0].who.name, _kind(bearers[0].who), _BEARER_LATER)

    def _of_last(self, mention: NounPhrase) -> Speaker | None:
        """Say who was spoken of last, as an epithet has it."""
        for pronoun in ("he", "she"):
            found = self.antecedents.find(pronoun, mention.low)
            if found.who is not None:
                return Speaker(found.who.name, "person", _EPITHET)
        return None


def _is_led(between: str) -> bool:
    """Whether only a title stands between a comma and a name: , the architect Tove Lind."""
    return len(between) <= 5 and between.strip("DnNe") == ""


def _kind(who: Entity) -> str:
    return who.kind


def _kind_of_noun(role: str) -> str:
    if role in _DOCUMENTS:
        return "document"
    return "organization" if role in _ORGANIZATIONS and not role_pronoun(role) else "unnamed"
