"""The boxes of a page that hold an article: what they print where trafilatura takes another part of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from newskit.reading.cleaning import clean
from newskit.reading.page.headline import key_of
from newskit.reading.page.tree import INLINE, UNSEEN, Element, text_of
from newskit.text.near_duplicates import folded_words

_BLANKS = re.compile(r"\s+")
_ELSEWHERE = frozenset(("aside", "nav", "footer", "header", "form", "figure", "blockquote"))
_KINDS = {"h2": "subhead", "h3": "subhead", "h4": "subhead", "li": "item"}
LONG = 60
"""Characters of a paragraph that no menu has."""
MAX_GAPS = 50
"""Paragraphs that are put back; where more are missing, it is another text."""
MAX_WORK = 3_000_000
"""Characters that are compared with a stated body, all boxes together."""
MAX_COMPARED = 300_000
"""Characters of one text that are compared."""

Box: TypeAlias = tuple[Element, str, str]
Runs: TypeAlias = set[tuple[str, str, str]]


class Block(NamedTuple):
    """A paragraph, a subhead, an item of a list or a row of a table."""

    text: str
    kind: str


def line_of(text: str) -> str:
    """Return a text on one line, cleaned."""
    return clean(_BLANKS.sub(" ", text)).strip()


def size_of(blocks: list[Block]) -> int:
    """Return the characters of some blocks."""
    return sum(len(b.text) for b in blocks)


def runs_of(text: str) -> Runs:
    """Return the words of a text, three in a row."""
    words = folded_words(text[:MAX_COMPARED])
    return set(zip(words, words[1:], words[2:], strict=False))


def paragraphs_alike(root: Element, blocks: list[Block]) -> list[Block]:
    """Return the paragraphs whose boxes are called like the box that holds the most text.

    Some pages cut an article into several boxes, of which trafilatura takes one.
    """
    held: Counter[Box | None] = Counter()
    boxes: dict[Element, Box | None] = {}
    found: list[tuple[Box, Element]] = []
    for p in root.iter("p", "h2", "h3"):
        parent = p.getparent()
        if parent not in boxes:
            boxes[parent] = _box(parent)
        box = boxes[parent]
        if box is None:
            continue
        size = sum(map(len, p.itertext())) if p.tag == "p" else 0
        held[box] += size if size >= LONG else 0
        found.append((box, p))
    best = max(held, key=lambda b: held[b], default=None)
    lines = [Block(clean(text_of(p)), _KINDS.get(p.tag, "paragraph")) for box, p in found if box == best]
    alike = [block for block in lines if block.text]
    known = {key_of(b.text) for b in blocks}
    return alike if not blocks or any(key_of(b.text) in known for b in alike) else []


def _box(parent: Element | None) -> Box | None:
    """Return what a box is called, and the article it is in: a page may print the next one too."""
    article, above = None, parent
    while above is not None:
        if above.tag in _ELSEWHERE:
            return None
        article = above if above.tag == "article" and article is None else article
        above = above.getparent()
    return None if parent is None else (article, str(parent.tag), " ".join((parent.get("class") or "").split()))


def without_gaps(blocks: list[Block], alike: list[Block]) -> list[Block]:
    """Put back long paragraphs that stand between found ones, in boxes that are called the same."""
    found = [key_of(b.text) for b in blocks]
    places = {key: n for n, key in enumerate(found)}
    hits = [places.get(key_of(b.text)) for b in alike]
    whole = "".join(found)
    long = sum(len(b.text) for b in blocks if len(b.text) >= LONG)
    if sum(len(b.text) for b, hit in zip(alike, hits, strict=True) if hit is not None) < 0.5 * long:
        return blocks
    last = max((n for n, hit in enumerate(hits) if hit is not None), default=-1)
    more: dict[int, list[Block]] = {}
    at: int | None = None
    gaps = 0
    for n, (block, hit) in enumerate(zip(alike, hits, strict=True)):
        at = hit if hit is not None else at
        if hit is not None or at is None or n >= last or len(block.text) < LONG:
            continue
        gaps += 1
        if gaps > MAX_GAPS:
            return blocks
        if key_of(block.text) not in whole:
            more.setdefault(at, []).append(block)
    return [b for n, block in enumerate(blocks) for b in (block, *more.get(n, ()))] if more else blocks


def stated_box(root: Element, stated: Runs) -> list[Block]:
    """Return the lines of the smallest element that prints most of the body that the metadata state."""
    element, work = root, 0
    while work < MAX_WORK:
        texts = [(child, text_of(child)) for child in element if isinstance(child.tag, str)]
        work += sum(len(text) for _, text in texts)
        shares = [(len(stated & runs_of(text)) / len(stated), -n) for n, (_, text) in enumerate(texts)]
        best, place = max(shares, default=(0.0, 0))
        if best < 0.8:
            break
        element = texts[-place][0]
    return list(_lines(element)) if element is not root else []


def _lines(element: Element) -> Iterator[Block]:
    """Return the lines of an element as they are printed: blocks and line breaks part them."""
    kind, line = "paragraph", ""
    for piece, opened in _pieces(element):
        if opened is None:
            line += piece
            continue
        if line.strip():
            yield Block(line_of(line), kind)
        line, kind = "", _KINDS.get(opened, "paragraph")
    if line.strip():
        yield Block(line_of(line), kind)


def _pieces(element: Element) -> Iterator[tuple[str, str | None]]:
    """Return pieces of text, and between them the tags at which a new line begins."""
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            if node.tag not in INLINE:
                yield "", "p"
            yield node.tail or "", None
            continue
        if node is not element:
            stack.append((node, True))
        if not isinstance(node.tag, str) or node.tag in UNSEEN or node.tag in _ELSEWHERE:
            continue
        if node.tag not in INLINE:
            yield "", node.tag
        yield node.text or "", None
        stack.extend((child, False) for child in reversed(node))
