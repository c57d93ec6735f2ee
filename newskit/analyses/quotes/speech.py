"""The quotations of one text: each quoted span with its kind, its attribution and its utterance."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.decide import decide
from newskit.analyses.quotes.kinds import quotation_kind
from newskit.analyses.quotes.medium import media_of, medium_at
from newskit.analyses.quotes.nested import with_nested
from newskit.analyses.quotes.paraphrases import paraphrases
from newskit.analyses.quotes.quotation import Quotation
from newskit.analyses.quotes.quote_place import SCARE_QUOTE, UNATTRIBUTED, quote_place
from newskit.analyses.quotes.resolve import Resolver
from newskit.analyses.quotes.speaker import NOBODY, UNKNOWN, Earlier, Speaker
from newskit.analyses.quotes.told_of import told_of
from newskit.text.speech_by_layout import TURN

# Heads of turns that name nobody.
_NO_NAME = frozenset(("Q", "A", "Question", "Answer"))
# Quotations in quotations in a quotation: farther in, marks mean nothing.
_DEEPEST = 2


def quotations(
    tagged: TagSequence,
    depth: int = 0,
) -> list[Quotation]:
    """Find the quotations of a text, in order; of nested ones the outer first."""
    resolver = Resolver(tagged)
    spoken = _attributed(tagged, resolver)
    quoted = _numbered(tagged, spoken)
    reported = paraphrases(tagged, resolver, spoken, quoted)

    # In order of place, of nested ones the outer first.
    found = sorted([*quoted, *reported], key=lambda q: (q.span.start, -q.span.end))
    joined = _with_speech_joined(tagged.text, found)
    _say_media(tagged, joined)
    if depth == _DEEPEST:
        return joined
    return with_nested(tagged.text, joined, partial(quotations, depth=depth + 1))


def _say_media(
    tagged: TagSequence,
    found: list[Quotation],
) -> None:
    """Say of each quotation through which medium it came, if that is printed."""
    media = media_of(tagged)
    if not media:
        return
    for quotation in found:
        cue = quotation.attribution.cue
        at = cue.low if cue else bisect_left(tagged.starts, quotation.span.inner_start)
        if quotation.kind != "scare":
            quotation.medium = medium_at(tagged, media, at)


def _attributed(
    tagged: TagSequence,
    resolver: Resolver,
) -> list[Quotation]:
    """Say who speaks in each spoken span, and whether it is direct; without utterances yet."""
    found: list[Quotation] = []
    before, earlier = UNATTRIBUTED, NOBODY
    for number, (span, at) in enumerate(zip(tagged.spoken, tagged.places, strict=True)):
        # Of two spans in one token the first has the tag: “Yes”“No”
        if at < 0:
            found.append(Quotation(span, "direct", 0))
            continue

        place = quote_place(tagged, number, before, earlier.at)
        attribution = told_of(place, decide(place), resolver)
        mention, speaker = attribution.speaker, UNKNOWN

        # One "he" is one person, whatever is said in between.
        if mention is not None and mention == before.speaker:
            speaker = found[-1].speaker
        elif mention is not None:
            speaker = resolver.speaker(mention, earlier)

        if span.mark == TURN and mention is not None:
            speaker = _of_turn(tagged.printed(*mention), speaker)

        kind = quotation_kind(place, attribution)
        found.append(Quotation(span, kind, 0, attribution, speaker))
        asks = tagged.text[span.inner_end - 1] == "?"
        before, earlier = attribution, Earlier(speaker, at, asks)
    return found


def _of_turn(
    printed: str,
    speaker: Speaker,
) -> Speaker:
    """Take back what the head of a turn does not say: MODERATOR in capitals, Q without a name."""
    if printed in _NO_NAME:
        return UNKNOWN
    return speaker._replace(kind="unknown") if speaker.kind == "organization" else speaker


def _numbered(
    tagged: TagSequence,
    spoken: list[Quotation],
) -> list[Quotation]:
    """Give each utterance its number, with the scare quotes among them."""
    numbered: list[Quotation] = []
    utterance = last = -1
    coming = iter(spoken)
    for span in tagged.spans:
        # A scare quote has a number of its own, and speech goes on behind it.
        if span.kind == "scare":
            utterance += 1
            numbered.append(Quotation(span, "scare", utterance, SCARE_QUOTE))
            continue

        quotation = next(coming)
        if last < 0 or not quotation.attribution.continues:
            utterance += 1
            last = utterance
        quotation.utterance = last
        numbered.append(quotation)
    return numbered


def _with_speech_joined(
    text: str,
    found: list[Quotation],
) -> list[Quotation]:
    """Join a paragraph of quoted words only to the speech that ends right before it."""
    joined: list[Quotation] = []
    for quotation in found:
        if joined and _goes_on(text, joined[-1], quotation):
            span, last = quotation.span, joined[-1]
            last.span = last.span._replace(end=span.end, inner_end=span.inner_end)
        else:
            joined.append(quotation)
    return joined


def _goes_on(
    text: str,
    last: Quotation,
    quotation: Quotation,
) -> bool:
    """Whether a quotation has no attribution but that of the paragraph before, and follows it."""
    attribution, span = quotation.attribution, quotation.span
    told = (attribution.position, attribution.pattern)
    if last.kind != "direct" or told != ("carried over", "previous paragraph"):
        return False

    # A question is answered by someone else: “Is it sad?” and “It is not.” are two.
    is_question = text[last.span.inner_end - 1] == "?"
    between = text[last.span.end : span.start]
    if is_question or between.strip() or span.mark != last.span.mark:
        return False
    return last.span.closed and span.closed
