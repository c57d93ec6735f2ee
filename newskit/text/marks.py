"""Marked spans: what stands between quotation marks, and whether it is speech or a scare quote.

The marks of a paragraph are events: one opens, one closes, one may do either. They are paired by counting
depth; where that does not come out even, a flat reading takes over in which an opening mark ends at the next
closing one, or at the end of the paragraph. Nothing here can fail on a text: a stray mark is no span.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newskit.text.scare import is_scare
from newskit.text.turns import BLOCK, turns


class Mark(NamedTuple):
    """A span between quotation marks: text[start:end] with its marks, text[inner_start:inner_end] without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    mark: str
    closed: bool
    kind: str  # "quote" or "scare"


class _Event(NamedTuple):
    """One mark: only events of the same family close each other."""

    at: int
    family: str
    role: str  # open, close, either, or soft (closes unless a surer mark follows: workers’)


class _Span(NamedTuple):
    start: int
    end: int
    closed: bool


_DOUBLES = '"“”„‟«»‹›「」『』'
# One pattern for each mark: a literal is looked for many times faster than one of a set.
_DOUBLE = {mark: re.compile(mark) for mark in _DOUBLES}
_MARKING = (*_DOUBLES, "''")  # two single marks in a row do the work of a double one
# An apostrophe inside a word is no mark, nor are two single ones in a row ('').
_EVERY = re.compile(rf"[{_DOUBLES}]|(?<![\w'])['‘’‚](?!')|(?<!['])['’](?![\w'])")
_FAMILY = {
    **dict.fromkeys("\"“”„‟", "double"), **dict.fromkeys("'‘’‚", "single"), **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "angle"), **dict.fromkeys("「」", "corner"), **dict.fromkeys("『』", "white corner"),
}  # fmt: skip
_STRAIGHT = "\"'"
_SURE = {"„": "open", "‟": "open", "‚": "open", "「": "open", "」": "close", "『": "open", "』": "close"}
_OPENERS, _CLOSERS = "“‘«‹", "”’»›"
_BEFORE_OPENING = "([{<—–-/…“‘„«‹「『\"'*_"
_AFTER_CLOSING = ".,;:!?)]}>—–-/…”’»›」』\"'*_"
_ELISION = re.compile(r"['’‘](?:\d|(?:tis|twas|em|til|till|cause|cos|n|round|bout|kay|ere|neath|s|ve|re|ll|d)\b)", re.I)
_OPENS_SINGLE = {
    mark: re.compile(mark + r"(?<![^\s(\[{—–\-/“\"„«].)(?=[^\s'‘’.,;:!?)])") for mark in ("'", "‘", "‚")
}
_CLOSES_SINGLE = {mark: re.compile(mark + r"(?<=\S.)(?!\w)") for mark in ("'", "’")}
_SIGNATURE = 150  # characters: a longer paragraph is no signature
_CONTENT = re.compile(r"[^\W_]")
_DROPPED = re.compile(r"(?:in|an|o)\Z")  # goin’, an’, o’


def find_marks(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Mark]:
    """Find the marked spans of a text, in order; of nested ones the outermost.

    Whether single marks count is decided once for the whole text: they do when it has at least as many pairs
    of single as of double marks. A mark that stays open ends with its paragraph, unless the next paragraph opens
    with a mark again: then the speech goes on, and both are one span. Spans without a letter or digit are dropped.

    >>> [m[:2] for m in find_marks("“We don’t know,” she said.", [(0, 26)])]
    [(0, 16)]
    """
    singles = _has_singles(text)
    places = [(m.start(), m.group()) for m in _EVERY.finditer(text)] if singles else sorted(_each(_DOUBLE, text))
    positions, shapes = [at for at, _ in places], "".join([shape for _, shape in places])
    found: list[Mark] = []
    k = 0
    while k < len(positions):
        number = bisect_left(paragraphs, positions[k], key=_paragraph_end)
        if number == len(paragraphs):
            break
        low, high = paragraphs[number]
        until = bisect_left(positions, high, lo=k)
        own = positions[k:until]
        if shapes[k:until] == "“”" * (len(own) // 2):  # nothing to decide
            pairs = zip(own[::2], own[1::2], strict=True)
            spans = [s for s in (_Span(a, b + 1, True) for a, b in pairs) if _has_content(text, s)]
        else:
            spans = _spans(text, list(_events(text, own, low, high)), low, high)
        found.extend([_mark(text, span, number, low, high) for span in spans])
        k = max(until, k + 1)
    return _with_turns(text, _without_excerpts(text, _joined(found, paragraphs), paragraphs), paragraphs)


def _with_turns(text: str, found: list[Mark], paragraphs: Sequence[tuple[int, int]]) -> list[Mark]:
    """Add the turns of a transcript and block quotes; of nested spans the outermost."""
    told = turns(text, paragraphs)
    if not told:
        return found
    ends = list(itertools.accumulate((m.end for m in found), max))
    starts = [m.start for m in found]
    free = [t for t in told if not (k := bisect_left(starts, t.start)) or ends[k - 1] <= t.start]
    added = [Mark(t.start, t.end, t.start + (t.mark == BLOCK), t.end, t.number, t.mark, True, "quote") for t in free]
    low, high = [t.start for t in free], [t.end for t in free]
    kept = [m for m in found if not (k := bisect_right(low, m.start)) or high[k - 1] <= m.start]
    return sorted([*kept, *added])


def _without_excerpts(text: str, found: list[Mark], paragraphs: Sequence[tuple[int, int]]) -> list[Mark]:
    """Leave out straight marks that stay open in a text that quotes in curly ones: they open excerpts, not speech.

    One whose mark closes behind the next paragraph is speech, and that paragraph its signature.
    """
    opened = {m.start for m in found if m.mark == '"' and not m.closed}
    if not opened or text.count("“") < text.count('"'):
        return found
    signed = {a[1] for a, b in itertools.pairwise(paragraphs) if text[b[1] - 1] == '"' and b[1] - b[0] < _SIGNATURE}
    return [m for m in found if m.start not in opened or m.end in signed]


def _joined(found: list[Mark], paragraphs: Sequence[tuple[int, int]]) -> list[Mark]:
    """Join speech of several paragraphs: each opens with a mark, only the last one closes."""
    whole: list[Mark] = []
    low = -1  # number of the paragraph that the last span ends in
    for mark in found:
        last = whole[-1] if whole else mark
        opens = mark.paragraph == low + 1 and mark.start == paragraphs[mark.paragraph][0]
        if whole and opens and not last.closed and _may_go_on(last.mark, mark.mark):
            whole[-1] = last._replace(end=mark.end, inner_end=mark.inner_end, closed=mark.closed)
        else:
            whole.append(mark)
        low = mark.paragraph
    return whole


def _may_go_on(first: str, second: str) -> bool:
    """Whether speech that opened with one mark can open its next paragraph with the other."""
    return _FAMILY[first] == _FAMILY[second] and (first in _STRAIGHT) == (second in _STRAIGHT)


def _paragraph_end(paragraph: tuple[int, int]) -> int:
    return paragraph[1] - 1


def _mark(text: str, span: _Span, number: int, low: int, high: int) -> Mark:
    start, end, closed = span
    inner_end = end - 1 if closed else end
    kind = "scare" if closed and is_scare(text, low, high, start, end) else "quote"
    return Mark(start, end, start + 1, inner_end, number, text[start], closed, kind)


def _each(patterns: dict[str, re.Pattern[str]], text: str) -> list[tuple[int, str]]:
    """Return where each of several marks stands in a text, mark by mark."""
    return [(m.start(), mark) for mark, find in patterns.items() if mark in text for m in find.finditer(text)]


def _has_singles(text: str) -> bool:
    """Whether single marks quote in this text: as many pairs of them as of double ones, or more."""
    opening = sum(1 for at, _ in _each(_OPENS_SINGLE, text) if not _ELISION.match(text, at))
    if not opening:
        return False
    closing = len(_each(_CLOSES_SINGLE, text))
    doubles = sum(map(text.count, _MARKING))
    return 0 < min(opening, closing) >= doubles // 2


def _events(text: str, positions: list[int], low: int, high: int) -> Iterator[_Event]:
    for at in positions:
        family = _FAMILY[text[at]]
        before = text[at - 1] if at > low else " "
        after = text[at + 1] if at + 1 < high else " "
        role = (_single_role if family == "single" else _double_role)(text, at, before, after)
        if role:
            yield _Event(at, family, role)


def _double_role(text: str, at: int, before: str, after: str) -> str:
    char = text[at]
    if char in _SURE:
        return _SURE[char]
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if char in _OPENERS:  # “ closes in German, » opens in Danish: the place decides against the shape
        return "either" if closes and not opens else "open"
    if char in _CLOSERS:
        return "either" if opens and not closes else "close"
    return "either" if opens == closes else "open" if opens else "close"


def _single_role(text: str, at: int, before: str, after: str) -> str:
    char = text[at]
    if char == "‚":
        return "open"
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and not (after.isalnum() or after == "_")
    if char == "‘" and not closes:
        return "" if _ELISION.match(text, at) else "open"
    if closes and not (opens and char == "'" and after.isalnum()):
        certain = after in ".,;:!?)" or not before.isalpha()
        return "close" if certain or not (before in "sS" or _DROPPED.search(text, max(at - 2, 0), at)) else "soft"
    return "open" if opens and char == "'" and not _ELISION.match(text, at) else ""


def _spans(text: str, events: list[_Event], low: int, high: int) -> list[_Span]:
    events = _harden(_without_stray(text, events))
    nested = _pair(events, high, deep=True)
    spans = nested if all(s.closed for s in nested) else _pair(events, high, deep=False)
    return [s for s in spans if (s.closed or _may_stay_open(text, s, events, low)) and _has_content(text, s)]


def _without_stray(text: str, events: list[_Event]) -> list[_Event]:
    """Leave out the one straight mark of a paragraph whose curly marks pair up without it, and two around them ("“)."""
    straight = [e for e in events if text[e.at] == '"']
    doubled = len(straight) == 2 and text.startswith("“", straight[0].at + 1)
    if len(straight) != 1 and not doubled:
        return events
    curly = "".join(text[e.at] for e in events if text[e.at] in "“”")
    return [e for e in events if e not in straight] if curly and curly == "“”" * (len(curly) // 2) else events


def _harden(events: list[_Event]) -> list[_Event]:
    """Decide the soft marks: one closes only if no surer closing mark comes before the next opening one."""
    if not any(e.role == "soft" for e in events):
        return events
    kept: list[_Event] = []
    surer = False
    for event in reversed(events):
        if event.family == "single" and event.role != "soft":
            surer = event.role == "close"
        if event.role != "soft":
            kept.append(event)
        elif not surer:
            kept.append(event._replace(role="close"))
    return kept[::-1]


def _pair(events: list[_Event], high: int, deep: bool) -> list[_Span]:
    spans: list[_Span] = []
    first: _Event | None = None
    depth = 0
    for event in events:
        if first is None:
            if event.role != "close":
                first, depth = event, 1
        elif event.family == first.family:
            if event.role == "open":
                depth += deep
            else:
                depth -= 1
            if not depth:
                spans.append(_Span(first.at, event.at + 1, True))
                first = None
    if first is not None:
        spans.append(_Span(first.at, high, False))
    return spans


def _may_stay_open(text: str, span: _Span, events: list[_Event], low: int) -> bool:
    """Say whether an unclosed mark counts: a single one only at the head of a paragraph or behind a colon or comma."""
    if text[span.start] not in "'‘‚":
        return True
    return span.start == low or text[max(low, span.start - 2) : span.start].rstrip().endswith((":", ","))


def _has_content(text: str, span: _Span) -> bool:
    return _CONTENT.search(text, span.start + 1, span.end) is not None
