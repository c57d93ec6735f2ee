"""A quotation: one quoted span, or one of indirect speech, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.medium import Medium
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution
from newskit.analyses.quotes.speaker import UNKNOWN, Speaker
from newskit.text.quoted_spans import QuotedSpan


@dataclass(slots=True)
class Quotation:
    """One quoted span, or one of indirect speech, and what is known of it."""

    span: QuotedSpan
    kind: str
    utterance: int
    attribution: Attribution = UNATTRIBUTED
    speaker: Speaker = UNKNOWN
    medium: Medium | None = None
    # Of one inside another: that one, whose words its attribution is read from, and where they
    # begin in the text.
    outer: Quotation | None = None
    tagged: TagSequence | None = None
    shift: int = 0
