"""The paragraphs of an article: trafilatura finds them; what is not a paragraph is taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

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
from newskit.reading.page.extraction import ENOUGH, extract, extract_body
from newskit.reading.page.selection import selected
from newskit.reading.page.titles import key_of
from newskit.reading.page.tree import Element

# Share of what was found that is kept, at least, or the reason is told.
KEPT = 0.5
# Runs of words of a stated body below which it says nothing; scripts without blanks have few.
FEW = 50
# Share of the paragraphs in boxes of one name that trafilatura finds, at least, if it is right.
ALIKE = 0.7
# Share of a stated body below which other boxes are tried, and below which none prints it.
PRINTED, UNPRINTED = 0.6, 0.3
# Blocks at the top that may repeat the standfirst; letters of what is a part of it by chance.
LEAD_BLOCKS, LEAD_LETTERS = 10, 20


class Reading(NamedTuple):
    """The blocks of a body, and how they were found."""

    blocks: list[Block]
    how: str


# Characters of what stands above the headline once more, and of a byline glued to it.
_ABOVE, _GLUED = 60, 80


@dataclass
class PageBody:
    """Paragraphs and subheads, each subhead with the number of the paragraph behind it."""

    how: str
    paragraphs: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    subhead_before: list[int] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Characters of the paragraphs."""
        return sum(map(len, self.paragraphs))

    def add(self, block: Block) -> None:
        """Add a paragraph or a subhead."""
        if block.kind == "subhead":
            self.subheads.append(block.text)
            self.subhead_before.append(len(self.paragraphs))
        else:
            self.paragraphs.append(block.text)


    def drop_head(self, headline: str) -> None:
        """Drop the headline, and what stands above it, where the page has them in one table cell.

        Pages of 2002 do not close their paragraphs: "Ferry Sails AgainBy Ann Lee".
        """
        key = key_of(headline)
        for number, paragraph in enumerate(self.paragraphs[:-1], start=1):
            is_short = len(paragraph) <= len(headline) + _GLUED
            if key and is_short and key_of(paragraph).startswith(key):
                del self.paragraphs[:number]
                self.subhead_before = [max(0, at - number) for at in self.subhead_before]
                return

            if len(paragraph) > _ABOVE:
                return


def find_body(
    root: Element,
    known: set[str],
    lead: str,
    authors: list[str],
    stated: str,
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
        The body as the metadata have it, often without paragraphs: what the page's own text is
        checked against.
    """
    # Trafilatura may take the comments, or another article, for the body.
    reading = _printed(root)
    wanted = runs_of(stated) if len(stated) > ENOUGH else set()
    if len(wanted) > FEW and len(wanted & _runs(reading)) < PRINTED * len(wanted):
        readings = _others(root, reading, wanted, stated)
        reading = max(readings, key=lambda other: _fit(wanted, other))

    # The lines of the standfirst may be printed as several blocks.
    top, rest = reading.blocks[:LEAD_BLOCKS], reading.blocks[LEAD_BLOCKS:]
    blocks = [block for block in top if not _is_of_lead(block, lead)] + rest

    # A line that ends the body early, with most of it behind, ends something else.
    kept = selected(blocks, known, authors)
    if size_of(kept) < KEPT * size_of(blocks):
        kept = selected(blocks, known, authors, may_end=False)

    body = PageBody(reading.how)
    if 0 < size_of(kept) < KEPT * size_of(blocks):
        body.warnings.append(
            f"{size_of(kept)} of the {size_of(blocks)} characters that {reading.how} found were "
            "kept: the others are titles, captions, boilerplate, or are printed twice"
        )

    for block in kept:
        body.add(block)

    return body


def _printed(root: Element) -> Reading:
    """Return what the page prints as its article, and how it was found."""
    blocks = extract_body(root)
    alike = paragraphs_alike(root, blocks)

    if size_of(blocks) < ALIKE * size_of(alike):
        return Reading(alike, "rule:paragraphs-alike")

    return Reading(without_gaps(blocks, alike), "trafilatura")


def _others(root: Element, printed: Reading, wanted: Runs, stated: str) -> Iterator[Reading]:
    """Return readings of a page whose text has little of the body that its metadata state."""
    yield printed
    yield Reading(extract(root, fast=False), "trafilatura")
    yield Reading(stated_box(root, wanted), "rule:box-of-stated-body")

    # The page may print the opening only.
    found = _runs(printed)
    smaller = min(len(wanted), max(1, len(found)))
    if len(wanted & found) < UNPRINTED * smaller:
        lines = filter(str.strip, stated.split("\n"))
        blocks = [Block(line_of(line), "paragraph") for line in lines]
        yield Reading(blocks, "json-ld:articleBody")


def _runs(reading: Reading) -> Runs:
    return runs_of("\n".join(block.text for block in reading.blocks))


def _fit(wanted: Runs, reading: Reading) -> float:
    """Return how much two texts have in common, as F1 of their runs."""
    found = _runs(reading)
    return 2 * len(wanted & found) / (len(wanted) + len(found))


def _is_of_lead(block: Block, lead: str) -> bool:
    """Say whether a block is the standfirst or a line of it."""
    key = key_of(block.text)
    is_part = len(key) > LEAD_LETTERS and key in lead
    return is_part or key == lead
