"""Which name each printed one is: Lee is Ann Lee, and the SLF the Free Union of Workers."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from newskit.analyses.names.entity import Entity, entity_of
from newskit.analyses.names.evidence import (
    KIN,
    is_demonym,
    is_role_word,
    is_someone,
    nouns_beside,
)
from newskit.analyses.names.given_names import given_pronoun, role_pronoun
from newskit.analyses.names.name_forms import TITLES, Name, name_key, name_kind, skeleton
from newskit.analyses.names.once import Once
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

# Of a name of several words, which word stands for it: the last, the first, one between.
_LAST, _FIRST, _BETWEEN = 0, 1, 2
_INITIALS = "..."  # behind a letter, no word: names that begin with it, for acronyms
_SOUNDING = 5  # letters: of shorter names each is another one
_MANY = 40  # names that share a word and are looked at: a list of guests has hundreds

_JOINED = "N&N"  # Ann and Bo
_CIVIL = ("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady")

_Ranked = list[tuple[int, Entity]]
_Keys = tuple[str, ...]


class Named(NamedTuple):
    """A printed name, who it is, and who else it may be."""

    run: Run
    who: Entity
    also: Entity | None


class Linker:
    """Says who each printed name is, in the order of the text."""

    def __init__(self, tagged: TagSequence, runs: list[Run]) -> None:
        self._full = _full_names(tagged, runs)
        self._by_word = _by_word(self._full)
        self._single: dict[str, Entity] = {}
        self._last: Named | None = None
        # Who was last meant by a word with a title: Mr Lee is the same Mr Lee.
        self._called: dict[tuple[str, str], Entity] = {}

    def known(self, keys: _Keys) -> Entity | None:
        """Return who goes by these words, if that is clear; a name that is new is none."""
        if len(keys) > 1:
            return self._full.get(keys)
        ranked = self._by_word.get(keys[0], [])[:_MANY]
        first = min((rank for rank, _ in ranked), default=_LAST)
        best = {who for rank, who in ranked if rank == first}
        return best.pop() if len(best) == 1 else self._single.get(keys[0])

    def is_name(self, tagged: TagSequence, run: Run) -> bool:
        """Whether a run is a name, not a word that has a capital for another reason."""
        name = run.name
        if len(name.words) > 1:
            return not _is_shouted(name.words)
        if name.keys[0] in self._by_word:
            return True
        if name.title:
            return not _is_rank(name)

        before = tagged.tags[run.begin - 1] if run.begin else "|"
        if before in ".|?":
            return not _is_common(name.words[0])
        return before not in "D&,s" or not _is_role(tagged, run, before)

    def named(self, tagged: TagSequence, run: Run) -> Named:
        """Say who is meant by a printed name."""
        also = None
        who = self._full.get(run.name.keys)
        if who is None:
            who, also = self._of_word(tagged, run)
        if who.tagged is tagged:
            who.runs.append(run)
        self._last = Named(run, who, also)
        return self._last

    def _of_word(self, tagged: TagSequence, run: Run) -> tuple[Entity, Entity | None]:
        """Say who is meant by one word, or by words that are no known name as they stand."""
        key = run.name.keys[-1]
        ranked = self._by_word.get(key)
        if ranked is not None and not run.name.words[0].isupper():
            return self._best(ranked[:_MANY], tagged, run)
        if key not in self._single:
            self._single[key] = self._first_time(key, tagged, run)
        return self._single[key], None

    def _first_time(self, key: str, tagged: TagSequence, run: Run) -> Entity:
        """Say who is meant by a word that is read for the first time."""
        if run.name.words[0].isupper() and len(key) > 1:
            spelled = self._spelled_out(tagged, run)
            if spelled is not None:
                return spelled
            if key in self._by_word:
                return self._best(self._by_word[key][:_MANY], tagged, run)[0]
        return self._alike(key) or entity_of(run.name, tagged)

    def _spelled_out(self, tagged: TagSequence, run: Run) -> Entity | None:
        """Find the organization of an acronym: before its bracket, or by its initials."""
        last, begin = self._last, run.begin
        in_bracket = begin > 0 and tagged.tags[begin - 1] == "("
        if last is not None and in_bracket and last.run.high == begin - 1:
            return last.who

        initials = run.name.words[0].casefold()
        ranked = self._by_word.get(initials[0] + _INITIALS, ())
        return next((who for _, who in ranked if initials == _initials(who)), None)

    def _best(
        self, ranked: _Ranked, tagged: TagSequence, run: Run
    ) -> tuple[Entity, Entity | None]:
        """Choose among the names that a word may stand for; who was named first goes first."""
        if len(ranked) == 1 and not run.name.pronoun:
            return ranked[0][1], None
        if _is_younger(tagged, run):
            child = self._of_kin(tagged, run.name.pronoun)
            if child is not None:
                return child, None
        equals = _best_placed([(rank, who) for rank, who in ranked if _fits(who, run.name)])
        if not equals:
            return self._of_kin(tagged, run.name.pronoun) or self._of_new(tagged, run), None
        if len(equals) == 1:
            return equals[0], None

        called = run.name.keys[-1], run.name.pronoun
        before = self._called.get(called)
        told = run.name.pronoun
        equals.sort(key=lambda who: (who is not before, bool(told) and who.hint != told))
        self._called[called] = equals[0]
        return equals[0], equals[1]

    def _of_kin(self, tagged: TagSequence, pronoun: str) -> Entity | None:
        """Find Mrs Thornaby in his widow, Noreen, who has no other family name."""
        found = {
            who
            for who in islice(self._single.values(), _MANY)
            if len(who.keys) == 1 and _kin_pronoun(tagged, who) == pronoun
        }
        return found.pop() if len(found) == 1 else None

    def _of_new(self, tagged: TagSequence, run: Run) -> Entity:
        """Return Mrs Thornaby, where only men of that name are known."""
        key = f"{run.name.pronoun} {run.name.keys[-1]}"
        if key not in self._single:
            self._single[key] = entity_of(run.name, tagged)
        return self._single[key]

    def _alike(self, key: str) -> Entity | None:
        """Find the one name that sounds the same: Akhmetjanov, where Akhmetzhanov is known."""
        sounds = skeleton(key) if len(key) >= _SOUNDING else ""
        found = self._by_sound.get(key[0] + sounds, set()) if sounds else set()
        return next(iter(found)) if len(found) == 1 else None

    @Once
    def _by_sound(self) -> dict[str, set[Entity]]:
        """Sort names by the first letter and the sounds of their last word."""
        by_sound: dict[str, set[Entity]] = defaultdict(set)
        for keys, who in islice(self._full.items(), _MANY):
            by_sound[keys[-1][0] + skeleton(keys[-1])].add(who)
        return by_sound


def _kin_pronoun(tagged: TagSequence, who: Entity) -> str:
    """Return she for his widow, Noreen; empty for those who are said to be nobody's kin."""
    roles = (role for run in who.runs for words in nouns_beside(tagged, run) for role in words)
    return next(filter(None, (role_pronoun(role) for role in roles if role in KIN)), "")


def _is_younger(tagged: TagSequence, run: Run) -> bool:
    """Whether it is the younger Mr Lee, who was named as a child, by the given name."""
    return run.begin > 0 and tagged.printed(run.begin - 1, run.begin) == "younger"


def _best_placed(ranked: _Ranked) -> list[Entity]:
    """Return whom a word stands for best, each once."""
    best = min((rank for rank, _ in ranked), default=_LAST)
    return list(dict.fromkeys(who for rank, who in ranked if rank == best))


def _is_shouted(words: tuple[str, ...]) -> bool:
    """Whether a sentence is printed in capitals: ANN LEE LEFT; who is meant in it is not known."""
    return len(words) > 2 and all(word.isupper() for word in words)


def _is_rank(name: Name) -> bool:
    """Whether the last word of titles is one, too: Chief Justice; but not Mr King."""
    return fold(name.words[0]) in TITLES and name.title[-1] not in _CIVIL


@lru_cache(maxsize=20_000)
def _is_common(printed: str) -> bool:
    """Whether a word that opens a sentence is no name: Residents said; but HOST: is a label."""
    return not printed.isupper() and is_role_word(fold(printed))


def _is_role(tagged: TagSequence, run: Run, before: str) -> bool:
    """Whether a word is someone without a name: the President; the Italian said."""
    word = fold(run.name.words[0])
    if run.name.words[0].isupper():
        return False
    if before == "D" and is_demonym(word):
        return tagged.tags[run.high : run.high + 1] not in ("N", "n", "Z")
    return is_someone(word)


def _fits(who: Entity, name: Name) -> bool:
    """Whether a title lets a name be someone: Mrs Sproat is not Vince Sproat."""
    if not name.pronoun:
        return True
    told = next((run.name.pronoun for run in who.runs if run.name.pronoun), who.hint)
    return told in ("", name.pronoun)


# --- the names of two words and more


def _full_names(tagged: TagSequence, runs: list[Run]) -> dict[_Keys, Entity]:
    """Collect the names of two words and more; a shorter form of a longer one is the same."""
    full: dict[_Keys, Entity] = {}
    for run in runs:
        keys = run.name.keys
        if len(keys) > 1 and keys not in full:
            full[keys] = entity_of(run.name, tagged)

    # Maria de la Cruz is Maria Luisa de la Cruz, and Lyudmila Petrovna is Lyudmila Petrovna Lis.
    for keys in [keys for keys in full if len(keys) > 2]:
        longer = full[keys]
        for part in _parts(keys):
            if part in full and len(full[part].keys) < len(longer.keys):
                full[part] = longer
    return full | _couples(tagged, runs, full)


def _parts(keys: _Keys) -> list[_Keys]:
    """Return the shorter forms of a name that are still two words or more."""
    n = len(keys)
    runs = [keys[i:j] for i in range(n) for j in range(i + 2, n + 1) if j - i < n]
    return [*runs, (keys[0], keys[-1])]


def _couples(
    tagged: TagSequence, runs: list[Run], full: dict[_Keys, Entity]
) -> dict[_Keys, Entity]:
    """Read Ann and Bo Lee, who are both called Lee."""
    found: dict[_Keys, Entity] = {}
    if _JOINED not in tagged.tags:
        return found
    alone: Counter[_Keys] = Counter(run.name.keys for run in runs if len(run.name.keys) == 1)
    for run, behind in pairwise(runs):
        is_joined = run.high + 1 == behind.begin and tagged.tags[run.high] == "&"
        if not is_joined or len(run.name.words) > 1 or not behind.name.is_full:
            continue
        # A given name, or one that is printed alone again.
        is_given = given_pronoun(fold(run.name.words[0])) or alone[run.name.keys] > 1
        keys = (run.name.keys[0], behind.name.keys[-1])
        if is_given and not run.name.title and keys not in full:
            words = (run.name.words[0], behind.name.words[-1])
            found[keys] = Entity(keys, words, tagged)
    return found


# --- what single words lead to


def _by_word(full: dict[_Keys, Entity]) -> dict[str, _Ranked]:
    """Return which names each word may stand for, and how well: the last word best."""
    by_word: dict[str, _Ranked] = defaultdict(list)
    for who in dict.fromkeys(full.values()):
        is_firm = name_kind(who.words) == "organization"
        last = len(who.keys) - 1
        for k, key in enumerate(who.keys):
            by_word[key].append((_rank(k, last, is_firm), who))
        if is_firm or last > 1:
            by_word[who.keys[0][:1] + _INITIALS].append((_BETWEEN, who))

        # Ochoa is Ochoa-Reyes, and Kelly may be Kelly-Ann.
        for word in who.words:
            if "-" in word:
                for part in word.split("-"):
                    by_word[name_key(part)].append((_BETWEEN, who))
    return dict(by_word)


def _rank(k: int, last: int, is_firm: bool) -> int:
    """Say how well a word stands for a name: people go by their last word, firms by their first."""
    if is_firm:
        return _BETWEEN if k else _LAST
    return _LAST if k == last else _BETWEEN if k else _FIRST


def _initials(who: Entity) -> str:
    return "".join(key[:1] for key in who.keys)
