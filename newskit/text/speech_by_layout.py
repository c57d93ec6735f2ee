"""Speech that the layout marks: turns of a transcript (NAME: ...), and block quotes whose paragraphs begin with >."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

TURN, BLOCK = ":", ">"
LEAST_TURNS = 2  # one alone may be a place, a label or a headline (UPDATE: ...)

# DR. EK (by phone): the name in capitals, what is added to it in any letters. Speech in quotation marks is left to them.
_CAPITAL = r"[^\W\d_a-z]"
_CAPITALS = rf"(?:{_CAPITAL}|[.'’-]){{1,20}}"
_NAME = re.compile(
    rf"{_CAPITAL}{_CAPITALS}(?: {_CAPITALS}){{0,4}}(?: \([^()\n]{{1,30}}\))?: +(?=[^\s\"'“‘„«])"
)


class LayoutSpeech(NamedTuple):
    """What someone says in a paragraph: text[start:end], and whether a name or a sign marks it."""

    number: int  # of the paragraph
    start: int
    end: int
    mark: str


def may_hold_layout_speech(text: str) -> bool:
    """Say whether a text may hold a turn or a block quote: a quick look that spares most texts the long one."""
    return ": " in text or "> " in text


def speech_by_layout(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[LayoutSpeech]:
    r"""Find the turns of a transcript, where there are two or more, and the paragraphs of block quotes.

    >>> text = "LEE: We are closed.\n\nEK (by phone): Since when?\n\n> Since May."
    >>> found = speech_by_layout(text, [(0, 19), (21, 47), (49, 61)])
    >>> [text[speech.start : speech.end] for speech in found]
    ['We are closed.', 'Since when?', '> Since May.']
    """
    if not may_hold_layout_speech(text):
        return []

    turns: list[LayoutSpeech] = []
    blocks: list[LayoutSpeech] = []
    for number, (low, high) in enumerate(paragraphs):
        if text.startswith("> ", low):
            blocks.append(LayoutSpeech(number, low, high, BLOCK))
        elif text[low : low + 2].isupper():
            name = _NAME.match(text, low, high)
            turns += [LayoutSpeech(number, name.end(), high, TURN)] if name else []

    if len(turns) < LEAST_TURNS:
        return blocks
    return sorted([*turns, *blocks])
