"""Features of a line on its own: how long it is, how it ends, what the rules say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from newskit.csv_files import rule_words
from newskit.reading.shared.boilerplate import pitch_words
from newskit.reading.shared.bylines import is_name, is_role, names, tells_of_a_journalist
from newskit.reading.shared.dateline import dateline
from newskit.reading.text.endnotes import is_endnote
from newskit.reading.text.levels import level
from newskit.reading.text.line_facts import BOILERPLATE, NOTE, WORD, LineFacts

_CLOSERS, _OPENERS = "\"'”’»", "\"'“‘«"
_FINALS = ".?!:,…"
_NAME = 200  # characters: no line of names is longer
_NAME_TOKENS = 14
_SENTENCES = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z0-9]")
_READER = re.compile(r"\b(?:you|your|us|our|we)\b")
_CONTACT = ("@", "http:", "https:", "www.", "©", "(c)")
_DOT_COM = re.compile(r"\.com\b")
_ANY_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile("[|·•»]")
_QUOTATION = re.compile("[\"“”‘]")


def _end(line: LineFacts) -> str:
    last = line.marked.text[-1]
    if last in _FINALS:
        return last
    if last in _CLOSERS:
        return "q"
    if last in ")]":
        return ")"
    if last.isdigit():
        return "d"
    return "a" if last.isalpha() else "o"


def _begin(line: LineFacts) -> str:
    first = line.text[0]
    if first.isupper():
        return "U"
    if first.islower():
        return "l"
    if first.isdigit():
        return "d"
    return "q" if first in _OPENERS else "o"


def _capitals(line: LineFacts) -> float:
    initials = [word[0] for word in line.words]
    return sum(map(str.isupper, initials)) / max(1, len(initials))


def _common(line: LineFacts) -> float:
    return line.common / max(1, len(line.words))


def _digits(line: LineFacts) -> float:
    return len(_ANY_DIGIT.findall(line.text)) / len(line.text)


def _stamp(line: LineFacts) -> str:
    stamp = line.marked.stamp
    if stamp is None:
        return "0"
    clock = "c" if stamp.has_clock else ""
    return ("L" if stamp.labels else "d") + clock + ("r" if stamp.relative else "")


def _picture(line: LineFacts) -> str:
    picture = line.marked.picture
    return "0" if picture is None else "c" if picture.caption else "k"


def _byline(line: LineFacts) -> str:
    behind = line.marked.byline
    return "0" if behind is None else "1" if behind else "e"


def _by_first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Sort phrases by their first word: a line that lacks it need not be searched for them."""
    sorted_in: dict[str, list[str]] = {}
    for phrase in sorted(phrases):
        sorted_in.setdefault(WORD.findall(phrase)[0], []).append(phrase)
    return sorted_in


_PARTS = {
    name: _by_first_word(rule_words(__package__)[name]) for name in ("caption_word", "disclosure")
}


def _has_part(line: LineFacts, name: str) -> bool:
    of_word = _PARTS[name]
    return any(
        part in line.opening
        for word in of_word.keys() & line.vocabulary
        for part in of_word[word]
    )


def _has_contact(line: LineFacts) -> bool:
    if any(map(line.small.__contains__, _CONTACT)):
        return True

    # "It rained.Comments" is no address.
    return ".com" in line.small and bool(_DOT_COM.search(line.small))


def _has_names(line: LineFacts) -> bool:
    short = line.tokens <= _NAME_TOKENS and line.length < _NAME
    return short and not line.closed and bool(names(line.text))


def _note(line: LineFacts) -> int:
    return tells_of_a_journalist(line.text) if line.length <= NOTE else 0


def _pitch(line: LineFacts) -> int:
    return min(pitch_words(line.text), 3) if line.length < NOTE else 0


SHAPE: dict[str, Callable[[LineFacts], Any]] = {
    "length": lambda line: level(line.length, (8, 16, 25, 40, 60, 80, 110, 150, 220, 350)),
    "words": lambda line: level(line.tokens, (2, 3, 4, 5, 7, 10, 14, 20, 30)),
    "end": _end,
    "begin": _begin,
    "capitals": lambda line: level(_capitals(line), (0.01, 0.2, 0.35, 0.5, 0.7, 0.9, 0.999)),
    "upper": lambda line: int(line.text.isupper()),
    "digits": lambda line: level(_digits(line), (0.001, 0.03, 0.1, 0.3)),
    "common": lambda line: level(_common(line), (0.001, 0.1, 0.2, 0.3, 0.4)),
    "closed": lambda line: int(line.closed),
    "bullet": lambda line: int(line.marked.line.bullet),
    "prose": lambda line: int(line.prose),
    "stamp": _stamp,
    "boilerplate": lambda line: line.kind if line.kind in BOILERPLATE else "0",
    "picture": _picture,
    "pictured": lambda line: int(_has_part(line, "caption_word")),
    "disclosure": lambda line: int(_has_part(line, "disclosure")),
    "byline": _byline,
    "role": lambda line: int(is_role(line.marked.line)),
    "name": lambda line: int(line.length < _NAME and is_name(line.text)),
    "names": lambda line: int(_has_names(line)),
    "endnote": lambda line: int(is_endnote(line.text)),
    "author_note": _note,
    "pitch": _pitch,
    "reader": lambda line: int(bool(_READER.search(line.folded))),
    "contact": lambda line: int(_has_contact(line)),
    "dateline": lambda line: int(line.tokens > 8 and bool(dateline(line.text))),
    "separator": lambda line: int(" / " in line.text or bool(_SEPARATOR.search(line.text))),
    "commas": lambda line: min(line.text.count(","), 3),
    "sentences": lambda line: min(len(_SENTENCES.findall(line.text)), 3),
    "quotation": lambda line: int(bool(_QUOTATION.search(line.text))),
    "colon": lambda line: int(":" in line.text[:40]),
}  # fmt: skip
