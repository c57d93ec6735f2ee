"""Cut a stamp line into words, numbers and marks, also where extraction has glued them together."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LINE = 10_000
"""Characters of a line that are read: a stamp line is short, and what is longer is none."""

# A word ends where capitals give way to a capitalized word (ESTUpdated) or small letters to a capital (readApril).
_PIECE = re.compile(r"[^\W\d_]+|[0-9]+|\s+|.", re.DOTALL)
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[^\W\d_]+?(?=[A-Z]|$)")


class Token(NamedTuple):
    """A word, a number or a mark."""

    kind: str
    """word, number or mark."""
    text: str
    spaced: bool
    """Whether blank space stands before it."""
    start: int = 0
    """Where it begins in the line."""

    @property
    def end(self) -> int:
        """Where it ends in the line."""
        return self.start + len(self.text)

    def is_mark(self, marks: str) -> bool:
        """Say whether it is one of the marks."""
        return self.kind == "mark" and self.text in marks


END = Token("end", "", True)


def scan(line: str) -> list[Token]:
    """Return the tokens of a line; digits of every script become 0 to 9."""
    tokens: list[Token] = []
    spaced = True
    for match in _PIECE.finditer(_plain_digits(_cut(line))):
        piece = match.group()
        if piece.isspace():
            spaced = True
            continue
        tokens.extend(_split(piece, spaced, match.start()))
        spaced = False
    return _unglue_years(tokens)


def _cut(line: str) -> str:
    if len(line) <= MAX_LINE:
        return line
    head = line[:MAX_LINE]
    return head[: max(head.rfind(" "), 0)]


def _plain_digits(line: str) -> str:
    if line.isascii():
        return line
    return "".join(str(int(c)) if c.isdecimal() else c for c in line)


def _split(piece: str, spaced: bool, start: int) -> list[Token]:
    if piece[0].isdecimal():
        return [Token("number", piece, spaced, start)]
    if not piece[0].isalpha():
        return [Token("mark", piece, spaced, start)]
    words = list(_WORD.finditer(piece))
    if not words:
        return [Token("word", piece, spaced, start)]
    return [Token("word", m.group(), spaced and i == 0, start + m.start()) for i, m in enumerate(words)]


def _unglue_years(tokens: list[Token]) -> list[Token]:
    """Cut "20194:29" into the year 2019 and the clock 4:29."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        follows = tokens[i + 1] if i + 1 < len(tokens) else END
        glued = len(token.text) in (5, 6) and token.text[:2] in ("19", "20") and follows.is_mark(":.")
        if token.kind == "number" and glued:
            out += [token._replace(text=token.text[:4]), Token("number", token.text[4:], False, token.start + 4)]
        else:
            out.append(token)
    return out
