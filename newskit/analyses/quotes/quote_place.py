"""What a rule reads, a quotation in its sentence, and what it returns, an attribution."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.analyses.quotes.tag_sequence import TagSequence
from newskit.text.quoted_spans import QuotedSpan

# Where the words of an attribution stand, seen from the quotation, or why it has none of its own.
Position = Literal[
    "before", "after", "around", "continued", "carried over", "indirect",
    "no attribution found", "scare quote",
]  # fmt: skip
# Around the words of a quotation: blanks, and marks of a quotation in it.
_EDGES = " '‘’\"”“\xa0"
# Characters in which a quotation shows whether it begins with a capital.
_OPENING = 8


class Attribution(NamedTuple):
    """What a rule found: tags of the speaker and of the cue, and where the attribution ends."""

    position: Position
    pattern: str = ""  # the form of its words: subject verb, according to, ...
    confidence: float = 0.0  # that this is the speaker
    speaker: NounPhrase | None = None
    cue: NounPhrase | None = None
    end: int = 0
    continues: bool = False  # it is a part of the utterance before it

    @property
    def rule(self) -> str:
        """The label of the rule, for readers; what steers are the two fields it is made of."""
        return f"{self.position}: {self.pattern}" if self.pattern else self.position

    def taken(self, position: Position, pattern: str, **changes: Any) -> Attribution:
        """Return it as the attribution of another quotation."""
        return self._replace(position=position, pattern=pattern, **changes)


UNATTRIBUTED = Attribution("no attribution found")
SCARE_QUOTE = Attribution("scare quote")


class QuotePlace(NamedTuple):
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

    def inner_text(self, longest: int) -> str:
        """Return what stands between the marks, or the beginning of it."""
        low = self.span.inner_start
        return self.tagged.text[low : min(self.span.inner_end, low + longest)]


def quote_place(
    tagged: TagSequence, number: int, before: Attribution, before_at: int
) -> QuotePlace:
    """Look around a quotation; `before` is of the one at tag `before_at`, the last before it."""
    tags, at, span = tagged.tags, tagged.places[number], tagged.spoken[number]
    low = max(tagged.sentence_start(at), before_at + 1)
    while low < at and tags[low] in "?,.:":
        low += 1

    inner = tagged.text[span.inner_start : span.inner_end].strip(_EDGES)
    behind = tags[at + 1 : at + 2]
    # A full stop behind the marks says that the sentence is over, and a comma that it is not.
    speech = behind not in (".", "|") and (
        at == low or behind in (",", "-") or inner[-1:] in ",!?…—–-"
    )
    # Lorn asked, “Will you resign?” Zelt answered ...: here the question has its speaker already.
    if behind == "?" and at > low and tags[at - 1] in ",:":
        speech = False

    # Digits and signs have no case: “5,000 people ...” opens as a capital does.
    opens = not next(filter(str.isalnum, inner[:_OPENING]), "").islower()
    high = tagged.sentence_end(at)
    return QuotePlace(tagged, number, at, low, high, speech, opens, before, before_at)
