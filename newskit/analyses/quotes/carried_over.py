"""Who goes on speaking: quotations without an attribution of their own take that of another."""

from __future__ import annotations

import re

from newskit.analyses.quotes.noun_phrases import NounPhrase, first_subject
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace
from newskit.analyses.quotes.rules import CUE, FAR, LONG, before_verb

_SAYING = re.compile("V")
# Tags: said Lee, the mayor, whose office stands behind the pier. “...”
_NEAR = 40
# Of the confidence of an attribution, for a second quotation that shares it.
_SHARED = .95


def continued(place: QuotePlace) -> Attribution | None:
    """“...,” said Ann Lee, the mayor. “...”: nothing but the attribution stands between the two."""
    tags, before = place.tagged.tags, place.before
    if not before.end or before.position == "before":
        return None
    if not 0 <= place.at - before.end <= _NEAR:
        return None

    between = tags[before.end : place.at]
    if "|" in between or ":" in between or between.count(".") > 1:
        return None
    if CUE.search(between):
        return None

    # Waited in an “endless” line: a word of the sentence.
    is_set_off = place.at == before.end or tags[place.at - 1] in ".,?-:;&("
    if not place.opens and not is_set_off:
        return None
    if "." in between and not between.endswith("."):
        return None  # words of a new sentence stand before it

    sure = before.confidence * _SHARED
    return before.taken("continued", "", confidence=sure, end=place.at + 1, continues=True)


def multi_paragraph(place: QuotePlace) -> Attribution | None:
    """Go on with speech whose span stayed open, in a paragraph that opens with a mark again."""
    before, spoken = place.before, place.tagged.spoken
    if before is UNATTRIBUTED:
        return None

    last = spoken[place.number - 1]
    opens_paragraph = place.tagged.tags[place.at - 1] == "|"
    if last.closed or place.span.paragraph != last.paragraph + 1 or not opens_paragraph:
        return None
    sure = before.confidence * _SHARED
    return before.taken("carried over", "multi-paragraph", confidence=sure, end=0, continues=True)


def carried_over(place: QuotePlace) -> Attribution | None:
    """Give a sentence of its own the speaker of the quotation or sentence before it."""
    tagged = place.tagged
    if place.at != place.low or not place.opens:
        return None

    paragraph = tagged.paragraph_start(place.at)
    is_told = place.before is not UNATTRIBUTED
    if is_told and place.before_at >= paragraph:
        return place.before.taken(
            "carried over", "paragraph", confidence=.7, end=place.at + 1, continues=False
        )
    if paragraph < place.at:
        low = max(tagged.sentence_start(place.at - 1), paragraph)
        return _of_sentence(tagged.tags, low, place.at)
    return _of_paragraph_before(place, paragraph)


def _of_sentence(tags: str, low: int, high: int) -> Attribution | None:
    """Carry over from the sentence before: its subject, and its verb of saying if it has one."""
    subject = first_subject(tags, max(low, high - LONG), high)
    if subject is None:
        return None

    found = _SAYING.search(tags, subject.high, min(high, subject.high + FAR))
    cue = NounPhrase(*found.span()) if found else None
    return Attribution("carried over", "sentence", .6, subject, cue, high + 1)


def _of_paragraph_before(place: QuotePlace, paragraph: int) -> Attribution | None:
    """Carry over from the paragraph before: what its colon introduces, or its last speaker."""
    tags, tagged = place.tagged.tags, place.tagged
    if paragraph == 0:
        return None

    end = paragraph - 1 - (tags[paragraph - 2] in ".")
    earlier = tagged.paragraph_start(paragraph - 1)
    if tags[end - 1] == ":":
        low = max(tagged.sentence_start(end), earlier)
        introduced = before_verb(place._replace(low=low)) or _of_sentence(tags, low, end)
        return introduced and introduced.taken("before", "paragraph", end=place.at + 1)
    if place.before is not UNATTRIBUTED and place.before_at >= earlier:
        end = place.at + 1
        return place.before.taken("carried over", "previous paragraph", confidence=.5, end=end)
    return None
