"""Who is meant without a name: the mayor, her nephew, the 34-year-old, a man called Bo Ek."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newskit.analyses.names.bearers import INSTITUTIONS, MAY_BE, Bearers, head_of, is_general
from newskit.analyses.names.candidate import OWNERS
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.epithets import Epithets, ReferenceFinder
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.linker import Named
from newskit.analyses.names.once import Once
from newskit.analyses.names.phrases import Phrase, apposition
from newskit.analyses.names.pronoun_fit import PronounFit
from newskit.analyses.names.register import Register
from newskit.analyses.names.role_words import ABOVE, BELOW, KIN, RELATED, is_someone
from newskit.csv_files import rule_words
from newskit.text.forms import fold

_SPOUSES = rule_words(__package__, "roles.csv")["spouse"]
_INDEFINITE = rule_words(__package__)["indefinite"]
# Who is the widow: whose husband is named.
_CHILDREN, _PARENTS = frozenset(("son", "daughter")), frozenset(("mother", "father"))
_KIN_OF = {
    **dict.fromkeys((*_PARENTS, "mum", "dad"), _CHILDREN),
    **dict.fromkeys(_CHILDREN, _PARENTS),
    **dict.fromkeys(("widow", "wife"), frozenset(("husband",))),
    **dict.fromkeys(("widower", "husband"), frozenset(("wife",))),
}
_DEFINITE = ("the", "this")
_LONGEST = 8  # tags of a name
_WITH_MORE = 2  # words: the interior ministry
_WITH_VERB = 3  # words: his widow plans
_ENDS_APPOSITION = (",", ".", "|", "(", "-", "")
_APPOSITIVE = 8  # tags from the comma of an apposition to its name
_FAR = 60  # tags behind a phrase in which it may get its name
_FAR_BACK = 3000  # characters in which someone unnamed may have been introduced
# Her name is, who gave his name only as, a man called, he turned out to be
_CALLED = re.compile(
    r"\b(?:names? (?:\w+ ){0,3}as|named|called|will call|identified(?: \w+){0,2} as"
    r"|turned out to be|known(?: \w+){0,3} as|names?,|name (?:is|was)"
    r"|introduced (?:him|her)self as)\s+\Z"
)


class References:
    """Reads roles, kin and epithets of one article."""

    def __init__(
        self,
        register: Register,
        bearers: Bearers,
        fit: PronounFit,
        antecedents: ReferenceFinder,
    ) -> None:
        self._register = register
        self._tagged = register.tagged
        self._bearers = bearers
        self._fit = fit
        self._antecedents = antecedents
        self._owners: dict[int, Entity | None] = {}
        self._epithets = Epithets(register.tagged, bearers, fit, antecedents)

    def words(
        self,
        phrase: Phrase,
    ) -> list[str]:
        """Return the words of a phrase, in lower case."""
        return [fold(self._tagged.printed(k, k + 1)) for k in range(phrase.low, phrase.high)]

    def without_verb(
        self,
        phrase: Phrase,
    ) -> Phrase:
        """Take off what looks like a noun and is the verb: his widow | plans."""
        if phrase.high - phrase.low < _WITH_VERB:
            return phrase
        *_, noun, last = self.words(phrase)
        is_verb = last.endswith("s") and is_someone(noun) and not is_someone(last)
        return Phrase(phrase.low, phrase.high - 1) if is_verb else phrase

    def meant(
        self,
        phrase: Phrase,
    ) -> tuple[Entity | None, str]:
        """Say who a phrase without a name means, and its last word if it is no one named."""
        words = self.words(phrase)
        who = (
            self.bearer(words, phrase.low)
            or self.called_behind(words, phrase)
            or self.epithet(words, phrase.low)
        )
        return who, "" if who else words[-1]

    def epithet(
        self,
        words: list[str],
        at: int,
        but: str | None = None,
    ) -> Entity | None:
        """Say who the 34-year-old is; `but` is the name of somebody who cannot be meant."""
        return self._epithets.meant(words, at, but)

    # --- a name right beside it

    def named_beside(
        self,
        phrase: Phrase,
    ) -> Named | None:
        """Return the name in apposition to a role: the chair of the jury, the architect Bo Ek."""
        tags, at = self._tagged.tags, apposition(self._tagged.tags, phrase)
        behind = self._register.between(at, at + _APPOSITIVE) if at >= 0 else []
        # Of the Harbor Trust member Bo Ek the last name; not his deputy, Anna Rudnik said.
        for named in behind:
            is_between = tags[at : named.run.begin].strip("DZzneN")
            if is_between:
                break
            if tags[named.run.high : named.run.high + 1] in _ENDS_APPOSITION:
                return named
        return None

    def called_behind(
        self,
        words: list[str],
        phrase: Phrase,
    ) -> Entity | None:
        """Read a pensioner who gave her name as Nonie; the man. He turned out to be Bo Ek."""
        if not is_someone(words[-1]):
            return None
        tagged = self._tagged
        end = tagged.sentence_end(phrase.high)
        if tagged.tags[end + 1 : end + 2] == "P":
            end = tagged.sentence_end(end + 1)

        behind = self._register.between(phrase.high, min(end, phrase.high + _FAR))
        if not behind:
            return None
        between = tagged.text[tagged.ends[phrase.high - 1] : tagged.starts[behind[0].run.low]]
        return behind[0].who if _CALLED.search(between) else None

    # --- roles and kin

    def bearer(
        self,
        words: list[str],
        at: int,
    ) -> Entity | None:
        """Say who is meant by a definite role: the mayor; not a mayor."""
        if words[0] in _INDEFINITE or len(words) < 2:
            return None
        kin = self.kin(words, at)
        if kin is not None:
            return kin

        bearers = self._bearers.before(words[-1], at)
        if bearers:
            wanted = frozenset(words)
            return max(bearers, key=lambda b: (len(b.words & wanted), b.at)).who
        return self.parent(words[-1]) or next(iter(self.organizations(words, at)), None)

    def organizations(
        self,
        words: list[str],
        at: int,
    ) -> list[Entity]:
        """Return whom the company may be; but the players’ association is another one."""
        noun = words[-1]
        is_own = words[0] in ("his", "her", "their", "its")
        if is_own or any(word.endswith("s") for word in words[1:-1]):
            return []
        if noun not in INSTITUTIONS:
            return self._bearers.called_so(noun)

        # The interior ministry is none that has another name.
        found = self._bearers.organizations(noun, at)
        is_more = len(words) > _WITH_MORE and not is_general(noun)
        is_named = bool(found) and self._bearers.fit(noun, found[0]) > MAY_BE
        return [] if is_more and not is_named else found

    def kin(
        self,
        words: list[str],
        at: int,
    ) -> Entity | None:
        """Say who her nephew is: who was said to be it, whose aunt she is, who has her name."""
        role = words[-1]
        owner = self._owner_in(words, at) if role in RELATED else None
        if owner is None:
            return None

        pronoun = role_pronoun(role)
        for who in (*self._told_kin(owner, role), *self._of_one_name(owner, role)):
            if not pronoun or self._fit.pronoun_of(who) in ("", pronoun):
                return who
        return None

    def _owner_in(
        self,
        words: list[str],
        at: int,
    ) -> Entity | None:
        """Say whose kin a phrase at a tag is: her husband; Ms Stubbs’ husband."""
        if words[0] in OWNERS:
            return self._antecedents.find(OWNERS[words[0]], at).who
        owner = self._tagged.tags.find("Z", at, at + len(words) - 1)
        return self._owner_of(owner) if owner >= 0 else None

    def _told_kin(
        self,
        owner: Entity,
        role: str,
    ) -> Iterator[Entity]:
        known = [(self._owner_of(k), word, who) for k, word, who in self._bearers.kin]
        yield from (w for o, word, w in known if o is owner and head_of(word) == head_of(role))
        yield from (o for o, word, w in known if o and w is owner and _is_other_side(word, role))

    def _of_one_name(
        self,
        owner: Entity,
        role: str,
    ) -> list[Entity]:
        """Return the one other person of a family name, for husband and wife."""
        if role not in _SPOUSES:
            return []
        sharing = [who for who in self._families.get(owner.keys[-1], ()) if who is not owner]
        return sharing if len(sharing) == 1 else []

    @Once
    def _families(self) -> dict[str, list[Entity]]:
        """Sort the people of two words and more by the last."""
        families: dict[str, list[Entity]] = defaultdict(list)
        for who in self._register.entities:
            if len(who.keys) > 1:
                families[who.keys[-1]].append(who)
        return families

    def parent(
        self,
        role: str,
    ) -> Entity | None:
        """Say who the mother is, where her son is named; the widow, where her husband is."""
        if role not in _KIN_OF:
            return None
        owners = (self._owner_of(k) for k, word, _ in self._bearers.kin if word in _KIN_OF[role])
        for who in owners:
            if who is not None and self._fit.pronoun_of(who) in ("", role_pronoun(role)):
                return who
        return None

    def _owner_of(
        self,
        at: int,
    ) -> Entity | None:
        """Say who his or her is, in front of kin."""
        if at not in self._owners:
            self._owners[at] = None  # as long as it is being read
            if self._tagged.tags[at] == "Z":
                named = self._register.between(max(at - _LONGEST, 0), at + 1)
                is_owner = bool(named) and named[-1].run.high == at + 1
                self._owners[at] = named[-1].who if is_owner else None
                return self._owners[at]
            pronoun = OWNERS[fold(self._tagged.printed(at, at + 1))]
            self._owners[at] = self._antecedents.find(pronoun, at).who
        return self._owners[at]


def _is_other_side(
    told: str,
    role: str,
) -> bool:
    """Whether who has one may be the other: a nephew's aunt, an apprentice's boss."""
    if told in KIN:
        return role in KIN and told != role
    return role in (ABOVE if told in BELOW else BELOW)
