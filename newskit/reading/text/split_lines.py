"""Cut a pasted article into lines, and join paragraphs that were cut at a fixed width."""

from __future__ import annotations

import re
from collections import Counter

from newskit.reading.shared.lines import TextLine

_BULLET = re.compile(r"(?:[•●▪◦‣·*➤►-]|\d{1,2}\.)\s+")


def split_lines(text: str) -> list[TextLine]:
    """Return the lines of a text; a paragraph that was cut at a fixed width is one line."""
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
            out.append(TextLine(bare, number, len(block) == 1, bullet, indent, seen[bare] > 1))
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
