"""Cut a pasted article into lines, and join paragraphs that were cut at a fixed width."""

from __future__ import annotations

import re
from collections import Counter

from newskit.reading.shared.lines import TextLine

_Printed = tuple[tuple[int, int], str]  # first and last line of the text, and what they print
_BULLET = re.compile(r"(?:[•●▪◦‣·*➤►-]|\d{1,2}\.)\s+")


def split_lines(text: str) -> list[TextLine]:
    """Return the lines of a text; a paragraph that was cut at a fixed width is one line."""
    blocks = _blocks(text)
    if len(blocks) == 1 and len(blocks[0]) > 1:  # no blank lines at all: every line is a block
        blocks = [[line] for line in blocks[0]]
    seen = Counter(_bare(line) for block in blocks for _, line in block)
    out = []
    for number, block in enumerate(blocks):
        for (first, last), line in block:
            bare = _bare(line)
            shape = (len(block) == 1, bare != line.strip(), len(line) - len(line.lstrip()))
            out.append(TextLine(bare, number, *shape, seen[bare] > 1, first, last))
    return [line for line in out if line.text]


def _blocks(text: str) -> list[list[_Printed]]:
    blocks: list[list[_Printed]] = [[]]
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            blocks[-1].append(((number, number), line.rstrip()))
        elif blocks[-1]:
            blocks.append([])
    return [_unwrap(block) for block in blocks if block]


def _unwrap(block: list[_Printed]) -> list[_Printed]:
    """Join a paragraph cut at a fixed width: lines of like length that go on in small letters."""
    lines = [line for _, line in block]
    if len(lines) < 3 or not all(50 <= len(line.strip()) <= 100 for line in lines[:-1]):
        return block
    goes_on = sum(line.lstrip()[:1].islower() for line in lines[1:])
    if goes_on * 2 < len(lines) - 1:
        return block
    return [((block[0][0][0], block[-1][0][1]), " ".join(line.strip() for line in lines))]


def _bare(line: str) -> str:
    line = line.strip()
    match = _BULLET.match(line)
    return line[match.end() :].strip() if match else line
