"""The register of an article: who and what it names, and every printed name in order."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from newskit.analyses.names.entity import Entity
from newskit.analyses.names.given_names import given_pronoun
from newskit.analyses.names.linker import Linker, Named
from newskit.analyses.names.name_forms import ORGANIZATION_WORDS, TITLES
from newskit.analyses.names.once import Once
from newskit.analyses.names.phrases import Phrase, subject_in
from newskit.analyses.names.role_words import is_office
from newskit.analyses.names.runs import Run, prose_runs
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

_LONG_OFFICE = 4  # words: Police Public Relations Officer


@dataclass(frozen=True)
class Register:
    """Who is named in an article, and every printed name in order."""

    tagged: TagSequence
    named: list[Named]
    lows: list[int]  # the tag of each printed name
    linker: Linker  # says who a name is that is printed elsewhere: in a headline, in a quotation

    @Once
    def entities(self) -> list[Entity]:
        """Who is named, in order of the first mention."""
        return list(dict.fromkeys(mention.who for mention in self.named))

    def between(
        self,
        low: int,
        high: int,
    ) -> list[Named]:
        """Return the names printed in tags[low:high]."""
        first = bisect_left(self.lows, low)
        return self.named[first : bisect_left(self.lows, high, lo=first)]

    def subject(
        self,
        low: int,
        high: int,
    ) -> Phrase | None:
        """Return the subject of the sentence tags[low:high]."""
        first = bisect_left(self.lows, low)
        opens = first < len(self.named) and self.named[first].run.begin == low
        phrase = subject_in(self.tagged, low, high, opens)
        return phrase and self._with_name(phrase)

    def _with_name(
        self,
        phrase: Phrase,
    ) -> Phrase:
        """Let a phrase that is an office go on with its name: Minister | of State Ann Lee."""
        first = bisect_left(self.lows, phrase.low)
        behind = self.named[first].run if first < len(self.named) else None
        if behind is None or behind.begin > phrase.low:
            return phrase
        return Phrase(phrase.low, max(phrase.high, behind.high))


def register_of(tagged: TagSequence) -> Register:
    """Read the names of an article outside quotation marks."""
    found = prose_runs(tagged)
    runs = [run for run in found if len(run.name.words) == 1 or not _is_office(tagged, run)]
    linker = Linker(tagged, runs)
    named = [linker.named(tagged, run) for run in runs if linker.is_name(tagged, run)]
    return Register(tagged, named, [mention.run.low for mention in named], linker)


def _is_office(
    tagged: TagSequence,
    run: Run,
) -> bool:
    """Whether the words are an office, not a name: the Police Public Relations Officer."""
    if run.begin == 0 or tagged.tags[run.begin - 1] != "D":
        return False
    words = list(map(fold, run.name.words))
    if any(map(str.islower, run.name.words)):
        return False  # Office of the Prosecutor General
    is_short = len(words) < _LONG_OFFICE and words[0] in ORGANIZATION_WORDS
    if is_short or given_pronoun(words[0]):
        return False
    return is_office(words[-1]) or TITLES.issuperset(words)

