"""The paragraphs of an article: trafilatura finds them; what is not a paragraph is taken out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newskit.reading.page.author_names import initials, signature
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
from newskit.reading.page.tree import Element, Sizes
from newskit.reading.page.words import any_phrase
from newskit.reading.shared.boilerplate import effect_of
from newskit.reading.shared.bylines import is_about, is_name
from newskit.reading.shared.lines import TextLine
from newskit.reading.shared.timestamp_line import stamp_of

_POINTER = re.compile(rf"\W*{any_phrase('pointer')}\W*", re.IGNORECASE)
_SOURCE = re.compile(rf"{any_phrase('source_label')}\s*:", re.IGNORECASE)
_BYLINE = re.compile(rf"{any_phrase('by')} [A-Z]", re.IGNORECASE)
# A line that is nothing but the time of publication, in Chinese or Japanese.
_EAST_ASIAN_TIME = re.compile(
    r"\W*\d{4}年\d{1,2}月\d{1,2}日[\d\s年月日時时分更新公開发布配信来源():（）：]{0,60}"
)
# How trafilatura calls the parts of a body, and the tags that begin a line in one.
_KINDS = {"head": "subhead", "list": "item", "table": "row"}
_BREAKS = frozenset(("lb", "p", "quote", "item", "cell", "row"))

# Characters of body below which the slower search of trafilatura is tried too.
ENOUGH = 600
# Share of what was found that is kept, at least, or the reason is told.
KEPT = 0.5
# Runs of words of a stated body below which it says nothing; scripts without blanks have few.
FEW = 50
# Share of the prose below which it is tried, too; share of what it finds below which it is taken;
# multiple of the prose above which it has taken titles of other articles.
MUCH, MORE, TEASERS = 0.8, 0.9, 1.2
# Share of the paragraphs in boxes of one name that trafilatura finds, at least, if it is right.
ALIKE = 0.7
# Share of a stated body below which other boxes are tried, and below which none prints it.
PRINTED, UNPRINTED = 0.6, 0.3
# Blocks at the top that may repeat the standfirst; letters of what is a part of it by chance.
LEAD_BLOCKS, LEAD_LETTERS = 10, 20
# Letters of a line that is not said twice by chance.
REPEATED = 40
# Characters below which a line can open the box below an article.
MAX_OVER = 400
# Characters of a line that only names authors; letters beside the names: "Ann Lee, Berlin".
MAX_NAMES, BESIDE_NAMES = 120, 12
# Characters of a cell in a table that is no layout of the page.
MAX_CELL = 200
# Characters of a title or a tag below a pointer.
MAX_TITLE = 60
# Characters of a line that prints a time.
MAX_TIME = 80
# Characters of a source or a byline below an article.
MAX_SCRAP = 90

_OVER = re.compile(rf"(?!.{{{MAX_OVER}}})\W*{any_phrase('over')}", re.IGNORECASE)
_ONE_WORD = re.compile(r"[!-~]*[A-Za-z]")


class Reading(NamedTuple):
    """The blocks of a body, and how they were found."""

    blocks: list[Block]
    how: str


class BodyLine(NamedTuple):
    """A block, and what is known of it before it is judged."""

    block: Block
    text: str
    key: str
    line: TextLine
    # What the rules of pasted text say that it does to the body.
    effect: str | None
    # Whether it is a paragraph as short as a scrap.
    is_short: bool
    # Whether it is a short line that does not end like a sentence.
    could_be_title: bool


@dataclass
class PageBody:
    """Paragraphs and subheads, each subhead with the number of the paragraph behind it."""

    how: str
    paragraphs: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    subhead_before: list[int] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Add a paragraph or a subhead."""
        if block.kind == "subhead":
            self.subheads.append(block.text)
            self.subhead_before.append(len(self.paragraphs))
        else:
            self.paragraphs.append(block.text)


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
    kept = _selected(blocks, known, authors)
    if size_of(kept) < KEPT * size_of(blocks):
        kept = _selected(blocks, known, authors, may_end=False)

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
    blocks = _with_net(root)
    alike = paragraphs_alike(root, blocks)

    if size_of(blocks) < ALIKE * size_of(alike):
        return Reading(alike, "rule:paragraphs-alike")

    return Reading(without_gaps(blocks, alike), "trafilatura")


def _with_net(root: Element) -> list[Block]:
    """Return what trafilatura finds: by its slower search, too, where much of the prose is left."""
    blocks = _extract(root, fast=True)
    prose = Sizes(root).prose[root]
    if size_of(blocks) >= max(ENOUGH, MUCH * prose):
        return blocks

    # It finds a whole article where the other takes a box of it; or an article and teasers.
    more = _extract(root, fast=False)
    is_more = size_of(blocks) < MORE * size_of(more)
    return more if is_more and size_of(more) < TEASERS * max(ENOUGH, prose) else blocks


def _others(root: Element, printed: Reading, wanted: Runs, stated: str) -> Iterator[Reading]:
    """Return readings of a page whose text has little of the body that its metadata state."""
    yield printed
    yield Reading(_extract(root, fast=False), "trafilatura")
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


def _extract(root: Element, fast: bool) -> list[Block]:
    """Return what trafilatura takes for the body."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(
        root, fast=fast, include_comments=False, with_metadata=False
    )
    body = getattr(document, "body", None)
    return [] if body is None else list(_blocks(body))


def _blocks(body: Element) -> Iterator[Block]:
    """Return the blocks of trafilatura's body."""
    yield from _as_blocks([body.text], "paragraph")
    for element in body:
        kind = _KINDS.get(element.tag, "paragraph")
        if kind == "row" and _is_layout(element):
            kind = "paragraph"

        lines = _rows(element) if kind == "row" else _lines(element)
        yield from _as_blocks(lines, kind)

        # On pages without <p>, text stands loose behind a subhead.
        yield from _as_blocks([element.tail], "paragraph")


def _as_blocks(lines: Iterable[str | None], kind: str) -> Iterator[Block]:
    """Return the lines that hold anything as blocks of one kind."""
    cleaned = map(line_of, filter(None, lines))
    return (Block(line, kind) for line in cleaned if line)


def _is_layout(table: Element) -> bool:
    """Say whether a cell of a table holds more than figures and words: the text of a page."""
    return any(sum(map(len, cell.itertext())) > MAX_CELL for cell in table.iter("cell"))


def _rows(table: Element) -> list[str]:
    """Return the rows of a table; the cells of one are one line."""
    return [" ".join(row.itertext()) for row in table.iter("row")]


def _lines(element: Element) -> list[str]:
    """Return an element's lines: a line break, or a block in it, separates paragraphs."""
    for part in element.iterdescendants(*_BREAKS):
        part.text, part.tail = f"\n{part.text or ''}", f"\n{part.tail or ''}"

    return "".join(element.itertext()).split("\n")


def _is_of_lead(block: Block, lead: str) -> bool:
    """Say whether a block is the standfirst or a line of it."""
    key = key_of(block.text)
    is_part = len(key) > LEAD_LETTERS and key in lead
    return is_part or key == lead


def _selected(
    blocks: list[Block], known: set[str], authors: list[str], may_end: bool = True
) -> list[Block]:
    """Leave out what is printed elsewhere and boilerplate; promos at the end end the body."""
    against = (_is_boilerplate, _is_scrap, _is_label, _is_timestamp)
    told = known | {""}
    kept: list[Block] = []
    is_pointed = False
    for line in map(_body_line, blocks):
        if line.key in told or _is_names_only(line, authors):
            continue

        if may_end and _is_end(line, len(kept)):
            break

        # Below "Read also", short lines are titles of other articles, or tags.
        is_title = is_pointed and line.could_be_title
        is_pointed = is_title or bool(_POINTER.fullmatch(line.text))
        if is_pointed or is_about(line.text, authors):
            continue

        if any(rule(line) for rule in against):
            continue

        kept.append(line.block)
        if len(line.key) > REPEATED:
            told.add(line.key)

    # The subhead of a box that was left out.
    while kept and kept[-1].kind == "subhead":
        kept.pop()

    return kept


def _body_line(block: Block) -> BodyLine:
    """Return a block with all that the rules ask of it."""
    text = block.text
    bullet = block.kind == "item"
    line = TextLine(text, 0, alone=True, bullet=bullet, indent=0, repeated=False)

    # Subheads may be one word, and end like titles do.
    is_short = block.kind == "paragraph" and len(text) <= MAX_SCRAP
    could_be_title = block.kind != "subhead" and len(text) <= MAX_TITLE and not line.closed
    return BodyLine(
        block,
        text,
        key=key_of(text),
        line=line,
        effect=effect_of(line),
        is_short=is_short,
        could_be_title=could_be_title,
    )


def _is_names_only(line: BodyLine, authors: list[str]) -> bool:
    """Say whether a line is little more than the authors' names."""
    # What is left may be a place, "and", or what links to a profile.
    rest = line.key
    for author in authors:
        rest = rest.replace(key_of(author), "")

    is_little = len(rest) < len(line.key) and len(rest) <= BESIDE_NAMES
    return is_little and len(line.text) <= MAX_NAMES


def _is_end(line: BodyLine, kept: int) -> bool:
    """Say whether the body is over, with so many blocks of it kept."""
    # Some pages print the same lines above the body.
    if line.effect == "end" and kept > 2:
        return True

    return kept > 1 and bool(_OVER.match(line.text))


def _is_boilerplate(line: BodyLine) -> bool:
    return line.effect is not None


def _is_scrap(line: BodyLine) -> bool:
    """Say whether it is one word without a final mark, and not a signature: "Advertisement"."""
    is_word = line.is_short and bool(_ONE_WORD.fullmatch(line.text))
    return is_word and not signature(line.text, "")


def _is_label(line: BodyLine) -> bool:
    """Say whether it names a source or an author: "Source: Port Office", "By Ann Lee"."""
    if not line.is_short:
        return False

    is_byline = _BYLINE.match(line.text) and is_name(line.text.split(" ", 1)[1])
    return bool(is_byline or _SOURCE.match(line.text))


def _is_timestamp(line: BodyLine) -> bool:
    """Say whether it prints when the article was published."""
    if _EAST_ASIAN_TIME.fullmatch(line.text):
        return True

    # Sentences name days, too; and so do lines that say who wrote it.
    is_other = line.text.rstrip().endswith((".", "?", "!")) or initials(line.text) != []
    return len(line.text) < MAX_TIME and not is_other and stamp_of(line.line) is not None
