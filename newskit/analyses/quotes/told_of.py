"""Whose words a quotation without an attribution is, once it is known who is a person."""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes.after import FAR
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace
from newskit.analyses.quotes.resolve import Resolver
from newskit.analyses.quotes.rule_book import rule

_SAYING = pattern("says")
_PARAGRAPH, _QUOTE = one_of("paragraph"), one_of("quote")
_IS_OVER = one_of("paragraph stop quote open_end nothing")
_BETWEEN = one_of("paragraph stop open_end")
_STOP = one_of("stop")
_DOUBTED = ("carried over", UNATTRIBUTED.position)
_SPEAK = ("person", "organization", "document")
_BACK = 3  # sentences in which someone may stand whose words follow
_FAR_BACK = 6  # the same, and the question, before the first answer of an interview
_MARGIN = 12  # characters between a question and its answer
_MARKS = " \n\t“”\"‘'«"


def told_of(
    place: QuotePlace,
    found: Attribution,
    resolver: Resolver,
) -> Attribution:
    """Carry over from a person only: not from the call, or regrets, but from whom it is told of."""
    if found.position not in _DOUBTED:
        return found
    if found.pattern == "sentence" and found.speaker is not None:
        is_told_of = resolver.speaker(found.speaker).kind in _SPEAK
        better = None if is_told_of else _of_subject(place, resolver)
    elif found.pattern == "paragraph":
        better = _of_own_sentence(place, resolver)
    else:
        better = _of_nothing(place, resolver) if found is UNATTRIBUTED else None
    return better or found


def _of_subject(
    place: QuotePlace,
    resolver: Resolver,
) -> Attribution | None:
    """Read the sentence before, whose subject is not someone who speaks."""
    return _of_someone(place, resolver) or _of_last_speaker(place)


def _of_nothing(
    place: QuotePlace,
    resolver: Resolver,
) -> Attribution | None:
    """Read what stands before a quotation without any attribution."""
    if _is_behind_sentence(place):
        return _of_someone(place, resolver)
    if not _is_a_paragraph(place):
        return None
    return _of_sentence_before(place, resolver) or _of_question(place, resolver)


def _is_behind_sentence(place: QuotePlace) -> bool:
    """Whether a sentence of speech stands behind another one in its paragraph."""
    before = place.tagged.tags[place.at - 1 : place.at]
    return place.at == place.low and place.opens and before in _STOP


def _is_a_paragraph(place: QuotePlace) -> bool:
    """Whether a quotation opens a paragraph, and its sentence is over with it."""
    tags = place.tagged.tags
    opens = place.at > 0 and tags[place.at - 1] in _PARAGRAPH and place.opens
    return opens and tags[place.at + 1 : place.at + 2] in _IS_OVER


@rule(
    "carried over: person",
    sure=.6,
    example="Ann Lee shook her head. There was a long pause. “It never opened.”",
)
def _of_someone(
    place: QuotePlace,
    resolver: Resolver,
) -> Attribution | None:
    """Look back, sentence by sentence of the paragraph, for a person that one is about."""
    high, paragraph = place.at, place.tagged.paragraph_start(place.at)
    for _ in range(_BACK):
        low = max(place.tagged.sentence_start(high - 1), paragraph)
        someone = resolver.someone_in(low, high)
        if someone is not None:
            return Attribution(someone, _saying(place, someone.high, high), place.at + 1)
        if low <= paragraph:
            break
        high = low
    return None


@rule(
    "carried over: sentence between",
    sure=.6,
    example="“It is shut,” Bo Ek said. Ann Lee shrugged. “It never opened.”",
)
def _of_own_sentence(
    place: QuotePlace,
    resolver: Resolver,
) -> Attribution | None:
    """Read “...,” Ek said. Lee shrugged. “...”: a sentence of its own stands between."""
    low = place.tagged.sentence_start(place.at - 1)
    has_quote = not _QUOTE.isdisjoint(place.tagged.tags[low : place.at])
    if low <= max(place.before_at, place.before.end) or has_quote:
        return None
    someone = resolver.someone_in(low, place.at)
    return someone and Attribution(someone, _saying(place, someone.high, place.at), place.at + 1)


@rule(
    "carried over: last speaker",
    sure=.4,
    example="“It is shut,” Ann Lee said.\n\nIs there a new pier? “It never opened.”",
)
def _of_last_speaker(place: QuotePlace) -> Attribution | None:
    """Answer a question without a person by who spoke last."""
    paragraph = place.tagged.paragraph_start(place.at)
    earlier = place.tagged.paragraph_start(paragraph - 1) if paragraph else 0
    if place.before.speaker is None or place.before_at < earlier:
        return None
    return place.before.again(place.at + 1, 0, continues=False)


@rule(
    "carried over: sentence before",
    sure=.4,
    example="Ann Lee shook her head.\n\n“It never opened.”",
)
def _of_sentence_before(
    place: QuotePlace,
    resolver: Resolver,
) -> Attribution | None:
    """Read a paragraph of speech behind one without any."""
    tagged, end = place.tagged, place.at
    while end and tagged.tags[end - 1] in _BETWEEN:
        end -= 1
    low = max(tagged.sentence_start(end), tagged.paragraph_start(end))
    someone = resolver.someone_in(low, end)
    return someone and Attribution(someone, None, place.at + 1)


@rule(
    "carried over: question",
    sure=.4,
    example="“It is shut,” Ann Lee said.\n\nThe pier is old. Did it hurt?\n\n“It never opened.”",
)
def _of_question(
    place: QuotePlace,
    resolver: Resolver,
) -> Attribution | None:
    """Answer a question that ends the paragraph before by who spoke last, or is introduced."""
    end = place.tagged.starts[place.at]
    asks = place.tagged.text[max(end - _MARGIN, 0) : end].rstrip(_MARKS).endswith("?")
    if not asks:
        return None
    if place.before.speaker is None:
        return _of_introduced(place, resolver)
    return place.before.again(place.at + 1, 0, continues=False)


def _of_introduced(
    place: QuotePlace,
    resolver: Resolver,
) -> Attribution | None:
    """Read “Ann Lee mends clocks. How did she begin?” before the first answer of an interview."""
    high = place.at
    for _ in range(_FAR_BACK):
        low = place.tagged.sentence_start(high - 1) if high else 0
        someone = resolver.someone_in(low, high) if low < high else None
        if someone is not None and resolver.speaker(someone).name is not None:
            return Attribution(someone, None, place.at + 1)
        high = low
    return None


def _saying(
    place: QuotePlace,
    low: int,
    high: int,
) -> NounPhrase | None:
    found = _SAYING.search(place.tagged.tags, low, min(high, low + FAR))
    return NounPhrase(*found.span()) if found else None
