"""The indirect speech of a text as quotations: its place, its speaker, and its utterance."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.indirect import indirect
from newskit.analyses.quotes.quotation import Quotation
from newskit.analyses.quotes.quote_place import Attribution, Reported
from newskit.analyses.quotes.resolve import Resolver
from newskit.analyses.quotes.speaker import NOBODY, UNKNOWN, Earlier, Speaker
from newskit.text.quoted_spans import QuotedSpan

_TAG, _SPAN_START = attrgetter("at"), attrgetter("span.start")
_WORD = re.compile(r"\w")


def paraphrases(
    tagged: TagSequence,
    resolver: Resolver,
    spoken: list[Quotation],
    quoted: list[Quotation],
) -> list[Quotation]:
    """Find indirect speech; quoted words inside it, of the same cue, are of the same utterance."""
    placed = {at: q for at, q in zip(tagged.places, spoken, strict=True) if at >= 0}
    parts = indirect(tagged, [at for at, q in placed.items() if q.kind == "direct"])
    if not parts:
        return []

    utterances = _Utterances(quoted)
    speakers = _Speakers(resolver, [Earlier(q.speaker, at) for at, q in placed.items()])
    found: list[Quotation] = []
    for part in parts:
        span = _span(tagged, placed, quoted, part)
        if span is None:
            continue
        utterance, attribution = utterances.of_cue(part.cue.low), _attribution(part)
        quotation = Quotation(span, "indirect", utterance, attribution, speakers.of(part))
        found.append(quotation)
    return found


def _attribution(part: Reported) -> Attribution:
    return Attribution(
        speaker=part.speaker,
        cue=part.cue,
        confidence=part.confidence,
        position=part.position,
        pattern=part.pattern,
    )


class _Utterances:
    """Numbers utterances: she said it was “dead” and gone has one verb, and so one number."""

    def __init__(
        self,
        quoted: list[Quotation],
    ) -> None:
        cued = [q for q in quoted if q.attribution.cue]
        self._of_cue = {q.attribution.cue.low: q.utterance for q in cued if q.attribution.cue}
        self._last = max((q.utterance for q in quoted), default=-1)

    def of_cue(
        self,
        cue: int,
    ) -> int:
        if cue not in self._of_cue:
            self._last += 1
            self._of_cue[cue] = self._last
        return self._of_cue[cue]


class _Speakers:
    """Says who speaks: a pronoun may be who spoke last, in marks or in indirect speech."""

    def __init__(
        self,
        resolver: Resolver,
        quoted: list[Earlier],
    ) -> None:
        self._resolver = resolver
        self._quoted = quoted
        self._reported = NOBODY

    def of(
        self,
        part: Reported,
    ) -> Speaker:
        if part.speaker is None:
            return UNKNOWN
        at = part.speaker.low
        speaker = self._resolver.speaker(part.speaker, self._before(at))

        # Only "he" and "she" ask who spoke last, and no ministry is meant by them.
        if speaker.kind in ("person", "unnamed"):
            self._reported = Earlier(speaker, at)
        return speaker

    def _before(
        self,
        at: int,
    ) -> Earlier:
        k = bisect_left(self._quoted, at, key=_TAG)
        quoted = self._quoted[k - 1] if k else NOBODY
        return self._reported if quoted.at < self._reported.at < at else quoted


def _span(
    tagged: TagSequence,
    placed: dict[int, Quotation],
    quoted: list[Quotation],
    part: Reported,
) -> QuotedSpan | None:
    """Return where it stands; None if a quotation goes on over one of its edges."""
    # With the marks of a quotation at its edge, which its tag has not.
    start, end = tagged.offsets(part.low, part.high)
    first, last = placed.get(part.low), placed.get(part.high - 1)
    start = first.span.start if first else start
    end = last.span.end if last else end

    around = _around(quoted, start)
    if around is not None:
        if start > around.inner_start:
            return None
        start = around.start

    # A “good captain,” who: only marks stand between the edges.
    around = _around(quoted, end)
    if around is not None:
        if _WORD.search(tagged.text, end, around.end):
            return None
        end = around.end
    return QuotedSpan(start, end, start, end, tagged.paragraph[part.low], "", True, "indirect")


def _around(
    quoted: list[Quotation],
    at: int,
) -> QuotedSpan | None:
    """Return the quoted span that a place is inside of."""
    k = bisect_right(quoted, at, key=_SPAN_START) - 1
    inside = k >= 0 and quoted[k].span.start < at < quoted[k].span.end
    return quoted[k].span if inside else None
