"""The quotations of one text: each marked span with its kind, its attribution and its utterance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from newskit.analyses.quotes.indirect import indirect
from newskit.analyses.quotes.kinds import kind_of
from newskit.analyses.quotes.names import names_of
from newskit.analyses.quotes.resolve import UNKNOWN, Resolver, Speaker
from newskit.analyses.quotes.rules import Attribution, Place, decide
from newskit.analyses.quotes.tag_sequence import Tape
from newskit.text.quoted_spans import QuotedSpan
from newskit.text.speech_by_layout import TURN

_CONTINUED = ("continued", "carried over: multi-paragraph")


@dataclass(slots=True)
class Quotation:
    """One marked span, or one of indirect speech, and what is known of it; `tape` is None for scare quotes."""

    mark: QuotedSpan
    kind: str
    utterance: int
    attribution: Attribution | None = None
    speaker: Speaker = UNKNOWN
    tape: Tape | None = None


def quotations(written: Tape) -> list[Quotation]:
    """Find the quotations of a text, in order; of nested ones the outer first."""
    resolver = Resolver(written, names_of(written))
    spoken = _spoken(written, resolver)
    numbered: list[Quotation] = []
    utterance = last = -1
    rest = iter(spoken)
    for mark in written.marks:
        if mark.kind == "scare":
            utterance += 1
            numbered.append(Quotation(mark, "scare", utterance))
            continue
        quotation, continues = next(rest)
        if not continues or last < 0:
            utterance += 1
            last = utterance
        quotation.utterance = last
        numbered.append(quotation)
    found = _with_indirect(written, resolver, numbered, utterance)
    found.sort(key=_place_of)
    return _whole_speech(written.text, found)


def _place_of(quotation: Quotation) -> tuple[int, int]:
    """Order by place, of nested ones the outer first."""
    return quotation.mark.start, -quotation.mark.end


def _whole_speech(text: str, found: list[Quotation]) -> list[Quotation]:
    """Join a paragraph of marked words only to the speech that ends right before it, closed or not."""
    whole: list[Quotation] = []
    for quotation in found:
        if whole and _goes_on(text, whole[-1], quotation):
            mark = quotation.mark
            whole[-1].mark = whole[-1].mark._replace(end=mark.end, inner_end=mark.inner_end)
        else:
            whole.append(quotation)
    return whole


def _goes_on(text: str, last: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation has no attribution but that carried over from the last, which ends the paragraph before."""
    rule = quotation.attribution.rule if quotation.attribution else ""
    if rule != "carried over: previous paragraph" or last.kind != "direct" or quotation.mark.mark != last.mark.mark:
        return False
    if text[last.mark.end : quotation.mark.start].strip() or text[last.mark.inner_end - 1] == "?":
        return False  # a question is answered by someone else
    return last.mark.closed and quotation.mark.closed


def _with_indirect(written: Tape, resolver: Resolver, marked: list[Quotation], utterance: int) -> list[Quotation]:
    """Add indirect speech; a mixed quotation inside it, of the same cue, is of the same utterance."""
    spoken = [q for q in marked if q.kind != "scare"]
    direct = [at for q, at in zip(spoken, written.places, strict=True) if q.kind == "direct" and at >= 0]
    found = list(marked)
    at_cue = {q.attribution.cue.low: q.utterance for q in marked if q.attribution and q.attribution.cue}
    by_place = dict(zip(written.places, written.spoken, strict=True))
    turns = _Turns(written, spoken)
    for part in indirect(written, direct):
        first, last = by_place.get(part.low), by_place.get(part.high - 1)
        start = first.start if first else written.starts[part.low]
        end = last.end if last else written.ends[part.high - 1]
        number = at_cue.get(part.cue.low)
        if _crosses(marked, start, end):
            continue
        if number is None:
            utterance += 1
            number = at_cue[part.cue.low] = utterance
        mark = QuotedSpan(start, end, start, end, written.paragraph[part.low], "", True, "indirect")
        attribution = Attribution(part.rule, part.confidence, part.speaker, part.cue)
        speaker = resolver.speaker(part.speaker, *turns.before(part.speaker.low))
        turns.add(part.speaker.low, speaker)
        found.append(Quotation(mark, "indirect", number, attribution, speaker, written))
    return found


class _Turns:
    """Who spoke last before a letter: in marks, or in indirect speech that was added."""

    def __init__(self, written: Tape, spoken: list[Quotation]) -> None:
        turns = [(at, q.speaker) for q, at in zip(spoken, written.places, strict=True) if at >= 0]
        self._places = [at for at, _ in turns]
        self._speakers = [speaker for _, speaker in turns]
        self._last: tuple[Speaker | None, int] = (None, -1)

    def before(self, at: int) -> tuple[Speaker | None, int]:
        k = bisect_left(self._places, at) - 1
        place = self._places[k] if k >= 0 else -1
        if place < self._last[1] < at:
            return self._last
        return (self._speakers[k], place) if k >= 0 else (None, -1)

    def add(self, at: int, speaker: Speaker) -> None:
        if speaker.kind in ("person", "unnamed"):
            self._last = (speaker, at)


def _crosses(marked: list[Quotation], start: int, end: int) -> bool:
    """Whether text[start:end] begins or ends inside a marked span without holding it."""
    for at in (start, end):
        k = bisect_right(marked, at, key=_start_of) - 1
        if k >= 0 and marked[k].mark.start < at < marked[k].mark.end:
            return True
    return False


def _start_of(quotation: Quotation) -> int:
    return quotation.mark.start


def _spoken(written: Tape, resolver: Resolver) -> list[tuple[Quotation, bool]]:
    """Attribute the spoken marks of a tape; with each, whether it continues the utterance before it."""
    found: list[tuple[Quotation, bool]] = []
    before: Attribution | None = None
    before_at = -1
    before_speaker: Speaker | None = None
    for n, (mark, at) in enumerate(zip(written.spoken, written.places, strict=True)):
        if at < 0:
            found.append((Quotation(mark, "direct", 0, tape=written), False))
            continue
        place = _place(written, n, at, before, before_at)
        attribution = decide(place)
        if attribution is None or not attribution.rule.startswith("after"):
            attribution = _multi_paragraph(written, n, before) or attribution
        if attribution is None or attribution.speaker is None:
            speaker = UNKNOWN
        elif before is not None and before.speaker == attribution.speaker and found:
            speaker = found[-1][0].speaker
        else:
            speaker = resolver.speaker(attribution.speaker, before_speaker, before_at)
        if mark.mark == TURN and speaker.kind == "organization":
            speaker = speaker._replace(kind="unknown")  # MODERATOR: its capitals say nothing
        kind = kind_of(place, attribution)
        continues = attribution is not None and attribution.continues
        found.append((Quotation(mark, kind, 0, attribution, speaker, written), continues))
        before, before_at, before_speaker = attribution, at, speaker
    return found


def _place(written: Tape, n: int, at: int, before: Attribution | None, before_at: int) -> Place:
    letters, mark = written.letters, written.spoken[n]
    low = max(written.sentence_start(at), before_at + 1)
    while letters[low] in "?,.:" and low < at:
        low += 1
    inner = written.text[mark.inner_start : mark.inner_end].strip(" '‘’\"”“\xa0")
    follows = letters[at + 1 : at + 2]
    speech = follows not in (".", "|") and (inner[-1:] in ",!?…—–-" or follows in (",", "-") or at == low)
    if follows == "?" and at > low and letters[at - 1] in ",:":
        speech = False  # Lorn asked, “Will you resign?” Zelt answered ...
    first = next((c for c in inner[:8] if c.isalnum()), "")
    return Place(written, n, at, low, written.sentence_end(at), speech, not first.islower(), before, before_at)


def _multi_paragraph(written: Tape, n: int, before: Attribution | None) -> Attribution | None:
    """Go on with the same speech in a paragraph that opens with a mark after one whose mark stayed open."""
    if n == 0 or before is None or written.spoken[n - 1].closed:
        return None
    last, mark = written.spoken[n - 1], written.spoken[n]
    if mark.paragraph != last.paragraph + 1 or written.letters[written.places[n] - 1] != "|":
        return None
    return Attribution(_CONTINUED[1], before.confidence * .95, before.speaker, before.cue, 0, continues=True)
