"""The paragraphs of an article: trafilatura finds them; what is not a paragraph is taken out before and after."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newskit.reading.page.author_names import signature
from newskit.reading.page.boxes import (
    Block,
    Runs,
    line_of,
    paragraphs_alike,
    runs_of,
    size_of,
    stated_box,
    without_gaps,
)
from newskit.reading.page.titles import key_of
from newskit.reading.page.tree import Element
from newskit.reading.page.words import any_phrase
from newskit.reading.text.boilerplate import effect_of
from newskit.reading.text.bylines import is_about, is_name
from newskit.reading.text.dated import stamp_of
from newskit.reading.text.lines import Line

_POINTER = re.compile(rf"\W*{any_phrase('pointer')}\W*", re.IGNORECASE)
_OVER = re.compile(rf"\W*{any_phrase('over')}", re.IGNORECASE)
_SOURCE = re.compile(rf"{any_phrase('source_label')}\s*:", re.IGNORECASE)
_BYLINE = re.compile(rf"{any_phrase('by')} [A-Z]", re.IGNORECASE)
# A line that is nothing but the time of publication, in Chinese or Japanese.
_EAST_ASIAN_TIME = re.compile(
    r"\W*\d{4}年\d{1,2}月\d{1,2}日[\d\s年月日時时分更新公開发布配信来源():（）：]{0,60}"
)
# How trafilatura calls the parts of a body, and the tags that begin a line in one.
_KINDS = {"head": "subhead", "list": "item", "table": "row"}
_BREAKS = frozenset(("lb", "p", "quote", "item"))

ENOUGH = 600
"""Characters of body below which the slower search of trafilatura is tried too."""
FEW = 50
"""Runs of words of a stated body below which it says nothing; scripts without blanks have few."""
ALIKE = 0.7
"""Share of the paragraphs in boxes of one name that trafilatura finds, at least, if it is right."""
STATED, UNPRINTED = 0.6, 0.3
"""Share of a stated body that is printed: below the first, other boxes are tried; below the second, it is
not printed at all."""
LEAD_BLOCKS, LEAD_LETTERS = 10, 20
"""Blocks at the top that may repeat the standfirst, and letters of a part of it that is no chance."""
REPEATED = 40
"""Letters of a line that is not said twice by chance."""


class Reading(NamedTuple):
    """The blocks of a body, and how they were found."""

    blocks: list[Block]
    how: str


class BodyLine(NamedTuple):
    """A block, and what is known of it before it is judged."""

    block: Block
    key: str
    line: Line
    effect: str | None
    """What the rules of pasted text say that it does to the body."""

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.block.text


@dataclass
class PageBody:
    """Paragraphs and subheads, each subhead with the number of the paragraph behind it."""

    how: str
    paragraphs: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    subhead_before: list[int] = field(default_factory=list)


def find_body(
    root: Element, known: set[str], lead: str, authors: list[str], stated: str
) -> PageBody:
    """Return the body of a page.

    Parameters
    ----------
    root : lxml element
        The page; it is not changed.
    known : set of str
        Keys of what is printed elsewhere in the row: headline, standfirst, captions.
    lead : str
        Key of the standfirst, whose lines are not paragraphs.
    authors : list of str
        Authors, whose lines are not paragraphs.
    stated : str
        The body as the metadata have it, often without paragraphs: what the page's own text is checked against.
    """
    reading = _printed(root)
    wanted = runs_of(stated) if len(stated) > ENOUGH else set()
    if len(wanted) > FEW and _common(wanted, reading) < STATED * len(wanted):
        readings = _others(root, reading, wanted, stated)
        reading = max(readings, key=lambda other: _fit(wanted, other))

    top, rest = reading.blocks[:LEAD_BLOCKS], reading.blocks[LEAD_BLOCKS:]
    behind_lead = [block for block in top if not _is_of_lead(block, lead)] + rest
    return _assembled(_selected(behind_lead, known, authors), reading.how)


def _printed(root: Element) -> Reading:
    """Return what the page prints as its article, and how it was found."""
    blocks = _extract(root, fast=True)
    alike = paragraphs_alike(root, blocks)
    if size_of(blocks) < max(ENOUGH, ALIKE * size_of(alike)):
        blocks = max(blocks, _extract(root, fast=False), key=size_of)
    if size_of(blocks) < ALIKE * size_of(alike):
        return Reading(alike, "rule:paragraphs-alike")
    return Reading(without_gaps(blocks, alike), "trafilatura")


def _others(root: Element, printed: Reading, wanted: Runs, stated: str) -> Iterator[Reading]:
    """Return readings of a page whose text has little of the body that its metadata state."""
    yield printed
    yield Reading(_extract(root, fast=False), "trafilatura")
    yield Reading(stated_box(root, wanted), "rule:box-of-stated-body")

    found = _runs(printed)
    if len(wanted & found) < UNPRINTED * min(len(wanted), len(found) or 1):
        lines = filter(str.strip, stated.split("\n"))
        blocks = [Block(line_of(line), "paragraph") for line in lines]
        yield Reading(blocks, "json-ld:articleBody")


def _runs(reading: Reading) -> Runs:
    return runs_of("\n".join(block.text for block in reading.blocks))


def _common(wanted: Runs, reading: Reading) -> int:
    return len(wanted & _runs(reading))


def _fit(wanted: Runs, reading: Reading) -> float:
    """Return how much two texts have in common, as F1 of their runs."""
    found = _runs(reading)
    return 2 * len(wanted & found) / (len(wanted) + len(found))


def _extract(root: Element, fast: bool) -> list[Block]:
    """Return what trafilatura takes for the body."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(
        root, fast=fast, include_comments=False, with_metadata=False
    )
    body = getattr(document, "body", None)
    elements = body if body is not None else ()
    return [block for element in elements for block in _blocks(element)]


def _blocks(element: Element) -> list[Block]:
    kind = _KINDS.get(element.tag, "paragraph")
    if kind == "row":
        rows = (" ".join(row.itertext()) for row in element.iter("row"))
        return [Block(line_of(row), kind) for row in rows]

    parts = element.iter("item") if kind == "item" else [element]
    return [Block(line, kind) for part in parts for line in _lines(part)]


def _lines(element: Element) -> Iterable[str]:
    """Return an element's lines: a line break in it separates paragraphs."""
    pieces: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag in _BREAKS:
            pieces.append("\n")
        pieces += [child.text or "", child.tail or ""]
    return filter(None, map(line_of, "".join(pieces).split("\n")))


def _is_of_lead(block: Block, lead: str) -> bool:
    """Say whether a block is the standfirst or a line of it, which may be printed as several."""
    key = key_of(block.text)
    return key == lead or (len(key) > LEAD_LETTERS and key in lead)


def _selected(blocks: list[Block], known: set[str], authors: list[str]) -> list[Block]:
    """Leave out what is printed elsewhere and what is boilerplate; promos at the end end the body."""
    told = known | {""}
    kept: list[Block] = []
    pointed = False
    for line in map(_body_line, blocks):
        if line.key in told or _is_names_only(line, authors):
            continue
        if _is_end(line, len(kept)):
            break

        # Below a pointer, short lines are titles of other articles, or tags.
        is_pointed = pointed and _could_be_title(line)
        pointed = is_pointed or bool(_POINTER.fullmatch(line.text))
        is_left_out = any(speaks_against(line) for speaks_against in _AGAINST)
        if pointed or is_left_out or is_about(line.text, authors):
            continue

        kept.append(line.block)
        if len(line.key) > REPEATED:
            told.add(line.key)

    while kept and kept[-1].kind == "subhead":
        kept.pop()
    return kept


def _body_line(block: Block) -> BodyLine:
    line = Line(block.text, 0, True, block.kind == "item", 0, False)
    return BodyLine(block, key_of(block.text), line, effect_of(line))


def _is_names_only(line: BodyLine, authors: list[str]) -> bool:
    """Say whether a line is little more than the authors' names: "Ann Lee, Berlin"."""
    rest = line.key
    for author in map(key_of, authors):
        rest = rest.replace(author, "")
    is_rest_short = len(rest) < len(line.key) and len(rest) <= 12
    return is_rest_short and len(line.text) <= 120


def _is_end(line: BodyLine, kept: int) -> bool:
    """Say whether the body is over; the same lines stand above the body of some pages."""
    is_over = len(line.text) < 400 and bool(_OVER.match(line.text))
    return (line.effect == "end" and kept > 2) or (is_over and kept > 1)


def _could_be_title(line: BodyLine) -> bool:
    is_paragraph = line.line.closed or len(line.text) > 60
    return line.block.kind != "subhead" and not is_paragraph


def _is_boilerplate(line: BodyLine) -> bool:
    return line.effect is not None


def _is_timestamp(line: BodyLine) -> bool:
    if _EAST_ASIAN_TIME.fullmatch(line.text):
        return True
    is_sentence = line.text.rstrip().endswith((".", "?", "!"))
    return len(line.text) < 80 and not is_sentence and stamp_of(line.line) is not None


def _is_label(line: BodyLine) -> bool:
    """Say whether it names a source or an author: "Source: Port Office", "By Ann Lee"."""
    if not _is_short_paragraph(line):
        return False
    is_byline = bool(_BYLINE.match(line.text)) and is_name(line.text.split(" ", 1)[1])
    return is_byline or bool(_SOURCE.match(line.text))


def _is_scrap(line: BodyLine) -> bool:
    """Say whether it is one word without a final mark, and not a signature: "Advertisement"."""
    text = line.text
    is_word = text.isascii() and " " not in text and text[-1].isalpha()
    return is_word and _is_short_paragraph(line) and not signature(text, None)


def _is_short_paragraph(line: BodyLine) -> bool:
    return line.block.kind == "paragraph" and len(line.text) <= 90


_AGAINST: tuple[Callable[[BodyLine], bool], ...] = (
    _is_boilerplate,
    _is_scrap,
    _is_label,
    _is_timestamp,
)


def _assembled(blocks: list[Block], how: str) -> PageBody:
    body = PageBody(how)
    for block in blocks:
        if block.kind == "subhead":
            body.subheads.append(block.text)
            body.subhead_before.append(len(body.paragraphs))
        else:
            body.paragraphs.append(block.text)
    return body
