"""A last name above the text, "Lee said", is the person of that name who speaks in it."""

from __future__ import annotations

from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.quotation import Quotation
from newskit.analyses.quotes.speaker import LIKELY, Speaker
from newskit.text.forms import fold

Found = tuple[TagSequence, Quotation]


def name_by_text(found: list[Found], text: TagSequence | None) -> None:
    """Give quotations of headline, standfirst and caption the full name that the text knows."""
    heads = [(q, _last_word(tagged, q)) for tagged, q in found if tagged is not text and _asks(q)]
    if not heads:
        return
    bearers = _bearers([q.speaker for tagged, q in found if tagged is text])
    for quotation, last in heads:
        if bearer := bearers.get(last):
            quotation.speaker = bearer._replace(factor=LIKELY)


def _asks(quotation: Quotation) -> bool:
    is_full = " " in (quotation.speaker.name or "")
    return quotation.attribution.speaker is not None and not is_full


def _last_word(tagged: TagSequence, quotation: Quotation) -> str:
    mention = quotation.attribution.speaker
    if mention is None:
        return ""
    printed = (quotation.tagged or tagged).printed(*mention)
    return fold(printed).removesuffix("'s").split()[-1]


def _bearers(speakers: list[Speaker]) -> dict[str, Speaker | None]:
    """Return who bears a last name; None where two people do."""
    bearers: dict[str, Speaker | None] = {}
    for speaker in speakers:
        if speaker.name is None or speaker.kind != "person":
            continue  # the ferry service is not Ann Service
        last = fold(speaker.name).split()[-1]
        other = bearers.setdefault(last, speaker)
        if other is not None and other.name != speaker.name:
            bearers[last] = None
    return bearers
