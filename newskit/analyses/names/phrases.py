"""Noun phrases as far as a register needs them: the subject of a sentence, and its head."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit.analyses.names.tag_sequence import TagSequence

# A phrase is a pronoun, or words led by a determiner, a name, a number, or bare nouns.
_NAME = r"v?N(?:[Nv#]|&(?=N)|n{1,4}(?=N)|\(N\)|Z(?=[nN])){0,8}(?:(?<=Z)n{1,4})?|Zn{1,4}"
_LED = r"[DZz#](?:[DZzNnvj#]|e(?=[nN])|&(?=[nN][nN]?[VXa])|G(?=[nN])|B(?=[eVXa])){0,12}"
_HEAD = re.compile(rf"P|{_LED}|(?:n|e(?=[nN])){{0,4}}(?:{_NAME})|n{{1,4}}")
_JOINED = re.compile(rf"&(?:{_LED}|n{{0,4}}(?:{_NAME}))")
_TO_APPOSITION = re.compile(
    r"(?:o[DZz]?[nNjZz#]{1,6}){0,2}(?:&[DZz]?[nNje]{1,4})?,(?=[DZz]?[ne]{0,4}N)"
)
_NOMINAL = re.compile("[NPnZ]")
# “...,” said Ann Lee: speech, its verb, and only then who speaks.
_INVERTED = re.compile(r"(?:Q[,?]?)+[,-]?(?:V|(?<=Q,)[eX](?=[DN]))j?(?=[^,.|Q])")
# It will rain, | the mayor | said on Monday; it will rain, said | the mayor: who speaks comes last.
_LAST = re.compile(
    rf",(?P<BEFORE>P|{_LED}|{_NAME})[aj]{{0,2}}V(?:oD?[tnN#]{{1,3}}|t)?\Z"
    rf"|,V(?P<BEHIND>P|{_LED}|{_NAME})\Z"
)
# What opens a sentence before its subject: “...,” On Monday, In Lund, When Lee came,
# and without a comma, At the next table | a guest
_OPENING = re.compile(
    r"(?:Q[,?]?|&|[jt]{1,3},?|h|-|oD?[t#]{1,4}(?![nNt#]),?|o[DZz]?[tjn#]{0,4}[nN](?=D)"
    r"|o(?:P[^,.|;:Qs]|[^,.|;:QsP])[^,.|;:QsP]{0,24},|s[^.|;:Q,]{1,30},|[GB][^,.|;:Q]{1,25},|e[oGD][^,.|;:Q]{1,20},){0,4}"
)
# Among them are | Bo Ek and his daughter: here the subject stands behind its verb.
_INVERTED_BE = re.compile(r"o[^,.|;:QsaVXP]{1,25}a(?=N|[DZ][nej]{0,4}[nN][,&w])|o[Pn]a(?=N)")
_PARTICIPLE = re.compile(
    rf"[VXeBG][njt]{{0,2}}[oshDN][^.|;:Q]{{1,40}}?,(?=P[aVXejn]|(?:{_LED}|{_NAME})[aVXej])"
)
# Reacting, the chairman said; Born in Lund, he left; Similar to Harbor, Norrland sells: a word of
# no list, that its place gives a capital. Not a name in apposition: Manning, the mayor, said.
_VERBAL = re.compile(r"N[^,.|;:QVXa]{0,25},(?=[PDNZ])(?![^,.|Q]{1,12},[VXae])")
_VERBAL_ENDINGS = ("ing", "ed", "orn", "own")
_WITHOUT_OBJECT = ("said", "says", "added", "adds", "explained", "wrote")  # not: told Tom
_FAR_END = 16  # tags before the end of a sentence: ..., the deputy chairman of the council said
# Behind one of these a phrase is no subject.
_NOT_BEFORE = "oGVXBe"


class Phrase(NamedTuple):
    """A noun phrase, tags[low:high]; tags[high:] may say more of it (the mayor | of Lund)."""

    low: int
    high: int


def subject_in(
    tagged: TagSequence,
    low: int,
    high: int,
    opens_with_name: bool,
) -> Phrase | None:
    """Find the subject of a sentence, behind the words that open it."""
    is_verb = low < high and tagged.printed(low, low + 1).endswith(_VERBAL_ENDINGS)
    may_open = is_verb or not opens_with_name
    found = _VERBAL.match(tagged.tags, low, high) if may_open else None
    return subject_of(tagged.tags, found.end() if found else low, high)


def subject_of(
    tags: str,
    low: int,
    high: int,
) -> Phrase | None:
    """Find the subject of the sentence tags[low:high]; who speaks is that of a sentence of speech.

    >>> subject_of("Q,VNN,wVNN", 0, 10), subject_of("oN,NNeDn", 0, 8)
    (Phrase(low=3, high=5), Phrase(low=3, high=5))
    """
    inverted = _INVERTED.match(tags, low, high)
    at = inverted.end() if inverted else _skipped(tags, low, high)
    for found in _HEAD.finditer(tags, at, high):
        begin, end = found.span()
        if begin > at and tags[begin - 1] in _NOT_BEFORE:
            continue
        # One of the shareholders: here a determiner is someone.
        if _NOMINAL.search(tags, begin, end) or tags[begin:end] + tags[end : end + 1] == "Do":
            return Phrase(begin, end)
    return None


def last_speaker(
    tagged: TagSequence,
    low: int,
    high: int,
) -> Phrase | None:
    """Find who a sentence says at its end that it is of: it will rain, | the mayor | said."""
    tags = tagged.tags
    comma = tags.find(",", max(low, high - _FAR_END), high)
    while comma >= 0:
        found = _LAST.match(tags, comma, high)
        if found and found["BEFORE"]:
            return Phrase(*found.span("BEFORE"))
        if found and tagged.printed(comma + 1, comma + 2) in _WITHOUT_OBJECT:
            return Phrase(*found.span("BEHIND"))
        comma = tags.find(",", comma + 1, high)
    return None


def source_of(
    tags: str,
    low: int,
    high: int,
) -> Phrase | None:
    """Find whom a sentence is according to."""
    at = tags.find("A", low, high)
    found = _HEAD.match(tags, at + 1 + (tags[at + 1 : at + 2] == "o"), high) if at >= 0 else None
    return Phrase(*found.span()) if found else None


def _skipped(
    tags: str,
    low: int,
    high: int,
) -> int:
    """Return where a sentence begins behind its opening words."""
    # Asked by the clerk, Bo Ek, if she understood, she nodded.
    first = _PARTICIPLE.match(tags, low, high) or _INVERTED_BE.match(tags, low, high)
    if first:
        return first.end()
    found = _OPENING.match(tags, low, high)
    return found.end() if found else low


def apposition(
    tags: str,
    phrase: Phrase,
) -> int:
    """Return where a name in apposition may begin: the chair of the jury, | Tove Lind; else -1."""
    found = _TO_APPOSITION.match(tags, phrase.high)
    return found.end() if found else -1


def joined_to(
    tags: str,
    phrase: Phrase,
    high: int,
) -> Phrase | None:
    """Find the phrase that "and" joins to a subject: Ann Lee | and Bo Ek."""
    found = _JOINED.match(tags, phrase.high, high)
    return Phrase(found.start() + 1, found.end()) if found else None
