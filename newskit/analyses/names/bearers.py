"""Roles of an article: that Ann Lee is the mayor, so that "the mayor said" has a name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from newskit.analyses.names.evidence import KIN, age_of, nouns_beside
from newskit.analyses.names.register import Entity, Register
from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import fold

_WORDS = rule_words(__package__, "roles.csv")
_KINDS: dict[str, set[str]] = defaultdict(set)
for _row in csv_rows(__package__, "organizations.csv"):
    _KINDS[_row["word"]].add(_row["class"])
_ANY = "any"
INSTITUTIONS = _WORDS["institution"] | _WORDS["any_institution"] | _KINDS.keys()
_MANY = 40  # bearers of one role that are looked at
# One person's title in two forms: the chairwoman is the chair.
_PARTS_OF_PAIRS = ("woman", "man", "person", "lady")
_NEAR, _FAR = 7, 60  # tags from a name back to her in her aunt, and from there to whom she is
_TAG = attrgetter("at")


class Bearer(NamedTuple):
    """Who bears a role, the tag where it is printed, and its words."""

    who: Entity
    at: int
    words: frozenset[str]


class Bearers:
    """Who bears which role in an article; read when it is first asked for."""

    def __init__(self, register: Register) -> None:
        self._register = register

    @cached_property
    def _by_role(self) -> dict[str, list[Bearer]]:
        by_role: dict[str, list[Bearer]] = defaultdict(list)
        tagged = self._register.tagged
        for run, who, _ in self._register.named:
            for words in nouns_beside(tagged, run):
                by_role[_head(words[-1])].append(Bearer(who, run.low, frozenset(words)))
        return dict(by_role)

    @cached_property
    def by_age(self) -> dict[int, Entity]:
        """Who is how old: the 34-year-old."""
        tagged = self._register.tagged
        ages = ((age_of(tagged, run), who) for run, who, _ in reversed(self._register.named))
        return {age: who for age, who in ages if age is not None}

    @cached_property
    def kin(self) -> list[tuple[Entity, str, Entity]]:
        """Who is whose: owner, role, kin; his aunt Loretta Pruitt, where he is Deshawn."""
        found: list[tuple[Entity, str, Entity]] = []
        for bearers in self._by_role.values():
            for who, at, words in bearers:
                told = next((word for word in words if word in KIN), None)
                owner = self._owner_before(at) if told else None
                if told and owner is not None and owner is not who:
                    found.append((owner, told, who))
        return found

    def _owner_before(self, at: int) -> Entity | None:
        """Return who owns the kin printed at a tag: the person named last before their pronoun."""
        tagged = self._register.tagged
        low = max(at - _NEAR, 0)
        for k in range(at - 1, low, -1):
            if tagged.tags[k] == "D" and fold(tagged.printed(k, k + 1)) in ("his", "her"):
                before = self._register.between(max(k - _FAR, 0), k)
                people = [m.who for m in before if m.who.kind == "person"]
                return people[-1] if people else None
        return None

    @cached_property
    def _organizations(self) -> list[tuple[int, Entity]]:
        """Every printed name of an organization, in order."""
        named = self._register.named
        return [(m.run.low, m.who) for m in named if is_organization(m.who)]

    def before(self, role: str, at: int) -> list[Bearer]:
        """Return who bears a role, as printed before tag `at`; of very many only the last."""
        known = self._by_role.get(_head(role), [])
        last = bisect_left(known, at, key=_TAG)
        return known[max(last - _MANY, 0) : last]

    def behind(self, role: str, at: int) -> list[Bearer]:
        """Return who is said to bear a role only later."""
        known = self._by_role.get(_head(role), [])
        first = bisect_left(known, at, key=_TAG)
        return known[first : first + _MANY]

    def organizations(self, noun: str, at: int) -> list[Entity]:
        """Return the organizations that a common noun may mean, who was named last first."""
        last = bisect_left(self._organizations, at, key=lambda pair: pair[0])
        lately = self._organizations[max(last - _MANY, 0) : last]
        named = dict.fromkeys(who for _, who in reversed(lately))
        beside = {bearer.who for bearer in self.before(noun, at)}
        fitting = {who: 2 if who in beside else _fit(noun, who.words) for who in named}
        best = max(fitting.values(), default=0)
        return [who for who in named if fitting[who] == best > 0]

    def fit(self, noun: str, who: Entity, at: int) -> int:
        """Say how well a common noun stands for someone named, at a tag."""
        beside = any(bearer.who is who for bearer in self.before(noun, at))
        return 2 if beside else _fit(noun, who.words)


def is_organization(who: Entity) -> bool:
    """Return whether a name may be an organization's: by its kind, or by what stands around it."""
    if who.is_doubtful:
        return False
    return who.kind == "organization" or (who.kind == "unknown" and who.organization > 0)


@lru_cache(maxsize=20_000)
def _fit(noun: str, words: tuple[str, ...]) -> int:
    """Say how well a common noun stands for a name: 2, the bank of Harbor Bank; 1, of Harbor."""
    wanted = _KINDS.get(noun, set())
    told = [fold(word) for word in words]
    if noun in told:
        return 2
    kinds = set().union(*(_KINDS.get(word, set()) for word in told))
    if kinds and wanted & kinds:
        return 2
    return 1 if wanted and (not kinds or _ANY in wanted) else 0


@lru_cache(maxsize=20_000)
def _head(role: str) -> str:
    """Return what a role is found by: spokeswoman, spokesman and spokesperson are one."""
    for ending in _PARTS_OF_PAIRS:
        if role.endswith(ending) and len(role) > len(ending) + 2:
            return role[: -len(ending)] + "person"
    return _SAME.get(role, role)


_SAME = {row["word"]: row["note"] for row in csv_rows(__package__, "same_roles.csv")}


def is_kin(word: str) -> bool:
    """Return whether a word names someone of a family."""
    return word in KIN
