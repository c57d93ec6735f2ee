"""Who goes on speaking: quotations without an attribution of their own take that of another."""

from __future__ import annotations

from dataclasses import replace

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes.after import FAR
from newskit.analyses.quotes.before import CUE, LONG, before_verb
from newskit.analyses.quotes.noun_phrases import NounPhrase, first_subject, subject_after
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace
from newskit.analyses.quotes.rule_book import rule

_SAYING = pattern("says")
_FROM = pattern(r"preposition (?P<NAME> name [name particle]{0,5}) colon? \Z")
# Another paragraph, what a colon introduces, a second sentence, or words of one that goes on.
_NOT_BETWEEN = pattern(r"paragraph | colon | stop [^stop]* stop | stop [^stop]+ \Z")
# What begins another clause between two fragments, which may have another speaker.
_NEW_CLAUSE = pattern(
    """stop | paragraph | semicolon | colon | dash | open_end | says | acts | according
    | comma (pronoun | determiner? [noun name]{1,5}) [past auxiliary]"""
)
# It was easy, said Lee. It was easy, she said.
_TOLD_BEHIND = pattern(
    """comma (?P<WHO> (pronoun | [name particle]{1,5}) (?=says [stop comma]))?
    (?P<CUE> says) (?=[stop comma] | determiner | noun{0,3} name)"""
)
_SETS_OFF = one_of("stop comma open_end dash colon semicolon and open")
_COLON, _STOP, _PARAGRAPH = one_of("colon"), one_of("stop"), one_of("paragraph")
# Tags: said Lee, the mayor, whose office stands behind the pier. “...”
_NEAR = 40
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
    return before.again(place.at + 1, sure, continues=True)


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
    return before.again(0, before.confidence * _SHARED, continues=True)


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
    return before.again(place.at + 1, sure, continues=True)


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
    return place.before.again(place.at + 1, 0, continues=False)


@rule("carried over: sentence", sure=.6, example="Ann Lee shook her head. “It never opened.”")
def _of_sentence(
    tags: str,
    low: int,
    high: int,
) -> Attribution | None:
    """Carry over from the sentence before: its subject, and its verb of saying if it has one."""
    told = _told_behind(tags, low, high)
    if told is not None:
        return told

    subject = first_subject(tags, max(low, high - LONG), high)
    if subject is None:
        return None

    found = _SAYING.search(tags, subject.high, min(high, subject.high + FAR))
    cue = NounPhrase(*found.span()) if found else None
    return Attribution(
        speaker=subject,
        cue=cue,
        end=high + 1,
    )


def _told_behind(
    tags: str,
    low: int,
    high: int,
) -> Attribution | None:
    """Carry over from who tells a sentence at its end: It was easy, said Lee, the mayor. “...”."""
    found = _TOLD_BEHIND.search(tags, low, high)
    if found is None:
        return None

    cue, who = NounPhrase(*found.span("CUE")), NounPhrase(*found.span("WHO"))
    told = who if found["WHO"] else subject_after(tags, cue.high, high)
    return told and Attribution(speaker=told, cue=cue, end=high + 1)


def _of_paragraph_before(
    place: QuotePlace,
    paragraph: int,
) -> Attribution | None:
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
def _introduced(
    place: QuotePlace,
    low: int,
    end: int,
) -> Attribution | None:
    """Ann Lee wrote:, and what she wrote in the next paragraph."""
    tags = place.tagged.tags
    found = before_verb(replace(place, low=low)) or _of_sentence(tags, low, end)
    if found is None and (name := _FROM.search(tags, low, end)):
        found = Attribution(NounPhrase(*name.span("NAME")))  # and from Ann Lee:
    return found and found._replace(end=place.at + 1)


@rule(
    "carried over: previous paragraph",
    sure=.5,
    example="“Is it shut?” Ann Lee asked.\n\n“It never opened.”",
)
def _previous_paragraph(place: QuotePlace) -> Attribution | None:
    return place.before.again(place.at + 1, 0, continues=place.before.continues)
