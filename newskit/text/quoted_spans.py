"""Quoted spans: what stands between quotation marks, and whether it is speech or a scare quote.

The marks of a paragraph are events: one opens, one closes, one may do either. They are paired by
counting depth; where that does not come out even, a flat reading takes over in which an opening
mark ends at the next closing one, or at the end of the paragraph. Nothing here can fail on a text:
a stray mark is not a span.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple

from newskit.text.quotation_marks import FAMILY, SINGLE, STRAIGHT, Event, events, quotation_marks
from newskit.text.scare_quotes import is_scare_quote
from newskit.text.speech_by_layout import BLOCK, LayoutSpeech, speech_by_layout

Paragraphs = Sequence[tuple[int, int]]

# What a mark inside of a span adds to those that are open there.
_STEP = {"open": 1, "close": -1}
# Characters: a longer paragraph is not the signature of what is quoted.
LONGEST_SIGNATURE = 150
_BREAK = 6  # characters between two paragraphs, and the mark of the second
_CONTENT = re.compile(r"[^\W_]")


class QuotedSpan(NamedTuple):
    """A span between quotation marks: text[start:end].

    Without its marks it is text[inner_start:inner_end]; its kind is "quote" or "scare".
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    mark: str
    closed: bool
    kind: str


class _Pair(NamedTuple):
    """A mark that opens, and the place behind the one that closes it or behind its paragraph."""

    start: int
    end: int
    closed: bool


def find_quoted_spans(text: str, paragraphs: Paragraphs) -> list[QuotedSpan]:
    """Find the quoted spans of a text, in order; of nested ones the outermost.

    Whether single marks count is decided once for the whole text: they do when it has at least as
    many pairs of single as of double marks. A mark that stays open ends with its paragraph, unless
    the next paragraph opens with a mark again: then the speech goes on, and both are one span.
    Spans without a letter or digit are dropped.

    >>> [span[:2] for span in find_quoted_spans("“We don’t know,” she said.", [(0, 26)])]
    [(0, 16)]
    """
    # The shapes in one string: whether a paragraph is in order is seen at a glance.
    marks = quotation_marks(text)
    positions = [at for at, _ in marks]
    shapes = "".join([shape for _, shape in marks])

    found: list[QuotedSpan] = []
    k = 0
    for number, (low, high) in enumerate(paragraphs):
        until = bisect_left(positions, high, lo=k)
        if k == until:
            continue

        for start, end, closed in _pairs(text, positions[k:until], shapes[k:until], low, high):
            if _CONTENT.search(text, start + 1, end):
                kind = _kind(text, low, high, start, end, closed)
                place = (start, end, start + 1, end - closed)
                found.append(QuotedSpan(*place, number, text[start], closed, kind))
        k = until

    spoken = _without_excerpts(text, _joined(found, paragraphs), paragraphs)
    return _with_layout(spoken, speech_by_layout(text, paragraphs))


def _kind(
    text: str,
    low: int,
    high: int,
    start: int,
    end: int,
    closed: bool,
) -> str:
    # What is left open cannot be a label or a name: they are closed a word or two later.
    return "scare" if closed and is_scare_quote(text, low, high, start, end) else "quote"


# Pairs of marks in one paragraph


def _pairs(
    text: str,
    positions: list[int],
    shapes: str,
    low: int,
    high: int,
) -> Iterable[tuple[int, int, bool]]:
    """Pair the marks of a paragraph."""
    # In nearly all news in curly marks there is nothing to decide.
    if _is_even(shapes):
        return zip(positions[::2], [last + 1 for last in positions[1::2]], repeat(True))

    told = _hardened(_without_stray(text, list(events(text, positions, low, high))))
    found = _paired(told, high, deep=True)

    # Where depths do not come out even, a mark was left out or is a stray one: nesting is not to be
    # had.
    if not all(pair.closed for pair in found):
        found = _paired(told, high, deep=False)
    return [pair for pair in found if pair.closed or _may_stay_open(text, pair, low)]


def _is_even(shapes: str) -> bool:
    """Return whether curly marks open and close in turn."""
    return shapes == "“”" * (len(shapes) // 2)


def _without_stray(text: str, told: list[Event]) -> list[Event]:
    """Leave out straight marks that curly pairs can do without.

    One alone in its paragraph: "The mayor said “no ferry” and left. Or two around curly ones:
    "“No.”"
    """
    # Marks of other families do not matter.
    shapes = "".join([text[event.at] for event in told])
    curly = re.sub("[^“”]", "", shapes)
    if not curly or not _is_even(curly):
        return told

    # They may be feet and inches, or a mark that the curly ones made superfluous.
    n_straight = shapes.count('"')
    first = told[shapes.find('"')]
    around_curly = n_straight == 2 and text.startswith("“", first.at + 1)
    if n_straight == 1 or around_curly:
        return [event for event in told if text[event.at] != '"']
    return told


def _hardened(told: list[Event]) -> list[Event]:
    """Decide the soft marks: one closes unless a surer one does before the next mark that opens.

    ‘The workers’ union is gone,’ she said: the second closes, and so the first is an apostrophe.
    """
    kept: list[Event] = []
    surer = False
    for event in reversed(told):
        if event.role == "soft":
            kept += [] if surer else [event._replace(role="close")]
            continue

        kept.append(event)
        if event.family == SINGLE:
            surer = event.role == "close"
    return kept[::-1]


def _paired(told: list[Event], high: int, deep: bool) -> list[_Pair]:
    """Pair marks of one family, counting depth or not; what stays open ends with the paragraph."""
    pairs: list[_Pair] = []
    first: Event | None = None
    depth = inner = 0
    for event in told:
        # Outside of a span only a mark that may open means anything.
        if first is None:
            if event.role != "close":
                first, depth, inner = event, 1, 0
            continue

        # Inside of one, marks of other families are part of what is said.
        if event.family != first.family:
            inner = max(inner + _STEP.get(event.role, 0), 0)
            continue

        # ‘They voted “Leave’ and won,’ she said: the first closes the mark inside.
        if deep and inner and event.role == "close" and first.family == SINGLE:
            inner -= 1
            continue

        # Read flat, a second mark that opens is passed over.
        depth += deep if event.role == "open" else -1
        if depth == 0:
            pairs.append(_Pair(first.at, event.at + 1, True))
            first = None

    # A mark that stays open.
    if first is not None:
        pairs.append(_Pair(first.at, high, False))
    return pairs


def _may_stay_open(text: str, pair: _Pair, low: int) -> bool:
    """Say whether a mark that nothing closes is one: a single one is mostly an apostrophe."""
    start = pair.start
    if text[start] not in SINGLE or start == low:
        return True

    # ‘We left,’ she said. ‘It rained. And the next paragraph goes on with the same mark.
    if text[start] == "‘" and text[pair.end : pair.end + _BREAK].lstrip().startswith("‘"):
        return True

    # She said: ‘We left.
    return text[max(low, start - 2) : start].rstrip().endswith((":", ","))


# Spans of the whole text


def _joined(found: list[QuotedSpan], paragraphs: Paragraphs) -> list[QuotedSpan]:
    """Join speech of several paragraphs: each opens with a mark, only the last one closes."""
    whole: list[QuotedSpan] = []
    # Number of the paragraph that the last span ends in.
    ends_in = -1
    for span in found:
        opens_next = span.paragraph == ends_in + 1 and span.start == paragraphs[span.paragraph][0]
        ends_in = span.paragraph

        # The first one's start and kind, the last one's end.
        if whole and opens_next and _goes_on(whole[-1], span):
            span = whole.pop()._replace(end=span.end, inner_end=span.inner_end, closed=span.closed)
        whole.append(span)
    return whole


def _goes_on(first: QuotedSpan, second: QuotedSpan) -> bool:
    """Return whether the second span can go on with speech that the first leaves open."""
    # “ and „ open the same speech, “ and " do not.
    same_family = FAMILY[first.mark] == FAMILY[second.mark]
    same_shape = (first.mark in STRAIGHT) == (second.mark in STRAIGHT)
    return same_family and same_shape and not first.closed


def _without_excerpts(
    text: str, found: list[QuotedSpan], paragraphs: Paragraphs
) -> list[QuotedSpan]:
    """Leave out straight marks that stay open in a text that quotes in curly ones.

    They open excerpts, not speech. One whose mark closes behind the next paragraph is speech, and
    that paragraph its signature.
    """
    # Nearly every text has marks of one kind alone.
    n_straight = text.count('"') if '"' in text else 0
    if n_straight == 0 or text.count("“") < n_straight:
        return found

    # "The hall was full.
    # Ann Lee, mayor."
    signed = {first[1] for first, second in pairwise(paragraphs) if _is_signature(text, *second)}
    return [span for span in found if not _opens_excerpt(span, signed)]


def _is_signature(text: str, low: int, high: int) -> bool:
    return text[high - 1] == '"' and high - low < LONGEST_SIGNATURE


def _opens_excerpt(span: QuotedSpan, signed: Set[int]) -> bool:
    is_open = span.mark == '"' and not span.closed
    return is_open and span.end not in signed


def _with_layout(found: list[QuotedSpan], laid_out: list[LayoutSpeech]) -> list[QuotedSpan]:
    """Add the turns of a transcript and block quotes; of nested spans the outermost."""
    if not laid_out:
        return found

    # The furthest end of the first 0, 1, 2, ... spans: speech that goes on may reach over a turn.
    starts = [span.start for span in found]
    ends = list(accumulate([span.end for span in found], max, initial=0))
    free = [said for said in laid_out if ends[bisect_left(starts, said.start)] <= said.start]

    # A turn ends with its paragraph: a span behind its start lies within it, one before it is of
    # the name: LEE (“the chief”): Good.
    begins = {said.number: said.start for said in free}
    kept = [span for span in found if span.start < begins.get(span.paragraph, span.end)]
    added = [
        QuotedSpan(start, end, start + (mark == BLOCK), end, number, mark, True, "quote")
        for number, start, end, mark in free
    ]
    return sorted([*kept, *added])
