"""Who goes on speaking: quotations without an attribution of their own take that of another."""

from __future__ import annotations

import re

from newskit.analyses.quotes.noun_phrases import NounPhrase, first_subject
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace
from newskit.analyses.quotes.resolve import Resolver
from newskit.analyses.quotes.rules import CUE, FAR, LONG, before_verb

_SAYING = re.compile("V")
# Tags: said Lee, the mayor, whose office stands behind the pier. “...”
_NEAR = 40
_SPEAK = ("person", "organization", "document")
# Sentences back in which someone may stand whose words follow.
_BACK = 3
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

    cue = _saying(tags, subject.high, high)
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


# --- whose words they are, once it is known who is a person


def reconsidered(place: QuotePlace, found: Attribution, resolver: Resolver) -> Attribution:
    """Carry over from a person only: not from the call, or regrets, but from whom it is told of."""
    told = (found.position, found.pattern)
    if told == ("carried over", "sentence") and found.speaker is not None:
        if resolver.speaker(found.speaker).kind in _SPEAK:
            return found
        return _of_someone(place, resolver) or _of_last_speaker(place) or found
    if told == ("carried over", "paragraph"):
        return _of_own_sentence(place, resolver) or found
    if found is UNATTRIBUTED and _opens_paragraph(place):
        return _behind_paragraph(place, resolver) or found
    return found


def _opens_paragraph(place: QuotePlace) -> bool:
    tags = place.tagged.tags
    opens = place.at > 0 and tags[place.at - 1] == "|" and place.opens
    return opens and tags[place.at + 1 : place.at + 2] in ("|", ".", "", "Q")


def _of_someone(place: QuotePlace, resolver: Resolver) -> Attribution | None:
    """Look back, sentence by sentence of the paragraph, for a person that one is about."""
    high, paragraph = place.at, place.tagged.paragraph_start(place.at)
    for back in range(_BACK):
        low = max(place.tagged.sentence_start(high - 1), paragraph)
        someone = resolver.someone_in(low, high)
        if someone is not None:
            sure = .6 if back == 0 else .5
            cue = _saying(place.tagged.tags, someone.high, high)
            return Attribution("carried over", "sentence", sure, someone, cue, place.at + 1)
        if low <= paragraph:
            break
        high = low
    return None


def _saying(tags: str, low: int, high: int) -> NounPhrase | None:
    found = _SAYING.search(tags, low, min(high, low + FAR))
    return NounPhrase(*found.span()) if found else None


def _of_own_sentence(place: QuotePlace, resolver: Resolver) -> Attribution | None:
    """Read “...,” Lee said. Ek shrugged. “...”: a sentence of its own stands between."""
    low = place.tagged.sentence_start(place.at - 1)
    if low <= max(place.before_at, place.before.end) or "Q" in place.tagged.tags[low : place.at]:
        return None
    someone = resolver.someone_in(low, place.at)
    if someone is None:
        return None
    cue = _saying(place.tagged.tags, someone.high, place.at)
    return Attribution("carried over", "sentence", .6, someone, cue, place.at + 1)


def _of_last_speaker(place: QuotePlace) -> Attribution | None:
    """Answer a question without a person by who spoke last: Is there a new record? “...”."""
    if place.before is UNATTRIBUTED or place.before.speaker is None:
        return None
    earlier = place.tagged.paragraph_start(place.tagged.paragraph_start(place.at) - 1)
    if place.before_at < earlier:
        return None
    return place.before.taken("carried over", "previous paragraph", confidence=.4, end=place.at + 1)


def _behind_paragraph(place: QuotePlace, resolver: Resolver) -> Attribution | None:
    """Read a paragraph of speech behind one without any: Lee shook her head. Then “...” alone."""
    tagged, end = place.tagged, place.at - 1
    low = max(tagged.sentence_start(end), tagged.paragraph_start(end))
    asks = tagged.text[: tagged.starts[place.at]].rstrip(" \n\t“”\"‘'«").endswith("?")
    someone = resolver.someone_in(low, end)
    if someone is None and asks and place.before.speaker is not None:
        return place.before.taken("carried over", "question", confidence=.4, end=place.at + 1)
    if someone is None:
        return None
    return Attribution("carried over", "sentence before", .4, someone, None, place.at + 1)
