"""Words that are quoted twice: who says them in the text says them in the headline, too."""

from __future__ import annotations

import re

from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.analyses.quotes.quotation import Quotation
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution
from newskit.analyses.quotes.rule_book import rule
from newskit.text.forms import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEAST = 3  # words: “a betrayal” may be anybody's
_LEAST_IN_HEADLINE = 2  # a field of its own: Zelenskyy suggests end to ‘Hot Stage’
_LEAST_INSIDE = 4  # words of a scare quote below the first paragraph: the “Safe Streets Now” bill
_MANY = 12  # quotations without a speaker that are looked up, the first ones
_IN_MARKS = ("direct", "mixed")
_MAY_ECHO = (*_IN_MARKS, "scare")
_BEFORE_COLON = ("before", "colon")

Found = tuple[TagSequence, Quotation]


def share_speakers(found: list[Found], headline: TagSequence | None = None) -> None:
    """Give the quotations without a named speaker that of the same words elsewhere."""
    silent = [(q, tagged is headline, _said(tagged, q)) for tagged, q in found if _may_echo(q)]
    echoes = [(q, said) for q, heads, said in silent if said.count(" ") > _least(heads, q)][:_MANY]
    if not echoes:
        return

    longest = {max(said.split(), key=len) for _, said in echoes}
    named = [(_said(t, q), q) for t, q in found if _is_source(q) and _holds_any(t, q, longest)]
    of_text = {id(q): id(tagged) for tagged, q in found}
    for quotation, said in echoes:
        source = next((q for words, q in named if said in words), None)
        if source is not None:
            is_near = of_text[id(source)] == of_text[id(quotation)]
            _take_over(quotation, source, is_near)


def _least(
    is_headline: bool,
    quotation: Quotation,
) -> int:
    """Return how many words have to be the same."""
    if is_headline:
        return _LEAST_IN_HEADLINE

    is_inside = quotation.kind == "scare" and quotation.span.paragraph > 0
    return _LEAST_INSIDE if is_inside else _LEAST


def _may_echo(quotation: Quotation) -> bool:
    """Whether a speaker is missing, or less sure: Mayor defies order: “...”."""
    if quotation.kind not in _MAY_ECHO:
        return False
    told = quotation.attribution
    return quotation.speaker.name is None or (told.position, told.pattern) == _BEFORE_COLON


def _is_source(quotation: Quotation) -> bool:
    return quotation.kind in _IN_MARKS and not _may_echo(quotation)


def _holds_any(
    tagged: TagSequence,
    quotation: Quotation,
    words: set[str],
) -> bool:
    """Whether one of these words is quoted: a quick look, before all words are told apart."""
    quoted = fold(tagged.text[quotation.span.inner_start : quotation.span.inner_end])
    return any(word in quoted for word in words)


def _take_over(
    quotation: Quotation,
    source: Quotation,
    is_near: bool,
) -> None:
    """Make a quotation its speaker's; what seemed a scare quote is one, too."""
    quotation.speaker = source.speaker
    if quotation.kind == "scare":
        quotation.kind = "mixed"
    if quotation.attribution.speaker is None or quotation.attribution.pattern == "colon":
        mention = source.attribution.speaker if is_near else None
        quotation.attribution = _as_elsewhere(mention) or UNATTRIBUTED


def _said(
    tagged: TagSequence,
    quotation: Quotation,
) -> str:
    """Return the words of a quotation, each between blanks."""
    span = quotation.span
    words = _WORD.findall(tagged.text, span.inner_start, span.inner_end)
    return f" {' '.join(map(fold, words))} "


@rule(
    "carried over: same words",
    sure=.9,
    example="Pier shut: “It never opened”\n\n“It never opened, in a way,” Ann Lee said.",
)
def _as_elsewhere(mention: NounPhrase | None) -> Attribution | None:
    return UNATTRIBUTED._replace(speaker=mention)
