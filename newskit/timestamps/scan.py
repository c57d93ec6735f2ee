"""Cut a stamp line into words, numbers and marks, also where extraction has glued them together."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

MAX_LINE = 10_000
"""Characters of a line that are read: a stamp line is short, and what is longer is not one."""

_PIECE = re.compile(r"[^\W\d_]+|[0-9]+|\s+|.", re.DOTALL)
# A word ends where capitals give way to a capitalized word (ESTUpdated), or small letters to a
# capital (readApril).
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[^\W\d_]+?(?=[A-Z]|$)")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
# 20194:29 is the year 2019 and the clock 4:29.
_GLUED_YEAR = re.compile(r"(?:19|20)\d{3,4}")


class Token(NamedTuple):
    """A word, a number or a mark."""

    kind: str
    """word, number or mark."""
    text: str
    spaced: bool
    """Whether blank space stands before it."""
    start: int
    """Where it begins in the line."""

    @property
    def end(self) -> int:
        """Where it ends in the line."""
        return self.start + len(self.text)


def scan(line: str) -> list[Token]:
    """Return the tokens of a line; digits of every script become 0 to 9."""
    tokens: list[Token] = []
    spaced = True
    plain = _OTHER_DIGIT.sub(lambda digit: str(int(digit.group())), _cut(line))
    for match in _PIECE.finditer(plain):
        piece = match.group()
        if piece.isspace():
            spaced = True
            continue

        tokens.extend(_split(piece, spaced, match.start()))
        spaced = False

    return _unglue_years(tokens)


def _cut(line: str) -> str:
    """Return the head of a line that is too long, up to a blank."""
    if len(line) <= MAX_LINE:
        return line

    head = line[:MAX_LINE]
    return head[: max(head.rfind(" "), 0)]


def _split(piece: str, spaced: bool, start: int) -> list[Token]:
    """Return the tokens of a piece: several where words are glued together."""
    if piece[0].isdecimal():
        return [Token("number", piece, spaced, start)]

    if not piece[0].isalpha():
        return [Token("mark", piece, spaced, start)]

    return [
        Token("word", word.group(), spaced and word.start() == 0, start + word.start())
        for word in _WORD.finditer(piece)
    ]


def _unglue_years(tokens: list[Token]) -> list[Token]:
    """Cut "20194:29" into the year 2019 and the clock 4:29."""
    end = Token("end", "", True, 0)
    out: list[Token] = []
    for token, following in pairwise([*tokens, end]):
        if following.text in (":", ".") and _GLUED_YEAR.fullmatch(token.text):
            clock = Token("number", token.text[4:], False, token.start + 4)
            out += [token._replace(text=token.text[:4]), clock]
        else:
            out.append(token)

    return out
