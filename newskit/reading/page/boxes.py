"""The boxes of a page that hold an article, where trafilatura takes another part of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, count
from typing import NamedTuple, TypeAlias

from newskit.reading.cleaning import clean
from newskit.reading.page.titles import key_of
from newskit.reading.page.tree import (
    UNSEEN,
    Element,
    is_within,
    one_line,
    pieces_of,
    text_of,
)
from newskit.reading.page.words import html_tags
from newskit.text.near_duplicates import folded_words

_ELSEWHERE = html_tags("not_article")
_KINDS = {"h2": "subhead", "h3": "subhead", "h4": "subhead", "li": "item"}
# Characters of a paragraph that no menu has.
LONG = 60
# Share of the long paragraphs in boxes of one name, at least, if these are the article's.
SHARE = 0.5
# Share of what trafilatura found that such boxes print, at least: comments may quote a paragraph.
FOUND = 0.5
# Paragraphs that are put back; where more are missing, it is another text.
MAX_GAPS = 50
# Share of a stated body that an element prints, at least, if the body is in it.
MOST = 0.8
# Characters that are compared with a stated body, all boxes together.
MAX_WORK = 3_000_000
# Characters of one text that are compared.
MAX_COMPARED = 300_000

Runs: TypeAlias = set[tuple[str, str, str]]


class Block(NamedTuple):
    """A paragraph, a subhead, an item of a list or a row of a table."""

    text: str
    kind: str


class Box(NamedTuple):
    """What an element that holds paragraphs is called, and the article it is in.

    A page may print the next article, too, in boxes of the same names.
    """

    article: Element | None
    tag: str
    called: str


def line_of(text: str) -> str:
    """Return a text on one line, cleaned."""
    return clean(one_line(text)).strip()


def block_keys(blocks: list[Block]) -> list[str]:
    """Return what some blocks are compared by."""
    return [key_of(block.text) for block in blocks]


def size_of(blocks: list[Block]) -> int:
    """Return the characters of some blocks."""
    return sum(len(block.text) for block in blocks)


def runs_of(text: str) -> Runs:
    """Return the words of a text, three in a row."""
    # Three: two texts on one topic share words and pairs, but few runs.
    words = folded_words(text[:MAX_COMPARED])
    return set(zip(words, words[1:], words[2:], strict=False))


def paragraphs_alike(root: Element, blocks: list[Block]) -> list[Block]:
    """Return the paragraphs whose boxes are called like the box that holds the most text.

    Some pages cut an article into several boxes, of which trafilatura takes one.
    """
    held = _paragraphs_by_box(root)
    best = max(held.values(), key=_long_characters, default=[])
    lines = [Block(clean(text_of(p)), _KINDS.get(p.tag, "paragraph")) for p in best]
    alike = [block for block in lines if block.text]

    # A box that has little of what was found is another article, or quotes this one.
    keys = set(block_keys(alike))
    prose = [block for block in blocks if len(block.text) >= LONG]
    shared = [block for block in prose if key_of(block.text) in keys]
    return alike if size_of(shared) >= FOUND * size_of(prose) else []


def _paragraphs_by_box(root: Element) -> dict[Box, list[Element]]:
    """Return paragraphs and subheads by what they are in; those beside the article are left out."""
    held: dict[Box, list[Element]] = defaultdict(list)
    boxes: dict[Element, Box | None] = {}
    for p in root.iter("p", "h2", "h3"):
        # Most paragraphs share their parent.
        parent = p.getparent()
        if parent not in boxes:
            boxes[parent] = _box(parent)

        box = boxes[parent]
        if box is not None:
            held[box].append(p)

    return held


def _box(element: Element) -> Box | None:
    """Return an element as a box; None if it stands beside the article."""
    if element.tag in _ELSEWHERE or is_within(element, _ELSEWHERE):
        return None

    # The nearest: teasers of other articles may be <article> within this one.
    above = element.iterancestors("article")
    article = element if element.tag == "article" else next(above, None)
    return Box(article, element.tag, one_line(element.get("class", "")))


def _long_characters(elements: list[Element]) -> int:
    """Return the characters of the long paragraphs, subheads left out."""
    total = 0
    for p in elements:
        size = sum(map(len, p.itertext()))
        if p.tag == "p" and size >= LONG:
            total += size

    return total


def without_gaps(blocks: list[Block], alike: list[Block]) -> list[Block]:
    """Put back what stands between found paragraphs, in boxes that are called the same."""
    keys = block_keys(blocks)
    places = dict(zip(keys, count()))
    found = list(map(places.get, block_keys(alike)))

    # Where little of the text stands in such boxes, they are not the article's.
    matched = [block for block in alike if key_of(block.text) in places]
    long = [block for block in blocks if len(block.text) >= LONG]
    gaps = _gaps(alike, found)
    if size_of(matched) < SHARE * size_of(long) or len(gaps) > MAX_GAPS:
        return blocks

    # A paragraph may have been found as a part of another.
    whole = "".join(keys)
    filled = [[block] for block in blocks]
    for place, block in gaps:
        if key_of(block.text) not in whole:
            filled[place].append(block)

    return list(chain.from_iterable(filled))


def _gaps(alike: list[Block], found: list[int | None]) -> list[tuple[int, Block]]:
    """Return long paragraphs and subheads between found ones, with the place of the one before."""
    # Only what has a found one on both sides is a gap.
    numbers = [n for n, place in enumerate(found) if place is not None]
    if not numbers:
        return []

    inside = slice(numbers[0], numbers[-1])
    gaps: list[tuple[int, Block]] = []
    before = 0
    for block, place in zip(alike[inside], found[inside], strict=True):
        if place is not None:
            before = place
        elif block.kind == "subhead" or len(block.text) >= LONG:
            gaps.append((before, block))

    return gaps


def stated_box(root: Element, stated: Runs) -> list[Block]:
    """Return the lines of the smallest element that prints most of the body that is stated."""
    element, work = root, 0
    while work < MAX_WORK:
        children = list(element.iterchildren("*"))
        texts = list(map(text_of, children))
        work += sum(map(len, texts))

        # Down into the child that has most of it, as long as one has.
        shares = [len(stated & runs_of(text)) / len(stated) for text in texts]
        best = max(shares, default=0.0)
        if best < MOST:
            break

        element = children[shares.index(best)]

    # Where no child has it, the body is scattered over the page.
    return list(_lines(element)) if element is not root else []


def _lines(element: Element) -> Iterator[Block]:
    """Return the lines of an element as they are printed: blocks and line breaks separate them."""
    kind, line = "paragraph", ""
    # The last line is ended as if another paragraph began.
    for text, opened in chain(pieces_of(element, UNSEEN | _ELSEWHERE), [("", "p")]):
        if opened is None:
            line += text
            continue

        if line.strip():
            yield Block(line_of(line), kind)

        kind, line = _KINDS.get(opened, "paragraph"), ""
