"""Who he, she, it and they are: the best candidate of the sentences before."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.analyses.names.bearers import INSTITUTIONS, Bearers, head_of, is_organization
from newskit.analyses.names.evidence import KIN, is_someone
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.phrases import Phrase, apposition, joined_to, subject_of
from newskit.analyses.names.register import Entity, Named, Register
from newskit.csv_files import rule_words
from newskit.text.forms import fold

_WORDS = rule_words(__package__, "roles.csv")
_INDEFINITE = rule_words(__package__)["indefinite"]
_SPOUSES = _WORDS["spouse"]
_PLURAL, _DOCUMENTS = _WORDS["plural"], _WORDS["document"]
_PARENTS, _CHILDREN = frozenset(("mother", "father", "mum", "dad")), frozenset(("son", "daughter"))
_WITNESSES = frozenset(("reporter", "correspondent", "interviewer", "photographer"))
_LOOK_BACK = 14  # sentences: a section that quotes many others may stand between
_FAR = 60  # tags of a sentence that are looked at on either side
_FAR_BACK = 3000  # characters in which someone unnamed may have been introduced
_CHAIN = 30  # pronouns that are followed back at once
_APPOSITIVE = 8  # tags from the comma of an apposition to its name
_MANY = 12  # names of a sentence that are looked at: a list of guests has hundreds

# Weights, set by hand on development articles: what speaks for a candidate.
_SUBJECT = 1.0  # of its sentence, or who speaks in it
_OWNER = .45  # Lee’s voice broke. “...,” he said
_OTHER = .3  # an object, or a name in a phrase or a clause
_INNER = .4  # a pronoun that is no subject
_TOPIC = .2  # more for names, if the subject is no one
_ASIDE = .1  # Ann Lee, who defeated Tom Dorn last year: Dorn
_KNOWN = .55  # a pronoun that the article or a given name tells
_SAME = .3  # she before: a pronoun that goes on
_DISTANCE = .7  # off, for every sentence back
_PARAGRAPH = .15  # off, for every paragraph back
_MISLED = 1.3  # off, for a given name that goes with the other pronoun
_OF_OTHERS = .6  # off, for an unnamed noun of the paragraph before
_DOUBTFUL = .5  # off, for a name that may be no person's
_UNNAMED = 0.0  # off: a neighbour
_CLEAR = .8  # ahead of the next candidate: then the article has told who is he
_BEST = _SUBJECT + _KNOWN + _SAME  # what a candidate can have at most


# Her name is, who gave his name only as, a man called, he turned out to be
_CALLED = re.compile(
    r"\b(?:names? (?:\w+ ){0,3}as|named|called|identified(?: \w+){0,2} as|turned out to be"
    r"|known as|names?,|name (?:is|was)|introduced (?:him|her)self as)\s+\Z"
)


class Candidate(NamedTuple):
    """Who may be meant in a sentence: someone named, or an unnamed noun; and how well placed."""

    who: Entity | None
    noun: str  # of someone unnamed: neighbour, court
    place: float
    pronoun: str = ""  # it is one itself
    other: Entity | None = None  # Ann Lee and Bo Ek


class Antecedent(NamedTuple):
    """Who a pronoun is: someone named, or an unnamed noun; who else it may be; and the margin."""

    who: Entity | None
    noun: str
    margin: float
    score: float = -9.0
    also: Entity | None = None
    other: Entity | None = None


NOBODY = Antecedent(None, "", 0.0)


class Antecedents:
    """Says who the pronouns of one article are; each is read once, when it is first asked for."""

    def __init__(self, register: Register, bearers: Bearers) -> None:
        self._register = register
        self._bearers = bearers
        self._tagged = register.tagged
        self._found: dict[int, Antecedent] = {}
        self._depth = 0
        self._sentences: dict[int, list[Candidate]] = {}
        self._owners: dict[int, Entity | None] = {}
        self._tried: set[Entity] = set()

    def of(self, at: int) -> Antecedent:
        """Say who the pronoun at tag `at` is."""
        if at in self._found:
            return self._found[at]

        # She is who she was in the sentence before, and so on back, but not for ever.
        pronoun = fold(self._tagged.printed(at, at + 1))
        if pronoun not in _FITS or self._depth >= _CHAIN:
            return NOBODY
        self._depth += 1
        self._found[at] = found = self.find(pronoun, at)

        # What is clear here tells something of the next pronoun.
        who = found.who
        if who is not None and who.kind == "person" and found.margin >= _CLEAR:
            who.pronoun = who.he_or_she or pronoun
        self._depth -= 1
        return self._found[at]

    def find(self, pronoun: str, at: int) -> Antecedent:
        """Find who a pronoun at a tag may be: the best placed candidate that fits."""
        scores: dict[Entity | str, float] = {}
        best: dict[Entity | str, Candidate] = {}
        low, high = self._tagged.sentence_start(at), at
        paragraph = self._tagged.paragraph[at]
        for distance in range(_LOOK_BACK):
            # Nothing further back can be better than what is found.
            if scores and max(scores.values()) >= _BEST - _DISTANCE * distance:
                break
            off = _DISTANCE * distance
            if high > low:
                crossed = paragraph - self._tagged.paragraph[low]
                for candidate in self._candidates(low, high, is_whole=distance > 0):
                    score = self._score(candidate, pronoun, distance, crossed)
                    key = candidate.who or candidate.noun
                    if score is not None and score - off > scores.get(key, -9.0):
                        scores[key] = score - off
                        best[key] = candidate
            if low == 0:
                break
            high = low - 1
            low = self._tagged.sentence_start(high)
        return self._chosen(scores, best, pronoun)

    def _chosen(
        self,
        scores: dict[Entity | str, float],
        best: dict[Entity | str, Candidate],
        pronoun: str,
    ) -> Antecedent:
        if not scores:
            return NOBODY
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        first = best[ranked[0]]
        margin = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else 1.0
        also = best[ranked[1]].who if len(ranked) > 1 else None

        return Antecedent(first.who, first.noun, margin, scores[ranked[0]], also, first.other)

    def _score(
        self, candidate: Candidate, pronoun: str, distance: int, crossed: int
    ) -> float | None:
        """Weigh a candidate; None if it cannot be meant."""
        fit = _FITS[pronoun](self, candidate)
        if fit is None:
            return None
        if candidate.who is None and pronoun in ("he", "she"):
            # An unnamed speaker does not keep the pronouns of paragraphs further on.
            if crossed > 1:
                return None
            fit -= crossed * (_PARAGRAPH if role_pronoun(candidate.noun) else _OF_OTHERS)
        is_one = candidate.who is not None and candidate.who.kind == "person"
        if pronoun == "they" and is_one and (crossed > 0 or distance > 1) and fit < 0:
            return None  # one person is they right after they were the subject
        same = _SAME if candidate.pronoun == pronoun else 0.0
        return candidate.place + fit + same - _PARAGRAPH * crossed

    # --- what fits which pronoun

    def _fits_person(self, candidate: Candidate, pronoun: str) -> float | None:
        who = candidate.who
        if candidate.other is not None:
            return None
        if who is None:
            told = role_pronoun(candidate.noun)
            if told not in ("", pronoun) or not is_someone(candidate.noun):
                return None
            if candidate.noun in _WITNESSES:
                return None  # our reporter has been speaking with Bo Ek
            return (_KNOWN if told else 0.0) - _UNNAMED

        told = self.pronoun_of(who)
        if who.kind in ("organization", "place"):
            return None
        if told not in ("", pronoun):
            # A given name may mislead; what the article tells does not.
            return None if who.pronoun else -_MISLED
        if who.is_doubtful or (who.kind == "unknown" and not who.is_likely_person):
            return None
        doubt = _DOUBTFUL if who.kind == "unknown" and not told else 0.0
        return (_KNOWN if told else 0.0) - doubt

    def _fits_he(self, candidate: Candidate) -> float | None:
        return self._fits_person(candidate, "he")

    def _fits_she(self, candidate: Candidate) -> float | None:
        return self._fits_person(candidate, "she")

    def _fits_it(self, candidate: Candidate) -> float | None:
        if candidate.other is not None:
            return None
        if candidate.who is None:
            is_thing = candidate.noun in INSTITUTIONS or candidate.noun in _DOCUMENTS
            return 0.0 if is_thing else None
        kind = candidate.who.kind
        if candidate.who.is_doubtful or candidate.who.is_likely_person:
            return None if kind != "organization" else _KNOWN
        return _KNOWN if kind == "organization" else -_DOUBTFUL / 2

    def _fits_they(self, candidate: Candidate) -> float | None:
        if candidate.other is not None:
            return _KNOWN
        if candidate.who is None:
            several = candidate.noun in _PLURAL or candidate.noun.endswith("s")
            return _KNOWN if several else -_UNNAMED
        # One person is they if nothing tells he or she.
        if candidate.who.kind == "person":
            if candidate.who.pronoun == "they":
                return _KNOWN
            return -_KNOWN if not self.pronoun_of(candidate.who) else None
        return 0.0 if is_organization(candidate.who) else None

    def pronoun_of(self, who: Entity) -> str:
        """Return he or she as far as a name or the article tells: Lee and her brother."""
        if not who.he_or_she and who.kind != "organization" and who not in self._tried:
            self._tried.add(who)
            who.pronoun = self._owned_by(who)
        return who.he_or_she

    def _owned_by(self, who: Entity) -> str:
        """Look for his or her behind a subject: Lee left her house."""
        tags = self._tagged.tags
        for run, named, _ in self._register.named:
            if named is not who:
                continue
            high = min(self._tagged.sentence_end(run.low), run.high + _FAR)
            at = tags.find("D", run.high, high)
            while 0 <= at:
                # Another name may be the owner from there on.
                if "N" in tags[run.high : at]:
                    break
                told = _OWNERS.get(fold(self._tagged.printed(at, at + 1)))
                if told:
                    return told
                at = tags.find("D", at + 1, high)
        return ""

    # --- who may be meant in a sentence

    def _candidates(self, low: int, high: int, is_whole: bool) -> list[Candidate]:
        """Return who may be meant of tags[low:high]; of whole sentences it is kept."""
        if not is_whole:
            return self._read_candidates(low, high)
        if low not in self._sentences:
            self._sentences[low] = self._read_candidates(low, high)
        return self._sentences[low]

    def _read_candidates(self, low: int, high: int) -> list[Candidate]:
        tags = self._tagged.tags
        subject = subject_of(tags, low, min(high, low + _FAR))
        found = self._of_subject(subject, low, high) if subject else []
        taken = {candidate.who for candidate in found}
        # Where the subject is no one, a name beside it stands for more: for Ada Brandt, the point is
        is_open = not any(c.who is not None or is_someone(c.noun) for c in found)
        found += self._of_inner_pronouns(subject, low, high)
        for named in self._register.between(low, high)[:_MANY]:
            if named.who not in taken:
                place = self._place_of(named, low) + (_TOPIC if is_open else 0.0)
                found.append(Candidate(named.who, "", place))
        return found

    def _of_inner_pronouns(
        self, subject: Phrase | None, low: int, high: int
    ) -> list[Candidate]:
        """Return who the first pronoun behind the subject is: she asked whether he had reported it."""
        at = self._tagged.tags.find("P", subject.high if subject else low, min(high, low + _FAR))
        if at < 0:
            return []
        pronoun = fold(self._tagged.printed(at, at + 1))
        found = self.of(at) if pronoun in ("he", "she", "they") else NOBODY
        return [Candidate(found.who, "", _INNER, pronoun)] if found.who is not None else []

    def _place_of(self, named: Named, low: int) -> float:
        """Say how well a name is placed that is not the subject."""
        tags, begin = self._tagged.tags, named.run.begin
        if tags[named.run.high - 1] == "Z":
            return _OWNER
        before = tags[begin - 1] if begin > low else ""
        if before == "s":
            return _SUBJECT * .8  # when Lee came
        relative = tags.rfind("w", low, begin)
        if relative >= 0 and "," not in tags[relative:begin]:
            return _ASIDE
        return _OTHER - (.1 if before == "o" else 0.0)

    def _of_subject(self, subject: Phrase, low: int, high: int) -> list[Candidate]:
        """Return who the subject of a sentence is, and who owns it."""
        tags = self._tagged.tags
        if tags[subject.low] == "P":
            return self._of_earlier_pronoun(subject.low)

        joined = joined_to(tags, subject, high)
        head = self._head(subject)
        if joined is not None:
            other = self._head(joined)
            if head.who is not None and other.who is not None:
                pair = Candidate(head.who, "", _SUBJECT, other=other.who)
                return [pair, head, other._replace(place=_SUBJECT * .9)]
        is_person = head.who is not None or is_someone(head.noun)
        return [head, *self._owner(subject, _OTHER if is_person else _OWNER + _SAME)]

    def _of_earlier_pronoun(self, at: int) -> list[Candidate]:
        earlier = self.of(at)
        pronoun = fold(self._tagged.printed(at, at + 1))
        if earlier.who is None and not earlier.noun:
            return []
        return [Candidate(earlier.who, earlier.noun, _SUBJECT, pronoun, earlier.other)]

    def _head(self, phrase: Phrase) -> Candidate:
        """Say who a phrase names: by a name at its end, by a name beside it, by its role."""
        tags = self._tagged.tags
        named = self._register.between(phrase.low, phrase.high)
        if named and named[-1].run.high >= phrase.high and tags[named[-1].run.high - 1] != "Z":
            return Candidate(named[-1].who, "", _SUBJECT)

        beside = self.named_beside(phrase)
        if beside is not None:
            return Candidate(beside.who, "", _SUBJECT)
        words = self.words(phrase)
        who = (
            self.bearer(words, phrase.low)
            or self.called_behind(words, phrase)
            or self.epithet(words, phrase.low)
        )
        return Candidate(who, "" if who else words[-1], _SUBJECT)

    def epithet(self, words: list[str], at: int) -> Entity | None:
        """Say who the 34-year-old is, or the Italian: who was spoken of last; but not an official."""
        noun = words[-1]
        aged = next(filter(None, map(_YEARS_OLD.match, words)), None)
        if aged is not None:
            known = self._bearers.by_age.get(int(aged.group(1)))
            if known is not None:
                return known
        elif words[0] not in ("the", "this") or not is_someone(noun) or self._is_introduced(noun, at):
            return None
        if words[0] not in ("the", "this") or self._depth >= _CHAIN:
            return None

        told = role_pronoun(noun)
        self._depth += 1
        found = [self.find(one, at) for one in ("he", "she") if told in ("", one)]
        self._depth -= 1
        return max(found, key=lambda one: one.score).who

    def _is_introduced(self, noun: str, at: int) -> bool:
        """Whether someone was called so before, who then has no name: an official."""
        text, end = self._tagged.text, self._tagged.starts[at]
        before = text[max(end - _FAR_BACK, 0) : end]
        return re.search(rf"\b{re.escape(noun)}\b", before, re.IGNORECASE) is not None

    def called_behind(self, words: list[str], phrase: Phrase) -> Entity | None:
        """Read a pensioner who gave her name as Nonie; the man. He turned out to be Bo Ek."""
        if not is_someone(words[-1]):
            return None
        tagged = self._tagged
        end = tagged.sentence_end(phrase.high)
        if tagged.tags[end + 1 : end + 2] == "P":
            end = tagged.sentence_end(end + 1)
        end = min(end, phrase.high + _FAR)
        behind = self._register.between(phrase.high, end)
        if not behind:
            return None
        begin = tagged.ends[phrase.high - 1]
        between = tagged.text[begin : tagged.starts[behind[0].run.low]]
        return behind[0].who if _CALLED.search(between) else None

    def named_beside(self, phrase: Phrase) -> Named | None:
        """Return the name in apposition to a role: the chair of the jury, the architect Bo Ek."""
        tags, at = self._tagged.tags, apposition(self._tagged.tags, phrase)
        behind = self._register.between(at, at + _APPOSITIVE) if at >= 0 else []
        if not behind or tags[at : behind[0].run.begin].strip("DZzne"):
            return None

        # It ends where the apposition does: not his deputy, Anna Rudnik said.
        is_closed = tags[behind[0].run.high : behind[0].run.high + 1] in (",", ".", "|", "(", "-", "")
        return behind[0] if is_closed else None

    def words(self, phrase: Phrase) -> list[str]:
        """Return the words of a phrase, in lower case."""
        return [fold(self._tagged.printed(k, k + 1)) for k in range(phrase.low, phrase.high)]

    def bearer(self, words: list[str], at: int) -> Entity | None:
        """Say who is meant by a definite role: the mayor; not a mayor."""
        if words[0] in _INDEFINITE or len(words) < 2:
            return None
        role = words[-1]
        if words[0] in _OWNERS and role in KIN:
            kin = self.kin(words[0], role, at)
            if kin is not None:
                return kin
        bearers = self._bearers.before(role, at)
        if bearers:
            wanted = frozenset(words)
            return max(bearers, key=lambda b: (len(b.words & wanted), b.at)).who
        parent = self.parent(role)
        if parent is not None:
            return parent
        if role in INSTITUTIONS and not any(word.endswith(("'s", "s'", "’s", "s’")) for word in words):
            return next(iter(self._bearers.organizations(role, at)), None)
        return None

    def kin(self, owned: str, role: str, at: int) -> Entity | None:
        """Say who is meant by her nephew: who was said to be it, whose aunt she is, who has her name."""
        owner = self._owning(_OWNERS[owned], at).who
        if owner is None:
            return None
        known = [(self._owner_of(k), word, who) for k, word, who in self._bearers.kin]
        told = [who for o, word, who in known if o is owner and head_of(word) == head_of(role)]
        told += [o for o, word, who in known if who is owner and o is not None and word != role]
        pronoun = role_pronoun(role)
        fitting = [who for who in told if self.pronoun_of(who) in ("", pronoun)]
        if fitting:
            return fitting[0]
        if role not in _SPOUSES:
            return None
        sharing = [
            who for who in self._register.entities
            if who is not owner and len(who.keys) > 1 and who.keys[-1] == owner.keys[-1]
            and self.pronoun_of(who) in ("", pronoun)
        ]  # fmt: skip
        return sharing[0] if len(sharing) == 1 else None

    def parent(self, role: str) -> Entity | None:
        """Say who the mother is, where her son is named."""
        if role not in _PARENTS:
            return None
        children = [k for k, word, _ in self._bearers.kin if word in _CHILDREN]
        owners = [self._owner_of(k) for k in children]
        fitting = [
            who for who in owners
            if who is not None and self.pronoun_of(who) in ("", role_pronoun(role))
        ]  # fmt: skip
        return fitting[0] if fitting else None

    def _owner_of(self, at: int) -> Entity | None:
        """Say who his or her is, in front of kin."""
        if at not in self._owners:
            pronoun = _OWNERS[fold(self._tagged.printed(at, at + 1))]
            self._owners[at] = self._owning(pronoun, at).who
        return self._owners[at]

    def _owner(self, subject: Phrase, place: float) -> list[Candidate]:
        """Return who owns the subject: Lee’s voice; her voice."""
        tags = self._tagged.tags
        named = self._register.between(subject.low, subject.high)
        for mention in named:
            if tags[mention.run.high - 1] == "Z":
                return [Candidate(mention.who, "", place)]
        if tags[subject.low] == "D":
            pronoun = _OWNERS.get(fold(self._tagged.printed(subject.low, subject.low + 1)))
            if pronoun:
                owner = self._owning(pronoun, subject.low)
                if owner.who is not None:
                    return [Candidate(owner.who, "", place)]
        return []

    def _owning(self, pronoun: str, at: int) -> Antecedent:
        """Say who his or her is, at the head of a sentence."""
        if self._depth >= _CHAIN:
            return NOBODY
        self._depth += 1
        found = self.find(pronoun, at)
        self._depth -= 1
        return found


_YEARS_OLD = re.compile(r"(\d{1,3})-year-old\Z")
_OWNERS = {"his": "he", "her": "she"}
_FITS = {
    "he": Antecedents._fits_he,
    "she": Antecedents._fits_she,
    "it": Antecedents._fits_it,
    "they": Antecedents._fits_they,
}
