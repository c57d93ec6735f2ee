"""From the printed mention of a speaker to who it is: a name, an unnamed source, or not known."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from newskit.analyses.quotes.names import PLACES, Names, Run, key, name_runs
from newskit.analyses.quotes.noun_phrases import Phrase, first_subject
from newskit.analyses.quotes.roles import DOCUMENTS, INSTITUTIONS, Bearer, bearer_name, roles_of
from newskit.analyses.quotes.tag_sequence import Tape
from newskit.text.forms import fold

_LOOK_BACK = 8  # sentences in which a pronoun is looked for
_MANY = 40  # names of a sentence that are looked at
_INDEFINITE = frozenset("a an one another some several many two three four five six most few dozens hundreds".split())
_GENERIC = frozenset("company firm group club organization organisation team agency".split())


class Speaker(NamedTuple):
    """Who speaks: resolved name (None: not known), type, and how much the reading lowers confidence."""

    name: str | None
    kind: str
    factor: float


UNKNOWN = Speaker(None, "unknown", 1.0)


class Resolver:
    """Says who the mentions of one article are; what was found is kept, so that each mention is read once."""

    def __init__(self, tape: Tape, names: Names) -> None:
        self.tape = tape
        self.names = names
        self._lows = [run.low for run in names.runs]
        self._known: dict[Phrase, Speaker] = {}

    @cached_property
    def _roles(self) -> dict[str, list[Bearer]]:
        return roles_of(self.tape, self.names)

    @cached_property
    def _pronouns(self) -> dict[str, str]:
        return {person.name: person.pronoun for person in self.names.people.values()}

    def speaker(self, mention: Phrase, earlier: Speaker | None = None, earlier_at: int = -1) -> Speaker:
        """Say who a mention is. `earlier` is the speaker of the quotation before, at letter `earlier_at`."""
        if self.tape.letters[mention.low] == "P":
            return self._pronoun(mention, earlier, earlier_at)
        if mention not in self._known:
            self._known[mention] = self._phrase(mention)
        return self._known[mention]

    def _pronoun(self, mention: Phrase, earlier: Speaker | None, earlier_at: int) -> Speaker:
        """He and she are who was named last and fits; the subject of a sentence comes first."""
        pronoun = fold(self.tape.printed(*mention))
        if pronoun not in ("he", "she"):
            return UNKNOWN
        high = mention.low
        near = earlier is not None and self._fits(earlier, pronoun) and earlier_at >= self._paragraph_before(high)
        for _ in range(_LOOK_BACK):
            low = self.tape.sentence_start(high)
            if near and earlier is not None and earlier_at >= low:
                return earlier._replace(factor=.85)
            found = self._named(low, high, pronoun)
            if found is not None:
                return found
            if low == 0:
                break
            high = low - 1
        return UNKNOWN._replace(factor=.6)

    def _paragraph_before(self, at: int) -> int:
        begin = self.tape.paragraph_start(at)
        return self.tape.paragraph_start(begin - 1) if begin else 0

    def _fits(self, speaker: Speaker, pronoun: str) -> bool:
        if speaker.name is None:
            return speaker.kind == "unnamed"
        return speaker.kind == "person" and self._pronouns.get(speaker.name, "") in ("", pronoun)

    def _named(self, low: int, high: int, pronoun: str) -> Speaker | None:
        """Return the person of letters[low:high] that a pronoun fits: who is known to, else the first named."""
        people = self.names.places
        a, b = bisect_left(people, low), bisect_left(people, high)
        who = list(dict.fromkeys(self.names.who[a : min(b, a + _MANY)]))
        known = [p for p in who if p.pronoun == pronoun]
        fitting = known or [p for p in who if not p.pronoun]
        if fitting:
            return Speaker(fitting[0].name, "person", .85 if len(fitting) == 1 else .6)
        subject = first_subject(self.tape.letters, low, min(high, low + _MANY))
        if subject is None or self.tape.letters[subject.low] == "P":
            return None
        role = self.speaker(subject)
        return role._replace(factor=.7) if role.name is not None and self._fits(role, pronoun) else None

    def _phrase(self, mention: Phrase) -> Speaker:
        letters, head_end = self.tape.letters, self._head_end(mention)
        runs = self._runs(mention.low, head_end)
        last = runs[-1] if runs else None
        if last is None or last.high < head_end or letters[last.high - 1] == "Z":
            return self._role(mention, head_end)
        if len(runs) > 1 and "&" in letters[runs[-2].high : last.low + 1]:
            return self._several(mention, runs)
        return self._name(last, mention.low)

    def _runs(self, low: int, high: int) -> list[Run]:
        k = bisect_left(self._lows, low)
        runs: list[Run] = []
        while k < len(self._lows) and self._lows[k] < high:
            runs.append(self.names.runs[k])
            k += 1
        return [r for r in runs or name_runs(self.tape, low, high) if r.words]

    def _name(self, run: Run, at: int) -> Speaker:
        sharing = self.names.by_part.get(key(run.words[0]), []) if len(run.words) == 1 else []
        if len(sharing) > 1:
            k = bisect_left(self.names.places, at)
            named = {p.name for p in self.names.who[max(k - _MANY, 0) : k] if p.key in sharing}
            return Speaker(named.pop(), "person", .7) if len(named) == 1 else UNKNOWN._replace(factor=.5)
        name, kind = bearer_name(self.names, run)
        if kind != "person" and {fold(w) for w in run.words} <= PLACES:
            kind = "place"
        return Speaker(name, kind, 1.0)

    def _several(self, mention: Phrase, runs: list[Run]) -> Speaker:
        """Ann Lee and Bo Ek; Tarn & Gale."""
        found = [self._name(r, mention.low) for r in runs[-2:]]
        if all(s.kind == "person" and s.name for s in found):
            return Speaker(" and ".join(str(s.name) for s in found), "person", .9)
        return Speaker(self.tape.printed(mention.low, mention.high), "unknown", .8)

    def _role(self, mention: Phrase, head_end: int) -> Speaker:
        """Read the mayor; his deputy, Anna Rudnik; the report; a spokesman for the ministry."""
        letters = self.tape.letters
        words = [fold(self.tape.printed(k, k + 1)) for k in range(mention.low, head_end)]
        if letters[head_end : head_end + 1] == "," and head_end == mention.high:
            behind = [r for r in self._runs(head_end + 1, head_end + 6) if r.low - len(r.title) == head_end + 1]
            if behind and letters[behind[0].high : behind[0].high + 1] in ",.|":
                return self._name(behind[0], mention.low)._replace(factor=.9)
        if words[0] in _INDEFINITE or letters[mention.low] not in "DZz":
            return Speaker(None, "organization" if words[-1] == "police" else "unnamed", 1.0)
        fitting = self._bearers(words[-1], mention.low)
        if not fitting and words[-1] in _GENERIC:
            fitting = [b for role in INSTITUTIONS for b in self._bearers(role, mention.low)]
            fitting = fitting if len({b.name for b in fitting}) == 1 else []
        if fitting:
            wanted = set(words)
            best = max(fitting, key=lambda b: (len(b.words & wanted), b.at))
            return Speaker(best.name, best.kind, .8 if len({b.name for b in fitting}) == 1 else .6)
        kind = "document" if words[-1] in DOCUMENTS else "organization" if words[-1] in INSTITUTIONS else "unnamed"
        return Speaker(None, kind, 1.0)

    def _bearers(self, role: str, at: int) -> list[Bearer]:
        """Return who bears a role, as printed before letter `at`; of very many only the last."""
        known = self._roles.get(role, [])
        k = bisect_left(known, at, key=_place)
        return known[max(k - _MANY, 0) : k]

    def _head_end(self, mention: Phrase) -> int:
        """Return where the head of a phrase ends: at its first preposition (a spokesman | for the ministry)."""
        at = self.tape.letters.find("o", mention.low, mention.high)
        return at if at > mention.low else mention.high


def _place(bearer: Bearer) -> int:
    return bearer.at
