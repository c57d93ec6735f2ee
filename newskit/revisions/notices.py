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
_HINT = re.compile(
    r"correct|clarif|updat|amend|edit|note|version|refil|error|mistake|apolog|regret|retract|"
    r"withdraw|adds|recast|rewrit|mis|wrong|chang|revis|modif|alter|expand|republish|"
    r"headline|we (?:are|wish|would|have)|erratum|corrigend|supersede|replace|inaccur",
    re.I,
)
_CLOSES = {"(": ")", "[": "]", "*": "*"}
_UPDATE, _OF_EDITOR = "update", "editor's note"
_SET_APART = "(?:--|"  # how a pattern begins whose note is a part of its sentence


class Notice(NamedTuple):
    """A note: text[start:end] of a field."""

    field: str
    sentence: int
    start: int
    end: int
    kind: str
    words: tuple[str, ...]
    told: frozenset[str]
    """Its words without those that any note has, and without function words."""


class _Rule(NamedTuple):
    find: re.Pattern[str]
    kind: str
    is_part: bool
    """Whether the note is a part of its sentence: a bracket, the word before a headline."""
    runs_on: bool
    """Whether the note goes on to the end of its paragraph: Correction: ..."""


class _Found(NamedTuple):
    start: int
    end: int
    kind: str
    runs_on: bool
    matched: str


def notices(field: str, sentences: list[VersionSentence]) -> Iterator[Notice]:
    """Yield the notes of a field of one version."""
    where = "headline" if field == "headline" else "text"
    behind = -1
    for sentence in sentences:
        text = sentence.text[:_LONGEST]
        is_told = sentence.number <= behind
        found = None if is_told or not _HINT.search(text) else _find(text, where)
        if found is None:
            continue

        rest = _rest(sentences, sentence) if found.runs_on else []
        behind = sentence.number + len(rest)
        end = rest[-1].end if rest else sentence.start + found.end
        words = words_of(text[found.start : found.end])
        words += chain.from_iterable(one.words for one in rest)
        told = frozenset(words) - FUNCTION_WORDS - reporting_verbs().keys()
        told -= set(words_of(found.matched))
        start = sentence.start + found.start
        yield Notice(field, sentence.number, start, end, found.kind, tuple(words), told)


def _rest(sentences: list[VersionSentence], first: VersionSentence) -> list[VersionSentence]:
    """Return the sentences behind one in its paragraph."""
    behind = sentences[first.number + 1 :]
    return list(takewhile(lambda one: one.paragraph == first.paragraph, behind))


def notice_kind(text: str, *, headline: bool = False) -> str | None:
    """Return the kind of the note that a sentence holds, or None.

    >>> notice_kind("The pier is shut. -- corrects day in first paragraph")
    'correction'
    >>> notice_kind("The Department of Corrections updated its map.") is None
    True
    """
    found = _find(text[:_LONGEST], "headline" if headline else "text")
    return found.kind if found else None


def _find(text: str, where: str) -> _Found | None:
    plain = text.translate(_MARKS)
    for rule in _rules(where):
        match = rule.find.search(plain)
        if match:
            start, end = _part(plain, match, where) if rule.is_part else (0, len(text))
            kind = rule.kind or _kind(plain[start:end])
            runs_on = rule.runs_on and plain[0] not in _CLOSES
            return _Found(start, end, kind, runs_on, match[0])
    return None


def _part(text: str, match: re.Match[str], where: str) -> tuple[int, int]:
    """Return where a note begins and ends that is set apart from a sentence or a headline."""
    if where == "headline":
        return match.span()
    closes = _CLOSES.get(text[match.start()])
    end = text.find(closes, match.start() + 1) if closes else -1
    return match.start(), end + 1 if end > 0 else len(text)


def _kind(text: str) -> str:
    kinds = (row for row in _rows() if row["where"] == "kind")
    return next((r["kind"] for r in kinds if re.search(r["pattern"], text, re.I)), _UPDATE)


def _rows() -> tuple[Mapping[str, str], ...]:
    return csv_rows(__package__, "notices.csv")


@cache
def _rules(where: str) -> tuple[_Rule, ...]:
    macros = {row["kind"]: row["pattern"] for row in _rows() if row["where"] == "macro"}
    wanted = ("headline",) if where == "headline" else ("opening", "inside")
    return tuple(_rule(row, macros) for row in _rows() if row["where"] in wanted)


def _rule(row: Mapping[str, str], macros: Mapping[str, str]) -> _Rule:
    pattern = row["pattern"]
    is_part = row["where"] == "headline" or pattern.startswith(_SET_APART)
    runs_on = "{label}" in pattern or row["kind"] == _OF_EDITOR
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda name: macros[name[1]], pattern)

    begin = rf"\A{_OPENING}" if row["where"] == "opening" else r"(?<!\w)"
    return _Rule(re.compile(begin + pattern, re.I), row["kind"], is_part, runs_on)
