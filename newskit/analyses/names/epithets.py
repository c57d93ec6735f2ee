"""Who an epithet means: the 34-year-old, the teenager, the Italian; who was spoken of last."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import Protocol

from newskit.analyses.names.bearers import Bearers
from newskit.analyses.names.candidate import Antecedent
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.once import Once
from newskit.analyses.names.pronoun_fit import PronounFit
from newskit.analyses.names.role_words import is_someone
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.csv_files import csv_rows

_DEFINITE = ("the", "this")
_FAR_BACK = 3000  # characters in which someone unnamed may have been introduced
_RANGES: dict[str, range] = {}
for _row in csv_rows(__package__, "roles.csv"):
    if _row["class"] == "of_age":
        _first, _last = map(int, _row["note"].split("-"))
        _RANGES[_row["word"]] = range(_first, _last + 1)
_MANY = 20  # people who are called the 19-year-old
_INTRODUCES = r"\b(?:an?|one|another|some|each|every)[ \n](?:[\w-]+[ \n]){0,3}"  # a senior official
_THE_AGED = re.compile(r"\b[Tt]he (?P<AGE>\d{1,3})-year-old\b")
YEARS_OLD = re.compile(r"(\d{1,3})-year-old\Z")


class ReferenceFinder(Protocol):
    """What finds who a pronoun is."""

    def find(
        self,
        pronoun: str,
        at: int,
        first: int = 0,
    ) -> Antecedent:
        """Find who a pronoun at a tag may be, of those named from tag `first` on."""


class Epithets:
    """Reads the epithets of one article."""

    def __init__(
        self,
        tagged: TagSequence,
        bearers: Bearers,
        fit: PronounFit,
        antecedents: ReferenceFinder,
    ) -> None:
        self._tagged = tagged
        self._bearers = bearers
        self._fit = fit
        self._antecedents = antecedents

    def meant(
        self,
        words: list[str],
        at: int,
        but: str | None = None,
    ) -> Entity | None:
        """Say who the 34-year-old is, or the Italian: who was spoken of last; no official.

        `but` is the name of somebody who cannot be meant.
        """
        aged = next(filter(None, map(YEARS_OLD.match, words)), None)
        known = self._of_age(words[-1], int(aged.group(1)) if aged else None, at)
        if known is not None:
            return known
        is_owned = any(word.endswith(("'s", "s'")) for word in words[:-1])  # the widow’s sister
        if words[0] not in _DEFINITE or is_owned:
            return None
        if not aged and not self._is_epithet(words[-1], at):
            return None
        return self._spoken_of(words[-1], at, but)

    def _of_age(
        self,
        noun: str,
        age: int | None,
        at: int,
    ) -> Entity | None:
        """Say who is of an age: the 34-year-old; the teenager, if one is."""
        if age is not None:
            return self._bearers.by_age.get(age)
        if noun not in _RANGES or not self._is_epithet(noun, at):
            return None
        pronoun = role_pronoun(noun)
        found = {
            who
            for age, who in self._ages.items()
            if age in _RANGES[noun] and self._fit.pronoun_of(who) in ("", pronoun or who.he_or_she)
        }
        return found.pop() if len(found) == 1 else None

    @Once
    def _ages(self) -> dict[int, Entity]:
        """Who is how old, those with them who are called so: the 19-year-old had two goals."""
        tagged = self._tagged
        ages = dict(self._bearers.by_age)
        for found in islice(_THE_AGED.finditer(tagged.text), _MANY):
            at = bisect_left(tagged.starts, found.start("AGE"))
            is_title = at + 1 < len(tagged.tags) and tagged.tags[at + 1] in "nN"
            who = None if is_title else self._spoken_of("", at)
            if who is not None:
                ages.setdefault(int(found["AGE"]), who)
        return ages

    def _spoken_of(
        self,
        noun: str,
        at: int,
        but: str | None = None,
    ) -> Entity | None:
        """Say who was spoken of last: he or she, as the noun goes with."""
        told = role_pronoun(noun)
        pronouns = (told,) if told else ("he", "she")
        # In its own paragraph first; then whoever was spoken of last.
        low = self._tagged.paragraph_start(at)
        found = [self._antecedents.find(pronoun, at, low) for pronoun in pronouns]
        if all(one.who is None for one in found):
            found = [self._antecedents.find(pronoun, at) for pronoun in pronouns]
        found.sort(key=lambda one: -one.score)
        people = (who for one in found for who in (one.who, one.also))
        if but is None:
            return found[0].who
        return next((who for who in people if who is not None and who.name != but), None)

    def _is_epithet(
        self,
        noun: str,
        at: int,
    ) -> bool:
        """Whether it is of someone, and no one unnamed was called so before: an official."""
        if not is_someone(noun):
            return False
        end = self._tagged.starts[at]
        before = self._tagged.text[max(end - _FAR_BACK, 0) : end]
        return re.search(_INTRODUCES + rf"{re.escape(noun)}\b", before, re.IGNORECASE) is None
