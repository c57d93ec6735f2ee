"""The paragraphs of an article: trafilatura finds them; what is no paragraph is taken out before and after."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from newskit.reading.cleaning import clean
from newskit.reading.plain.bylines import is_name
from newskit.reading.plain.dated import stamp_of
from newskit.reading.plain.furniture import effect_of
from newskit.reading.plain.lines import Line
from newskit.reading.web.headline import key_of
from newskit.reading.web.tree import Element, text_of

_BLANKS = re.compile(r"\s+")
_SOURCE = re.compile(r"(?:quellen?|sources?|fuentes?|fonti?|bron|kilde)\s*:", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|von|par|por|door|av|af) [A-Z]", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
_ELSEWHERE = frozenset(("aside", "nav", "footer", "header", "form", "figure", "blockquote"))
_ENOUGH = 600
"""Characters of body below which the slower search of trafilatura is tried too."""


Box: TypeAlias = tuple[Element, str, str]


# What stands above a link to another article, or above the tags.
_POINTER = re.compile(
    r"\W*(?:czytaj (?:więcej|także|też)|etiketler|mehr zum thema|lesen sie (?:auch|mehr)|weiterlesen|lies auch|"
    r"lire aussi|à lire aussi|lee también|lea también|leer más|leggi anche|leia (?:também|mais)|lees ook|les også|"
    r"läs också|læs også|lue myös|čtěte také|přečtěte si|čitaj aj|olvassa el|читайте также|関連記事|関連キーワード|"
    r"おすすめ情報|empfohlener (?:redaktioneller|externer) inhalt|link zum youtube-inhalt|externer inhalt)\W*",
    re.IGNORECASE,
)


class Block(NamedTuple):
    """A paragraph, a subhead or an item of a list."""

    text: str
    kind: str


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
    blocks = list(_extract(root, fast=True))
    alike = _paragraphs_alike(root, blocks)
    if _size(blocks) < max(_ENOUGH, 0.7 * _size(alike)):
        blocks = max(blocks, list(_extract(root, fast=False)), key=_size)
    if _size(blocks) < 0.7 * _size(alike):
        blocks = alike
    how = "trafilatura" if blocks is not alike else "rule:paragraphs-alike"
    if stated and len(stated) > _ENOUGH and not _agree(blocks, stated):
        blocks, how = list(_extract(root, fast=False)), "trafilatura"
        if not _agree(blocks, stated):
            blocks = [Block(_line(line), "paragraph") for line in stated.split("\n") if line.strip()]
            how = "json-ld:articleBody"
    body = _assemble(_chosen(_behind_lead(blocks, lead), known, names))
    body.how = how
    return body


def _agree(blocks: list[Block], stated: str) -> bool:
    """Say whether the stated body and what was found have words in common, three in a row."""
    wanted, found = _runs(stated), _runs("\n".join(b.text for b in blocks))
    return len(wanted & found) >= 0.3 * min(len(wanted), len(found) or 1) if found else False


def _runs(text: str) -> set[tuple[str, str, str]]:
    words = _WORDS.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


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
                yield Block(_line(" ".join(row.itertext())), "row")
        else:
            yield from _lines(element, "paragraph")


def _size(blocks: list[Block]) -> int:
    return sum(len(b.text) for b in blocks)


def _paragraphs_alike(root: Element, blocks: list[Block]) -> list[Block]:
    """Return the paragraphs whose boxes are called like the box that holds the most text.

    Some pages cut an article into several boxes, of which trafilatura takes one.
    """
    held: Counter[Box] = Counter()
    found: list[tuple[Box, Block]] = []
    for p in root.iter("p", "h2", "h3"):
        text = text_of(p)
        if not text or any(a.tag in _ELSEWHERE for a in p.iterancestors()):
            continue
        parent = p.getparent()
        article = next(p.iterancestors("article"), None)  # a page may print the next article too
        box = (article, str(parent.tag), parent.get("class") or "")
        held[box] += len(text) if len(text) >= 60 else 0
        found.append((box, Block(clean(text), "paragraph" if p.tag == "p" else "subhead")))
    best = max(held, key=lambda b: held[b], default=None)
    alike = [block for box, block in found if box == best]
    known = {key_of(b.text) for b in blocks}
    return alike if not blocks or any(key_of(b.text) in known for b in alike) else []


def _lines(element: Element, kind: str) -> Iterator[Block]:
    """Return an element's lines: a line break in it parts paragraphs."""
    parts: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        parts.append("\n" if child.tag == "lb" else "\n" if child.tag in ("p", "quote", "item") else "")
        parts += [child.text or "", child.tail or ""]
    for line in "".join(parts).split("\n"):
        text = _line(line)
        if text:
            yield Block(text, kind)


def _line(text: str) -> str:
    return clean(_BLANKS.sub(" ", text)).strip()


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
    for block in blocks:
        key = key_of(block.text)
        if not key or key in known or (len(key) > 40 and key in seen) or _names_only(block, key, people):
            continue
        line = Line(block.text, 0, True, block.kind == "item", 0, False)
        effect = effect_of(line)
        if effect == "end" and len(kept) > 2:
            break
        if _POINTER.fullmatch(block.text) or _is_scrap(block):
            continue
        if effect or _is_stamp(line):
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
    return " " not in text and text.isascii() and text[-1].isalpha()


def _is_stamp(line: Line) -> bool:
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
