"""How much of a sentence is reported: where it ends, and what of several reports is kept."""

from __future__ import annotations

from bisect import bisect_left

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes.quote_place import Reported

_LEAST = 2  # words that a content must have
_NEAR_HEAD = 20  # tags in which the least number of words is looked for

# Behind the cue, the next verb is another's: Lee said it was closed and left.
_STOP = pattern(
    r"""comma? and [auxiliary adverb]{0,2} [says acts] (?=[^stop comma paragraph])
    | comma ing | semicolon | comma who (?![^comma stop]{1,40} comma) | comma past | comma and past
    | dash (?![noun preposition ing and when base adverb])
    | comma (pronoun | determiner? [noun name number owner owner_noun]{1,6})
      says [adverb time]{0,3} \Z"""
)
# Ann Lee, who vowed to stay, is ill; not: who said that nothing, not even the storm, was near.
_RELATIVE = pattern(r"comma who [auxiliary adverb]{0,3} \Z")
_GOES_ON = pattern("comma (?=auxiliary)")
_IS_CLAUSE = pattern("(?<=.) [auxiliary past says acts base] | \\A preposition")
# Ferries - the old ones - were late: what two dashes hold ends nothing.
_HELD = pattern("dash [^dash stop]{1,40} dash")
_TWO_WORDS = pattern(
    """( [quote stop comma semicolon colon paragraph open_end open close dash]*
         [^quote stop comma semicolon colon paragraph open_end open close dash]
    ){2}"""
)
_CONTENT = pattern(
    """[stop comma semicolon colon paragraph open_end open close and dash]*+
    (?P<SAID> .* [^stop comma semicolon colon paragraph open_end open close and dash])"""
)
_COMMA, _JOINS = one_of("comma"), one_of("comma and")


def cut(
    tags: str,
    part: Reported,
    direct: list[int],
) -> Reported | None:
    """Take off what is quoted, or reported by another verb; None if too little is left."""
    low, high = part.low, part.high

    # A direct quotation ends the paraphrase before it: Lee said it was closed: “We ...”
    k = bisect_left(direct, low)
    if k < len(direct):
        high = min(high, direct[k])
    if part.low > part.cue.low:
        high = _stop(tags, low, high)
        high = _end_of_clause(tags, part, high)

    content = _CONTENT.match(tags, low, high)
    if content is None:
        return None
    low, high = content.span("SAID")
    words = _TWO_WORDS.match(tags, low, min(high, low + _NEAR_HEAD))
    return part._replace(low=low, high=high) if words else None


def _stop(
    tags: str,
    low: int,
    high: int,
) -> int:
    """Return where what is said behind a verb ends in its sentence."""
    at = low
    while found := _STOP.search(tags, at, high):
        held = _HELD.match(tags, found.start(), high)
        if held is None:
            return found.start()
        at = held.end()
    return high


def _end_of_clause(
    tags: str,
    part: Reported,
    high: int,
) -> int:
    """Return where what is said in a clause with `who` ends: who vowed to stay, is ill."""
    near = max(0, part.cue.low - _NEAR_HEAD)
    if not _RELATIVE.search(tags, near, part.cue.low):
        return high
    ends = [found.start() for found in _GOES_ON.finditer(tags, part.low, high)]
    is_clause = bool(ends) and _IS_CLAUSE.search(tags[part.low : ends[-1]])
    return ends[-1] if is_clause else high


def in_order(
    tags: str,
    found: list[Reported],
) -> list[Reported]:
    """Put them in order; of two that overlap, and neither holds the other, the later is dropped."""
    kept: list[Reported] = []
    open_ends: list[int] = []
    for part in sorted(found, key=lambda p: (p.low, -p.high)):
        end = _end_before(tags, kept[-1], part) if kept else -1
        if end >= 0:
            kept[-1] = kept[-1]._replace(high=end)
            open_ends[-1] = end

        while open_ends and open_ends[-1] <= part.low:
            open_ends.pop()
        fits = not open_ends or part.high <= open_ends[-1]
        is_twice = bool(kept) and kept[-1][:2] == part[:2]  # by two verbs
        if fits and not is_twice:
            kept.append(part)
            open_ends.append(part.high)
    return kept


def _end_before(
    tags: str,
    last: Reported,
    part: Reported,
) -> int:
    """Return where words end behind which another speaks; else -1: it rained, and Ek said."""
    begin = _speaker_inside(part, last)
    behind_cue = last.low > last.cue.low
    if begin < 0 or not behind_cue or tags[begin - 1] not in _JOINS:
        return -1
    return begin - 1 - (tags[begin - 2] in _COMMA)


def _speaker_inside(
    part: Reported,
    last: Reported,
) -> int:
    """Return where the speaker of a part begins, if that is among the words of the last; else -1.

    It stands before the words of the part.
    """
    if part.speaker is None or part.low < part.cue.low:
        return -1
    begin = part.speaker.low
    return begin if last.low + _LEAST < begin < last.high else -1
