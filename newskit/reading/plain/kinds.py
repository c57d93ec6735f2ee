"""Say of every line what it is; neighbors are asked only where a line alone cannot tell."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newskit.reading.plain.bylines import is_role, labelled
from newskit.reading.plain.dated import Stamp, stamp_of
from newskit.reading.plain.furniture import effect_of
from newskit.reading.plain.lines import OPENERS, Line
from newskit.reading.plain.pictures import Picture, picture_of

LONG = 120  # characters: a line that long is a paragraph even without a final mark


@dataclass(frozen=True)
class Marked:
    """A line and its kind.

    Kinds: stamp, picture, drop (furniture), skip (promos follow), end (the body is over), byline, role,
    bullet, paragraph, short (a line that is none of these: headline, subhead, tag, promo).
    """

    line: Line
    kind: str
    stamp: Stamp | None = None
    picture: Picture | None = None
    byline: str | None = None

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def mark(lines: list[Line]) -> list[Marked]:
    """Return every line with its kind."""
    return _captions(_surrounded([_kind(line) for line in lines]))


def _kind(line: Line) -> Marked:
    stamp = stamp_of(line)
    if stamp:
        return Marked(line, "stamp", stamp=stamp)
    effect = effect_of(line)
    if effect:
        return Marked(line, effect)
    picture = picture_of(line)
    if picture:
        return Marked(line, "picture", picture=picture)
    byline = labelled(line)
    if byline is not None:
        return Marked(line, "byline", byline=byline)
    if is_role(line):
        return Marked(line, "role")
    return Marked(line, "bullet" if line.bullet else _prose(line))


def _prose(line: Line) -> str:
    if len(line.text) >= LONG:
        return "paragraph"
    sentence = line.closed and (line.words >= 4 or line.text[0] in OPENERS or not line.text.isascii())
    return "paragraph" if sentence and not line.text.endswith("?") else "short"


def _surrounded(marked: list[Marked]) -> list[Marked]:
    """Drop a line between two pieces of furniture in one block: it belongs to them."""
    out = list(marked)
    for i in range(1, len(marked) - 1):
        before, here, after = marked[i - 1], marked[i], marked[i + 1]
        one_block = before.line.block == here.line.block == after.line.block
        if one_block and here.kind in ("paragraph", "short") and before.kind == after.kind == "drop":
            out[i] = replace(here, kind="drop")
    return out


def _captions(marked: list[Marked]) -> list[Marked]:
    """Read the line above a credit that stands alone, in one block with it, as its caption."""
    out = list(marked)
    for i in range(1, len(marked)):
        above, credit = marked[i - 1], marked[i]
        bare = credit.picture is not None and credit.picture.caption is None
        if bare and above.line.block == credit.line.block and not above.line.alone and above.kind in ("short", "paragraph"):
            picture = Picture(above.text, credit.picture.credit if credit.picture else None)
            out[i - 1] = replace(above, kind="picture", picture=picture)
    return out
