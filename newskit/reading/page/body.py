"""The paragraphs of an article: trafilatura finds them; what is no paragraph is taken out before and after."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from newskit.reading.page.authors import signature
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
from newskit.reading.page.headline import key_of
from newskit.reading.page.phrases import OVER, POINTER, STAMP
from newskit.reading.page.tree import Element
from newskit.reading.shared.boilerplate import effect_of
from newskit.reading.shared.bylines import is_about, is_name
from newskit.reading.shared.lines import TextLine
from newskit.reading.shared.timestamp_line import stamp_of

_SOURCE = re.compile(r"(?:quellen?|sources?|fuentes?|fonti?|bron|kilde)\s*:", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|von|par|por|door|av|af) [A-Z]", re.IGNORECASE)
_ENOUGH = 600
"""Characters of body below which the slower search of trafilatura is tried too."""
_FEW = 50
"""Runs of words of a stated body below which it says nothing; scripts without blanks have few."""

Reading: TypeAlias = tuple[list[Block], str]  # the blocks, and how they were found


@dataclass
class Body:
    """Paragraphs and subheads, each subhead with the number of the paragraph behind it."""

    paragraphs: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    subhead_before: list[int] = field(default_factory=list)
    how: str = "trafilatura"


def find_body(root: Element, known: set[str], lead: str, names: list[str], stated: str | None) -> Body:
    """Return the body of a page.

    Parameters
    ----------
    root : lxml element
        The page; it is not changed.
    known : set of str
        Keys of what is printed elsewhere in the row: headline, standfirst, captions.
    lead : str
        Key of the standfirst, whose lines are no paragraphs.
    names : list of str
        Authors, whose lines are no paragraphs.
    stated : str, optional
        The body as the metadata has it, often without paragraphs: what the page's own text is checked against.
    """
    printed = _printed(root)
    wanted = runs_of(stated) if stated and len(stated) > _ENOUGH else set()
    if len(wanted) > _FEW and _common(wanted, printed[0]) < 0.6 * len(wanted):
        printed = max(_others(root, printed, wanted, stated or ""), key=lambda other: _fit(wanted, other[0]))
    body = _assemble(_chosen(_behind_lead(printed[0], lead), known, names))
    body.how = printed[1]
    return body


def _printed(root: Element) -> Reading:
    """Return what the page prints as its article, and how it was found."""
    blocks = list(_extract(root, fast=True))
    alike = paragraphs_alike(root, blocks)
    if size_of(blocks) < max(_ENOUGH, 0.7 * size_of(alike)):
        blocks = max(blocks, list(_extract(root, fast=False)), key=size_of)
    if size_of(blocks) < 0.7 * size_of(alike):
        return alike, "rule:paragraphs-alike"
    return without_gaps(blocks, alike), "trafilatura"


def _others(root: Element, printed: Reading, wanted: Runs, stated: str) -> Iterator[Reading]:
    """Return readings of a page whose text has little of the body that its metadata state."""
    yield printed
    yield list(_extract(root, fast=False)), "trafilatura"
    yield stated_box(root, wanted), "rule:box-of-stated-body"
    found = runs_of(_joined(printed[0]))
    if len(wanted & found) < 0.3 * min(len(wanted), len(found) or 1):  # it is not printed at all
        yield [Block(line_of(line), "paragraph") for line in stated.split("\n") if line.strip()], "json-ld:articleBody"


def _joined(blocks: list[Block]) -> str:
    return "\n".join(b.text for b in blocks)


def _common(wanted: Runs, blocks: list[Block]) -> int:
    return len(wanted & runs_of(_joined(blocks)))


def _fit(wanted: Runs, blocks: list[Block]) -> float:
    """Return how much two texts have in common, as F1 of their runs."""
    found = runs_of(_joined(blocks))
    return 2 * len(wanted & found) / (len(wanted) + len(found))


def _extract(root: Element, fast: bool) -> Iterator[Block]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(root, fast=fast, include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    if body is None:
        return
    for element in body:
        if element.tag == "head":
            yield from _lines(element, "subhead")
        elif element.tag == "list":
            for item in element.iter("item"):
                yield from _lines(item, "item")
        elif element.tag == "table":
            for row in element.iter("row"):
                yield Block(line_of(" ".join(row.itertext())), "row")
        else:
            yield from _lines(element, "paragraph")


def _lines(element: Element, kind: str) -> Iterator[Block]:
    """Return an element's lines: a line break in it parts paragraphs."""
    parts: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        parts.append("\n" if child.tag == "lb" else "\n" if child.tag in ("p", "quote", "item") else "")
        parts += [child.text or "", child.tail or ""]
    for line in "".join(parts).split("\n"):
        text = line_of(line)
        if text:
            yield Block(text, kind)


def _behind_lead(blocks: list[Block], lead: str) -> list[Block]:
    """Leave out the lines of the standfirst, which may be printed as several, near the top."""
    out = []
    for number, block in enumerate(blocks):
        key = key_of(block.text)
        if not (number < 10 and lead and (key == lead or (len(key) > 20 and key in lead))):
            out.append(block)
    return out


def _chosen(blocks: list[Block], known: set[str], names: list[str]) -> list[Block]:
    """Leave out what is printed elsewhere and what is furniture; promos at the end end the body."""
    people = {key_of(n) for n in names}
    kept: list[Block] = []
    seen: set[str] = set()
    pointed = False  # below a pointer, short lines are titles or tags
    for block in blocks:
        key = key_of(block.text)
        if not key or key in known or (len(key) > 40 and key in seen) or _names_only(block, key, people):
            continue
        line = TextLine(block.text, 0, True, block.kind == "item", 0, False)
        effect = effect_of(line)
        if effect == "end" and len(kept) > 2:
            break
        if len(kept) > 1 and len(block.text) < 400 and OVER.match(block.text):
            break
        below = pointed and block.kind != "subhead" and not line.closed and len(block.text) <= 60
        pointed = below or bool(POINTER.fullmatch(block.text))
        if pointed or effect or _is_scrap(block) or _is_stamp(line) or is_about(block.text, names):
            continue
        seen.add(key)
        kept.append(block)
    while kept and kept[-1].kind == "subhead":
        kept.pop()
    return kept


def _names_only(block: Block, key: str, people: set[str]) -> bool:
    if len(block.text) > 120 or not people:
        return False
    rest = key
    for name in people:
        rest = rest.replace(name, "")
    return len(rest) < len(key) and len(rest) <= 12


def _is_scrap(block: Block) -> bool:
    """Say whether a paragraph is one word without a final mark, a source line or somebody's byline."""
    text = block.text
    if block.kind != "paragraph" or len(text) > 90:
        return False
    if _SOURCE.match(text) or (_BYLINE.match(text) and is_name(text.split(" ", 1)[1])):
        return True
    return " " not in text and text.isascii() and text[-1].isalpha() and not signature(text, None)


def _is_stamp(line: TextLine) -> bool:
    if STAMP.fullmatch(line.text):
        return True
    return len(line.text) < 80 and not line.text.rstrip().endswith((".", "?", "!")) and stamp_of(line) is not None


def _assemble(blocks: list[Block]) -> Body:
    body = Body()
    for block in blocks:
        if block.kind == "subhead":
            body.subheads.append(block.text)
            body.subhead_before.append(len(body.paragraphs))
        else:
            body.paragraphs.append(block.text)
    return body
