"""Cut a stamp line into words, numbers and marks, also where extraction has glued them together."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_LINE = 10_000
"""Characters of a line that are read: a stamp line is short, and what is longer is not one."""

_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_TOKEN = re.compile(
    r"""
    (?P<number>
        (?:19|20)[0-9]{2} (?=[0-9]{1,2}(?![0-9])\s*[:.])    # 20194:29 is 2019 and 4:29
        | [0-9]+
    )
    | (?P<word>
        [A-Z]+ (?=[A-Z][a-z])                               # EST of ESTUpdated
        | [A-Z]?[a-z]+                                      # read and April of readApril
        | [A-Z]+
        | [^\W\d_]+? (?=[A-Z]|[\W\d_]|$)                    # a word of other letters
    )
    | (?P<mark> \S )
    """,
    re.VERBOSE,
)


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
    plain = _OTHER_DIGIT.sub(lambda digit: str(int(digit.group())), _cut(line))

    tokens: list[Token] = []
    end = -1  # of the token before
    for match in _TOKEN.finditer(plain):
        start, text = match.start(), match.group()
        tokens.append(Token(str(match.lastgroup), text, start != end, start))
        end = match.end()

    return tokens


def _cut(line: str) -> str:
    """Return the head of a line that is too long, up to a blank."""
    if len(line) <= MAX_LINE:
        return line

    head = line[:MAX_LINE]
    return head[: max(head.rfind(" "), 0)]
