"""Who says a quotation, as the words before it tell: one named rule per pattern.

Every rule reads the tag sequence only, near the quotation. `before_verb` looks at the verbs before
it, the nearest first, and asks the rules for a verb about each.
"""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.names.tags import WORDS
from newskit.analyses.quotes.after import FAR
from newskit.analyses.quotes.noun_phrases import (
    NounPhrase,
    first_subject,
    noun_phrases,
    subject_after,
    subject_before,
)
from newskit.analyses.quotes.quote_place import Attribution, QuotePlace
from newskit.analyses.quotes.quoted_as import quoted_as_saying
from newskit.analyses.quotes.rule_book import rule
from newskit.text.forms import fold
from newskit.text.scare_quotes import WORDS_BEHIND

LONG = 400  # tags back to the head of a sentence
_NEAR_UNLISTED = 12  # tags between an unlisted verb and the quotation
_NEAR = 4  # tags between "said", with whom and where, and the quotation
_LONGEST_OWNER = 4  # tags: the old harbor master’s

# Questions are a noun in: she would answer questions “when there are answers”.
CUE = pattern(
    """(?<![owner_noun owner number]) (?<!auxiliary noun)
    ((?<!preposition) [says acts] | (?<!determiner) [base ing according])"""
)
_UNLISTED_BEFORE = pattern(
    r"""[past acts] (?= adverb?
    ( preposition [^comma stop paragraph quote]{1,8} | [^comma stop paragraph quote]{0,4} )
    comma \Z)"""
)
_FOUND_THAT = pattern(r"[past acts] (?=that \Z) | past (?=\Z)")
# Before the subject of what someone says.
_REPORTS = pattern(r"says that? \Z")
_FINITE = pattern("[says acts past]")

_IS_ACCORDING, _SAYS, _ING, _BASE = map(one_of, ("according", "says", "ing", "base"))
_DETERMINER, _NAME, _THAT, _PAST = map(one_of, ("determiner", "name", "that", "past"))
_COLON, _CLOSE = one_of("colon"), one_of("close")
_BEFORE_BASE = one_of("auxiliary adverb noun name pronoun and preposition")
_BEFORE_INVERTED, _BEHIND_INVERTED = one_of("comma when"), one_of("comma colon")
_ALL_SAID = one_of("stop paragraph nothing")
_BEFORE_CAPITAL = one_of("comma says base")
_SETS_OFF = one_of("colon comma")
_COMES_FIRST = one_of("comma open_end")
_OWNERS, _OWNER = one_of("owner owner_noun"), one_of("owner")
_BEFORE_OWNER_NOUN = one_of("determiner noun name")


def noun_behind(place: QuotePlace) -> NounPhrase | None:
    """Return the noun behind the quotation that says that it is words: his “...” promise."""
    tagged, at = place.tagged, place.at + 1
    at += tagged.tags[at : at + 1] in _COMES_FIRST
    if at < len(tagged.tags) and tagged.printed(at, at + 1) in WORDS_BEHIND:
        return NounPhrase(at, at + 1)
    return None


@rule("around: owner and noun", sure=.8, example="Ann Lee’s “no ferry, no vote” promise was kept.")
def by_owner(place: QuotePlace) -> Attribution | None:
    """Ann Lee’s “no ferry” promise."""
    tags, noun = place.tagged.tags, noun_behind(place)
    if noun is None or tags[place.at - 1 : place.at] not in _OWNERS:
        return None

    low = place.at - 1
    first = max(place.low, place.at - _LONGEST_OWNER)
    owned = _NAME if tags[low] in _OWNER else _BEFORE_OWNER_NOUN
    while low > first and tags[low - 1] in owned:
        low -= 1
    return Attribution(NounPhrase(low, place.at), noun)


def before_verb(place: QuotePlace) -> Attribution | None:
    """Ann Lee said, “...”; Ann Lee said that the pier “...”; she praised them, adding, “...”."""
    tags = place.tagged.tags
    low = max(place.low, place.at - FAR)
    for cue in reversed([m.start() for m in CUE.finditer(tags, low, place.at)]):
        if tags[cue] in _IS_ACCORDING:
            return _according(place, cue)
        if _is_noun(place, cue):
            continue
        if tags[cue] in _ING and (quoted := _quoted_as_saying(place, low, cue)):
            return quoted

        found = _subject_verb(place, low, cue) or _verb_subject(place, cue)
        found = found or _shared_subject(place, low, cue)
        if found is not None:
            return _outer(place, low, cue, found) or found
    return None


def _outer(
    place: QuotePlace,
    low: int,
    cue: int,
    found: Attribution,
) -> Attribution | None:
    """Read a verb that reports the whole: Lee said the vote had put the bank under a “cloud”."""
    tags, subject = place.tagged.tags, found.speaker
    if tags[cue] in _SAYS or subject is None:
        return None

    outer = _REPORTS.search(tags, low, subject.low)
    return _subject_verb(place, low, outer.start()) if outer else None


def _is_noun(
    place: QuotePlace,
    cue: int,
) -> bool:
    """Whether what stands before a verb makes it a noun or a participle: the claims, words said."""
    tag, previous = place.tagged.tags[cue], place.tagged.tags[cue - 1 : cue]
    if previous in _DETERMINER and not _speaks_alone(place, cue - 1):
        return True
    return tag in _BASE and previous not in _BEFORE_BASE


def _speaks_alone(
    place: QuotePlace,
    at: int,
) -> bool:
    """Whether a determiner may be who speaks: some said."""
    return fold(place.tagged.printed(at, at + 1)) in WORDS["speaks_alone"]


@rule(
    "before: according to",
    sure=.85,
    example="According to Ann Lee, the pier is “shut for good and all”.",
)
def _according(
    place: QuotePlace,
    cue: int,
) -> Attribution:
    subject = subject_after(place.tagged.tags, cue + 2, place.at)
    return Attribution(
        speaker=subject,
        cue=NounPhrase(cue, cue + 2),
        end=place.at + 1,
    )


@rule(
    "before: quoted as saying",
    sure=.85,
    example="The Post quoted Ann Lee as saying: “It is shut.”",
)
def _quoted_as_saying(
    place: QuotePlace,
    low: int,
    cue: int,
) -> Attribution | None:
    subject = quoted_as_saying(place.tagged, low, cue)
    return subject and Attribution(
        speaker=subject,
        cue=NounPhrase(cue, cue + 1),
        end=place.at + 1,
    )


@rule("before: subject verb", sure=.95, example="Ann Lee said: “The pier is shut for good.”")
def _subject_verb(
    place: QuotePlace,
    low: int,
    cue: int,
) -> Attribution | None:
    tags = place.tagged.tags
    subject = None if tags[cue] in _ING else subject_before(tags, low, cue)
    if subject is None:
        return None

    sure = .85 if tags[place.at - 1] in _SETS_OFF else .75
    if place.at - cue <= _NEAR and tags[cue] in _SAYS:
        sure = .95
    return Attribution(
        speaker=subject,
        cue=NounPhrase(cue, cue + 1),
        end=place.at + 1,
        confidence=sure,
    )


@rule("before: verb subject", sure=.85, example="And, said Ann Lee: “It is shut for good.”")
def _verb_subject(
    place: QuotePlace,
    cue: int,
) -> Attribution | None:
    """And, said Ann Lee, “...”."""
    tags = place.tagged.tags
    opens = cue == place.low or tags[cue - 1] in _BEFORE_INVERTED
    if not opens or tags[cue] not in _SAYS:
        return None

    subject = subject_after(tags, cue + 1, place.at)
    if subject is None or tags[subject.high] not in _BEHIND_INVERTED:
        return None
    return Attribution(
        speaker=subject,
        cue=NounPhrase(cue, cue + 1),
        end=place.at + 1,
    )


@rule("before: shared subject", sure=.75, example="Ann Lee left early, adding: “It is shut.”")
def _shared_subject(
    place: QuotePlace,
    low: int,
    cue: int,
) -> Attribution | None:
    """She praised them, adding “...”: the subject of the verb before is that of the cue."""
    tags, verb = place.tagged.tags, NounPhrase(cue, cue + 1)
    for other in reversed([m.start() for m in _FINITE.finditer(tags, low, cue)]):
        subject = subject_before(tags, low, other)
        if subject is not None:
            return Attribution(
                speaker=subject,
                cue=verb,
                end=place.at + 1,
            )

    subject = first_subject(tags, max(place.low, cue - LONG), cue)
    if subject is None and place.tagged.sentence_start(cue) <= place.before_at:
        subject = place.before.speaker  # “...” and called it “...”
    return subject and Attribution(
        speaker=subject,
        cue=verb,
        end=place.at + 1,
    )


@rule("before: unlisted verb", sure=.6, example="Ann Lee shot back, “We are closed for good.”")
def before_unlisted(place: QuotePlace) -> Attribution | None:
    """Ann Lee shot back, “We ...”: a comma and a capital say that the verb is one of saying."""
    tags = place.tagged.tags
    if _is_found(place):
        unlisted = _FOUND_THAT
    elif place.opens and tags[place.at - 1 : place.at] in _BEFORE_CAPITAL:
        unlisted = _UNLISTED_BEFORE
    else:
        return None

    for m in unlisted.finditer(tags, max(place.low, place.at - _NEAR_UNLISTED), place.at):
        subject = subject_before(tags, place.low, m.start())
        if subject is not None:
            return Attribution(
                speaker=subject,
                cue=NounPhrase(*m.span()),
                end=place.at + 1,
            )
    return None


def _is_found(place: QuotePlace) -> bool:
    """Whether "found" reports: the survey found that “...”; it found “...”, and nothing behind."""
    tags, at = place.tagged.tags, place.at
    if tags[at - 1 : at] in _THAT:
        return True
    return tags[at - 1 : at] in _PAST and tags[at + 1 : at + 2] in _ALL_SAID


@rule("before: colon", sure=.8, example="Ann Lee: “The pier is shut for good.”")
def before_colon(place: QuotePlace) -> Attribution | None:
    """Ann Lee: “...”. ANN LEE (by phone): ..."""
    tags = place.tagged.tags
    low, end = max(place.low, place.at - LONG), place.at - 1
    before = tags[end : place.at]
    if before in _CLOSE and _has_colon(place, end):
        end = tags.rfind("(", low, end)
    elif before not in _COLON:
        return None

    phrases = noun_phrases(tags, low, place.at)
    near = [p for p in phrases if p.high == end and _is_alone(place, p, low)]
    subject = near[0] if near else first_subject(tags, low, place.at)
    return subject and Attribution(
        speaker=subject,
        cue=None,
        end=place.at + 1,
    )


def _is_alone(
    place: QuotePlace,
    phrase: NounPhrase,
    low: int,
) -> bool:
    """Whether a phrase before a colon is who speaks: Ann Lee: “...”; from the union: “...”."""
    tagged = place.tagged
    if tagged.tags[phrase.low] in _NAME:
        return True
    return phrase.low == low + 1 and fold(tagged.printed(low, low + 1)) == "from"


def _has_colon(
    place: QuotePlace,
    bracket: int,
) -> bool:
    """Whether a colon follows the closing bracket, whose tag is the only one of the two."""
    tagged = place.tagged
    return ":" in tagged.text[tagged.ends[bracket - 1] : tagged.starts[place.at]]
