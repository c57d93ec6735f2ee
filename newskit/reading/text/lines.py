"""The lines of a pasted article: what each looks like on its own, before anyone asks what it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

FINAL = ".!?…。！？؟۔।"
CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«"
_BULLET = re.compile(r"(?:[•●▪◦‣·*➤►-]|\d{1,2}\.)\s+")


@dataclass(frozen=True)
class Line:
    """One line that is not blank."""

    text: str
    """Without blanks around it and without its bullet."""
    block: int
    """Lines between the same two blank lines share a number."""
    alone: bool
    """Whether it has its block to itself."""
    bullet: bool
    indent: int
    repeated: bool
    """Whether the same line stands elsewhere in the text too."""

    @property
    def words(self) -> int:
        """Number of words, roughly: what blanks part."""
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return ends_sentence(self.text)


def ends_sentence(text: str) -> bool:
    """Say whether a text ends with a final mark, quotation marks and brackets behind it allowed."""
    bare = text.rstrip(CLOSERS + " ")
    return bool(bare) and bare[-1] in FINAL


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text. Lines of one paragraph that were cut at a fixed width are joined."""
    blocks = _blocks(text)
    if len(blocks) == 1 and len(blocks[0]) > 1:  # no blank lines at all: every line is a block
        blocks = [[line] for line in blocks[0]]
    seen = Counter(_bare(line) for block in blocks for line in block)
    out = []
    for number, block in enumerate(blocks):
        for line in block:
            bare = _bare(line)
            indent = len(line) - len(line.lstrip())
            bullet = bare != line.strip()
            out.append(Line(bare, number, len(block) == 1, bullet, indent, seen[bare] > 1))
    return [line for line in out if line.text]


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [_unwrap(block) for block in blocks if block]


def _unwrap(block: list[str]) -> list[str]:
    """Join a paragraph cut at a fixed width: lines of like length that go on in small letters."""
    if len(block) < 3 or not all(50 <= len(line.strip()) <= 100 for line in block[:-1]):
        return block
    goes_on = sum(line.lstrip()[:1].islower() for line in block[1:])
    return [" ".join(line.strip() for line in block)] if goes_on * 2 >= len(block) - 1 else block


def _bare(line: str) -> str:
    line = line.strip()
    match = _BULLET.match(line)
    return line[match.end() :].strip() if match else line
