"""Indirect speech: what is reported without marks, and by whom. One function per form of it.

Ann Lee said (that) the pier was closed.  The pier, Ann Lee said, was closed.  The pier was closed, said Ann Lee.
According to Ann Lee, ...  Ann Lee warned of ..., vowed to ..., told them that ...  Only verbs of speech count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from newskit.analyses.quotes.complements import (
    ALSO_NOUN,
    CLAUSE,
    DESCRIBES,
    INFINITIVE,
    INVERTS,
    OBJECT,
    OF,
    STRICT,
    frames_of,
    is_base,
    verb_of,
)
from newskit.analyses.quotes.noun_phrases import (
    PHRASE,
    Phrase,
    first_subject,
    subject_after,
    subject_before,
)
from newskit.analyses.quotes.tag_sequence import Tape
from newskit.text.forms import fold

_LEAST = 2  # words that a content must have
_LEAD = 10  # letters: fewer of them before "according to" are no content
_FAR = 400  # letters of a sentence that are read on either side of a cue
_CUE = re.compile(r"(?<![DzZ#o])(?:[VX]|(?<=[,Pnja])G|(?<=[ajnNP,])B)|A(?=o)")
_ADVERBS = re.compile(r"[jt#]*")
# Where, when and to whom it was said: in an interview with the Herald on Monday
_TAIL = re.compile(r"[jt#]*(?:o[DZz#tj]?[nNvZzt#j]{1,7}(?:&[nN]{1,3})?){0,4}[jt#]*")
_STOP = re.compile(r",?&[aj]{0,2}[VX](?=[^.|,])|,G|;|,w|,e|,&e|-")
_TWO_WORDS = re.compile(rf"(?:[Q.,;:|?()-]*[^Q.,;:|?()-]){{{_LEAST}}}")
_CLAUSE_BEGINS = re.compile(r"P|[DZz#]?[nNjZ#]{1,5}[aVX]")
_DESCRIBED = re.compile(r"[^,;.|Q]*Q?")
_EDGE = ".,;:|?-()"
_FINAL = frozenset(".,|?;-)")
_NO_RIGHT = frozenset("Gw&Qs.|")  # what follows a comma behind "he said" and is not what he said
_BE = frozenset("is are was were be been being get got".split())
_PREPOSITIONS = {"call": ("for", "on"), "refer": ("to",), "point": ("to",), "appeal": ("for",)}


class Reported(NamedTuple):
    """Indirect speech: letters of the content, of the speaker and of the cue."""

    low: int
    high: int
    speaker: Phrase
    cue: Phrase
    rule: str
    confidence: float


def indirect(tape: Tape, direct: list[int]) -> list[Reported]:
    """Find the indirect speech of a tape, in order; `direct` holds the letters of direct quotations, in order."""
    letters = tape.letters
    found: list[Reported] = []
    shared: Phrase | None = None
    low = high = -1
    for m in _CUE.finditer(letters):
        at = m.start()
        if at >= high:
            low, high, shared = tape.sentence_start(at), tape.sentence_end(at), None
        left, right = max(low, at - _FAR), min(high, at + _FAR)
        if letters[at] == "A":
            parts = _according(letters, left, at, right)
        else:
            frames = frames_of(tape.printed(at, at + 1))
            if not frames or _is_no_speech(tape, at, frames):
                continue
            parts = _inverted(letters, left, at, right) if frames & INVERTS else []
            subject = None if parts else _subject(letters, left, at, shared)
            if subject is not None:
                parts = _around(letters, left, at, right, subject) if frames & CLAUSE else []
                parts = parts or _after(tape, at, right, subject, frames)
            shared = subject or shared
        found.extend(p for p in (_cut(letters, part, direct) for part in parts) if p is not None)
    return _nested(letters, found)


def _is_no_speech(tape: Tape, at: int, frames: int) -> bool:
    """Whether the verb is passive, or a noun that is spelled like it: was told, has questions, campaign reports."""
    before = tape.letters[at - 1 : at]
    if before == "a" and (frames & ALSO_NOUN or fold(tape.printed(at - 1, at)) in _BE):
        return True
    if tape.letters[at] == "G" and not frames & (CLAUSE | OBJECT):
        return True
    if tape.letters[at] == "B" and before not in "aj" and not is_base(tape.printed(at, at + 1)):
        return True  # the words spoken
    if frames & DESCRIBES and before == ",":
        return True  # a blog, called the Feed
    return frames & ALSO_NOUN > 0 and before not in "NPQj" and tape.letters[at + 1 : at + 2] != "h"


def _subject(letters: str, low: int, at: int, shared: Phrase | None) -> Phrase | None:
    """Find who says it: the subject of the cue, or the one that it shares with the verb before."""
    before = letters[at - 1 : at] if at > low else ""
    if before == "P":
        return Phrase(at - 1, at)
    if letters[at] == "G" and before == ",":
        return shared or first_subject(letters, low, at)
    if before == "w":  # the mayor, who said
        return subject_before(letters, low, at - 2 if letters[at - 2 : at - 1] == "," else at - 1)
    found = subject_before(letters, low, at)
    if found is None and letters[at] in "VX" and ("&" in letters[at - 2 : at] or before == ","):
        return shared or first_subject(letters, low, at)
    return found


def _inverted(letters: str, low: int, at: int, high: int) -> list[Reported]:
    """Read the words before: the pier was closed, said Ann Lee, the mayor."""
    if letters[at] != "V" or letters[at - 1 : at] not in (",", "?") or at - 1 <= low:
        return []
    subject = subject_after(letters, at + 1, high)
    if subject is None or (subject.high < high and letters[subject.high] not in ",.|ow("):
        return []
    return [Reported(low, at - 1, subject, Phrase(at, at + 1), "indirect: verb subject", .9)]


def _around(letters: str, low: int, at: int, high: int, subject: Phrase) -> list[Reported]:
    """Read the words on both sides: the pier, Ann Lee said on Monday, was closed."""
    if subject.low <= low or letters[subject.low - 1] not in ",?-":
        return []
    tail = _TAIL.match(letters, at + 1, high)
    end = tail.end() if tail else at + 1
    if end < high and (letters[end] not in _FINAL or letters[end : end + 2] == ",Q"):
        return []
    cue = Phrase(at, at + 1)
    parts = [Reported(low, subject.low - 1, subject, cue, "indirect: subject verb behind", .9)]
    if letters[end : end + 1] == "," and letters[end + 1 : end + 2] not in _NO_RIGHT:
        parts.append(Reported(end + 1, high, subject, cue, "indirect: subject verb between", .8))
    return parts


def _according(letters: str, low: int, at: int, high: int) -> list[Reported]:
    """According to Ann Lee, the pier was closed. The pier was closed, according to Ann Lee."""
    subject = subject_after(letters, at + 2, high)
    if subject is None:
        return []
    cue = Phrase(at, at + 2)
    if at - low <= 1 or (at - low < _LEAD and letters[subject.high : subject.high + 1] == ","):
        comma = letters.find(",", subject.high, high)
        return [Reported(comma + 1, high, subject, cue, "indirect: according to", .9)] if comma > 0 else []
    return [Reported(low, at, subject, cue, "indirect: according to", .9)]


def _after(tape: Tape, at: int, high: int, subject: Phrase, frames: int) -> list[Reported]:
    """Read the words behind: Ann Lee said that the pier was closed, told them that, warned of it, vowed to."""
    letters = tape.letters
    start = _skip(_ADVERBS, letters, at + 1, high)
    if frames & OBJECT:
        whom = PHRASE.match(letters, start, high)
        behind = _skip(_TAIL, letters, whom.end(), high) if whom else start
        if whom and (letters[behind : behind + 1] == "h" or not frames & CLAUSE):
            start = behind if letters[behind : behind + 1] in ("h", "s") else whom.end()
    if letters[start : start + 1] == "o":
        that = _skip(_TAIL, letters, start, high)
        if frames & CLAUSE and (letters[that : that + 1] == "h" or not frames & (OF | INFINITIVE)):
            start = that
        elif not _takes(tape, at, start, frames):
            return []
    if start >= high or not _may_be_said(letters, start, high, frames):
        return []
    if frames & DESCRIBES:
        end = _DESCRIBED.match(letters, start, high)
        high = end.end() if end else high
    sure = .9 if letters[start] in "hP" else .75
    return [Reported(start, high, subject, Phrase(at, at + 1), "indirect: subject verb", sure)]


def _may_be_said(letters: str, start: int, high: int, frames: int) -> bool:
    """Whether what begins at `start` fits the verb: a clause, an object or a preposition that it takes."""
    first = letters[start]
    if first in _FINAL or (first == "h" and not frames & (CLAUSE | OBJECT)):
        return False
    if frames & STRICT and first not in "hs" and not _CLAUSE_BEGINS.match(letters, start, high):
        return first == "o" and frames & (OF | INFINITIVE) > 0
    return frames != OF or "o" in letters[start : start + 8]


def _takes(tape: Tape, at: int, start: int, frames: int) -> bool:
    """Whether the preposition at `start` leads on to what is said: called for, warned of, vowed to."""
    preposition = fold(tape.printed(start, start + 1))
    wanted = _PREPOSITIONS.get(verb_of(tape.printed(at, at + 1)))
    if wanted is not None:
        return preposition in wanted
    return (preposition == "to" and frames & INFINITIVE > 0) or (preposition != "to" and frames & (OF | CLAUSE) > 0)


def _skip(what: re.Pattern[str], letters: str, at: int, high: int) -> int:
    found = what.match(letters, at, high)
    return found.end() if found else at


def _cut(letters: str, part: Reported, direct: list[int]) -> Reported | None:
    """Take off what is said in direct quotations or reported by another verb; None if too little is left."""
    low, high = part.low, part.high
    k = bisect_left(direct, low)
    if k < len(direct) and direct[k] < high:
        high = direct[k]
    if part.low > part.cue.low:
        stop = _STOP.search(letters, low, high)
        high = stop.start() if stop else high
    while low < high and letters[low] in _EDGE + "&":
        low += 1
    while high > low and letters[high - 1] in _EDGE + "&":
        high -= 1
    words = _TWO_WORDS.match(letters, low, min(high, low + 20))
    return part._replace(low=low, high=high) if words else None


def _nested(letters: str, found: list[Reported]) -> list[Reported]:
    """Put them in order; of two that overlap, and neither holds the other, the later is dropped."""
    kept: list[Reported] = []
    open_ends: list[int] = []
    for part in sorted(found, key=lambda p: (p.low, -p.high)):
        if kept and kept[-1].low + _LEAST < part.speaker.low < kept[-1].high and part.low > part.cue.low:
            begin = part.speaker.low
            if letters[begin - 1] in ",&":  # Lee said it rained, and Ek said it snowed
                kept[-1] = kept[-1]._replace(high=begin - 1 - (letters[begin - 2] == ","))
                open_ends[-1] = kept[-1].high
        while open_ends and open_ends[-1] <= part.low:
            open_ends.pop()
        if (not open_ends or part.high <= open_ends[-1]) and not (kept and kept[-1][:2] == part[:2]):
            kept.append(part)
            open_ends.append(part.high)
    return kept
