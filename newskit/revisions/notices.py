"""Notes that say a text was changed: corrections, clarifications, updates, editor's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newskit.aligning import words_of
from newskit.csv_files import csv_rows
from newskit.revisions.steps import Sentence

_LONGEST = 1_000
"""Characters of a sentence that are looked at."""
_NAME = re.compile(r"\{([a-z_]+)\}")
# What may stand before the first word of a note.
_OPENING = r"[\s(\[*_>#\"“'‘•·|~-]*"
_MARKS = str.maketrans({**dict.fromkeys("‘’", "'"), **dict.fromkeys("“”", '"'), **dict.fromkeys("‐‑–—", "-")})
_HINT = re.compile(
    r"correct|clarif|updat|amend|edit|note|version|refil|error|mistake|apolog|regret|retract|"
    r"withdraw|adds|recast|rewrit|mis|wrong|chang|revis|modif|alter|expand|republish|"
    r"headline|we (?:are|wish|would|have)|erratum|corrigend|supersede|replace|inaccur",
    re.I,
)
_CLOSES = {"(": ")", "[": "]", "*": "*"}
_UPDATE = "update"


class Notice(NamedTuple):
    """A note: text[start:end] of a field."""

    field: str
    sentence: int
    start: int
    end: int
    kind: str
    words: tuple[str, ...]


class _Rule(NamedTuple):
    find: re.Pattern[str]
    kind: str
    is_whole: bool
    """Whether all of the sentence is the note."""


def notices(field: str, sentences: list[Sentence]) -> Iterator[Notice]:
    """Yield the notes of a field of one version, at most one per sentence."""
    where = "headline" if field == "headline" else "text"
    for sentence in sentences:
        text = sentence.text[:_LONGEST]
        found = _found(text, where) if _HINT.search(text) else None
        if found is None:
            continue
        (start, end), kind = found
        words = tuple(words_of(text[start:end]))
        at = sentence.start
        yield Notice(field, sentence.number, at + start, at + end, kind, words)


def notice_kind(text: str, *, headline: bool = False) -> str | None:
    """Return the kind of the note that a sentence holds, or None.

    >>> notice_kind("The pier is shut. -- corrects day in first paragraph")
    'correction'
    >>> notice_kind("The Department of Corrections updated its map.") is None
    True
    """
    found = _found(text[:_LONGEST], "headline" if headline else "text")
    return found[1] if found else None


def _found(text: str, where: str) -> tuple[tuple[int, int], str] | None:
    plain = text.translate(_MARKS)
    for rule in _rules(where):
        match = rule.find.search(plain)
        if match:
            start, end = (0, len(text)) if rule.is_whole else _in_brackets(text, match.start())
            return (start, end), rule.kind or _kind(plain[start:end])
    return None


def _in_brackets(text: str, at: int) -> tuple[int, int]:
    """Return where a note begins and ends that a bracket or a dash sets apart from a sentence."""
    closes = _CLOSES.get(text[at])
    end = text.find(closes, at + 1) if closes else -1
    return at, end + 1 if end > 0 else len(text)


def _kind(text: str) -> str:
    kinds = (row for row in _rows() if row["where"] == "kind")
    return next((r["kind"] for r in kinds if re.search(r["pattern"], text, re.I)), _UPDATE)


def _rows() -> tuple[dict[str, str], ...]:
    return csv_rows(__package__, "notices.csv")  # type: ignore[return-value]


@cache
def _rules(where: str) -> tuple[_Rule, ...]:
    macros = {row["kind"]: row["pattern"] for row in _rows() if row["where"] == "macro"}
    wanted = ("headline",) if where == "headline" else ("opening", "inside")

    def written(pattern: str) -> str:
        while _NAME.search(pattern):
            pattern = _NAME.sub(lambda name: macros[name[1]], pattern)
        return pattern

    rules = []
    for row in _rows():
        if row["where"] in wanted:
            begin = rf"\A{_OPENING}" if row["where"] == "opening" else r"(?<!\w)"
            is_whole = row["where"] != "inside" or not row["pattern"].startswith("(?:--")
            find = re.compile(begin + written(row["pattern"]), re.I)
            rules.append(_Rule(find, row["kind"], is_whole))
    return tuple(rules)
