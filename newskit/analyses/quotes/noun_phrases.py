"""Noun phrases among the tags: where they are, and which of them is the subject of a verb."""

from __future__ import annotations

import re
from typing import NamedTuple

# A phrase is a pronoun, or words led by an article, a name or a number, or a bare plural before its
# verb; what follows "of", "for", "at" ... belongs to it. Every repeat is bounded, so that no text
# can make it slow.
_NAME = r"[Nv]?N(?:[Nv#]|&(?=N)|n{1,4}(?=N)|Z(?=[nN])){0,8}(?:(?<=Z)n{1,4})?"
_LED = r"[DZz#](?:[DZzNnvj#]|e(?=[nN])|&(?=[nN][nN]?[VXa])|G(?=[nN])){0,12}"
_HEAD = rf"(?:{_LED}|(?:n|e(?=[nN])){{0,4}}{_NAME}|(?:n|e(?=n)){{1,4}})"
_COMPLEMENT = r"(?:o(?!t)(?:[DZz#]?[DZzNnvj#]{0,8}[Nn#]|t)){0,3}"
PHRASE = re.compile(rf"P|{_HEAD}{_COMPLEMENT}(?:&(?:[nN#]{{1,6}}(?=[aVX])|{_HEAD}))?")
# What may stand between a subject and its verb: an appositive or relative clause between commas,
# brackets or dashes; a time; adverbs and auxiliaries.
ASIDE = r"(?:,[^.Q|;:]{1,40},|\([^.Q|)]{1,40}\)|-[^.Q|]{1,40}-)"
BETWEEN = re.compile(rf"{ASIDE}{{0,2}},?(?:o?D?t[t#]*,?)?[ajt]{{0,5}}(?:,[ajt]{{1,3}},?)?\Z")
# More than a time or a lone article.
_NOMINAL = re.compile("[NPnZ]")

# Tags: Ann Lee, who has run the harbor since the old pier was closed in May, said
_FAR = 60
# Tags: a subject further left has more between it and the verb than one aside.
_BEHIND_ASIDE = 45
# Behind one of these a phrase is not the subject of its sentence: in May, when Lee, adding fuel
_NOT_BEFORE_SUBJECT = ("o", "s", "t", "G", "X", "V", "B", "e")


class NounPhrase(NamedTuple):
    """A noun phrase: tags[low:high]."""

    low: int
    high: int


def noun_phrases(tags: str, low: int, high: int) -> list[NounPhrase]:
    """Return the noun phrases of tags[low:high], in order."""
    return [NounPhrase(*m.span()) for m in PHRASE.finditer(tags, low, high)]


def is_nominal(tags: str, phrase: NounPhrase) -> bool:
    """Whether it can be who speaks: more than a time or a lone article."""
    return _NOMINAL.search(tags, phrase.low, phrase.high) is not None


def subject_before(tags: str, low: int, verb: int) -> NounPhrase | None:
    """Find the subject of a verb to its left: only asides, adverbs or auxiliaries separate them."""
    behind_pronoun = tags[verb - 1] == "P" and verb - 1 > low
    if behind_pronoun and tags[verb - 2] != "o":
        return NounPhrase(verb - 1, verb)

    # From the verb back: Ann Lee, the mayor, said has two candidates, and the first one is meant.
    low = max(low, verb - _FAR)
    near: NounPhrase | None = None
    for phrase in reversed(noun_phrases(tags, low, verb)):
        if not _may_be_subject(tags, phrase, low, verb):
            continue

        if BETWEEN.match(tags, phrase.high, verb):
            if not _is_appositive(tags, phrase, low):
                return phrase
            near = near or phrase
        elif near is None or verb - phrase.high > _BEHIND_ASIDE:
            break

    # An appositive speaks if nothing is found that it belongs to.
    return near


def _may_be_subject(tags: str, phrase: NounPhrase, low: int, verb: int) -> bool:
    """Whether a phrase can be the subject of a verb behind it, at whatever distance."""
    if phrase.low > low and tags[phrase.low - 1] == "o":
        return False

    # Some chanted; another said: a determiner speaks if the verb follows at once.
    alone = phrase.high == verb and tags[phrase.low : phrase.high] == "D"
    return alone or is_nominal(tags, phrase)


def _is_appositive(tags: str, phrase: NounPhrase, low: int) -> bool:
    """Whether a comma on both sides makes it belong to what stands before: Lee, the mayor, said."""
    opened = tags[max(low, phrase.low - 1) : phrase.low] in (",", "-", "(", "w")
    return opened and tags[phrase.high : phrase.high + 1] in (",", "-", ")")


def first_subject(tags: str, low: int, high: int) -> NounPhrase | None:
    """Find the subject of a sentence: its first phrase that does not hang on a preposition."""
    for phrase in noun_phrases(tags, low, high):
        before = tags[phrase.low - 1] if phrase.low > low else ""
        if before in _NOT_BEFORE_SUBJECT or tags[phrase.high : phrase.high + 1] == "G":
            continue
        if is_nominal(tags, phrase):
            return phrase
    return None


def subject_after(tags: str, low: int, high: int) -> NounPhrase | None:
    """Find the subject right behind a verb: said Ann Lee; said the mayor."""
    found = PHRASE.match(tags, low, high)
    if found is None:
        return None

    # Said another: here, too, a determiner may speak alone.
    subject = NounPhrase(*found.span())
    behind = tags[subject.high : subject.high + 1]
    alone = found.group() == "D" and behind in ".|,"
    return subject if alone or is_nominal(tags, subject) else None
