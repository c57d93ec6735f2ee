"""Quotations inside quotations: what a speaker quotes, read as a text of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from newskit.analyses.names.tag_sequence import TagSequence, tag_sequences
from newskit.analyses.quotes.quotation import Quotation
from newskit.tables import QUOTED_KINDS
from newskit.text.quotation_marks import FAMILY
from newskit.text.quoted_spans import QuotedSpan
from newskit.text.tokens import encode

# Marks that may open a quotation inside of one; each alone is looked for fastest.
_OPENING = "\"“„«‘"
_MARKS = frozenset(_OPENING + "'")
_OPENS_STRAIGHT = re.compile(r"'(?<![\w'].)(?=\w)")
# At the head of a paragraph a mark goes on with the speech around it.
_GOES_ON = re.compile(r"(?<=\n)[\"“„«‘']")


def with_nested(
    text: str,
    found: list[Quotation],
    read: Callable[[TagSequence], list[Quotation]],
) -> list[Quotation]:
    """Put behind each quotation those inside of it, which `read` finds."""
    # Mostly each mark that may open does, and is that of a quotation. To look for a mark is many
    # times faster than to count it.
    n_marks = sum([text.count(mark) for mark in _MARKS if mark in text])
    if n_marks == sum([q.span.mark in _MARKS for q in found]):
        return found
    sequences = _sequences(text, found)
    if not sequences:
        return found

    number = max(q.utterance for q in found) + 1
    nested: list[Quotation] = []
    for around in found:
        nested.append(around)
        tagged = sequences.get(id(around))
        if tagged is None:
            continue
        said = [q for q in read(tagged) if _is_said(q, around)]
        for quotation in said:
            _put_inside(quotation, around, tagged)
            quotation.utterance += number
        number = max([number, *(q.utterance + 1 for q in said)])
        nested += said
    return nested


def _sequences(
    text: str,
    found: list[Quotation],
) -> dict[int, TagSequence]:
    """Return the tags of what is quoted, by quotation, where that may hold a quotation."""
    spoken = [(q, _inner_text(text, q.span)) for q in found if q.kind in QUOTED_KINDS]
    inside = {id(q): words for q, words in spoken if _holds_marks(words, q.span.mark)}
    if not inside:
        return {}
    tagged = tag_sequences(encode(list(inside.values())))
    return dict(zip(inside, tagged, strict=True))


def _inner_text(
    text: str,
    span: QuotedSpan,
) -> str:
    return _GOES_ON.sub(" ", text[span.inner_start : span.inner_end])


def _holds_marks(
    inside: str,
    outer: str,
) -> bool:
    """Whether marks of another kind than those around them may open a quotation."""
    others = [mark for mark in _OPENING if FAMILY[mark] != FAMILY.get(outer)]
    if any(mark in inside for mark in others):
        return True
    return FAMILY["'"] != FAMILY.get(outer) and _OPENS_STRAIGHT.search(inside) is not None


def _is_said(
    nested: Quotation,
    outer: Quotation,
) -> bool:
    """Whether it is quoted in marks of another kind, which close: not a title, nor a paraphrase."""
    if nested.kind == "nested":
        return True  # it is farther in
    is_quoted = nested.kind in ("direct", "mixed") and nested.span.closed
    return is_quoted and FAMILY[nested.span.mark] != FAMILY.get(outer.span.mark)


def _put_inside(
    quotation: Quotation,
    around: Quotation,
    tagged: TagSequence,
) -> None:
    """Say what it is inside of, and where it stands in the text of that one."""
    shift, span = around.span.inner_start, quotation.span
    quotation.span = span._replace(
        start=span.start + shift,
        end=span.end + shift,
        inner_start=span.inner_start + shift,
        inner_end=span.inner_end + shift,
        paragraph=span.paragraph + around.span.paragraph,
    )
    quotation.shift += shift
    # One that is farther in knows what it is inside of.
    if quotation.outer is None:
        quotation.kind, quotation.outer, quotation.tagged = "nested", around, tagged
