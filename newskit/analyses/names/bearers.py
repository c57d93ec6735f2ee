"""Roles of an article: that Ann Lee is the mayor, so that "the mayor said" has a name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from newskit.analyses.names.beside import age_of, nouns_beside
from newskit.analyses.names.doers import doer
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.lead import lead_role
from newskit.analyses.names.register import Register
from newskit.analyses.names.role_words import KIN, RELATED
from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import fold

_WORDS = rule_words(__package__, "roles.csv")
_KINDS: dict[str, set[str]] = defaultdict(set)
for _row in csv_rows(__package__, "organizations.csv"):
    _KINDS[_row["word"]].add(_row["class"])
_NO_KINDS: frozenset[str] = frozenset()
_ANY = "any"
INSTITUTIONS = _WORDS["institution"] | _WORDS["any_institution"] | _KINDS.keys()
_MANY = 40  # bearers of one role that are looked at
# One person's title in two forms: the chairwoman is the chair.
_PARTS_OF_PAIRS = ("woman", "man", "person", "lady")
_NEAR = 8  # tags from a name back to her, in her aunt, the painter Ada Brandt
_TAG, _FIRST = attrgetter("at"), itemgetter(0)
_SAME_WORD, MAY_BE = 3, 2  # how well a noun fits: by a word, by nothing against it
_TELLS, _MEDIA = ("told", "tells"), frozenset(("newspaper",))
_CLUBS = ("club", "side", "team")
_OF_CLUBS = frozenset(("town", "city", "county", "united", "rovers", "wanderers", "athletic"))
_DEEDS = 60  # roles of an article whose deeds are looked for: each costs a look through it
_GENERAL = 4  # kinds that a company may be of
_FIRMS = frozenset(("company", "bank", "airline"))


class Bearer(NamedTuple):
    """Who bears a role, the tag where it is printed, and its words."""

    who: Entity
    at: int
    words: frozenset[str]


class Bearers:
    """Who bears which role in an article; read when it is first asked for."""

    def __init__(
        self,
        register: Register,
    ) -> None:
        self._register = register
        self._by_deed: dict[str, list[Bearer]] = {}

    @cached_property
    def _by_role(self) -> dict[str, list[Bearer]]:
        by_role: dict[str, list[Bearer]] = defaultdict(list)
        tagged = self._register.tagged
        for run, who, _ in self._register.named:
            for words in nouns_beside(tagged, run):
                by_role[head_of(words[-1])].append(Bearer(who, run.low, frozenset(words)))

        first = lead_role(self._register)
        if first is not None:
            (run, who, _), words = first.named, first.words
            bearers = by_role[head_of(words[-1])]
            bearers.append(Bearer(who, run.low, frozenset(words)))
            bearers.sort(key=_TAG)
        return dict(by_role)

    @cached_property
    def by_age(self) -> dict[int, Entity]:
        """Who is how old: the 34-year-old."""
        tagged = self._register.tagged
        ages = ((age_of(tagged, run), who) for run, who, _ in reversed(self._register.named))
        return {age: who for age, who in ages if age is not None}

    @cached_property
    def kin(self) -> list[tuple[int, str, Entity]]:
        """Who is somebody's kin: the tag of his or her, the role, and who has it."""
        found: list[tuple[int, str, Entity]] = []
        for bearers in self._by_role.values():
            for who, at, words in bearers:
                told = next((word for word in words if word in RELATED), None)
                owner = self.owner_before(at) if told else -1
                if told and owner >= 0:
                    found.append((owner, told, who))
        return found[:_MANY]

    def owner_before(
        self,
        at: int,
    ) -> int:
        """Return the tag of his, her or Ann’s before the kin printed at a tag; else -1."""
        tagged = self._register.tagged
        for k in range(at - 1, max(at - _NEAR, 0), -1):
            is_his = tagged.tags[k] == "D" and fold(tagged.printed(k, k + 1)) in ("his", "her")
            if is_his or tagged.tags[k] == "Z":
                return k
        return -1

    @cached_property
    def _organizations(self) -> list[tuple[int, Entity]]:
        """Every printed name of an organization, in order."""
        named = self._register.named
        return [(m.run.low, m.who) for m in named if is_organization(m.who) or _is_club(m.who)]

    def before(
        self,
        role: str,
        at: int,
    ) -> list[Bearer]:
        """Return who bears a role, as printed before tag `at`; of very many only the last."""
        known = self._by_role.get(head_of(role), [])
        last = bisect_left(known, at, key=_TAG)
        return known[max(last - _MANY, 0) : last] or self._doers(role)

    def _doers(
        self,
        role: str,
    ) -> list[Bearer]:
        """Return who does what the role says, if that is told: who leads the union."""
        if role not in self._by_deed:
            is_few = len(self._by_deed) < _DEEDS
            named = doer(self._register, role) if is_few else None
            words = frozenset((role,))
            self._by_deed[role] = [Bearer(named.who, named.run.low, words)] if named else []
        return self._by_deed[role]

    def behind(
        self,
        role: str,
        at: int,
    ) -> list[Bearer]:
        """Return who is said to bear a role only later."""
        known = self._by_role.get(head_of(role), [])
        first = bisect_left(known, at, key=_TAG)
        return known[first : first + _MANY]

    def organizations(
        self,
        noun: str,
        at: int,
    ) -> list[Entity]:
        """Return whom a common noun may mean: of its paragraph first, then the most named."""
        last = bisect_left(self._organizations, at, key=_FIRST)
        lately = self._organizations[max(last - _MANY, 0) : last]
        times = Counter(who for _, who in reversed(lately))
        fitting = {who: self.fit(noun, who) for who in times}
        best = max(fitting.values(), default=0)
        found = [who for who, _ in times.most_common() if fitting[who] == best > 0]
        firm = [who for who in found if who.kind == "organization"] or found

        beside = self.beside(at)
        firm.sort(key=lambda who: who is not beside)
        return firm

    def called_so(
        self,
        noun: str,
    ) -> list[Entity]:
        """Return the organizations whose name ends with a noun: the sacco, of Owners Sacco."""
        return self._by_last_word.get(noun, [])

    @cached_property
    def _by_last_word(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = defaultdict(list)
        for who in self._register.entities:
            if len(who.words) > 1 and who.kind == "organization":
                found[fold(who.words[-1])].append(who)
        return dict(found)

    def beside(
        self,
        at: int,
    ) -> Entity | None:
        """Return the organization that was named last in the paragraph of a tag."""
        last = bisect_left(self._organizations, at, key=_FIRST)
        named, who = self._organizations[last - 1] if last else (-1, None)
        return who if named >= self._register.tagged.paragraph_start(at) else None

    def fit(
        self,
        noun: str,
        who: Entity,
    ) -> int:
        """Say how well a noun stands for a name: 3, the bank for Harbor Bank; 2, for Harbor."""
        wanted = _KINDS.get(noun, _NO_KINDS)
        beside = self._nouns.get(who, _NO_KINDS)
        if noun in beside or noun in map(fold, who.words):
            return _SAME_WORD + 1
        if noun in _CLUBS and _is_club(who):
            return _SAME_WORD

        kinds = self._kinds(who)
        shared = wanted & kinds
        # The company is sooner a firm without a kind than an orchestra.
        is_firm = not kinds.isdisjoint(_FIRMS)
        if shared and (is_firm or not is_general(noun)):
            return _SAME_WORD
        if _may_be(noun, who, wanted) and (not kinds or _ANY in wanted):
            return MAY_BE
        return 1 if shared else 0

    def _kinds(
        self,
        who: Entity,
    ) -> frozenset[str]:
        """Return of what kinds an organization is, by its name and what is beside it."""
        beside = (_KINDS.get(word, _NO_KINDS) for word in self._nouns.get(who, _NO_KINDS))
        kinds = _kinds_of_name(who.words).union(*beside)
        return _MEDIA if not kinds and who in self._told else kinds

    @cached_property
    def _told(self) -> set[Entity]:
        """The names that somebody told something: the Lantern, which is a medium."""
        tagged = self._register.tagged
        found: set[Entity] = set()
        for run, who, _ in self._register.named:
            at = run.begin - 1
            if at > 0 and tagged.tags[at] == "D":
                at -= 1
            is_verb = at > 0 and tagged.tags[at] == "V"
            if is_verb and fold(tagged.printed(at, at + 1)) in _TELLS:
                found.add(who)
        return found

    @cached_property
    def _nouns(self) -> dict[Entity, set[str]]:
        """The common nouns that are printed beside each name: Harbor, the regional lender."""
        nouns: dict[Entity, set[str]] = defaultdict(set)
        for bearers in self._by_role.values():
            for who, _, words in bearers:
                nouns[who] |= words & INSTITUTIONS
        return dict(nouns)


def _may_be(
    noun: str,
    who: Entity,
    wanted: AbstractSet[str],
) -> bool:
    """Whether a name without a kind may be meant: the coastguard is no storm."""
    is_firm = is_general(noun) or not wanted.isdisjoint(_FIRMS)
    return bool(wanted) and (is_firm or who.kind == "organization")


def is_general(noun: str) -> bool:
    """Whether a noun stands for organizations of many kinds: the company, the group."""
    return len(_KINDS.get(noun, _NO_KINDS)) >= _GENERAL


def is_organization(who: Entity) -> bool:
    """Return whether a name may be an organization's: by its kind, or by what stands around it."""
    if who.is_doubtful:
        return False
    if who.kind == "organization":
        return True
    # Two words of which nothing tells that they are a person may be a firm: Météo Sud.
    return who.kind != "place" and not who.is_likely_person


def _is_club(who: Entity) -> bool:
    """Whether a name may be a club's: Hatherley Town, which is else a place."""
    return len(who.words) > 1 and fold(who.words[-1]) in _OF_CLUBS


@lru_cache(maxsize=20_000)
def _kinds_of_name(words: tuple[str, ...]) -> frozenset[str]:
    """Return the kinds that the head of a name tells: of Union of Railway Workers, a union’s."""
    told = [fold(word) for word in words]
    small = next((k for k, word in enumerate(words) if k and word.islower()), len(words))
    for word in (*reversed(told[:small]), *told[small:]):
        if word in _KINDS:
            return frozenset(_KINDS[word])
    return frozenset()


@lru_cache(maxsize=20_000)
def head_of(role: str) -> str:
    """Return what a role is found by: spokeswoman, spokesman and spokesperson are one."""
    for ending in _PARTS_OF_PAIRS:
        if role.endswith(ending) and len(role) > len(ending) + 2:
            return role[: -len(ending)] + "person"
    return _SAME.get(role, role)


_SAME = {row["word"]: row["note"] for row in csv_rows(__package__, "same_roles.csv")}


def is_kin(word: str) -> bool:
    """Return whether a word names someone of a family."""
    return word in KIN
