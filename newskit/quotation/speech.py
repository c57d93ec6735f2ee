"""The quotations of one text: each marked span with its kind, its attribution and its utterance."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newskit.quotation.names import Names, names_of
from newskit.quotation.resolve import UNKNOWN, Speaker, resolve
from newskit.quotation.rules import Attribution, Place, decide
from newskit.quotation.tape import Tape, tape
from newskit.text.marks import Mark
from newskit.text.tokens import Tokens

MOSTLY = .8  # of the words reported: with fewer of them inside the marks a quotation is mixed
_LONG_ENOUGH = 40  # characters: a label or a title is shorter
_REST = re.compile(r"[^.,;|Q?]{0,60}")
_CONTINUED = ("continued", "carried over: multi-paragraph")


@dataclass(frozen=True)
class Quotation:
    """One marked span and what is known of it; `tape` is None for scare quotes."""

    mark: Mark
    kind: str
    utterance: int
    attribution: Attribution | None = None
    speaker: Speaker = UNKNOWN
    tape: Tape | None = None


def quotations(tokens: Tokens, text: int) -> list[Quotation]:
    """Find the quotations of one text of a batch, in order."""
    marks = tokens.marks(text)
    if not marks:
        return []
    if all(m.kind == "scare" for m in marks):
        return [Quotation(m, "scare", n) for n, m in enumerate(marks)]
    spoken = iter(_spoken(tape(tokens, text)))
    found: list[Quotation] = []
    utterance = last = -1
    for mark in marks:
        if mark.kind == "scare":
            utterance += 1
            found.append(Quotation(mark, "scare", utterance))
            continue
        quotation, continues = next(spoken)
        if not continues or last < 0:
            utterance += 1
            last = utterance
        found.append(replace(quotation, utterance=last))
    return found


def _spoken(written: Tape) -> list[tuple[Quotation, bool]]:
    """Attribute the spoken marks of a tape; with each, whether it continues the utterance before it."""
    names = names_of(written)
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
        same_paragraph = before_at >= written.paragraph_start(at)
        speaker = _speaker(written, names, attribution, before, before_speaker if same_paragraph else None, found)
        kind = _kind(place, attribution)
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


def _speaker(
    written: Tape,
    names: Names,
    attribution: Attribution | None,
    before: Attribution | None,
    earlier: Speaker | None,
    found: list[tuple[Quotation, bool]],
) -> Speaker:
    if attribution is None or attribution.speaker is None:
        return UNKNOWN
    if before is not None and before.speaker == attribution.speaker and found:
        return found[-1][0].speaker
    return resolve(written, names, attribution.speaker, earlier)


def _kind(place: Place, attribution: Attribution | None) -> str:
    """Direct speech stands by itself; a mixed quotation is marked words inside a paraphrase."""
    letters, at = place.tape.letters, place.at
    rule = attribution.rule if attribution else ""
    if (attribution and attribution.continues) or rule == "before: colon":
        return "direct"
    previous = letters[at - 1] if at > place.low else ""
    if attribution is None:
        stands_alone = at == place.low or (previous in (",", ":") and _is_sentence(place))
        return "direct" if place.opens and stands_alone else "mixed"
    if place.opens and rule.startswith("before") and previous in ("V", ",") and _is_sentence(place):
        return "direct"  # whatever follows it: he yelled “You lie!” at the chair
    if previous == ":" or (previous == "," and rule.startswith("after: s")):
        return "direct"
    before = letters[_content_start(place, attribution) : at]
    if previous == "," and rule in ("before: subject verb", "before: shared subject"):
        before = ""  # told reporters in Lund, “we ...”: whom, where and when are not what was said
    after = _REST.match(letters, at + 1)
    around = sum(c not in ".,;:-()?hj" for c in before + (after.group() if after and not _is_after(rule) else ""))
    mark = place.tape.spoken[place.number]
    n_words = len(place.tape.text[mark.inner_start : min(mark.inner_end, mark.inner_start + 400)].split())
    return "direct" if n_words >= MOSTLY * (n_words + around) else "mixed"


def _is_sentence(place: Place) -> bool:
    """Whether the marked words end as a sentence or a clause does, inside the marks."""
    mark = place.tape.spoken[place.number]
    return place.tape.text[mark.inner_end - 1] in ".!?," or mark.inner_end - mark.inner_start > _LONG_ENOUGH


def _content_start(place: Place, attribution: Attribution | None) -> int:
    """Where what is reported begins: behind the cue, if that stands before the quotation."""
    cue = attribution.cue if attribution else None
    return cue.high if cue is not None and place.low <= cue.high <= place.at else place.low


def _is_after(rule: str) -> bool:
    return rule.startswith("after: ") and rule not in ("after: clause", "after: according to")
