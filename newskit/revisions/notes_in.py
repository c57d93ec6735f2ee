"""Notes that say a text was changed: corrections, clarifications, updates, editor's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, takewhile
from typing import NamedTuple

from newskit.aligning import words_of
from newskit.csv_files import csv_rows
from newskit.revisions.version_sentence import VersionSentence
from newskit.text.reporting_verbs import reporting_verbs
from newskit.text.word_counts import FUNCTION_WORDS

_LONGEST = 1_000
"""Characters of a sentence that are looked at."""
_NAME = re.compile(r"\{([a-z_]+)\}")
# What may stand before the first word of a note.
_OPENING = r"[\s(\[*_>#\"“'‘•·|~-]*"
_MARKS = str.maketrans("‘’“”‐‑–—", "''\"\"----")
_ROWS = csv_rows(__package__, "notices.csv")
_HINTS = tuple(
    row["pattern"] for row in _ROWS if row["where"] == "hint"
)
"""Parts of words, of which every note has one: a quick look spares most sentences the rules."""
_CLOSES = {"(": ")", "[": "]", "*": "*"}
_UPDATE = "update"
_SET_APART = "(?:--|"  # how a pattern begins whose note is a part of its sentence


class Notice(NamedTuple):
    """A note: text[start:end] of a field."""

    field: str
    sentence_start: int
    start: int
    end: int
    kind: str
    words: tuple[str, ...]
    is_whole: bool
    """Whether it is whole sentences."""
    told: frozenset[str]
    """Its words without those that any note has, and without function words."""


class _Rule(NamedTuple):
    find: re.Pattern[str]
    kind: str
    is_part: bool
    """Whether the note is a part of its sentence: a bracket, the word before a headline."""


class _Found(NamedTuple):
    start: int
    end: int
    kind: str
    """The kind that the rule states; "" where the words have to tell it."""
    matched: str


def notes_in(field: str, sentences: list[VersionSentence]) -> Iterator[Notice]:
    """Yield the notes of a field of one version."""
    where = "headline" if field == "headline" else "text"
    behind = -1
    for sentence in sentences:
        found = _find(sentence.text, where) if sentence.number > behind else None
        if found is None:
            continue

        rest = (
            _rest(sentences, sentence)
            if _runs_on(sentences, sentence, found)
            else []
        )
        behind = sentence.number + len(rest)
        yield _notice(field, found, sentence, rest)


def _runs_on(
    sentences: list[VersionSentence],
    sentence: VersionSentence,
    found: _Found,
) -> bool:
    """Say whether a note that opens its paragraph goes on to its end; one in brackets does not."""
    number = sentence.number
    opens = number == 0 or sentences[number - 1].paragraph != sentence.paragraph
    is_whole = found.start == 0 and found.end == len(sentence.text)
    return opens and is_whole and sentence.text[0] not in _CLOSES


def _rest(sentences: list[VersionSentence], first: VersionSentence) -> list[VersionSentence]:
    """Return the sentences behind one in its paragraph."""
    behind = sentences[first.number + 1 :]
    return list(takewhile(lambda one: one.paragraph == first.paragraph, behind))


def _notice(
    field: str,
    found: _Found,
    sentence: VersionSentence,
    rest: list[VersionSentence],
) -> Notice:
    """Put a note together: the sentence it was found in, and those that go on with it."""
    text = sentence.text[found.start : found.end]
    texts = [text, *(one.text for one in rest)]
    words = list(chain.from_iterable(map(words_of, texts)))
    told = frozenset(words) - FUNCTION_WORDS - reporting_verbs().keys()
    return Notice(
        field=field,
        sentence_start=sentence.start,
        start=sentence.start + found.start,
        end=rest[-1].end if rest else sentence.start + found.end,
        kind=found.kind or _kind(texts),
        words=tuple(words),
        is_whole=len(text) == len(sentence.text),
        told=told - set(words_of(found.matched)),
    )


def _kind(texts: list[str]) -> str:
    """Return the kind of a note by its words: the first that any of its sentences is of."""
    # "This article was amended. An earlier version of it misspelled a name."
    stated = {
        found.kind for text in texts if (found := _find(text, "text"))
    }
    plain = " ".join(texts).translate(_MARKS)
    for row in _ROWS:
        if row["where"] == "kind":
            is_stated = row["kind"] in stated
            if is_stated or re.search(row["pattern"], plain, re.I):
                return row["kind"]

    return _UPDATE


def notice_kind(text: str, *, headline: bool = False) -> str | None:
    """Return the kind of the note that a sentence holds, or None.

    >>> notice_kind("The pier is shut. -- corrects day in first paragraph")
    'correction'
    >>> notice_kind("The Department of Corrections updated its map.") is None
    True
    """
    found = _find(text, "headline" if headline else "text")
    if found is None:
        return None
    return found.kind or _kind([text[found.start : found.end]])


def _find(text: str, where: str) -> _Found | None:
    small = text[:_LONGEST].lower()
    if not any(hint in small for hint in _HINTS):
        return None

    plain = text[:_LONGEST].translate(_MARKS)
    for rule in _rules(where):
        match = rule.find.search(plain)
        if match:
            start, end = (
                _part(plain, match, where)
                if rule.is_part
                else (0, len(text))
            )
            return _Found(start, end, rule.kind, match[0])

    return None


def _part(
    text: str,
    match: re.Match[str],
    where: str,
) -> tuple[int, int]:
    """Return where a note begins and ends that is set apart from a sentence or a headline."""
    if where == "headline":
        return match.span()

    closes = _CLOSES.get(text[match.start()])
    end = text.find(closes, match.start() + 1) if closes else -1
    return match.start(), end + 1 if end > 0 else len(text)


@cache
def _rules(where: str) -> tuple[_Rule, ...]:
    macros = {
        row["kind"]: row["pattern"]
        for row in _ROWS
        if row["where"] == "macro"
    }
    wanted = ("headline",) if where == "headline" else ("opening", "inside")
    return tuple(
        _rule(row, macros) for row in _ROWS if row["where"] in wanted
    )


def _rule(row: Mapping[str, str], macros: Mapping[str, str]) -> _Rule:
    pattern = row["pattern"]
    is_part = row["where"] == "headline" or pattern.startswith(_SET_APART)
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda name: macros[name[1]], pattern)

    begin = rf"\A{_OPENING}" if row["where"] == "opening" else r"(?<!\w)"
    return _Rule(re.compile(begin + pattern, re.I), row["kind"], is_part)
