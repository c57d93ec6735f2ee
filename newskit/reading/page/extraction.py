"""What trafilatura takes for the body of a page, as blocks."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from newskit.reading.page.boxes import Block, line_of, size_of
from newskit.reading.page.tree import Element, prose_of

# How trafilatura calls the parts of a body, and the tags that begin a line in one.
_KINDS = {"head": "subhead", "list": "item", "table": "row"}
_BREAKS = frozenset(("lb", "p", "quote", "item", "cell", "row"))

# Characters of body below which the slower search of trafilatura is tried too.
ENOUGH = 600
# Share of the prose below which it is tried, too; share of what it finds below which it is taken;
# multiple of the prose above which it has taken titles of other articles.
MUCH, MORE, TEASERS = 0.6, 0.9, 1.2
# Characters of a cell in a table that is no layout of the page.
MAX_CELL = 200


def extract_body(root: Element) -> list[Block]:
    """Return what trafilatura finds: by its slower search, too, where much of the prose is left."""
    blocks = extract(root, fast=True)
    prose = prose_of(root)
    if size_of(blocks) >= max(ENOUGH, MUCH * prose):
        return blocks

    # It finds a whole article where the other takes a box of it; or an article and teasers.
    more = extract(root, fast=False)
    is_more = size_of(blocks) < MORE * size_of(more)
    return more if is_more and size_of(more) < TEASERS * max(ENOUGH, prose) else blocks


def extract(root: Element, fast: bool) -> list[Block]:
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
