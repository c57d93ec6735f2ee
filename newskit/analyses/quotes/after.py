"""Who says a quotation, as the words behind it tell: one named rule per pattern.

Every rule reads the tag sequence only, near the quotation.
"""

from __future__ import annotations

import re

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes.cues import base_form
from newskit.analyses.quotes.noun_phrases import ASIDE, NounPhrase, noun_phrases, subject_after
from newskit.analyses.quotes.quote_place import Attribution, QuotePlace
from newskit.analyses.quotes.rule_book import rule
from newskit.text.forms import fold

FAR = 80  # tags of a sentence that are read on either side of a quotation

_ADVERBS = "([auxiliary adverb time] | preposition? determiner? time){0,5}"
_SAYS = pattern("adverbs ([says acts] | (?<=[auxiliary adverb]) base)", adverbs=_ADVERBS)
_SAY = pattern("adverb? base")  # they say; critics say
_OF_ONE = frozenset(("he", "she", "it"))
_PLURAL_ENDINGS = ("s", "people", "police", "men", "women", "some", "many", "others")
_SAID = pattern(
    "[comma open_end]? [comma dash]? (?P<CUE> says) (?=[^comma stop paragraph quote]) adverb?"
)
_TO_SUBJECT = pattern("[comma open_end]? [comma dash]? [and when]?")
_AFTER_BRACKET = pattern("[^stop quote paragraph semicolon colon comma]{1,40} comma")
_ACCORDING = pattern("[comma open_end]? (?P<CUE> according preposition)")
_IS_ACCORDING = pattern("according preposition")
_IS_HOW = pattern("[comma open_end]? auxiliary (?P<CUE> when)")
_IN_WORDS = pattern("[comma open_end]? (?P<CUE> preposition determiner noun preposition)")
_HOW = ("how", "in the words of")
_SIGNED = pattern(
    r"[stop open_end]? dash (?P<NAME> name [name particle]{1,5}) (?=[comma stop paragraph open]|\Z)"
)
_GLUED = pattern(
    r"""[stop comma open_end]? (?P<NAME> name [name particle]{1,5})
    (?=[comma stop paragraph open]|\Z)"""
)
_HEADED = pattern(r"colon (?P<NAME> name [name particle]{1,5}) (?=[stop paragraph preposition]|\Z)")
_SIGNED_BELOW = pattern(
    r"""[stop open_end]? paragraph dash
    (?P<NAME> name [name particle]{0,5}) (?=[comma stop paragraph open]|\Z)"""
)
_PULLED = pattern(
    r"paragraph noun{0,3} (?P<NAME> name [name particle]{1,5}) (?=[comma stop paragraph]|\Z)"
)
_ASIDES = 3  # Lee (R-Ohio), the mayor of Lund, on Monday, said

_SAYS_TAG, _PAST, _COMMA = one_of("says"), one_of("past"), one_of("comma")
_SAYS_OR_SAY = one_of("says base")
_OPENS_ASIDE = one_of("comma dash open")
_CLOSE, _PRONOUN = one_of("close"), one_of("pronoun")
_UNLISTED = one_of("past acts")
_LEADS_SUBJECT = one_of("pronoun name determiner")
_BEFORE_CLAUSE = one_of("comma open_end dash")


@rule("after: subject verb", sure=.95, example="“We won,” Ann Lee said.")
def after_subject_verb(place: QuotePlace) -> Attribution | None:
    """“...,” Ann Lee said; “...,” Ann Lee, the mayor, has said."""
    tags = place.tagged.tags
    subject = subject_after(tags, _subject_begin(place), place.high) if place.speech else None
    if subject is None:
        return None

    end = subject.high
    for _ in range(_ASIDES):
        verb = _SAYS.match(tags, end, place.high) or _say(place, subject, end)
        if verb:
            cue = NounPhrase(verb.end() - 1, verb.end())
            sure = .95 if tags[cue.low] in _SAYS_OR_SAY else .8
            return Attribution(
                speaker=subject,
                cue=cue,
                end=verb.end(),
                confidence=sure,
            )

        end = _behind_aside(tags, end, place.high)
        if end < 0:
            break
    return None


def _say(
    place: QuotePlace,
    subject: NounPhrase,
    end: int,
) -> re.Match[str] | None:
    """Read the present of several: “...,” they say; “...,” critics of the plan say."""
    tagged = place.tagged
    found = _SAY.match(tagged.tags, end, place.high)
    if found is None:
        return None
    spoken = fold(tagged.printed(found.end() - 1, found.end()))
    if base_form(spoken) != spoken:
        return None  # words spoken in anger

    last = fold(tagged.printed(subject.low, subject.high))
    is_one = tagged.tags[subject.low] in _PRONOUN and last in _OF_ONE
    is_several = tagged.tags[subject.low] in _PRONOUN or last.endswith(_PLURAL_ENDINGS)
    return found if is_several and not is_one else None


def _subject_begin(place: QuotePlace) -> int:
    """Return where a subject may begin behind the quotation, its comma and "and"."""
    found = _TO_SUBJECT.match(place.tagged.tags, place.at + 1, place.high)
    return found.end() if found else place.at + 1


def _behind_aside(
    tags: str,
    at: int,
    high: int,
) -> int:
    """Return where the verb may stand behind an aside that begins at `at`; -1 without one."""
    # A bracket has no tag for its comma: Lee (R-Ohio), the mayor, said
    behind_bracket = tags[at - 1] in _CLOSE
    # Of two asides the comma between them closes one and opens the next.
    if tags[at - 1] in _COMMA and tags[at : at + 1] not in _OPENS_ASIDE:
        at -= 1
    found = (_AFTER_BRACKET if behind_bracket else ASIDE).match(tags, at, high)
    if found is None:
        return -1

    # The comma that closes one aside may open the next.
    begun = behind_bracket or tags[at] in _COMMA
    opens_next = tags[found.end() - 1] in _COMMA and not begun
    return found.end() - opens_next


@rule("after: verb subject", sure=.95, example="“We won,” said Ann Lee, the mayor.")
def after_verb_subject(place: QuotePlace) -> Attribution | None:
    """“...,” said Ann Lee, the mayor."""
    verb = _SAID.match(place.tagged.tags, place.at + 1, place.high) if place.speech else None
    subject = subject_after(place.tagged.tags, verb.end(), place.high) if verb else None
    if verb is None or subject is None:
        return None
    return Attribution(
        speaker=subject,
        cue=NounPhrase(*verb.span("CUE")),
        end=subject.high,
    )


@rule("after: unlisted verb", sure=.6, example="“We won the cup at last!” whooped Ann Lee.")
def after_unlisted(place: QuotePlace) -> Attribution | None:
    """“...,” Ann Lee riffed; “...!” beamed Ann Lee: the place makes it a verb of saying."""
    if not place.speech or place.at != place.low:
        return None

    tags, begin = place.tagged.tags, _subject_begin(place)
    inverted = tags[begin : begin + 1] in _PAST
    subject = subject_after(tags, begin + inverted, place.high)
    if subject is None or tags[subject.low] not in _LEADS_SUBJECT:
        return None

    verb = begin if inverted else subject.high
    if tags[verb : verb + 1] not in _UNLISTED:
        return None
    cue = NounPhrase(verb, verb + 1)
    return Attribution(
        speaker=subject,
        cue=cue,
        end=max(subject.high, cue.high),
    )


@rule("after: according to", sure=.9, example="“The pier is shut,” according to Ann Lee.")
def after_according(place: QuotePlace) -> Attribution | None:
    """“...,” according to Ann Lee."""
    tags = place.tagged.tags
    found = _ACCORDING.match(tags, place.at + 1, place.high)
    subject = subject_after(tags, found.end(), place.high) if found else None
    if found is None or subject is None:
        return None
    return Attribution(
        speaker=subject,
        cue=NounPhrase(*found.span("CUE")),
        end=subject.high,
    )


@rule("after: is how", sure=.85, example="“It was a long goodbye,” is how Ann Lee put it.")
def after_is_how(place: QuotePlace) -> Attribution | None:
    """“...,” is how Ann Lee puts it; “...,” in the words of Ann Lee."""
    tagged, tags = place.tagged, place.tagged.tags
    found = _IS_HOW.match(tags, place.at + 1, place.high)
    found = found or _IN_WORDS.match(tags, place.at + 1, place.high)
    if found is None or fold(tagged.printed(*found.span("CUE"))) not in _HOW:
        return None
    subject = subject_after(tags, found.end(), place.high)
    if subject is None:
        return None
    return Attribution(subject, NounPhrase(*found.span("CUE")), subject.high)


@rule("after: signature", sure=.8, example="“The pier is shut for good.” — Ann Lee, mayor")
def after_signature(place: QuotePlace) -> Attribution | None:
    """“...” — Ann Lee, mayor. The name may stand in a paragraph of its own.

    Without a dash it counts only where it closes an open quotation.
    """
    tags = place.tagged.tags
    found = _SIGNED.match(tags, place.at + 1, place.high + 1)
    found = found or _SIGNED_BELOW.match(tags, place.at + 1) or _signed_closely(place)
    if found is None and not place.span.closed:
        found = _PULLED.match(tags, place.at + 1)
    if found is None:
        return None
    return Attribution(
        speaker=NounPhrase(*found.span("NAME")),
        cue=None,
        end=found.end(),
    )


def _signed_closely(place: QuotePlace) -> re.Match[str] | None:
    """“...” -Ann Lee, mayor; at the head of a text: “...”: Ann Lee on the cup."""
    tagged, at = place.tagged, place.at + 1
    if tagged.text[place.span.end : place.span.end + 3].lstrip().startswith("-"):
        return _GLUED.match(tagged.tags, at)
    return _HEADED.match(tagged.tags, at) if place.at == 0 else None


def in_clause_behind(place: QuotePlace) -> Attribution | None:
    """Read an attribution later in the sentence: the “...” will stay, Ann Lee said."""
    high = min(place.high, place.at + FAR)
    for phrase in noun_phrases(place.tagged.tags, place.at + 1, high):
        found = _clause(place, phrase, high) or _according_behind(place, phrase)
        if found is not None:
            return found
    return None


@rule("after: clause", sure=.75, example="The “pier without a ferry” will stay, Ann Lee said.")
def _clause(
    place: QuotePlace,
    phrase: NounPhrase,
    high: int,
) -> Attribution | None:
    tags = place.tagged.tags
    verb = _SAYS.match(tags, phrase.high, high)
    if verb is None or tags[verb.end() - 1] not in _SAYS_TAG:
        return None
    if tags[phrase.low - 1] not in _BEFORE_CLAUSE:
        return None
    return Attribution(phrase, NounPhrase(verb.end() - 1, verb.end()))


def _according_behind(
    place: QuotePlace,
    phrase: NounPhrase,
) -> Attribution | None:
    cue = NounPhrase(phrase.low - 2, phrase.low)
    if not _IS_ACCORDING.match(place.tagged.tags, *cue):
        return None
    # Less sure than right behind the quotation.
    return Attribution(
        speaker=phrase,
        cue=cue,
        confidence=.8,
        position="after",
        pattern="according to",
    )
