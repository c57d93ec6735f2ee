"""Who he, she, it and they are: the best candidate of the sentences before."""

from __future__ import annotations

from weakref import proxy

from newskit.analyses.names import candidate as weights
from newskit.analyses.names.bearers import Bearers
from newskit.analyses.names.candidate import NOBODY, Antecedent, PossibleReferent
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.pronoun_fit import PRONOUNS, PronounFit
from newskit.analyses.names.references import References
from newskit.analyses.names.register import Register
from newskit.analyses.names.scene import Reader, Scene
from newskit.text.forms import fold

_LOOK_BACK = 14  # sentences: a section that quotes many others may stand between
_CHAIN = 30  # pronouns that are followed back at once
_CLEAR = .8  # ahead of the next candidate: then the article has told who is he

_Key = Entity | str


class Antecedents(Reader):
    """Says who the pronouns of one article are; each is read once, when it is first asked for."""

    def __init__(
        self,
        register: Register,
        bearers: Bearers,
    ) -> None:
        self._tagged = register.tagged
        self.fit = PronounFit(register.tagged)
        # A circle would keep the article, and the batch it is of, until the collector comes by.
        oneself = proxy(self)
        self.references = References(register, bearers, self.fit, oneself)
        self._scene = Scene(register, self.references, oneself)
        self._found: dict[int, Antecedent] = {}
        self._depth = 0

    def of(
        self,
        at: int,
    ) -> Antecedent:
        """Say who the pronoun at tag `at` is."""
        if at in self._found:
            return self._found[at]
        pronoun = fold(self._tagged.printed(at, at + 1))
        if pronoun not in PRONOUNS or self._depth >= _CHAIN:
            return NOBODY

        self._found[at] = found = self.find(pronoun, at)
        # What is clear here tells something of the next pronoun.
        who = found.who
        if who is not None and who.kind == "person" and found.margin >= _CLEAR:
            who.learned = who.he_or_she or pronoun
        return found

    def find(
        self,
        pronoun: str,
        at: int,
        first: int = 0,
    ) -> Antecedent:
        """Find who a pronoun at a tag may be: the best placed candidate that fits.

        Sentences before tag `first` are not read.
        """
        # She is who she was in the sentence before, and so on back, but not for ever.
        if self._depth >= _CHAIN:
            return NOBODY
        self._depth += 1
        found = self._best(pronoun, at, first)
        self._depth -= 1
        return found

    def _best(
        self,
        pronoun: str,
        at: int,
        first: int,
    ) -> Antecedent:
        tagged = self._tagged
        scores: dict[_Key, float] = {}
        best: dict[_Key, PossibleReferent] = {}
        low, high, paragraph = tagged.sentence_start(at), at, tagged.paragraph[at]
        for distance in range(_LOOK_BACK):
            # Nothing further back can be better than what is found.
            off = weights.DISTANCE * distance
            if scores and max(scores.values()) >= weights.BEST - off:
                break
            crossed = paragraph - tagged.paragraph[low]
            for one in self._scene.candidates(low, high, distance > 0) if high > low else ():
                score = self._score(one, pronoun, distance, crossed)
                if score is None:
                    continue
                key = one.who or one.noun
                if key not in scores or score - off > scores[key]:
                    scores[key], best[key] = score - off, one
            if low <= first:
                break
            high = low - 1
            low = tagged.sentence_start(high)
        return _chosen(scores, best)

    def _score(
        self,
        candidate: PossibleReferent,
        pronoun: str,
        distance: int,
        crossed: int,
    ) -> float | None:
        """Weigh a candidate; None if it cannot be meant."""
        fit = self.fit.weigh(candidate, pronoun)
        if fit is None or _is_too_far(candidate, pronoun, fit, distance, crossed):
            return None
        if candidate.who is None and pronoun in ("he", "she") and crossed:
            fit -= weights.PARAGRAPH if role_pronoun(candidate.noun) else weights.OF_OTHERS
        fit += weights.NAMED if candidate.who is not None else 0.0
        same = weights.SAME if candidate.pronoun == pronoun else 0.0
        return candidate.place + fit + same - weights.PARAGRAPH * crossed


def _is_too_far(
    candidate: PossibleReferent,
    pronoun: str,
    fit: float,
    distance: int,
    crossed: int,
) -> bool:
    """Whether a candidate is meant only nearby: someone unnamed; one person who is they."""
    if candidate.who is None:
        return crossed > 1
    is_one = pronoun == "they" and candidate.who.kind == "person"
    return is_one and fit < 0 and (crossed > 0 or distance > 1)


def _chosen(
    scores: dict[_Key, float],
    best: dict[_Key, PossibleReferent],
) -> Antecedent:
    """Return the best candidate, and the next best."""
    if not scores:
        return NOBODY
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    first, score = best[ranked[0]], scores[ranked[0]]
    if len(ranked) == 1:
        return Antecedent(first.who, first.noun, weights.SUBJECT, score, None, first.other)
    also = best[ranked[1]].who
    margin = score - scores[ranked[1]]
    return Antecedent(first.who, first.noun, margin, score, also, first.other)
