"""Speech that the layout marks: turns of a transcript (NAME: ...), and block quotes whose paragraphs begin with >."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

TURN, BLOCK = ":", ">"
_LEAST = 2  # turns: one alone may be a place, a label or a headline (UPDATE: ...)
_CAPITAL = r"[^\W\d_a-z]"
_NAME = re.compile(
    rf"{_CAPITAL}(?:{_CAPITAL}|[.'’-]){{1,20}}(?: (?:{_CAPITAL}|[.'’-]){{1,20}}){{0,4}}(?: \([^()\n]{{1,30}}\))?: +"
    r"(?=[^\s\"'“‘„«])"
)


class Turn(NamedTuple):
    """What someone says in a paragraph: text[start:end], and whether a name or a sign marks it."""

    number: int  # of the paragraph
    start: int
    end: int
    mark: str


def may_turn(text: str) -> bool:
    """Say whether a text may hold a turn or a block quote: a quick look that spares most texts the long one."""
    return ": " in text or "> " in text


def turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Turn]:
    r"""Find the turns of a transcript, where there are two or more, and the paragraphs of block quotes.

    >>> text = "LEE: We are closed.\n\nEK (by phone): Since when?\n\n> Since May."
    >>> [text[t.start : t.end] for t in turns(text, [(0, 19), (21, 47), (49, 61)])]
    ['We are closed.', 'Since when?', '> Since May.']
    """
    if not may_turn(text):
        return []
    named: list[Turn] = []
    blocks: list[Turn] = []
    for number, (low, high) in enumerate(paragraphs):
        if text.startswith("> ", low):
            blocks.append(Turn(number, low, high, BLOCK))
        elif text[low : low + 2].isupper() and (name := _NAME.match(text, low, high)):
            named.append(Turn(number, name.end(), high, TURN))
    return sorted([*(named if len(named) >= _LEAST else []), *blocks])
