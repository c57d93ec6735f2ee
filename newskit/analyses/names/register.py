"""The register of an article: who and what it names, and which name each printed one is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from newskit.analyses.names.evidence import (
    SURE,
    Evidence,
    evidence,
    is_demonym,
    is_office,
    is_role_word,
    is_someone,
)
from newskit.analyses.names.given_names import given_pronoun
from newskit.analyses.names.name_forms import (
    ORGANIZATION_WORDS,
    TITLES,
    Name,
    is_full_name,
    is_place,
    name_key,
    name_kind,
    skeleton,
)
from newskit.analyses.names.runs import Run, prose_runs
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

# Of a name of several words, which word stands for it: the last, the first, one between.
_LAST, _FIRST, _BETWEEN = 0, 1, 2
INITIALS = "..."  # behind a letter, no word: names that begin with it, for acronyms
_MANY = 40  # names that share a word and are looked at: a list of guests has hundreds


@dataclass(eq=False)
class Entity:
    """Someone or something named, with every spelling.

    `pronoun` is what the article tells (a title, or he and she that can be no one else); `hint`
    what a given name makes likely.
    """

    keys: tuple[str, ...]
    words: tuple[str, ...]
    spellings: dict[str, int] = field(default_factory=dict)
    pronoun: str = ""
    hint: str = ""
    person: int = 0
    organization: int = 0
    place: int = 0
    at: int = 0  # where it is first printed
    titled: int = 0  # times that it is printed behind a title
    alone: int = 0  # times that no noun stands right behind it: the Polish designer
    inside: int = 0  # times that it is printed inside a sentence, where only a name has a capital

    @property
    def name(self) -> str:
        """The spelling printed most of those with most words; of equals the first."""
        if not self.spellings:
            return " ".join(self.words)
        longest = max(spelled.count(" ") for spelled in self.spellings)
        full = [spelled for spelled in self.spellings if spelled.count(" ") == longest]
        return max(full, key=self.spellings.__getitem__)

    @property
    def kind(self) -> str:
        """Person, organization, place or unknown, by its words and what stands around it."""
        is_titled = self.titled > 0 and self.person >= self.organization
        if not is_titled and name_kind(self.words) == "organization":
            return "place" if is_place(self.words) else "organization"
        return self._kind_by_evidence()

    def _kind_by_evidence(self) -> str:
        # A given name is evidence like any other.
        person = self.person + (SURE if self.hint and len(self.words) > 1 else 0)
        if max(self.organization, self.place) > person:
            return "place" if self.place > self.organization else "organization"

        # Two words are a person if nothing speaks against it; one is, if a good deal speaks for it.
        is_person = is_full_name(self.words) or person >= SURE
        return "person" if is_person else "unknown"

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be no name at all: a word that only opens sentences."""
        if len(self.words) > 1 or self.kind != "unknown":
            return False
        return not self.inside or not self.alone

    @property
    def is_likely_person(self) -> bool:
        """Whether something speaks for a person, be it a given name only."""
        return bool(self.person or self.hint or self.pronoun)

    @property
    def he_or_she(self) -> str:
        """What the article tells, else what the given name makes likely."""
        return self.pronoun or self.hint

    def add(self, name: Name, weighed: Evidence) -> None:
        """Count one printed name, and what stands around it."""
        self.pronoun = name.pronoun or self.pronoun
        self.hint = self.hint or name.hint
        self.titled += bool(name.title)
        self.person += weighed.person
        self.organization += weighed.organization
        self.place += weighed.place


class Named(NamedTuple):
    """A printed name, who it is, and who else it may be."""

    run: Run
    who: Entity
    also: Entity | None


@dataclass(frozen=True)
class Register:
    """Who is named in an article, and every printed name in order."""

    tagged: TagSequence
    entities: list[Entity]
    named: list[Named]
    lows: list[int]  # the tag of each printed name
    linker: Linker  # says who a name is that is printed elsewhere: in a headline, in a quotation

    def between(self, low: int, high: int) -> list[Named]:
        """Return the names printed in tags[low:high]."""
        return self.named[bisect_left(self.lows, low) : bisect_left(self.lows, high)]


def register_of(tagged: TagSequence) -> Register:
    """Read the names of an article outside quotation marks."""
    runs = [run for run in prose_runs(tagged) if not _is_office(tagged, run)]
    full = _full_names(runs) | _couples(tagged, runs)
    linker = Linker(full, _by_word(full))
    named = [linker.named(tagged, run) for run in runs if not linker.is_role(tagged, run)]
    entities = list(dict.fromkeys(mention.who for mention in named))
    return Register(tagged, entities, named, [mention.run.low for mention in named], linker)


def _is_office(tagged: TagSequence, run: Run) -> bool:
    """Whether the words are an office, not a name: the Police Public Relations Officer."""
    if len(run.name.words) == 1 or run.begin == 0 or tagged.tags[run.begin - 1] != "D":
        return False
    words = list(map(fold, run.name.words))
    if words[0] in ORGANIZATION_WORDS or given_pronoun(words[0]):
        return False
    return is_office(words[-1]) or TITLES.issuperset(words)


def _full_names(runs: list[Run]) -> dict[tuple[str, ...], Entity]:
    """Collect the names of two words and more; a shorter form of a longer one is the same."""
    full: dict[tuple[str, ...], Entity] = {}
    for run in runs:
        keys = run.name.keys
        if len(keys) > 1 and keys not in full:
            full[keys] = Entity(keys, run.name.words, at=run.low)

    # Maria Luisa de la Cruz is Maria de la Cruz, and Lyudmila Petrovna is Lyudmila Petrovna Sokolova.
    for keys in [keys for keys in full if len(keys) > 2]:
        longer = full[keys]
        for part in _parts(keys):
            if part in full and len(full[part].keys) < len(longer.keys):
                full[part] = longer
    return full


def _couples(
    tagged: TagSequence, runs: list[Run]
) -> dict[tuple[str, ...], Entity]:
    """Read Ann and Bo Lee, who are both called Lee."""
    found: dict[tuple[str, ...], Entity] = {}
    for run, behind in pairwise(runs):
        is_joined = run.high + 1 == behind.begin and tagged.tags[run.high] == "&"
        name, other = run.name, behind.name
        if not is_joined or len(name.words) > 1 or not other.is_full or name.title:
            continue
        if given_pronoun(fold(name.words[0])):
            words = (name.words[0], other.words[-1])
            who = Entity((name.keys[0], other.keys[-1]), words, {" ".join(words): 0}, at=run.low)
            who.hint = given_pronoun(fold(name.words[0]))
            found[who.keys] = who
    return found


def _parts(keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the shorter forms of a name that are still two words or more."""
    n = len(keys)
    runs = [keys[i:j] for i in range(n) for j in range(i + 2, n + 1) if j - i < n]
    return [*runs, (keys[0], keys[-1])]


def _by_word(
    full: dict[tuple[str, ...], Entity],
) -> dict[str, list[tuple[int, Entity]]]:
    """Return which names each word may stand for, and how well: the last word best."""
    by_word: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
    for who in dict.fromkeys(full.values()):
        for k, key in enumerate(who.keys):
            by_word[key].append((_rank(k, who), who))

        if len(who.keys) > 2 or name_kind(who.words) == "organization":
            by_word[who.keys[0][:1] + INITIALS].append((_BETWEEN, who))

        # Ochoa is Ochoa-Reyes, and Kelly may be Kelly-Ann.
        for word in who.words:
            for part in word.split("-") if "-" in word else ():
                by_word[name_key(part)].append((_BETWEEN, who))
    return by_word


def _initials(who: Entity) -> str:
    return "".join(key[:1] for key in who.keys)


def _rank(k: int, who: Entity) -> int:
    """Say how well a word stands for a name: people go by their last word, firms by their first."""
    is_last, is_first = k == len(who.keys) - 1, k == 0
    if name_kind(who.words) == "organization":
        is_last, is_first = is_first, False
    return _LAST if is_last else _FIRST if is_first else _BETWEEN


class Linker:
    """Says who each printed name is, in the order of the text."""

    def __init__(
        self,
        full: dict[tuple[str, ...], Entity],
        by_word: dict[str, list[tuple[int, Entity]]],
    ) -> None:
        self._full = full
        self._by_word = by_word
        self._single: dict[str, Entity] = {}
        self._last_at: dict[Entity, int] = {}
        # Who was last meant by a word with a title: Mr Lee is the same Mr Lee.
        self._called: dict[tuple[str, str], Entity] = {}
        self._last: Named | None = None
        self._by_sound: dict[str, list[Entity]] | None = None

    def known(self, keys: tuple[str, ...]) -> Entity | None:
        """Return who goes by these words, if that is clear; a name that is new is none."""
        if len(keys) > 1:
            return self._full.get(keys)
        best = {who for rank, who in self._by_word.get(keys[0], ()) if rank == _LAST}
        single = self._single.get(keys[0])
        return best.pop() if len(best) == 1 else single

    def is_role(self, tagged: TagSequence, run: Run) -> bool:
        """Whether a word has a capital for another reason: the President; Residents said."""
        if len(run.name.words) > 1 or run.name.title:
            return False
        if run.name.keys[0] in self._by_word:
            return False
        word = fold(run.name.words[0]).rstrip(".")
        if run.name.words[0].isupper():
            return False  # HOST: a label
        before = tagged.tags[run.begin - 1] if run.begin else "|"
        if before in ".|?":
            return is_role_word(word)
        if before == "D" and is_demonym(word):
            return tagged.tags[run.high : run.high + 1] not in ("N", "n", "Z")
        return before in "D&,s" and is_someone(word)

    def named(self, tagged: TagSequence, run: Run) -> Named:
        """Say who is meant by a printed name."""
        name, also = run.name, None
        who = self._full.get(name.keys)
        if who is None:
            who, also = self._of_word(tagged, run)

        who.add(name, evidence(tagged, run))
        who.alone += tagged.tags[run.high : run.high + 1] not in ("n", "N", "e")
        who.inside += run.begin > 0 and tagged.tags[run.begin - 1] not in ".|?"
        if who.keys != name.keys and len(name.keys) == 1:
            self._count_last_name(who, name)
        else:
            who.spellings[name.printed] = who.spellings.get(name.printed, 0) + 1
        self._last_at[who] = run.low
        self._last = Named(run, who, also)
        return self._last

    def _count_last_name(self, who: Entity, name: Name) -> None:
        """Count a last name printed alone for the full names that are spelled with it."""
        for spelling in who.spellings:
            if spelling.endswith(" " + name.words[0]):
                who.spellings[spelling] += 1

    def _of_word(self, tagged: TagSequence, run: Run) -> tuple[Entity, Entity | None]:
        """Say who is meant by one word, or by words that are no known name as they stand."""
        key = run.name.keys[-1]
        if run.name.words[0].isupper() and len(key) > 1 and key not in self._single:
            whole = self._spelled_out(tagged, run)
            if whole is not None:
                self._single[key] = whole
        if key in self._single:
            return self._single[key], None

        ranked = self._by_word.get(key, ())[:_MANY]
        if ranked:
            return self._best(ranked, run)
        found = self._alike(key) or Entity(run.name.keys, run.name.words, at=run.low)
        self._single[key] = found
        return found, None

    def _spelled_out(self, tagged: TagSequence, run: Run) -> Entity | None:
        """Find the organization of an acronym: the name before its bracket, or with its initials."""
        last = self._last
        if last is not None and last.run.high == run.begin - 1 and tagged.tags[run.begin - 1] == "(":
            return last.who

        initials = run.name.words[0].casefold()
        ranked = self._by_word.get(initials[0] + INITIALS, ())
        return next((who for _, who in ranked if initials == _initials(who)), None)

    def _best(
        self, ranked: list[tuple[int, Entity]], run: Run
    ) -> tuple[Entity, Entity | None]:
        """Choose among the names that a word may stand for; who was named last goes first."""
        fitting = [(rank, who) for rank, who in ranked if _fits(who, run.name)]
        if not fitting:
            return self._of_new(run), None
        best = min(rank for rank, _ in fitting)
        equals = list(dict.fromkeys(who for rank, who in fitting if rank == best))
        called = self._called.get((run.name.keys[-1], run.name.pronoun))
        equals.sort(
            key=lambda who: (who is called, who.is_likely_person, self._last_at.get(who, -1)),
            reverse=True,
        )
        self._called[run.name.keys[-1], run.name.pronoun] = equals[0]
        return equals[0], equals[1] if len(equals) > 1 else None

    def _of_new(self, run: Run) -> Entity:
        """Return Mrs Thornaby, where only men of that name are known."""
        key = f"{run.name.pronoun} {run.name.keys[-1]}"
        if key not in self._single:
            self._single[key] = Entity(run.name.keys, run.name.words, at=run.low)
        return self._single[key]

    def _alike(self, key: str) -> Entity | None:
        """Find the one name that sounds the same: Akhmetjanov, where Akhmetzhanov is known."""
        if self._by_sound is None:
            self._by_sound = defaultdict(list)
            for word, ranked in self._by_word.items():
                own = [who for rank, who in ranked if rank == _LAST]
                if own and skeleton(word):
                    self._by_sound[skeleton(word)] += own
        found = self._by_sound.get(skeleton(key), []) if skeleton(key) else []
        return found[0] if len(set(found)) == 1 else None


def _fits(who: Entity, name: Name) -> bool:
    """Whether a title lets a name be someone: Mrs Sproat is not Vince Sproat."""
    return not name.pronoun or who.he_or_she in ("", name.pronoun)
