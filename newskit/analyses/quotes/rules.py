"""Who says a quotation, and with what verb, as its own sentence tells: one function per pattern.

Every rule reads the tag sequence only, near the quotation, and returns what it found with its own
name, so that a table of quotations can say why.
"""

from __future__ import annotations

import re

from newskit.analyses.quotes.noun_phrases import (
    ASIDE,
    NounPhrase,
    first_subject,
    noun_phrases,
    subject_after,
    subject_before,
)
from newskit.analyses.quotes.quote_place import Attribution, QuotePlace
from newskit.analyses.quotes.tags import WORDS
from newskit.text.forms import fold
from newskit.text.scare_quotes import WORDS_BEHIND

FAR = 80  # tags of a sentence that are read on either side of a quotation
LONG = 400  # tags back to the head of a sentence

_LEAD = r"[,?]?"
_ADVERBS = r"(?:[ajt]|o?D?t)"
_SAYS = re.compile(rf"{_ADVERBS}{{0,5}}(?:[VX]|(?<=a)B|(?<=[aj])B)")
_SAID = re.compile(rf"{_LEAD}[,-]?(?P<cue>V)(?=[^,.|Q])j?")
_SUBJECT = re.compile(rf"{_LEAD}[,-]?[&s]?")
_ASIDE = re.compile(ASIDE)
_AFTER_BRACKET = re.compile(r"[^.Q|;:,]{1,40},")
_ACCORDING = re.compile(rf"{_LEAD}(?P<cue>Ao)")
_SIGNED = re.compile(r"[.?]?-(?P<name>N[Nv]{1,5})(?=[,.|(]|\Z)")
_SIGNED_BELOW = re.compile(r"[.?]?\|-(?P<name>N[Nv]{0,5})(?=[,.|(]|\Z)")
_PULLED = re.compile(r"\|n{0,3}(?P<name>N[Nv]{1,5})(?=[,.|]|\Z)")
CUE = re.compile(r"(?<![zZ#])(?:(?<!o)[VX]|(?<!D)[BGA])")
_UNLISTED = re.compile(r"[eX](?=j?(?:o[^,.|Q]{1,8}|[^,.|Q]{0,4}),\Z)")
_FOUND = re.compile(r"[eX](?=h\Z)|e(?=\Z)")
_NEAR_UNLISTED = 12  # tags between an unlisted verb and the quotation
_FINITE = re.compile(r"[VXe]")


def after_subject_verb(place: QuotePlace) -> Attribution | None:
    """“...,” Ann Lee said; “...,” Ann Lee, the mayor, has said."""
    if not place.speech:
        return None

    tags = place.tagged.tags
    start = _SUBJECT.match(tags, place.at + 1, place.high)
    begin = start.end() if start else place.at + 1
    subject = subject_after(tags, begin, place.high)
    if subject is None:
        return None

    end = subject.high
    for _ in range(3):
        verb = _SAYS.match(tags, end, place.high)
        if verb:
            cue = NounPhrase(verb.end() - 1, verb.end())
            sure = .95 if tags[cue.low] == "V" else .8
            return Attribution("after", "subject verb", sure, subject, cue, verb.end())

        # A bracket has no tag for its comma: Lee (R-Ohio), the mayor, said
        behind_bracket = tags[end - 1] == ")"
        aside = (_AFTER_BRACKET if behind_bracket else _ASIDE).match(tags, end, place.high)
        if aside is None:
            break
        begun = behind_bracket or tags[end] == ","
        end = aside.end() - (tags[aside.end() - 1] == "," and not begun)
    return None


def after_verb_subject(place: QuotePlace) -> Attribution | None:
    """“...,” said Ann Lee, the mayor."""
    tags = place.tagged.tags
    verb = _SAID.match(tags, place.at + 1, place.high) if place.speech else None
    subject = subject_after(tags, verb.end(), place.high) if verb else None
    if verb is None or subject is None:
        return None

    cue = NounPhrase(*verb.span("cue"))
    return Attribution("after", "verb subject", .95, subject, cue, subject.high)


def after_unlisted(place: QuotePlace) -> Attribution | None:
    """“...,” Ann Lee riffed; “...!” beamed Ann Lee: the place makes it a verb of saying."""
    tags = place.tagged.tags
    start = _SUBJECT.match(tags, place.at + 1, place.high)
    if not place.speech or start is None or place.at != place.low:
        return None

    begin = start.end()
    inverted = tags[begin : begin + 1] == "e"
    subject = subject_after(tags, begin + inverted, place.high)
    if subject is None or tags[subject.low] not in "PND":
        return None

    verb = begin if inverted else subject.high
    if tags[verb : verb + 1] not in ("e", "X"):
        return None
    cue = NounPhrase(verb, verb + 1)
    return Attribution("after", "unlisted verb", .6, subject, cue, max(subject.high, cue.high))


def after_according(place: QuotePlace) -> Attribution | None:
    """“...,” according to Ann Lee."""
    tags = place.tagged.tags
    found = _ACCORDING.match(tags, place.at + 1, place.high)
    subject = subject_after(tags, found.end(), place.high) if found else None
    if found is None or subject is None:
        return None

    cue = NounPhrase(*found.span("cue"))
    return Attribution("after", "according to", .9, subject, cue, subject.high)


def after_signature(place: QuotePlace) -> Attribution | None:
    """“...” — Ann Lee, mayor. The name may stand in a paragraph of its own.

    Without a dash it counts only where it closes an open quotation.
    """
    tags = place.tagged.tags
    found = _SIGNED.match(tags, place.at + 1, place.high + 1)
    found = found or _SIGNED_BELOW.match(tags, place.at + 1)
    if found is None and not place.span.closed:
        found = _PULLED.match(tags, place.at + 1)
    if found is None:
        return None

    name = NounPhrase(*found.span("name"))
    return Attribution("after", "signature", .8, name, None, found.end())


def noun_behind(place: QuotePlace) -> NounPhrase | None:
    """Return the noun behind the quotation that says that it is words: his “...” promise."""
    tagged, at = place.tagged, place.at + 1
    at += tagged.tags[at : at + 1] in (",", "?")
    if at < len(tagged.tags) and tagged.printed(at, at + 1) in WORDS_BEHIND:
        return NounPhrase(at, at + 1)
    return None


def by_owner(place: QuotePlace) -> Attribution | None:
    """Ann Lee’s “no ferry” promise."""
    tags, noun = place.tagged.tags, noun_behind(place)
    if noun is None or tags[place.at - 1 : place.at] not in ("Z", "z"):
        return None

    low = place.at - 1
    owned = "N" if tags[low] == "Z" else "DnN"
    while low > place.low and place.at - low < 4 and tags[low - 1] in owned:
        low -= 1
    return Attribution("around", "owner and noun", .8, NounPhrase(low, place.at), noun, 0)


def before_verb(place: QuotePlace) -> Attribution | None:
    """Ann Lee said, “...”; Ann Lee said that the pier “...”; she praised them, adding, “...”."""
    tags = place.tagged.tags
    low = max(place.low, place.at - FAR)
    for cue in reversed([m.start() for m in CUE.finditer(tags, low, place.at)]):
        tag, previous = tags[cue], tags[cue - 1 : cue]
        if tag == "A":
            subject, according = subject_after(tags, cue + 2, place.at), NounPhrase(cue, cue + 2)
            return Attribution("before", "according to", .85, subject, according, place.at + 1)
        if previous == "D" and not _speaks_alone(place, cue - 1):
            continue  # the claims
        if tag == "B" and previous not in ("a", "j", "n", "N", "P", "&", "o"):
            continue

        found = _with_subject(place, low, cue)
        if found is not None:
            return found
    return None


def _speaks_alone(place: QuotePlace, at: int) -> bool:
    """Whether a determiner may be who speaks: some said."""
    return fold(place.tagged.printed(at, at + 1)) in WORDS["speaks_alone"]


def _with_subject(place: QuotePlace, low: int, cue: int) -> Attribution | None:
    """Look for the subject of a cue: before it, behind it (and, said Lee, “...”), or shared."""
    tags, verb, end = place.tagged.tags, NounPhrase(cue, cue + 1), place.at + 1
    subject = None if tags[cue] == "G" else subject_before(tags, low, cue)
    if subject is not None:
        return Attribution("before", "subject verb", _sure(place, cue), subject, verb, end)

    if tags[cue] == "V" and (cue == place.low or tags[cue - 1] in ",s"):
        subject = subject_after(tags, cue + 1, place.at)
        if subject is not None and tags[subject.high] in ",:":
            return Attribution("before", "verb subject", .85, subject, verb, end)

    subject = _shared_subject(place, low, cue)
    return Attribution("before", "shared subject", .75, subject, verb, end) if subject else None


def _shared_subject(place: QuotePlace, low: int, cue: int) -> NounPhrase | None:
    """She praised them, adding “...”: the subject of the verb before is that of the cue."""
    tags = place.tagged.tags
    for other in reversed([m.start() for m in _FINITE.finditer(tags, low, cue)]):
        subject = subject_before(tags, low, other)
        if subject is not None:
            return subject

    subject = first_subject(tags, max(place.low, cue - LONG), cue)
    if subject is None and place.tagged.sentence_start(cue) <= place.before_at:
        return place.before.speaker  # “...” and called it “...”
    return subject


def _sure(place: QuotePlace, cue: int) -> float:
    tags = place.tagged.tags
    if place.at - cue <= 4 and tags[cue] == "V":
        return .95
    return .85 if tags[place.at - 1] in ":," else .75


def before_unlisted(place: QuotePlace) -> Attribution | None:
    """Ann Lee shot back, “We ...”: a comma and a capital say that the verb is one of saying."""
    tags = place.tagged.tags
    previous, behind = tags[place.at - 1 : place.at], tags[place.at + 1 : place.at + 2]
    # the survey found that “...”; the survey found “...”, with nothing behind
    found_that = previous == "h" or (previous == "e" and behind in (".", "|", ""))
    if not found_that and (not place.opens or previous not in (",", "V", "B")):
        return None

    unlisted = _FOUND if found_that else _UNLISTED
    for m in unlisted.finditer(tags, max(place.low, place.at - _NEAR_UNLISTED), place.at):
        subject, cue = subject_before(tags, place.low, m.start()), NounPhrase(*m.span())
        if subject is not None:
            return Attribution("before", "unlisted verb", .6, subject, cue, place.at + 1)
    return None


def before_colon(place: QuotePlace) -> Attribution | None:
    """Ann Lee: “...”. ANN LEE (by phone): ..."""
    tags = place.tagged.tags
    low, end = max(place.low, place.at - LONG), place.at - 1
    if tags[end : place.at] == ")" and _has_colon(place, end):
        end = tags.rfind("(", low, end)
    elif tags[end : place.at] != ":":
        return None

    phrases = noun_phrases(tags, low, place.at)
    near = [p for p in phrases if p.high == end and tags[p.low] == "N"]
    subject = near[0] if near else first_subject(tags, low, place.at)
    return Attribution("before", "colon", .8, subject, None, place.at + 1) if subject else None


def _has_colon(place: QuotePlace, bracket: int) -> bool:
    """Whether a colon follows the closing bracket, whose tag is the only one of the two."""
    tagged = place.tagged
    return ":" in tagged.text[tagged.ends[bracket - 1] : tagged.starts[place.at]]


def after_clause(place: QuotePlace) -> Attribution | None:
    """Read an attribution later in the sentence: the “...” will stay, Ann Lee said."""
    tags = place.tagged.tags
    high = min(place.high, place.at + FAR)
    for phrase in noun_phrases(tags, place.at + 1, high):
        verb = _SAYS.match(tags, phrase.high, high)
        if verb and tags[verb.end() - 1] == "V" and tags[phrase.low - 1] in ",?-":
            cue = NounPhrase(verb.end() - 1, verb.end())
            return Attribution("after", "clause", .75, phrase, cue, 0)
        if tags[phrase.low - 2 : phrase.low] == "Ao":
            cue = NounPhrase(phrase.low - 2, phrase.low)
            return Attribution("after", "according to", .8, phrase, cue, 0)
    return None
