"""Who is meant by a role: the mayor, her husband, the company, the teenager; else its kind."""

from __future__ import annotations

import re

from newskit.analyses.names.bearers import INSTITUTIONS, MAY_BE, Bearers
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.phrases import Phrase
from newskit.analyses.names.references import References
from newskit.analyses.names.register import Register
from newskit.analyses.names.role_words import is_someone
from newskit.analyses.names.tags import WORDS
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.analyses.quotes.speaker import (
    BEARER,
    BEARER_BEHIND,
    BEARER_LATER,
    EPITHET,
    ONE_OF_BEARERS,
    ONE_OF_NAME,
    Speaker,
    of_name,
)
from newskit.csv_files import rule_words
from newskit.text.forms import fold

_ROLES = rule_words("newskit.analyses.names", "roles.csv")
DOCUMENTS = _ROLES["document"]
_ORGANIZATIONS = _ROLES["institution"] | _ROLES["any_institution"] | INSTITUTIONS
_SELVES = frozenset(("himself", "herself", "itself", "themselves"))
_FAR_BACK = 3000  # characters in which an organization may have been described
_ARTICLES = frozenset(("the", "this", "former", "late", "veteran"))
_WITH_MORE = 2  # words: the police boss
_LEADS = frozenset(("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "of"))


class RoleReader:
    """Reads the roles of one article."""

    def __init__(
        self,
        register: Register,
        bearers: Bearers,
        references: References,
    ) -> None:
        self.tagged = register.tagged
        self.register = register
        self.bearers = bearers
        self.references = references
        self.asker: str | None = None  # who asked what is answered

    def read(
        self,
        mention: NounPhrase,
        head_end: int,
    ) -> Speaker:
        """Read the mayor; his deputy, Anna Rudnik; the report; a spokesman for the ministry."""
        head_end = self._without_adverbs(mention.low, head_end)
        behind = self._name_behind(mention, head_end)
        if behind is not None:
            return behind

        words = self._words(mention.low, head_end)
        role = words[-1].rstrip("’'")
        found: Speaker | None = None
        if self._is_definite(mention.low, head_end, words[0]):
            found = self._of_definite(words, mention)
        elif head_end == mention.high and self._is_bare(mention, role):
            found = self._of_bearer(words, mention) or self._of_later(words, mention)
        found = found or self._of_called(words, mention)
        return found or Speaker(None, _kind_of_noun(role), 1.0)

    def _without_adverbs(
        self,
        low: int,
        high: int,
    ) -> int:
        """Return where a role ends before its adverbs: the mayor | once called."""
        while high > low + 1 and self.tagged.tags[high - 1] == "j":
            high -= 1
        return high

    def _words(
        self,
        low: int,
        high: int,
    ) -> list[str]:
        """Return the words of a role, in lower case: the mayor himself is the mayor."""
        words = [fold(self.tagged.printed(k, k + 1)) for k in range(low, high)]
        if words[-1] in _SELVES and len(words) > 1:
            words.pop()
        return words

    def _is_definite(
        self,
        low: int,
        high: int,
        first: str,
    ) -> bool:
        """Whether it is one who was spoken of: the mayor, Ann’s husband; not another mayor."""
        tags = self.tagged.tags
        is_led = tags[low] in "DZz" or "Z" in tags[low:high]
        return is_led and first not in WORDS["indefinite"]

    def _of_definite(
        self,
        words: list[str],
        mention: NounPhrase,
    ) -> Speaker | None:
        """Return what the first reading says that finds somebody."""
        readings = (
            self._of_kin,
            self._of_bearer,
            self._of_organization,
            self._of_later,
            self._of_called,
            self._of_epithet,
        )
        for read in readings:
            found = read(words, mention)
            if found is not None:
                return found
        return None

    def _is_bare(
        self,
        mention: NounPhrase,
        role: str,
    ) -> bool:
        """Whether it is one person without an article: counsel said; in a headline, says mayor."""
        return self.tagged.tags[mention.low] in "nN" and is_someone(role)

    def _name_behind(
        self,
        mention: NounPhrase,
        head_end: int,
    ) -> Speaker | None:
        """Read the name in apposition to a role: his deputy, Anna Rudnik."""
        beside = self.references.named_beside(Phrase(mention.low, head_end))
        if beside is None or beside.who.kind in ("organization", "place"):
            return None
        return of_name(beside)._replace(factor=BEARER_BEHIND)

    def _of_bearer(
        self,
        words: list[str],
        mention: NounPhrase,
    ) -> Speaker | None:
        """Read the mayor, where Ann Lee was said to be it."""
        bearers = self.bearers.before(words[-1], mention.low)
        if not bearers:
            who = self.references.parent(words[-1])
            return Speaker(who.name, "person", ONE_OF_BEARERS) if who is not None else None

        # Of two deputies the one with more words in common: the deputy mayor. Of equals the last.
        wanted = frozenset(words)
        ranked = sorted(bearers, key=lambda bearer: (len(bearer.words & wanted), bearer.at))
        best = ranked[-1].who
        near = self._subject_before(mention)
        is_more = len(words) > _WITH_MORE and not wanted <= ranked[-1].words | _ARTICLES
        is_other = near is not None and near not in [bearer.who for bearer in bearers]
        if is_more and near is not None and is_other:
            return Speaker(near.name, "person", ONE_OF_BEARERS, best.name)
        other = next((bearer.who for bearer in reversed(ranked) if bearer.who is not best), None)
        if other is None:
            return Speaker(best.name, best.kind, BEARER)
        return Speaker(best.name, best.kind, ONE_OF_BEARERS, other.name)

    def _subject_before(
        self,
        mention: NounPhrase,
    ) -> Entity | None:
        """Return the person who is the subject of the sentence before, in the same paragraph."""
        tagged = self.tagged
        end = tagged.sentence_start(mention.low) - 1
        low = tagged.sentence_start(end) if end > 0 else 0
        if end <= 0 or tagged.tags[end] == "|":
            return None
        subject = self.register.subject(low, end)
        named = self.register.between(*subject) if subject else []
        return named[-1].who if named and named[-1].who.kind == "person" else None

    def _of_epithet(
        self,
        words: list[str],
        mention: NounPhrase,
    ) -> Speaker | None:
        """Read the 34-year-old; the teenager, who was spoken of last."""
        who = self.references.epithet(words, mention.low, self.asker)
        return Speaker(who.name, "person", EPITHET) if who is not None else None

    def _of_kin(
        self,
        words: list[str],
        mention: NounPhrase,
    ) -> Speaker | None:
        """Read her husband, who has her family name: Vince Sproat, of Denise Sproat."""
        who = self.references.kin(words, mention.low)
        return Speaker(who.name, "person", ONE_OF_NAME) if who is not None else None

    def _of_organization(
        self,
        words: list[str],
        mention: NounPhrase,
    ) -> Speaker | None:
        """Read the company, where a firm is named; of several the one that was named last."""
        found = self.references.organizations(words, mention.low)
        if not found or self._is_described(words[-1], mention, found[0]):
            return None
        factor = BEARER if len(found) == 1 else ONE_OF_BEARERS
        also = found[1].name if len(found) > 1 else None
        return Speaker(found[0].name, "organization", factor, also)

    def _is_described(
        self,
        noun: str,
        mention: NounPhrase,
        who: Entity,
    ) -> bool:
        """Whether it is an organization without a name: the city’s transport authority."""
        is_beside = self.bearers.beside(mention.low) is who
        if is_beside or self.bearers.fit(noun, who) > MAY_BE:
            return False
        text, end = self.tagged.text, self.tagged.starts[mention.low]
        before = text[max(end - _FAR_BACK, 0) : end]
        led = re.findall(rf"(\w+)[’']?s? {re.escape(noun)}\b", before, re.IGNORECASE)
        return any(word.casefold() not in _LEADS for word in led)

    def _of_later(
        self,
        words: list[str],
        mention: NounPhrase,
    ) -> Speaker | None:
        """Read the chair of the jury, who is named only afterwards."""
        bearers = self.bearers.behind(words[-1], mention.low)
        if not bearers:
            return None
        return Speaker(bearers[0].who.name, bearers[0].who.kind, BEARER_LATER)

    def _of_called(
        self,
        words: list[str],
        mention: NounPhrase,
    ) -> Speaker | None:
        """Read the man beside me, who turns out to be Bo Ek."""
        who = self.references.called_behind(words, Phrase(*mention))
        return Speaker(who.name, "person", BEARER_LATER) if who is not None else None


def _kind_of_noun(role: str) -> str:
    if role in DOCUMENTS:
        return "document"
    is_organization = role in _ORGANIZATIONS and not role_pronoun(role)
    return "organization" if is_organization else "unnamed"
