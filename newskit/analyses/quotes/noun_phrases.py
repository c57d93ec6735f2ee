"""Noun phrases among the tags: where they are, and which of them is the subject of a verb."""

from __future__ import annotations

from typing import NamedTuple

from newskit.analyses.names.tag_patterns import one_of, pattern

# A phrase is a pronoun, or words led by an article, a name or a number, or a bare plural before its
# verb; what follows "of", "for", "at" ... belongs to it. Every repeat is bounded, so that no text
# can make it slow.
PARTS = {
    "leads": "[determiner owner owner_noun number]",
    "names": """([name particle]? | particle{2,3}) name
        ([name particle number] | and (?=name) | noun{1,4} (?=name) | owner (?=[name noun])){0,8}
        ((?<=owner) noun{1,4})?""",
    "led": """leads
        ( [determiner owner owner_noun name noun particle adverb number]
        | past (?=[name noun])
        | and (?=[name noun] [name noun]? [says acts auxiliary])
        | ing (?=[name noun])
        ){0,12}""",
    "head": """( led
        | (noun | past (?=[name noun])){0,4} names
        | (noun | past (?=noun)){1,4}
        )""",
    "complement": """(and? preposition (?!time)
        ( leads? [determiner owner owner_noun name noun particle adverb number]{0,8}
          [name noun number]
        | time
        )){0,3}""",
    "joined": "(and ([noun name number]{1,6} (?=[auxiliary says acts]) | head complement))",
    # Who met Lee; posted on the site: what belongs to a subject without a comma.
    "clause": """( who [auxiliary adverb]{0,3} [past says acts base noun auxiliary] rest{1,15}
        | past preposition rest{1,10}
        )""",
    "rest": "[^stop comma quote paragraph semicolon colon]",
    # An appositive or a relative clause, between commas, brackets or dashes.
    "aside": """( comma [^stop quote paragraph semicolon colon]{1,40} comma
        | open [^stop quote paragraph close]{1,40} close
        | dash [^stop quote paragraph]{1,40} dash
        )""",
}
PHRASE = pattern("pronoun | head complement joined?", **PARTS)
ASIDE = pattern("aside", **PARTS)
# What may stand between a subject and its verb: asides; a time; adverbs and auxiliaries.
_BETWEEN = pattern(
    r"""clause? aside{0,2} comma? (preposition? determiner? time [time number]* comma?)?
    [auxiliary adverb time]{0,5} (comma [auxiliary adverb time]{1,3} comma?)? \Z""",
    **PARTS,
)
# Behind a phrase inside brackets or dashes that close before the verb: Lee (D-Ohio) | said
_IN_ASIDE = pattern(
    r"""([^open close stop quote]{0,30} close | [^dash stop quote]{0,30} dash)
    comma? [auxiliary adverb time]{0,5} \Z"""
)
# Before a phrase that stands in a relative clause: who met | Tom Dorn
_RELATIVE = pattern(
    r"""(?<!preposition) who (preposition? determiner? time comma?)?
    [auxiliary adverb says acts past base noun]
    [^comma stop quote semicolon colon open dash]{0,20} (?<!and) \Z"""
)
_NAMED = pattern("(noun | past){0,4} name")
# More than a time or a lone article.
_NOMINAL = pattern("[name pronoun noun owner]")

# Tags: Ann Lee, who has run the harbor since the old pier was closed in May, said
_FAR = 60
# Tags: a subject further left has more between it and the verb than one aside.
_BEHIND_ASIDE = 45
# Behind one of these a phrase is not the subject of its sentence: in May, when Lee, adding fuel
_NOT_BEFORE_SUBJECT = one_of("preposition when time ing acts says base past")
_OPENS_APPOSITIVE = one_of("comma dash open who")
_CLOSES_APPOSITIVE = one_of("comma dash close who")
_BEHIND_ALONE = one_of("stop paragraph comma nothing")
_PREPOSITION, _PRONOUN = one_of("preposition"), one_of("pronoun")
_PAST, _WHO, _COMMA = one_of("past"), one_of("who"), one_of("comma")
_DETERMINER, _ING = one_of("determiner"), one_of("ing")


class NounPhrase(NamedTuple):
    """A noun phrase: tags[low:high]."""

    low: int
    high: int


def noun_phrases(
    tags: str,
    low: int,
    high: int,
) -> list[NounPhrase]:
    """Return the noun phrases of tags[low:high], in order."""
    return [NounPhrase(*m.span()) for m in PHRASE.finditer(tags, low, high)]


def is_nominal(
    tags: str,
    phrase: NounPhrase,
) -> bool:
    """Whether it can be who speaks: more than a time or a lone article."""
    return _NOMINAL.search(tags, phrase.low, phrase.high) is not None


def subject_before(
    tags: str,
    low: int,
    verb: int,
) -> NounPhrase | None:
    """Find the subject of a verb to its left: only asides, adverbs or auxiliaries separate them."""
    behind_pronoun = tags[verb - 1] in _PRONOUN and verb - 1 > low
    if behind_pronoun and tags[verb - 2] not in _PREPOSITION:
        return NounPhrase(verb - 1, verb)

    named = _before_who(tags, low, verb)
    if named is not None:
        return named

    # From the verb back: Ann Lee, the mayor, said has two candidates, and the first one is meant.
    low = max(low, verb - _FAR)
    near: NounPhrase | None = None
    for phrase in reversed(noun_phrases(tags, low, verb)):
        if not _may_be_subject(tags, phrase, low, verb):
            continue

        if _BETWEEN.match(tags, phrase.high, verb):
            if not _is_appositive(tags, phrase, low):
                return phrase
            # In May, Bo Ek, the mayor, said: of two the first, but of a role and a name the name.
            if near is None or _NAMED.match(tags, phrase.low) or not _NAMED.match(tags, near.low):
                near = phrase
            continue

        if _IN_ASIDE.match(tags, phrase.high, verb):
            continue
        is_far = verb - phrase.high > _BEHIND_ASIDE
        if near is None or is_far:
            break

    # An appositive speaks if nothing is found that it belongs to.
    return near


def _before_who(
    tags: str,
    low: int,
    verb: int,
) -> NounPhrase | None:
    """Return the name right before "who": in the office of Ann Lee, who said."""
    if tags[verb - 1] not in _WHO:
        return None

    end = verb - 1 - (tags[verb - 2] in _COMMA)
    before = [p for p in noun_phrases(tags, low, end) if p.high == end]
    is_named = bool(before) and _NAMED.match(tags, before[-1].low) is not None
    return before[-1] if is_named else None


def _may_be_subject(
    tags: str,
    phrase: NounPhrase,
    low: int,
    verb: int,
) -> bool:
    """Whether a phrase can be the subject of a verb behind it, at whatever distance."""
    if phrase.low > low and tags[phrase.low - 1] in _PREPOSITION:
        return False
    # A past form that opens a phrase may be the verb of the clause: who defeated Tom Dorn.
    begin = phrase.low + (tags[phrase.low] in _PAST)
    if _RELATIVE.search(tags, low, begin):
        return False  # Lee, who met Tom Dorn in May, said: not Dorn

    # Lee, whose father worked there, said: not the father.
    if phrase.high < verb and tags[max(phrase.low - 1, low) : phrase.low] in _WHO:
        return False

    # Some chanted; another said: a determiner speaks if the verb follows at once.
    alone = phrase.high == verb and tags[phrase.low : phrase.high] in _DETERMINER
    return alone or is_nominal(tags, phrase)


def _is_appositive(
    tags: str,
    phrase: NounPhrase,
    low: int,
) -> bool:
    """Whether a comma on both sides makes it belong to what stands before: Lee, the mayor, said."""
    if tags[max(low, phrase.low - 1) : phrase.low] not in _OPENS_APPOSITIVE:
        return False
    return tags[phrase.high : phrase.high + 1] in _CLOSES_APPOSITIVE


def first_subject(
    tags: str,
    low: int,
    high: int,
) -> NounPhrase | None:
    """Find the subject of a sentence: its first phrase that does not hang on a preposition."""
    for phrase in noun_phrases(tags, low, high):
        # It may open the sentence: then nothing stands before it.
        hangs = phrase.low > low and tags[phrase.low - 1] in _NOT_BEFORE_SUBJECT
        if hangs or tags[phrase.high : phrase.high + 1] in _ING:
            continue
        if is_nominal(tags, phrase):
            return phrase
    return None


def subject_after(
    tags: str,
    low: int,
    high: int,
) -> NounPhrase | None:
    """Find the subject right behind a verb: said Ann Lee; said the mayor."""
    found = PHRASE.match(tags, low, high)
    if found is None:
        return None

    # Said another: here, too, a determiner may speak alone.
    subject = NounPhrase(*found.span())
    alone = found.group() in _DETERMINER
    if alone and tags[subject.high : subject.high + 1] in _BEHIND_ALONE:
        return subject
    return subject if is_nominal(tags, subject) else None
