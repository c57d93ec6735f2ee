"""Say of every line what it is; neighbors are asked only where a line alone cannot tell."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newskit.reading.shared.boilerplate import effect_of, is_handle
from newskit.reading.shared.bylines import is_role, labeled_byline
from newskit.reading.shared.lines import OPENERS, TextLine
from newskit.reading.shared.timestamp_line import PrintedStamp, stamp_of
from newskit.reading.text.pictures import Picture, picture_of

_BOILERPLATE = ("drop", "share")
LONG = 120  # characters: a line that long is a paragraph even without a final mark


@dataclass(frozen=True)
class Marked:
    """A line and its kind.

    Kinds: stamp (it prints a time), picture, drop and share (boilerplate), skip (promos follow),
    end (the body is over), byline, role, bullet, paragraph, short (a line that is none of these:
    headline, subhead, tag, promo).
    """

    line: TextLine
    kind: str
    stamp: PrintedStamp | None = None
    picture: Picture | None = None
    byline: str | None = None

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def kinds_of_lines(lines: list[TextLine]) -> list[Marked]:
    """Return every line with its kind."""
    return _captions(_surrounded([_kind(line) for line in lines]))


def _kind(line: TextLine) -> Marked:
    stamp = stamp_of(line)
    if stamp:
        return Marked(line, "stamp", stamp=stamp)
    effect = effect_of(line)
    if effect:
        return Marked(line, effect)
    picture = picture_of(line)
    if picture:
        return Marked(line, "picture", picture=picture)
    byline = labeled_byline(line)
    if byline is not None:
        return Marked(line, "byline", byline=byline)
    if is_role(line):
        return Marked(line, "role")
    return Marked(line, "bullet" if line.bullet else _prose(line))


def _prose(line: TextLine) -> str:
    if len(line.text) >= LONG:
        return "paragraph"
    if not line.closed or line.text.endswith("?"):
        return "short"
    sentence = line.words >= 4 or line.text[0] in OPENERS or not line.text.isascii()
    return "paragraph" if sentence else "short"


def _surrounded(marked: list[Marked]) -> list[Marked]:
    """Drop a line inside a block of boilerplate, and an embedded post above its account."""
    out = list(marked)
    for i in range(1, len(marked) - 1):
        before, here, after = marked[i - 1], marked[i], marked[i + 1]
        one_block = before.line.block == here.line.block == after.line.block
        boxed = one_block and before.kind in _BOILERPLATE and after.kind in _BOILERPLATE
        if here.kind in ("paragraph", "short") and (boxed or is_handle(after.line)):
            out[i] = replace(here, kind="drop")
    return out


def _captions(marked: list[Marked]) -> list[Marked]:
    """Read the line above a credit that stands alone, in one block with it, as its caption."""
    out = list(marked)
    for i in range(1, len(marked)):
        above, credit = marked[i - 1], marked[i]
        if credit.picture is None or credit.picture.caption:
            continue
        in_one_block = above.line.block == credit.line.block and not above.line.alone
        if in_one_block and above.kind in ("short", "paragraph"):
            whole = Picture(above.text, credit.picture.credit)
            out[i - 1] = replace(above, kind="picture", picture=whole)
    return out
