"""Noun phrases on a tape: where they are, and which of them is the subject of a verb."""

from __future__ import annotations

import re
from typing import NamedTuple

# A phrase is a pronoun, or words led by an article, a name or a number, or a bare plural before its verb; what
# follows "of", "for", "at" ... belongs to it. Every repeat is bounded, so that no tape can make it slow.
_NAME = r"[Nv]?N(?:[Nv#]|&(?=N)|n{1,4}(?=N)|Z(?=[nN])){0,8}(?:(?<=Z)n{1,4})?"
_LED = r"[DZz#](?:[DZzNnvj#]|e(?=[nN])|&(?=[nN][nN]?[VXa])|G(?=[nN])){0,12}"
_HEAD = rf"(?:{_LED}|(?:n|e(?=[nN])){{0,4}}{_NAME}|(?:n|e(?=n)){{1,4}})"
_COMPLEMENT = r"(?:o(?!t)(?:[DZz#]?[DZzNnvj#]{0,8}[Nn#]|t)){0,3}"
PHRASE = re.compile(rf"P|{_HEAD}{_COMPLEMENT}(?:&(?:[nN#]{{1,6}}(?=[aVX])|{_HEAD}))?")
# What may stand between a subject and its verb: an appositive or relative clause between commas, brackets or
# dashes; a time; adverbs and auxiliaries.
ASIDE = r"(?:,[^.Q|;:]{1,40},|\([^.Q|)]{1,40}\)|-[^.Q|]{1,40}-)"
BETWEEN = re.compile(rf"{ASIDE}{{0,2}},?(?:o?D?t[t#]*,?)?[ajt]{{0,5}}(?:,[ajt]{{1,3}},?)?\Z")


class Phrase(NamedTuple):
    """A noun phrase: letters[low:high] of the tape."""

    low: int
    high: int


def phrases(letters: str, low: int, high: int) -> list[Phrase]:
    """Return the noun phrases of letters[low:high], in order."""
    return [Phrase(*m.span()) for m in PHRASE.finditer(letters, low, high)]


def is_nominal(letters: str, phrase: Phrase) -> bool:
    """Whether it can be who speaks: more than a time or a lone article."""
    return any(c in "NPnZ" for c in letters[phrase.low : phrase.high])


def subject_before(letters: str, low: int, verb: int) -> Phrase | None:
    """Find the subject of a verb to its left: the phrase that only an aside, adverbs or auxiliaries part from it."""
    if letters[verb - 1] == "P" and verb - 1 > low and letters[verb - 2] != "o":
        return Phrase(verb - 1, verb)
    low = max(low, verb - 60)
    near: Phrase | None = None
    for phrase in reversed(phrases(letters, low, verb)):
        alone = letters[phrase.low : phrase.high] == "D" and phrase.high == verb  # some chanted; another said
        if not (alone or is_nominal(letters, phrase)):
            continue
        if letters[phrase.low - 1 : phrase.low] == "o" and phrase.low > low:
            continue
        if not BETWEEN.match(letters, phrase.high, verb):
            if near is None or verb - phrase.high > 45:
                break
            continue
        if _is_aside(letters, phrase, low):
            near = near or phrase
            continue
        return phrase
    return near


def _is_aside(letters: str, phrase: Phrase, low: int) -> bool:
    """Whether a comma on both sides makes the phrase an appositive of what stands before it: Lee, the mayor, said."""
    opened = letters[max(low, phrase.low - 1) : phrase.low] in (",", "-", "(", "w")
    return opened and letters[phrase.high : phrase.high + 1] in (",", "-", ")")


def first_subject(letters: str, low: int, high: int) -> Phrase | None:
    """Find the subject of a sentence: its first phrase that does not hang on a preposition."""
    for phrase in phrases(letters, low, high):
        before = letters[phrase.low - 1 : phrase.low] if phrase.low > low else ""
        after = letters[phrase.high : phrase.high + 1]
        if before not in ("o", "s", "t", "G", "X", "V", "B", "e") and is_nominal(letters, phrase) and after != "G":
            return phrase
    return None


def subject_after(letters: str, low: int, high: int) -> Phrase | None:
    """Find the subject right behind a verb: said Ann Lee; said the mayor."""
    found = PHRASE.match(letters, low, high)
    if found is None:
        return None
    subject = Phrase(*found.span())
    alone = found.group() == "D" and letters[found.end() : found.end() + 1] in ".|,"  # said another
    return subject if alone or is_nominal(letters, subject) else None
