"""From the printed mention of a speaker to who it is: a name, an unnamed source, or not known."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from newskit.analyses.names.name_forms import PLACES
from newskit.analyses.quotes.names import Names, Person, Run, name_runs
from newskit.analyses.quotes.noun_phrases import NounPhrase, first_subject
from newskit.analyses.quotes.roles import (
    ANY_INSTITUTION,
    INSTITUTIONS,
    KIND_OF_ROLE,
    Bearer,
    bearer_name,
    roles_of,
)
from newskit.analyses.quotes.tag_sequence import TagSequence
from newskit.analyses.quotes.tags import WORDS
from newskit.text.forms import fold

_LOOK_BACK = 8  # sentences in which a pronoun is looked for
_MANY = 40  # names that are looked at: a list of guests has hundreds
_APPOSITIVE = 6  # tags behind a role in which the name of its bearer begins
# By how much a reading lowers confidence; set by hand, like confidence itself.
_ONE_FITS = .85  # he, after "Bo Ek met Ann Lee"
_FIRST_FITS = .6  # he, after "Bo Ek met Tom Lee"; the officer, one of two
_ROLE_FITS = .7  # he, after "the mayor left", where the mayor has a name
_NONE_FITS = .6
_ONE_OF_NAME = .7  # Lee, one of two, of whom only one was named before
_SEVERAL_OF_NAME = .5
_BEARER = .8  # the mayor
_BEARER_BEHIND = .9  # his deputy, Anna Rudnik
_TWO_PEOPLE, _FIRM = .9, .8  # Ann Lee and Bo Ek; Tarn & Gale
_TAG, _NAME = attrgetter("at"), attrgetter("name")


class Speaker(NamedTuple):
    """Who speaks: resolved name (None: not known), kind, and a factor of confidence."""

    name: str | None
    kind: str
    factor: float


UNKNOWN = Speaker(None, "unknown", 1.0)


class Earlier(NamedTuple):
    """The speaker of an earlier quotation, and the tag where that stands."""

    speaker: Speaker
    at: int


NOBODY = Earlier(UNKNOWN, -1)


class Resolver:
    """Says who the mentions of one article are; what was found is kept: a mention is read once."""

    def __init__(self, tagged: TagSequence, names: Names) -> None:
        self.tagged = tagged
        self.names = names
        self._lows = [run.low for run in names.runs]
        self._known: dict[NounPhrase, Speaker] = {}

    # Made when they are first needed: in many articles every speaker has a name.

    @cached_property
    def _roles(self) -> dict[str, list[Bearer]]:
        return roles_of(self.tagged, self.names)

    @cached_property
    def _pronouns(self) -> dict[str, str]:
        return {person.name: person.pronoun for person in self.names.people.values()}

    def speaker(self, mention: NounPhrase, earlier: Earlier = NOBODY) -> Speaker:
        """Say who a mention is; `earlier` spoke before it, and "he" or "she" may go on."""
        # What a pronoun means depends on who spoke before, so it is not kept.
        if self.tagged.tags[mention.low] == "P":
            return self._of_pronoun(mention, earlier)

        if mention not in self._known:
            self._known[mention] = self._of_phrase(mention)
        return self._known[mention]

    # --- he and she

    def _of_pronoun(self, mention: NounPhrase, earlier: Earlier) -> Speaker:
        """He and she are who was named last and fits; the subject of a sentence comes first."""
        pronoun = fold(self.tagged.printed(*mention))
        if pronoun not in ("he", "she"):
            return UNKNOWN

        # Sentence by sentence back; speech counts as naming its speaker in the sentence it is in.
        high = mention.low
        fits = self._goes_on(earlier, pronoun, high)
        for _ in range(_LOOK_BACK):
            low = self.tagged.sentence_start(high)
            if fits and earlier.at >= low:
                return earlier.speaker._replace(factor=_ONE_FITS)

            found = self._named_in(low, high, pronoun)
            if found is not None:
                return found
            if low == 0:
                break
            high = low - 1
        return UNKNOWN._replace(factor=_NONE_FITS)

    def _goes_on(self, earlier: Earlier, pronoun: str, at: int) -> bool:
        """Whether who spoke before fits a pronoun, in the same paragraph or the one before."""
        paragraph = self.tagged.paragraph_start(at)
        previous = self.tagged.paragraph_start(max(paragraph - 1, 0))
        return earlier.at >= previous and self._fits(earlier.speaker, pronoun)

    def _fits(self, speaker: Speaker, pronoun: str) -> bool:
        """Whether a speaker may be he or she; who has no known pronoun may be either."""
        if speaker.name is None:
            return speaker.kind == "unnamed"
        known = self._pronouns.get(speaker.name, "")
        return speaker.kind == "person" and known in ("", pronoun)

    def _named_in(self, low: int, high: int, pronoun: str) -> Speaker | None:
        """Return who of tags[low:high] a pronoun fits: who is known to, else the first named."""
        # Robin Lee met Bo Ek. “No,” he said: a known pronoun goes before who is named first.
        people = self._people_in(low, high)
        for known in (pronoun, ""):
            fitting = [person.name for person in people if person.pronoun == known]
            if fitting:
                factor = _ONE_FITS if len(fitting) == 1 else _FIRST_FITS
                return Speaker(fitting[0], "person", factor)

        # No name, but perhaps a role that has one: the mayor left. “I am tired,” he said.
        subject = first_subject(self.tagged.tags, low, min(high, low + _MANY))
        if subject is None or self.tagged.tags[subject.low] == "P":
            return None

        bearer = self.speaker(subject)
        if bearer.name is None or not self._fits(bearer, pronoun):
            return None
        return bearer._replace(factor=_ROLE_FITS)

    def _people_in(self, low: int, high: int) -> list[Person]:
        """Return who is named in tags[low:high], each once, in order; of very many the first."""
        places = self.names.places
        first, last = bisect_left(places, low), bisect_left(places, high)
        return list(dict.fromkeys(self.names.who[first : min(last, first + _MANY)]))

    # --- names

    def _of_phrase(self, mention: NounPhrase) -> Speaker:
        """Read a noun phrase: who is meant is in its head, whatever of, for or at says of them."""
        tags = self.tagged.tags
        preposition = tags.find("o", mention.low, mention.high)
        head_end = preposition if preposition > mention.low else mention.high

        # Not a name: a spokesman | for the ministry; Ann Lee’s office.
        runs = self._runs(mention.low, head_end)
        if not runs or runs[-1].high < head_end or tags[runs[-1].high - 1] == "Z":
            return self._of_role(mention, head_end)

        # Two names are two people, or one firm; of more than two the last two are read.
        last = runs[-1]
        if len(runs) > 1 and "&" in tags[runs[-2].high : last.low + 1]:
            return self._of_two(mention, runs)
        return self._of_name(last, mention.low)

    def _runs(self, low: int, high: int) -> list[Run]:
        """Return the names that begin in tags[low:high]; in a headline too, if it comes to that."""
        first, last = bisect_left(self._lows, low), bisect_left(self._lows, high)
        return self.names.runs[first:last] or name_runs(self.tagged, low, high)

    def _of_name(self, run: Run, at: int) -> Speaker:
        """Say whose name it is, printed at tag `at`."""
        words = run.name.words
        sharing = self.names.by_part.get(run.name.key, [])
        if len(words) == 1 and len(sharing) > 1:
            return self._one_of(sharing, at)

        # A place has no other words: Gaza Strip, but not Gaza Times.
        name, kind = bearer_name(self.names, run)
        if kind != "person" and PLACES.issuperset(map(fold, words)):
            kind = "place"
        return Speaker(name, kind, 1.0)

    def _one_of(self, keys: list[str], at: int) -> Speaker:
        """Say which person of a shared name it is, if only one of them was named before."""
        last = bisect_left(self.names.places, at)
        lately = self.names.who[max(last - _MANY, 0) : last]
        named = {person.name for person in lately if person.key in keys}

        # Ann Lee met Tom Lee; “...,” Lee said: better no name than the wrong one.
        if len(named) != 1:
            return UNKNOWN._replace(factor=_SEVERAL_OF_NAME)
        return Speaker(named.pop(), "person", _ONE_OF_NAME)

    def _of_two(self, mention: NounPhrase, runs: list[Run]) -> Speaker:
        """Read Ann Lee and Bo Ek, who are two people; Tarn & Gale, which is one firm."""
        found = [self._of_name(run, mention.low) for run in runs[-2:]]
        people = [speaker.name for speaker in found if speaker.kind == "person"]
        names = list(filter(None, people))
        if len(names) < len(found):
            return Speaker(self.tagged.printed(*mention), "unknown", _FIRM)
        return Speaker(" and ".join(names), "person", _TWO_PEOPLE)

    # --- roles

    def _of_role(self, mention: NounPhrase, head_end: int) -> Speaker:
        """Read the mayor; his deputy, Anna Rudnik; the report; a spokesman for the ministry."""
        named = self._name_behind(mention, head_end)
        if named is not None:
            return named

        # A mayor, two officials, residents: no one that the article names.
        words = [fold(self.tagged.printed(k, k + 1)) for k in range(mention.low, head_end)]
        role = words[-1]
        if self.tagged.tags[mention.low] not in "DZz" or words[0] in WORDS["indefinite"]:
            kind = "organization" if role == "police" else "unnamed"
            return Speaker(None, kind, 1.0)

        # The company is the bank, where the article has no other organization.
        bearers = self._bearers(role, mention.low)
        if not bearers and role in ANY_INSTITUTION:
            bearers = self._only_institution(mention.low)
        if not bearers:
            return Speaker(None, KIND_OF_ROLE.get(role, "unnamed"), 1.0)

        # Of two deputies the one with more words in common: the deputy mayor. Of equals the last.
        wanted = frozenset(words)
        best = max(bearers, key=lambda bearer: (len(bearer.words & wanted), bearer.at))
        factor = _BEARER if _are_one(bearers) else _FIRST_FITS
        return Speaker(best.name, best.kind, factor)

    def _name_behind(self, mention: NounPhrase, head_end: int) -> Speaker | None:
        """Read the name in apposition to a role: his deputy, Anna Rudnik."""
        tags, low = self.tagged.tags, head_end + 1
        if head_end != mention.high or tags[head_end:low] != ",":
            return None

        # It ends where the apposition does: not his deputy, Anna Rudnik said.
        runs = self._runs(low, head_end + _APPOSITIVE)
        behind = [run for run in runs if run.begin == low]
        if not behind or tags[behind[0].high : behind[0].high + 1] not in ",.|":
            return None
        return self._of_name(behind[0], mention.low)._replace(factor=_BEARER_BEHIND)

    def _bearers(self, role: str, at: int) -> list[Bearer]:
        """Return who bears a role, as printed before tag `at`; of very many only the last."""
        known = self._roles.get(role, [])
        last = bisect_left(known, at, key=_TAG)
        return known[max(last - _MANY, 0) : last]

    def _only_institution(self, at: int) -> list[Bearer]:
        """Return the one organization of the article so far; nothing if there are several."""
        found = [bearer for role in INSTITUTIONS for bearer in self._bearers(role, at)]
        return found if _are_one(found) else []


def _are_one(bearers: list[Bearer]) -> bool:
    """Whether all are the same, by name."""
    return len(set(map(_NAME, bearers))) == 1
