"""Which name each printed one is: Lee is Ann Lee, and the SLF the Free Union of Workers."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from newskit.analyses.names.beside import nouns_beside
from newskit.analyses.names.entity import Entity, entity_of
from newskit.analyses.names.full_names import (
    INITIALS,
    LAST,
    Keys,
    Ranked,
    by_word,
    full_names,
    initials,
)
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.name_forms import TITLES, Name, skeleton
from newskit.analyses.names.once import Once
from newskit.analyses.names.role_words import KIN, OFFICES, is_demonym, is_role_word, is_someone
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

_SOUNDING = 5  # letters: of shorter names each is another one
_INTRODUCED = 4  # mentions of somebody in which kin is told
_MANY = 40  # names that share a word and are looked at: a list of guests has hundreds

_CIVIL = ("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady")



class Named(NamedTuple):
    """A printed name, who it is, and who else it may be."""

    run: Run
    who: Entity
    also: Entity | None


class Linker:
    """Says who each printed name is, in the order of the text."""

    def __init__(
        self,
        tagged: TagSequence,
        runs: list[Run],
    ) -> None:
        self._full = full_names(tagged, runs)
        self._by_word = by_word(self._full)
        self._single: dict[str, Entity] = {}
        self._last: Named | None = None
        # Who was last meant by a word with a title: Mr Lee is the same Mr Lee.
        self._called: dict[tuple[str, str], Entity] = {}

    def known(
        self,
        keys: Keys,
    ) -> Entity | None:
        """Return who goes by these words, if that is clear; a name that is new is none."""
        if len(keys) > 1:
            return self._full.get(keys)
        ranked = self._by_word.get(keys[0], [])[:_MANY]
        first = min((rank for rank, _ in ranked), default=LAST)
        best = {who for rank, who in ranked if rank == first}
        return best.pop() if len(best) == 1 else self._single.get(keys[0])

    def is_name(
        self,
        tagged: TagSequence,
        run: Run,
    ) -> bool:
        """Whether a run is a name, not a word that has a capital for another reason."""
        name = run.name
        if len(name.words) > 1:
            return not _is_shouted(name.words)
        if _is_printed_office(name.words[0]):
            return False
        if name.keys[0] in self._by_word:
            return True
        if name.title:
            return not _is_rank(name)

        before = tagged.tags[run.begin - 1] if run.begin else "|"
        if before in ".|?":
            return not _is_common(name.words[0])
        return before not in "D&,s" or not _is_role(tagged, run, before)

    def named(
        self,
        tagged: TagSequence,
        run: Run,
    ) -> Named:
        """Say who is meant by a printed name."""
        also = None
        who = self._full.get(run.name.keys)
        if who is None:
            who, also = self._of_word(tagged, run)
        if who.tagged is tagged:
            who.runs.append(run)
        self._last = Named(run, who, also)
        return self._last

    def _of_word(
        self,
        tagged: TagSequence,
        run: Run,
    ) -> tuple[Entity, Entity | None]:
        """Say who is meant by one word, or by words that are no known name as they stand."""
        key = run.name.keys[-1]
        ranked = self._by_word.get(key)
        if ranked is not None and not run.name.words[0].isupper():
            return self._best(ranked[:_MANY], tagged, run)
        if key not in self._single:
            self._single[key] = self._first_time(key, tagged, run)
        return self._single[key], None

    def _first_time(
        self,
        key: str,
        tagged: TagSequence,
        run: Run,
    ) -> Entity:
        """Say who is meant by a word that is read for the first time."""
        if run.name.words[0].isupper() and len(key) > 1:
            spelled = self._spelled_out(tagged, run)
            if spelled is not None:
                return spelled
            if key in self._by_word:
                return self._best(self._by_word[key][:_MANY], tagged, run)[0]
        return self._alike(key) or entity_of(run.name, tagged)

    def _spelled_out(
        self,
        tagged: TagSequence,
        run: Run,
    ) -> Entity | None:
        """Find the organization of an acronym: before its bracket, or by its initials."""
        last, begin = self._last, run.begin
        in_bracket = begin > 0 and tagged.tags[begin - 1] == "("
        if last is not None and in_bracket and last.run.high == begin - 1:
            return last.who

        letters = run.name.words[0].casefold()
        ranked = self._by_word.get(letters[0] + INITIALS, ())
        return next((who for _, who in ranked if letters == initials(who)), None)

    def _best(
        self,
        ranked: Ranked,
        tagged: TagSequence,
        run: Run,
    ) -> tuple[Entity, Entity | None]:
        """Choose among the names that a word may stand for; who was named first goes first."""
        if len(ranked) == 1 and not run.name.pronoun:
            return ranked[0][1], None
        if _is_younger(tagged, run):
            child = self._of_kin(tagged, run)
            if child is not None:
                return child, None
        equals = _best_placed([(rank, who) for rank, who in ranked if _fits(who, run.name)])
        if not equals:
            return self._of_kin(tagged, run) or self._of_new(tagged, run), None
        if len(equals) == 1:
            return equals[0], None

        called = run.name.keys[-1], run.name.pronoun
        before = self._called.get(called)
        told = run.name.pronoun
        equals.sort(key=lambda who: (who is not before, bool(told) and who.hint != told))
        self._called[called] = equals[0]
        return equals[0], equals[1]

    def _of_kin(
        self,
        tagged: TagSequence,
        run: Run,
    ) -> Entity | None:
        """Find Mrs Thornaby in his widow, Noreen, who has no other family name."""
        found = {
            who
            for who in islice(self._single.values(), _MANY)
            if len(who.keys) == 1 and _kin_pronoun(tagged, who) == run.name.pronoun
        }
        if len(found) != 1:
            return None
        (who,) = found
        who.family = run.name.words[-1]
        return who

    def _of_new(
        self,
        tagged: TagSequence,
        run: Run,
    ) -> Entity:
        """Return Mrs Thornaby, where only men of that name are known."""
        key = f"{run.name.pronoun} {run.name.keys[-1]}"
        if key not in self._single:
            self._single[key] = entity_of(run.name, tagged)
        return self._single[key]

    def _alike(
        self,
        key: str,
    ) -> Entity | None:
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


def _kin_pronoun(
    tagged: TagSequence,
    who: Entity,
) -> str:
    """Return she for his widow, Noreen; empty for those who are said to be nobody's kin."""
    first = who.runs[:_INTRODUCED]
    roles = (role for run in first for words in nouns_beside(tagged, run) for role in words)
    return next(filter(None, (role_pronoun(role) for role in roles if role in KIN)), "")


def _is_younger(
    tagged: TagSequence,
    run: Run,
) -> bool:
    """Whether it is the younger Mr Lee, who was named as a child, by the given name."""
    return run.begin > 0 and tagged.printed(run.begin - 1, run.begin) == "younger"


def _best_placed(ranked: Ranked) -> list[Entity]:
    """Return whom a word stands for best, each once."""
    best = min((rank for rank, _ in ranked), default=LAST)
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


def _is_role(
    tagged: TagSequence,
    run: Run,
    before: str,
) -> bool:
    """Whether a word is someone without a name: the President; the Italian said."""
    word = fold(run.name.words[0])
    if run.name.words[0].isupper():
        return False
    if before == "D" and is_demonym(word):
        return tagged.tags[run.high : run.high + 1] not in ("N", "n", "Z")
    return is_someone(word)


def _is_printed_office(printed: str) -> bool:
    """Whether an acronym is an office: the two-time MLA."""
    return printed.isupper() and printed.casefold() in OFFICES


def _fits(
    who: Entity,
    name: Name,
) -> bool:
    """Whether a title lets a name be someone: Mrs Sproat is not Vince Sproat."""
    if not name.pronoun:
        return True
    told = next((run.name.pronoun for run in who.runs if run.name.pronoun), who.hint)
    return told in ("", name.pronoun)
