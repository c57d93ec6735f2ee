"""Speech that the layout marks: turns of a transcript (NAME: ...), and block quotes (> ...)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newskit.csv_files import rule_words

TURN, BLOCK = ":", ">"
# One turn alone may be a place, a label or a headline (UPDATE: ...).
LEAST_TURNS = 2

# DR. EK (by phone): the name in capitals, what is added to it in any letters. What begins with a
# quotation mark is left to the marks.
_CAPITAL = r"[^\W\d_a-z]"
_CAPITALS = rf"(?:{_CAPITAL}|[.'’-]){{1,20}}"
_NAME = re.compile(
    rf"{_CAPITAL}{_CAPITALS}(?: {_CAPITALS}){{0,4}}(?: \([^()\n]{{1,30}}\))?: +(?=[^\s\"'“‘„«])"
)


# Q: Are you closed? An interview without names; a Q alone may be a heading.
_QUESTION = re.compile(r"(?:Q|A|Question|Answer)[:.] +(?=[^\s\"'“‘„«])")

# Ann Lee: We are closed. Only of those who speak in turn: "Reality check: ..." is a heading.
_TITLED = r"[^\W\d_a-z][\w.'’-]{1,20}"
_TITLED_NAME = re.compile(rf"{_TITLED}(?: {_TITLED}){{0,3}}: +(?=[^\s\"'“‘„«])")
_LEAST_IN_TURN = 2

# READ MORE: Ten ferries. PIC: Ann Lee.
_LABELS = rule_words(__package__)["label"]


class LayoutSpeech(NamedTuple):
    """What someone says in a paragraph of that number: text[start:end], marked by TURN or BLOCK."""

    number: int
    start: int
    end: int
    mark: str


def may_hold_layout_speech(text: str) -> bool:
    """Say whether a text may hold any: a quick look that spares most texts the long one."""
    # One sign is looked for many times faster than two.
    return any(begin[0] in text and begin in text for begin in (": ", "> ", "Q. "))


def speech_by_layout(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[LayoutSpeech]:
    r"""Find the turns of a transcript, if there are two or more, and block quotes.

    >>> text = "LEE: We are closed.\n\nEK (by phone): Since when?\n\n> Since May."
    >>> found = speech_by_layout(text, [(0, 19), (21, 47), (49, 61)])
    >>> [text[speech.start : speech.end] for speech in found]
    ['We are closed.', 'Since when?', '> Since May.']
    """
    if not may_hold_layout_speech(text):
        return []

    turns: list[LayoutSpeech] = []
    blocks: list[LayoutSpeech] = []
    in_turn = _in_turn(text, paragraphs)
    for number, (low, high) in enumerate(paragraphs):
        if text.startswith("> ", low):
            blocks.append(LayoutSpeech(number, low, high, BLOCK))

        elif name := _name_of_turn(text, low, high) or in_turn.get(number):
            turns.append(LayoutSpeech(number, name.end(), high, TURN))

    # A block quote needs no second one.
    if len(turns) < LEAST_TURNS:
        return blocks
    return sorted([*turns, *blocks])


def _name_of_turn(text: str, low: int, high: int) -> re.Match[str] | None:
    """Match who speaks in a paragraph that is a turn of a transcript or an interview."""
    # Looks that are faster than the patterns.
    question = _QUESTION.match(text, low, high) if text[low : low + 1] in "QA" else None
    is_capital = question is None and text[low : low + 2].isupper()
    name = _NAME.match(text, low, high) if is_capital else question
    return None if name is None or _is_label(name) else name


def _is_label(name: re.Match[str]) -> bool:
    return name[0].rstrip(": ").casefold() in _LABELS


def _in_turn(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, re.Match[str]]:
    """Match the names of those who speak more than once, each time behind somebody else's turn."""
    found: dict[int, re.Match[str]] = {}
    in_turn: Counter[str] = Counter()
    before = label = ""
    for number, (low, high) in enumerate(paragraphs):
        before, label = label, ""
        name = _TITLED_NAME.match(text, low, high)
        if name:
            found[number] = name
            label = name[0]
            in_turn[label] += before not in ("", label)

    return {n: name for n, name in found.items() if in_turn[name[0]] >= _LEAST_IN_TURN}
