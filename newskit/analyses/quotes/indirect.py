"""Indirect speech: what is reported without marks, and by whom. One function per form of it.

Ann Lee said (that) the pier was closed.  The pier, Ann Lee said, was closed.  The pier was closed,
said Ann Lee.  According to Ann Lee, ...  Ann Lee warned of ..., vowed to ..., told them that ...
Only verbs of speech count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from newskit.analyses.quotes.complements import frames_of, is_base
from newskit.analyses.quotes.cues import base_form
from newskit.analyses.quotes.noun_phrases import (
    PHRASE,
    NounPhrase,
    first_subject,
    subject_after,
    subject_before,
)
from newskit.analyses.quotes.tag_sequence import TagSequence
from newskit.analyses.quotes.tags import WORDS
from newskit.text.forms import fold

_LEAST = 2  # words that a content must have
_LEAD = 10  # tags: fewer of them before "according to" are not what was said
_FAR = 400  # tags of a sentence that are read on either side of a cue
_CUE = re.compile(r"(?<![DzZ#o])(?:[VX]|(?<=[,Pnja])G|(?<=[ajnNP,])B)|A(?=o)")
_ADVERBS = re.compile(r"[jt#]*")
# Where, when and to whom it was said: in an interview with the Herald on Monday
_TAIL = re.compile(r"[jt#]*(?:o[DZz#tj]?[nNvZzt#j]{1,7}(?:&[nN]{1,3})?){0,4}[jt#]*")
_STOP = re.compile(r",?&[aj]{0,2}[VX](?=[^.|,])|,G|;|,w|,e|,&e|-")
_TWO_WORDS = re.compile(rf"(?:[Q.,;:|?()-]*[^Q.,;:|?()-]){{{_LEAST}}}")
_CLAUSE_BEGINS = re.compile(r"P|[DZz#]?[nNjZ#]{1,5}[aVX]")
_DESCRIBED = re.compile(r"[^,;.|Q]*Q?")
_CONTENT = re.compile(r"[.,;:|?()&-]*+(.*[^.,;:|?()&-])")
_FINAL = frozenset(".,|?;-)")
# Classes of complements.csv: said that, told them that; warned of, vowed to
_CLAUSES, _PREPOSITIONAL = frozenset(("clause", "object")), frozenset(("of", "infinitive"))
# What follows a comma behind "he said" and is not what he said: adding, who, and, “...”, when
_NO_RIGHT = frozenset("Gw&Qs.|")
_PREPOSITIONS = {"call": ("for", "on"), "refer": ("to",), "point": ("to",), "appeal": ("for",)}


class Reported(NamedTuple):
    """Indirect speech: tags of the content, of the speaker and of the cue."""

    low: int
    high: int
    speaker: NounPhrase
    cue: NounPhrase
    pattern: str
    confidence: float


def indirect(tagged: TagSequence, direct: list[int]) -> list[Reported]:
    """Find the indirect speech of a text, in order.

    `direct` holds the tags of its direct quotations, in order.
    """
    tags = tagged.tags
    found: list[Reported] = []
    shared: NounPhrase | None = None  # the subject of the verb before, in the same sentence
    low = high = -1
    for m in _CUE.finditer(tags):
        at = m.start()
        if at >= high:
            low, high, shared = tagged.sentence_start(at), tagged.sentence_end(at), None
        left, right = max(low, at - _FAR), min(high, at + _FAR)

        if tags[at] == "A":
            parts = _according(tags, left, at, right)
        else:
            frames = frames_of(tagged.printed(at, at + 1))
            if not frames or _is_no_speech(tagged, at, frames):
                continue

            # The subject behind the verb, then before it; said Lee, then Lee said.
            parts = _inverted(tags, left, at, right) if "inverts" in frames else []
            subject = None if parts else _subject(tags, left, at, shared)
            if subject is not None:
                parts = _around(tags, left, at, right, subject) if "clause" in frames else []
                parts = parts or _after(tagged, at, right, subject, frames)
            shared = subject or shared

        for part in parts:
            cut = _cut(tags, part, direct)
            if cut is not None:
                found.append(cut)
    return _nested(tags, found)


def _is_no_speech(tagged: TagSequence, at: int, frames: frozenset[str]) -> bool:
    """Whether the verb is passive, or a noun spelled like it: was told, campaign reports."""
    before = tagged.tags[at - 1 : at]
    if before == "a":  # has questions; was told
        auxiliary = fold(tagged.printed(at - 1, at))
        if "also_noun" in frames or auxiliary in WORDS["passive_auxiliary"]:
            return True
    if tagged.tags[at] == "G" and frames.isdisjoint(_CLAUSES):
        return True
    if tagged.tags[at] == "B" and before not in "aj" and not is_base(tagged.printed(at, at + 1)):
        return True  # the words spoken
    if "describes" in frames and before == ",":
        return True  # a blog, called the Feed
    may_be_noun = "also_noun" in frames and before not in "NPQj"
    return may_be_noun and tagged.tags[at + 1 : at + 2] != "h"


def _subject(tags: str, low: int, at: int, shared: NounPhrase | None) -> NounPhrase | None:
    """Find who says it: the subject of the cue, or the one that it shares with the verb before."""
    before = tags[at - 1 : at] if at > low else ""
    if before == "P":
        return NounPhrase(at - 1, at)
    if tags[at] == "G" and before == ",":  # she praised them, adding
        return shared or first_subject(tags, low, at)
    if before == "w":  # the mayor, who said
        comma = tags[at - 2 : at - 1] == ","
        return subject_before(tags, low, at - 1 - comma)

    found = subject_before(tags, low, at)
    joined = "&" in tags[at - 2 : at] or before == ","
    if found is None and joined and tags[at] in "VX":  # hugged them and said
        return shared or first_subject(tags, low, at)
    return found


def _inverted(tags: str, low: int, at: int, high: int) -> list[Reported]:
    """Read the words before: the pier was closed, said Ann Lee, the mayor."""
    behind_comma = at - 1 > low and tags[at - 1] in ",?"
    if tags[at] != "V" or not behind_comma:
        return []

    subject = subject_after(tags, at + 1, high)
    if subject is None or (subject.high < high and tags[subject.high] not in ",.|ow("):
        return []
    return [Reported(low, at - 1, subject, NounPhrase(at, at + 1), "verb subject", .9)]


def _around(tags: str, low: int, at: int, high: int, subject: NounPhrase) -> list[Reported]:
    """Read the words on both sides: the pier, Ann Lee said on Monday, was closed."""
    if subject.low <= low or tags[subject.low - 1] not in ",?-":
        return []

    end = _skip(_TAIL, tags, at + 1, high)
    if end < high and (tags[end] not in _FINAL or tags[end : end + 2] == ",Q"):
        return []

    # Words behind the attribution go on with those before, unless another clause begins there.
    cue = NounPhrase(at, at + 1)
    parts = [Reported(low, subject.low - 1, subject, cue, "subject verb behind", .9)]
    if tags[end : end + 1] == "," and tags[end + 1 : end + 2] not in _NO_RIGHT:
        parts.append(Reported(end + 1, high, subject, cue, "subject verb between", .8))
    return parts


def _according(tags: str, low: int, at: int, high: int) -> list[Reported]:
    """According to Ann Lee, the pier was closed. The pier was closed, according to Ann Lee."""
    subject = subject_after(tags, at + 2, high)
    if subject is None:
        return []

    # At the head of a sentence, what was said is behind it; elsewhere before it.
    cue = NounPhrase(at, at + 2)
    leads = at - low <= 1 or (at - low < _LEAD and tags[subject.high : subject.high + 1] == ",")
    if not leads:
        return [Reported(low, at, subject, cue, "according to", .9)]
    comma = tags.find(",", subject.high, high)
    return [Reported(comma + 1, high, subject, cue, "according to", .9)] if comma > 0 else []


def _after(
    tagged: TagSequence, at: int, high: int, subject: NounPhrase, frames: frozenset[str]
) -> list[Reported]:
    """Read the words behind: Ann Lee said that it was closed, told them that, warned of it."""
    tags = tagged.tags
    start = _skip(_ADVERBS, tags, at + 1, high)

    # Told the council on Monday that ...: whom, where and when come first.
    if "object" in frames:
        whom = PHRASE.match(tags, start, high)
        behind = _skip(_TAIL, tags, whom.end(), high) if whom else start
        if whom and (tags[behind : behind + 1] == "h" or "clause" not in frames):
            start = behind if tags[behind : behind + 1] in ("h", "s") else whom.end()

    # Said on Monday that ... skips the day; warned of, vowed to begin with the preposition.
    if tags[start : start + 1] == "o":
        that = _skip(_TAIL, tags, start, high)
        is_aside = tags[that : that + 1] == "h" or frames.isdisjoint(_PREPOSITIONAL)
        if "clause" in frames and is_aside:
            start = that
        elif not _takes(tagged, at, start, frames):
            return []

    if start >= high or not _may_be_said(tags, start, high, frames):
        return []
    if "describes" in frames:
        high = _skip(_DESCRIBED, tags, start, high)  # called it a shame, and left

    sure = .9 if tags[start] in "hP" else .75
    return [Reported(start, high, subject, NounPhrase(at, at + 1), "subject verb", sure)]


def _may_be_said(tags: str, start: int, high: int, frames: frozenset[str]) -> bool:
    """Whether the verb takes what begins at `start`: a clause, an object or a preposition."""
    first = tags[start]
    if first in _FINAL or (first == "h" and frames.isdisjoint(_CLAUSES)):
        return False

    # Wrote that, wrote she was; but not wrote a letter.
    is_clause = first in "hs" or _CLAUSE_BEGINS.match(tags, start, high)
    if "strict" in frames and not is_clause:
        return first == "o" and not frames.isdisjoint(_PREPOSITIONAL)
    return frames != {"of"} or "o" in tags[start : start + 8]


def _takes(tagged: TagSequence, at: int, start: int, frames: frozenset[str]) -> bool:
    """Whether the preposition leads on to what is said: called for, warned of, vowed to."""
    preposition = fold(tagged.printed(start, start + 1))
    wanted = _PREPOSITIONS.get(base_form(tagged.printed(at, at + 1)))
    if wanted is not None:
        return preposition in wanted

    # Of "to", an infinitive follows; of any other, what the verb is about.
    fitting = {"infinitive"} if preposition == "to" else {"of", "clause"}
    return not frames.isdisjoint(fitting)


def _skip(what: re.Pattern[str], tags: str, at: int, high: int) -> int:
    found = what.match(tags, at, high)
    return found.end() if found else at


def _cut(tags: str, part: Reported, direct: list[int]) -> Reported | None:
    """Take off what is quoted, or reported by another verb; None if too little is left."""
    low, high = part.low, part.high

    # A direct quotation ends the paraphrase before it: Lee said it was closed: “We ...”
    k = bisect_left(direct, low)
    if k < len(direct) and direct[k] < high:
        high = direct[k]

    # Behind the cue, the next verb is another's: Lee said it was closed and left.
    if part.low > part.cue.low:
        stop = _STOP.search(tags, low, high)
        high = stop.start() if stop else high

    content = _CONTENT.match(tags, low, high)
    if content is None:
        return None
    low, high = content.span(1)
    words = _TWO_WORDS.match(tags, low, min(high, low + 20))
    return part._replace(low=low, high=high) if words else None


def _nested(tags: str, found: list[Reported]) -> list[Reported]:
    """Put them in order; of two that overlap, and neither holds the other, the later is dropped."""
    kept: list[Reported] = []
    open_ends: list[int] = []
    for part in sorted(found, key=lambda p: (p.low, -p.high)):
        if kept and _begins_inside(part, kept[-1]):
            begin = part.speaker.low
            if tags[begin - 1] in ",&":  # Lee said it rained, and Ek said it snowed
                kept[-1] = kept[-1]._replace(high=begin - 1 - (tags[begin - 2] == ","))
                open_ends[-1] = kept[-1].high

        while open_ends and open_ends[-1] <= part.low:
            open_ends.pop()
        fits = not open_ends or part.high <= open_ends[-1]
        is_twice = bool(kept) and kept[-1][:2] == part[:2]  # by two verbs
        if fits and not is_twice:
            kept.append(part)
            open_ends.append(part.high)
    return kept


def _begins_inside(part: Reported, last: Reported) -> bool:
    """Whether the speaker of a part, which stands before its words, is among those of the last."""
    inside = last.low + _LEAST < part.speaker.low < last.high
    return inside and part.low > part.cue.low
