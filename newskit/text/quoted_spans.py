"""Quoted spans: what stands between quotation marks, and whether it is speech or a scare quote.

The marks of a paragraph are events: one opens, one closes, one may do either. They are paired by counting
depth; where that does not come out even, a flat reading takes over in which an opening mark ends at the next
closing one, or at the end of the paragraph. Nothing here can fail on a text: a stray mark is not a span.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from newskit.text.quotation_marks import FAMILY, STRAIGHT, Event, events, quotation_marks
from newskit.text.scare_quotes import is_scare_quote
from newskit.text.speech_by_layout import BLOCK, LayoutSpeech, speech_by_layout

LONGEST_SIGNATURE = 150  # characters: a longer paragraph is not one
_CONTENT = re.compile(r"[^\W_]")


class QuotedSpan(NamedTuple):
    """A span between quotation marks: text[start:end] with its marks, text[inner_start:inner_end] without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    mark: str
    closed: bool
    kind: str  # "quote" or "scare"


class _Pair(NamedTuple):
    """Where a mark opens, and behind which place its span ends."""

    start: int
    end: int
    closed: bool


def find_quoted_spans(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[QuotedSpan]:
    """Find the quoted spans of a text, in order; of nested ones the outermost.

    Whether single marks count is decided once for the whole text: they do when it has at least as many pairs
    of single as of double marks. A mark that stays open ends with its paragraph, unless the next paragraph opens
    with a mark again: then the speech goes on, and both are one span. Spans without a letter or digit are dropped.

    >>> [span[:2] for span in find_quoted_spans("“We don’t know,” she said.", [(0, 26)])]
    [(0, 16)]
    """
    marks = quotation_marks(text)
    positions = [at for at, _ in marks]
    shapes = "".join([shape for _, shape in marks])

    found: list[QuotedSpan] = []
    k = 0
    while k < len(positions):
        number = bisect_left(paragraphs, positions[k], key=_last_character)
        if number == len(paragraphs):
            break
        low, high = paragraphs[number]
        until = bisect_left(positions, high, lo=k)
        pairs = _pairs(text, positions[k:until], shapes[k:until], low, high)
        found.extend([_span(text, pair, number, low, high) for pair in pairs])
        k = max(until, k + 1)

    spoken = _without_excerpts(text, _joined(found, paragraphs), paragraphs)
    return _with_layout(spoken, speech_by_layout(text, paragraphs))


def _last_character(paragraph: tuple[int, int]) -> int:
    return paragraph[1] - 1


def _span(text: str, pair: _Pair, number: int, low: int, high: int) -> QuotedSpan:
    start, end, closed = pair
    inner_end = end - 1 if closed else end
    scare = closed and is_scare_quote(text, low, high, start, end)
    kind = "scare" if scare else "quote"
    return QuotedSpan(start, end, start + 1, inner_end, number, text[start], closed, kind)


# Pairs of marks in one paragraph


def _pairs(text: str, positions: list[int], shapes: str, low: int, high: int) -> list[_Pair]:
    """Pair the marks of a paragraph."""
    if _is_even(shapes):  # nothing to decide, as in nearly all news in curly marks
        pairs = zip(positions[::2], positions[1::2], strict=True)
        return [_Pair(a, b + 1, True) for a, b in pairs if _CONTENT.search(text, a + 1, b + 1)]

    told = _hardened(_without_stray(text, list(events(text, positions, low, high))))
    found = _paired(told, high, deep=True)
    if not all(pair.closed for pair in found):
        found = _paired(told, high, deep=False)
    return [
        pair
        for pair in found
        if (pair.closed or _may_stay_open(text, pair.start, low))
        and _CONTENT.search(text, pair.start + 1, pair.end)
    ]


def _is_even(shapes: str) -> bool:
    """Return whether curly marks open and close in turn."""
    return shapes == "“”" * (len(shapes) // 2)


def _without_stray(text: str, told: list[Event]) -> list[Event]:
    """Leave out the one straight mark of a paragraph whose curly marks pair up without it, and two around them ("“)."""
    straight = [event for event in told if text[event.at] == '"']
    around_curly = len(straight) == 2 and text.startswith("“", straight[0].at + 1)
    if len(straight) != 1 and not around_curly:
        return told

    shapes = [text[event.at] for event in told]
    curly = "".join([shape for shape in shapes if shape in "“”"])
    if not curly or not _is_even(curly):
        return told
    return [event for event in told if event not in straight]


def _hardened(told: list[Event]) -> list[Event]:
    """Decide the soft marks: one closes only if no surer closing mark comes before the next opening one."""
    kept: list[Event] = []
    surer = False
    for event in reversed(told):
        if event.role != "soft":
            kept.append(event)
            surer = event.role == "close" if event.family == "single" else surer
        elif not surer:
            kept.append(event._replace(role="close"))
    return kept[::-1]


def _paired(told: list[Event], high: int, deep: bool) -> list[_Pair]:
    """Pair marks of one family, counting depth or not; what stays open ends with the paragraph."""
    pairs: list[_Pair] = []
    first: Event | None = None
    depth = 0
    for event in told:
        if first is None:
            if event.role != "close":
                first, depth = event, 1
            continue
        if event.family != first.family:
            continue

        if event.role == "open":
            depth += deep
        else:
            depth -= 1
        if not depth:
            pairs.append(_Pair(first.at, event.at + 1, True))
            first = None
    if first is not None:
        pairs.append(_Pair(first.at, high, False))
    return pairs


def _may_stay_open(text: str, start: int, low: int) -> bool:
    """Say whether an open mark counts: a single one only at the head of a paragraph or behind a colon or comma."""
    if text[start] not in "'‘‚" or start == low:
        return True
    return text[max(low, start - 2) : start].rstrip().endswith((":", ","))


# Spans of the whole text


def _joined(found: list[QuotedSpan], paragraphs: Sequence[tuple[int, int]]) -> list[QuotedSpan]:
    """Join speech of several paragraphs: each opens with a mark, only the last one closes."""
    whole: list[QuotedSpan] = []
    ends_in = -1  # number of the paragraph that the last span ends in
    for span in found:
        opens_next = span.paragraph == ends_in + 1 and span.start == paragraphs[span.paragraph][0]
        if whole and opens_next and _goes_on(whole[-1], span):
            whole[-1] = whole[-1]._replace(
                end=span.end, inner_end=span.inner_end, closed=span.closed
            )
        else:
            whole.append(span)
        ends_in = span.paragraph
    return whole


def _goes_on(first: QuotedSpan, second: QuotedSpan) -> bool:
    """Return whether the second span can go on with speech that the first leaves open."""
    same_family = FAMILY[first.mark] == FAMILY[second.mark]
    same_shape = (first.mark in STRAIGHT) == (second.mark in STRAIGHT)
    return same_family and same_shape and not first.closed


def _without_excerpts(
    text: str, found: list[QuotedSpan], paragraphs: Sequence[tuple[int, int]]
) -> list[QuotedSpan]:
    """Leave out straight marks that stay open in a text that quotes in curly ones: they open excerpts, not speech.

    One whose mark closes behind the next paragraph is speech, and that paragraph its signature.
    """
    opened = {span.start for span in found if span.mark == '"' and not span.closed}
    if not opened or text.count("“") < text.count('"'):
        return found

    signed = {
        end
        for (_, end), (low, high) in pairwise(paragraphs)
        if text[high - 1] == '"' and high - low < LONGEST_SIGNATURE
    }
    return [span for span in found if span.start not in opened or span.end in signed]


def _with_layout(found: list[QuotedSpan], laid_out: list[LayoutSpeech]) -> list[QuotedSpan]:
    """Add the turns of a transcript and block quotes; of nested spans the outermost."""
    if not laid_out:
        return found

    starts, ends = _starts_and_ends(found)
    free = [s for s in laid_out if not _reach_over(s.start, ends, bisect_left(starts, s.start))]
    starts, ends = _starts_and_ends(free)
    kept = [s for s in found if not _reach_over(s.start, ends, bisect_right(starts, s.start))]
    return sorted([*kept, *map(_span_of_layout, free)])


def _starts_and_ends(spans: Iterable[QuotedSpan | LayoutSpeech]) -> tuple[list[int], list[int]]:
    """Return where spans start, and the furthest end of each and those before it."""
    places = [(span.start, span.end) for span in spans]
    return [start for start, _ in places], list(accumulate([end for _, end in places], max))


def _reach_over(place: int, ends: list[int], n: int) -> bool:
    """Return whether one of the first `n` spans goes on behind a place."""
    return n > 0 and ends[n - 1] > place


def _span_of_layout(speech: LayoutSpeech) -> QuotedSpan:
    number, start, end, mark = speech
    inner_start = start + 1 if mark == BLOCK else start
    return QuotedSpan(start, end, inner_start, end, number, mark, True, "quote")
