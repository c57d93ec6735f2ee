"""Who goes on speaking: quotations without an attribution of their own take that of another."""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes.after import FAR
from newskit.analyses.quotes.before import CUE, LONG, before_verb
from newskit.analyses.quotes.noun_phrases import NounPhrase, first_subject
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace
from newskit.analyses.quotes.resolve import Resolver
from newskit.analyses.quotes.rule_book import rule

_SAYING = pattern("says")
# Another paragraph, what a colon introduces, a second sentence, or words of one that goes on.
_NOT_BETWEEN = pattern(r"paragraph | colon | stop [^stop]* stop | stop [^stop]+ \Z")
# What begins another clause between two fragments, which may have another speaker.
_NEW_CLAUSE = pattern(
    """stop | paragraph | semicolon | colon | dash | open_end | says | acts | according
    | comma (pronoun | determiner? [noun name]{1,5}) [past auxiliary]"""
)
_SETS_OFF = one_of("stop comma open_end dash colon semicolon and open")
_COLON, _STOP, _PARAGRAPH = one_of("colon"), one_of("stop"), one_of("paragraph")
_ALONE = one_of("paragraph stop quote nothing")
_AROUND_MARKS = " \n\t“”\"‘'«"
# Tags: said Lee, the mayor, whose office stands behind the pier. “...”
_NEAR = 40
_SPEAK = ("person", "organization", "document")
# Sentences back in which someone may stand whose words follow.
_BACK = 3
# Of the confidence of an attribution, for a second quotation that shares it.
_SHARED = .95


@rule("continued", sure=.95, example="“It is shut,” said Ann Lee, the mayor. “It stays shut.”")
def continued(place: QuotePlace) -> Attribution | None:
    """“...,” said Ann Lee, the mayor. “...”: nothing but the attribution stands between the two."""
    before = place.before
    if not before.end or before.position == "before":
        return None
    if not 0 <= place.at - before.end <= _NEAR:
        return None

    between = place.tagged.tags[before.end : place.at]
    if _NOT_BETWEEN.search(between) or CUE.search(between):
        return None

    # Waited in an “endless” line: a word of the sentence.
    is_set_off = not between or between[-1] in _SETS_OFF
    if not place.opens and not is_set_off:
        return None
    sure = before.confidence * _SHARED
    return before._replace(confidence=sure, end=place.at + 1, continues=True)


@rule(
    "carried over: multi-paragraph",
    sure=.95,
    example="“It is shut,” Ann Lee said. “It stays shut.\n\n\"It never opened.”",
)
def multi_paragraph(place: QuotePlace) -> Attribution | None:
    """Go on with speech whose span stayed open, in a paragraph that opens with a mark again."""
    before, spoken = place.before, place.tagged.spoken
    if before is UNATTRIBUTED:
        return None

    last = spoken[place.number - 1]
    is_next = place.span.paragraph == last.paragraph + 1
    opens_paragraph = place.tagged.tags[place.at - 1] in _PARAGRAPH
    if last.closed or not is_next or not opens_paragraph:
        return None
    return before._replace(confidence=before.confidence * _SHARED, end=0, continues=True)


@rule(
    "continued: same sentence",
    sure=.8,
    example="Ann Lee called the plan “reckless” and the mayor “a fool.”",
)
def same_sentence(place: QuotePlace) -> Attribution | None:
    """Give a second fragment of a sentence the verb of the first: Lee called it “sad” and “old”."""
    before = place.before
    if before.position not in ("before", "continued") or place.before_at < 0:
        return None

    between = place.tagged.tags[place.before_at + 1 : place.at]
    if _NEW_CLAUSE.search(between):
        return None
    sure = min(before.confidence, .8)
    return before._replace(confidence=sure, end=place.at + 1, continues=True)


def carried_over(place: QuotePlace) -> Attribution | None:
    """Give a sentence of its own the speaker of the quotation or sentence before it."""
    tagged = place.tagged
    if place.at != place.low or not place.opens:
        return None

    paragraph = tagged.paragraph_start(place.at)
    if place.before is not UNATTRIBUTED and place.before_at >= paragraph:
        return _in_paragraph(place)
    if paragraph < place.at:
        low = max(tagged.sentence_start(place.at - 1), paragraph)
        return _of_sentence(tagged.tags, low, place.at)
    return _of_paragraph_before(place, paragraph)


@rule(
    "carried over: paragraph",
    sure=.7,
    example="“It is shut,” Ann Lee said. It was built in May. “It never opened.”",
)
def _in_paragraph(place: QuotePlace) -> Attribution | None:
    return place.before._replace(confidence=0, end=place.at + 1, continues=False)


@rule("carried over: sentence", sure=.6, example="Ann Lee shook her head. “It never opened.”")
def _of_sentence(tags: str, low: int, high: int) -> Attribution | None:
    """Carry over from the sentence before: its subject, and its verb of saying if it has one."""
    subject = first_subject(tags, max(low, high - LONG), high)
    if subject is None:
        return None

    return Attribution(subject, _saying(tags, subject.high, high), high + 1)


def _of_paragraph_before(place: QuotePlace, paragraph: int) -> Attribution | None:
    """Carry over from the paragraph before: what its colon introduces, or its last speaker."""
    tags, tagged = place.tagged.tags, place.tagged
    if paragraph == 0:
        return None

    end = paragraph - 1 - (tags[paragraph - 2] in _STOP)
    earlier = tagged.paragraph_start(paragraph - 1)
    if tags[end - 1] in _COLON:
        return _introduced(place, max(tagged.sentence_start(end), earlier), end)
    if place.before is not UNATTRIBUTED and place.before_at >= earlier:
        return _previous_paragraph(place)
    return None


@rule("before: paragraph", sure=.95, example="Ann Lee said in a letter:\n\n“It never opened.”")
def _introduced(place: QuotePlace, low: int, end: int) -> Attribution | None:
    """Ann Lee wrote:, and what she wrote in the next paragraph."""
    found = before_verb(place._replace(low=low)) or _of_sentence(place.tagged.tags, low, end)
    return found and found._replace(end=place.at + 1)


@rule(
    "carried over: previous paragraph",
    sure=.5,
    example="“Is it shut?” Ann Lee asked.\n\n“It never opened.”",
)
def _previous_paragraph(place: QuotePlace) -> Attribution | None:
    return place.before._replace(confidence=0, end=place.at + 1)


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
    opens = place.at > 0 and tags[place.at - 1] in _PARAGRAPH and place.opens
    return opens and tags[place.at + 1 : place.at + 2] in _ALONE


def _of_someone(place: QuotePlace, resolver: Resolver) -> Attribution | None:
    """Look back, sentence by sentence of the paragraph, for a person that one is about."""
    high, paragraph = place.at, place.tagged.paragraph_start(place.at)
    for back in range(_BACK):
        low = max(place.tagged.sentence_start(high - 1), paragraph)
        someone = resolver.someone_in(low, high)
        if someone is not None:
            return _about(place, someone, high, .6 if back == 0 else .5)
        if low <= paragraph:
            break
        high = low
    return None


def _about(
    place: QuotePlace,
    someone: NounPhrase,
    high: int,
    sure: float,
) -> Attribution:
    """Carry over from a sentence that is about someone; the label is that of any sentence."""
    cue = _saying(place.tagged.tags, someone.high, high)
    told = Attribution(someone, cue, place.at + 1, sure)
    return told._replace(position="carried over", pattern="sentence")


def _saying(tags: str, low: int, high: int) -> NounPhrase | None:
    found = _SAYING.search(tags, low, min(high, low + FAR))
    return NounPhrase(*found.span()) if found else None


def _of_own_sentence(place: QuotePlace, resolver: Resolver) -> Attribution | None:
    """Read “...,” Lee said. Ek shrugged. “...”: a sentence of its own stands between."""
    low = place.tagged.sentence_start(place.at - 1)
    if low <= max(place.before_at, place.before.end) or "Q" in place.tagged.tags[low : place.at]:
        return None
    someone = resolver.someone_in(low, place.at)
    return someone and _about(place, someone, place.at, .6)


def _of_last_speaker(place: QuotePlace) -> Attribution | None:
    """Answer a question without a person by who spoke last: Is there a new record? “...”."""
    if place.before is UNATTRIBUTED or place.before.speaker is None:
        return None
    earlier = place.tagged.paragraph_start(place.tagged.paragraph_start(place.at) - 1)
    if place.before_at < earlier:
        return None
    told = place.before._replace(confidence=.4, end=place.at + 1)
    return told._replace(position="carried over", pattern="previous paragraph")


def _behind_paragraph(place: QuotePlace, resolver: Resolver) -> Attribution | None:
    """Read a paragraph of speech behind one without any: Lee shook her head. Then “...” alone."""
    tagged = place.tagged
    end = place.at - 1 - (tagged.tags[place.at - 2] in _STOP)
    low = max(tagged.sentence_start(end), tagged.paragraph_start(end))
    someone = resolver.someone_in(low, end)
    if someone is not None:
        return _sentence_before(place, someone)

    asks = tagged.text[: tagged.starts[place.at]].rstrip(_AROUND_MARKS).endswith("?")
    return _question(place) if asks and place.before.speaker is not None else None


@rule(
    "carried over: sentence before",
    sure=.4,
    example="Ann Lee shook her head.\n\n“It never opened.”",
)
def _sentence_before(place: QuotePlace, someone: NounPhrase) -> Attribution | None:
    return Attribution(someone, None, place.at + 1)


@rule(
    "carried over: question",
    sure=.4,
    example="“It is shut,” Ann Lee said.\n\nIs that for good?\n\n“It never opened.”",
)
def _question(place: QuotePlace) -> Attribution | None:
    return place.before._replace(confidence=0, end=place.at + 1)
