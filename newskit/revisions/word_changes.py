"""Which words changed in the sentences that two versions share, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.aligning import printed_words
from newskit.errors import InputError
from newskit.html import records
from newskit.revisions.changes import changes
from newskit.revisions.columns import WORD_CHANGES
from newskit.revisions.word_kinds import KINDS, number_of, word_kind
from newskit.text.quoted_spans import find_quoted_spans
from newskit.text.word_counts import FUNCTION_WORDS

_STEP = ("article_id", "version_from", "version_to", "field")
_ONE_TO_ONE = ("edited", "moved")
_OF_SEVERAL = {"split": "old_sentence", "merged": "new_sentence"}
"""Operations of several rows, and the sentence that these have in common."""
_NEEDED = (*_STEP, "operation", "old_text", "new_text", "old_start", "new_start", "change_id")
_Row = dict[str, Any]
_Span = tuple[int, int]


class _Word(NamedTuple):
    """A word of a side: in small letters, where it stands in its text, and which text it is."""

    key: str
    start: int
    end: int
    part: int


class _Part(NamedTuple):
    """A sentence of a side."""

    text: str
    start: int
    sentence: int
    quoted: list[_Span]


class _Side:
    """One side of a change: the sentence, or the sentences that were split or merged."""

    def __init__(self, rows: list[_Row], side: str) -> None:
        own = {row[f"{side}_sentence"]: row for row in rows}
        self.parts = [_part(own[number], side) for number in sorted(own)]
        self.words = [
            _Word(*found, part)
            for part, one in enumerate(self.parts)
            for found in printed_words(one.text)
        ]
        self.keys = [word.key for word in self.words]

    def printed(self, begin: int, end: int) -> str | None:
        """Return words as they are printed, with what stands between them."""
        texts = []
        for part, run in groupby(self.words[begin:end], key=lambda word: word.part):
            words = list(run)
            texts.append(self.parts[part].text[words[0].start : words[-1].end])
        return " ".join(texts) or None

    def place(self, begin: int, end: int) -> tuple[int, int, int]:
        """Return the sentence, start and end of words; of none, where they would stand."""
        if begin < end:
            first, last = self.words[begin], self.words[end - 1]
            return self._sentence(first), self._offset(first, 0), self._offset(last, 1)
        at = self.words[begin - 1] if begin else (self.words[0] if self.words else None)
        if at is None:
            only = self.parts[0]
            return only.sentence, only.start, only.start
        offset = self._offset(at, 1 if begin else 0)
        return self._sentence(at), offset, offset

    def is_quoted(self, begin: int, end: int) -> bool:
        """Say whether words stand inside quotation marks."""
        spans = ((self.parts[word.part].quoted, word) for word in self.words[begin:end])
        return begin < end and all(
            any(low <= word.start and word.end <= high for low, high in quoted)
            for quoted, word in spans
        )

    def _sentence(self, word: _Word) -> int:
        return self.parts[word.part].sentence

    def _offset(self, word: _Word, which: int) -> int:
        return self.parts[word.part].start + (word.end if which else word.start)


def _part(row: _Row, side: str) -> _Part:
    text = row[f"{side}_text"] or ""
    share = row.get("quoted")
    # Speech that goes over several sentences has its marks in others.
    if share == 1:
        quoted = [(0, len(text))]
    else:
        spans = find_quoted_spans(text, [(0, len(text))])
        quoted = [(span.start, span.end) for span in spans]
    return _Part(text, row[f"{side}_start"], row[f"{side}_sentence"], quoted)


def word_changes(given: Any, *, kind: str | None = None) -> pd.DataFrame:
    """Say which words changed in the sentences that two versions share.

    Parameters
    ----------
    given : DataFrame
        The table of `newskit.revisions.changes`, or versions.
    kind : {"number", "time", "name", "cue verb", "certainty", "other"}, optional
        Only changes of this kind; all by default.

    Returns
    -------
    pandas.DataFrame
        One row per stretch of words: `article_id`, `version_from`, `version_to`, `field`,
        `change_id` (row of `changes`), `run`, `kind` (number, time, name, cue verb, certainty or
        other: the first of these that either side holds), `removed`, `added`, their offsets and
        sentences, `quoted` (whether it stands inside quotation marks), `old_value` and `new_value`
        (where it is one number), and `context`, the sentence with this change alone. Sentences
        that were added or deleted are in `changes`.

    Raises
    ------
    InputError
        If it is neither, or there is no such kind.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.revisions.word_changes(
    ...     ["Two people may have died, Ann Lee said.", "Nine people have died, Ann Lee claimed."]
    ... )
    >>> found[["kind", "removed", "added"]].fillna("").values.tolist()
    [['number', 'Two', 'Nine'], ['certainty', 'may', ''], ['cue verb', 'said', 'claimed']]
    >>> found.loc[0, "context"]
    '[-Two-] {+Nine+} people have died, Ann Lee claimed.'
    """
    if kind is not None and kind not in KINDS:
        raise InputError(f"kind={kind!r} is unknown; expected one of {', '.join(KINDS)}.")
    is_changes = isinstance(given, pd.DataFrame) and "operation" in given.columns
    table = given if is_changes else changes(given)
    tables.need_columns(table, _NEEDED, "changes")

    rows = (row for group in _groups(records(table)) for row in _runs(group))
    wanted = (row for row in rows if kind is None or row["kind"] == kind)
    return tables.from_rows(WORD_CHANGES, wanted)


def _groups(rows: list[_Row]) -> Iterator[list[_Row]]:
    """Yield the rows that are looked at together: one, or those of a split or a merger."""
    together: dict[Any, list[_Row]] = {}
    for n, row in enumerate(rows):
        operation = row["operation"]
        key: Any = n
        if operation in _OF_SEVERAL:
            key = (*(row[name] for name in _STEP), operation, row[_OF_SEVERAL[operation]])
        if operation in _OF_SEVERAL or operation in _ONE_TO_ONE:
            together.setdefault(key, []).append(row)
    yield from together.values()


def _runs(rows: list[_Row]) -> Iterator[_Row]:
    """Yield the stretches of words in which two sides differ."""
    old, new = _Side(rows, "old"), _Side(rows, "new")
    key = {name: rows[0][name] for name in (*_STEP, "change_id")}
    for n, (i, j, k, m) in enumerate(_differences(old.keys, new.keys)):
        removed, added = old.printed(i, j), new.printed(k, m)
        yield key | _places(old, new, (i, j, k, m)) | {
            "run": n,
            "kind": word_kind(_kinds_of(old, i, j), _kinds_of(new, k, m)),
            "removed": removed,
            "added": added,
            "old_value": number_of(removed),
            "new_value": number_of(added),
            "quoted": new.is_quoted(k, m) if k < m else old.is_quoted(i, j),
            "context": _context(new, k, m, removed, added),
        }


def _differences(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where words differ; two places that only a function word parts are one."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    last: tuple[int, int, int, int] | None = None
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if last and i - last[1] == 1 and old[last[1]] in FUNCTION_WORDS and _both(last, i, j, k, m):
            last = (last[0], j, last[2], m)
            continue
        if last:
            yield last
        last = (i, j, k, m)
    if last:
        yield last


def _both(last: tuple[int, int, int, int], i: int, j: int, k: int, m: int) -> bool:
    """Say whether two neighboring differences have words on both sides: one rewording."""
    return last[0] < last[1] and last[2] < last[3] and i < j and k < m


def _kinds_of(side: _Side, begin: int, end: int) -> list[tuple[str, bool]]:
    """Return words as printed, and whether each opens its sentence."""
    openers = {id(word) for word in side.words[begin:end] if _opens(side, word)}
    return [
        (side.parts[word.part].text[word.start : word.end], id(word) in openers)
        for word in side.words[begin:end]
    ]


def _opens(side: _Side, word: _Word) -> bool:
    before = side.parts[word.part].text[: word.start]
    return not any(letter.isalnum() for letter in before)


def _places(old: _Side, new: _Side, where: tuple[int, int, int, int]) -> _Row:
    olds, news = old.place(where[0], where[1]), new.place(where[2], where[3])
    return {
        **dict(zip(("old_sentence", "old_start", "old_end"), olds, strict=True)),
        **dict(zip(("new_sentence", "new_start", "new_end"), news, strict=True)),
    }


def _context(new: _Side, begin: int, end: int, removed: str | None, added: str | None) -> str:
    """Write the newer sentence with what was left out and put in."""
    sentence, start, behind = new.place(begin, end)
    part = next(one for one in new.parts if one.sentence == sentence)
    low, high = start - part.start, max(start, behind) - part.start
    out = f"[-{removed}-]" if removed else ""
    into = f"{{+{added}+}}" if added else ""
    before, after = part.text[:low], part.text[high:]
    glue = " " if before and not before[-1:].isspace() and not added else ""
    return f"{before}{glue}{' '.join(filter(None, (out, into)))}{after}"
