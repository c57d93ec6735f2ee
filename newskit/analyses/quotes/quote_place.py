"""What a rule reads, a quotation in its sentence, and what it returns, an attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from newskit.analyses.names.tag_patterns import one_of
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.text.quoted_spans import QuotedSpan

# Where the words of an attribution stand, seen from the quotation, or why it has none of its own.
Position = Literal[
    "before", "after", "around", "continued", "carried over", "indirect",
    "no attribution found", "scare quote",
]  # fmt: skip
# What is left before a quotation of the sentence that another one ended.
_ENDS_BEFORE = one_of("open_end comma stop colon")
_IS_OVER, _OPEN_END = one_of("stop paragraph"), one_of("open_end")
_GOES_ON, _SETS_OFF = one_of("comma dash"), one_of("comma colon")
_SPOKEN_ENDS = ",!?…—–-"
# Around the words of a quotation: blanks, and marks of a quotation in it.
_EDGES = " '‘’\"”“\xa0"
# Characters in which a quotation shows whether it begins with a capital.
_OPENING = 8


class Attribution(NamedTuple):
    """What a rule found: tags of the speaker and of the cue, and where the attribution ends."""

    speaker: NounPhrase | None = None
    cue: NounPhrase | None = None
    end: int = 0
    confidence: float = 0.0  # that this is the speaker; 0: that of its rule
    continues: bool = False  # it is a part of the utterance before it
    position: Position = "no attribution found"
    pattern: str = ""  # the form of its words: subject verb, according to, ...

    def named(
        self,
        position: Any,
        pattern: str,
        sure: float,
    ) -> Attribution:
        """Return it with the name of its rule, and the confidence of that if it has none."""
        found = self.speaker, self.cue, self.end, self.confidence or sure, self.continues
        return Attribution(*found, position, pattern)

    def again(
        self,
        end: int,
        confidence: float,
        continues: bool,
    ) -> Attribution:
        """Return it for another quotation of the same speaker."""
        return Attribution(self.speaker, self.cue, end, confidence, continues)

    @property
    def rule(self) -> str:
        """The label of the rule, for readers; what steers are the two fields it is made of."""
        return f"{self.position}: {self.pattern}" if self.pattern else self.position


class Reported(NamedTuple):
    """Indirect speech: tags of the content, of the speaker and of the cue."""

    low: int
    high: int
    speaker: NounPhrase | None  # of a question often nobody
    cue: NounPhrase
    confidence: float = 0.0  # that this is the speaker; 0: that of its rule
    position: Position = "indirect"
    pattern: str = ""

    def named(
        self,
        position: Any,
        pattern: str,
        sure: float,
    ) -> Reported:
        """Return it with the name of its rule, and the confidence of that if it has none."""
        found = self.low, self.high, self.speaker, self.cue, self.confidence or sure
        return Reported(*found, position, pattern)


UNATTRIBUTED = Attribution()
SCARE_QUOTE = Attribution(position="scare quote")


@dataclass(slots=True)
class QuotePlace:
    """A quotation in its text: its tag, the sentence around it, and the quotation before it."""

    tagged: TagSequence
    number: int  # which spoken span it is
    at: int
    low: int  # first tag of its sentence, or behind the quotation before it
    high: int  # end of its sentence
    speech: bool  # its end invites "she said": a comma, ? or !
    opens: bool  # it begins with a capital
    before: Attribution
    before_at: int

    @property
    def span(self) -> QuotedSpan:
        """The span between quotation marks."""
        return self.tagged.spoken[self.number]

    def inner_text(
        self,
        longest: int,
    ) -> str:
        """Return what stands between the marks, or the beginning of it."""
        low = self.span.inner_start
        return self.tagged.text[low : min(self.span.inner_end, low + longest)]


def quote_place(
    tagged: TagSequence,
    number: int,
    before: Attribution,
    before_at: int,
) -> QuotePlace:
    """Look around a quotation; `before` is of the one at tag `before_at`, the last before it."""
    tags, at, span = tagged.tags, tagged.places[number], tagged.spoken[number]
    low = max(tagged.sentence_start(at), before_at + 1)
    while low < at and tags[low] in _ENDS_BEFORE:
        low += 1

    inner = tagged.text[span.inner_start : span.inner_end].strip(_EDGES)
    # Digits and signs have no case: “5,000 people ...” opens as a capital does.
    opens = not next(filter(str.isalnum, inner[:_OPENING]), "").islower()

    high = tagged.sentence_end(at)
    speech = _invites(tags, low, at, inner[-1:])
    return QuotePlace(tagged, number, at, low, high, speech, opens, before, before_at)


def _invites(
    tags: str,
    low: int,
    at: int,
    last: str,
) -> bool:
    """Whether the end of a quotation, of that last sign, invites "she said"."""
    # A full stop behind the marks says that the sentence is over, and a comma that it is not.
    behind = tags[at + 1 : at + 2]
    if behind in _IS_OVER:
        return False

    # Lorn asked, “Will you resign?” Zelt answered ...: here the question has its speaker already.
    if behind in _OPEN_END and at > low and tags[at - 1] in _SETS_OFF:
        return False
    return at == low or behind in _GOES_ON or last in _SPOKEN_ENDS
