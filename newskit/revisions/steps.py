"""Steps from a version to the next, and the texts of all versions, each encoded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from newskit.aligning import Link, Side, Step, align, operations, same_marks
from newskit.errors import InputError
from newskit.inputs import stack
from newskit.revisions.notes_in import Notice, notes_in
from newskit.revisions.version_sentence import VersionSentence
from newskit.revisions.versions import FIELDS, as_versions
from newskit.text.batch import Batch
from newskit.text.scopes import sums_between
from newskit.text.tokens import Tokens

Pairs = Literal["consecutive", "first_last"]
PAIRS = ("consecutive", "first_last")
_AT_ONCE = 500
"""Versions that are encoded together; the versions of one article always are."""


class VersionStep(NamedTuple):
    """Two rows of a table of versions."""

    article_id: str
    old: int
    new: int


class Aligned(NamedTuple):
    """A field of two versions: its sentences, and what became of each."""

    field: str
    old: list[VersionSentence]
    new: list[VersionSentence]
    steps: list[Step]


class VersionBatch:
    """Versions of some articles, each text encoded once; and the steps between them."""

    def __init__(self, table: pd.DataFrame, pairs: str) -> None:
        self.table = table
        self.batch = Batch(
            table.assign(article_id=[str(n) for n in range(len(table))])
        )
        self.steps = list(_steps(table, pairs))
        self._sentences: dict[tuple[str, int], list[VersionSentence]] = {}
        self._aligned: dict[tuple[str, VersionStep], Aligned] = {}
        self._notices: dict[int, list[Notice]] = {}
        self.fields = [
            field for field in FIELDS if self.batch.has(field)
        ]

    def key(self, step: VersionStep) -> dict[str, Any]:
        """Return what names a step in every table."""
        versions = self.table["version"]
        return {
            "article_id": step.article_id,
            "version_from": int(versions.iloc[step.old]),
            "version_to": int(versions.iloc[step.new]),
        }

    def value(self, column: str, row: int) -> Any:
        """Return a cell of a version; None where it is missing."""
        cell = self.table[column].iloc[row]
        return None if pd.isna(cell) else cell

    def sentences(self, field: str, row: int) -> list[VersionSentence]:
        """Return the sentences of a field of a version; a headline is one."""
        if (field, row) not in self._sentences:
            self._sentences[field, row] = self._read_sentences(field, row)
        return self._sentences[field, row]

    def aligned(self, field: str, step: VersionStep) -> Aligned:
        """Return what became of the sentences of a field in a step."""
        if (field, step) not in self._aligned:
            old, new = self.sentences(field, step.old), self.sentences(field, step.new)
            if field == "headline":
                found = _whole(old, new)
            else:
                sides = self._side(field, step.old), self._side(field, step.new)
                found = operations(*sides, align(*sides))

            self._aligned[field, step] = Aligned(field, old, new, found)

        return self._aligned[field, step]

    def _side(self, field: str, row: int) -> Side:
        """Return the sentences of a version; a note repeats words of what it corrects."""
        sentences = self.sentences(field, row)
        spans = [
            (notice.start, notice.end)
            for notice in self.notices(row)
            if notice.field == field and notice.is_whole
        ]
        notes = [
            sentence.number
            for sentence in sentences
            if any(start <= sentence.start < end for start, end in spans)
        ]
        return Side([sentence.text for sentence in sentences], notes)

    def all_aligned(self, step: VersionStep) -> list[Aligned]:
        """Return what became of the sentences of every field in a step."""
        return [self.aligned(field, step) for field in self.fields]

    def words(self, field: str, row: int) -> list[str]:
        """Return the words of a field of a version in small letters."""
        if field not in self.fields:
            return []
        return list(
            chain.from_iterable(one.words for one in self.sentences(field, row))
        )

    def n_words(self, row: int) -> int:
        """Return the number of words of the text of a version."""
        return sum(one.n_words for one in self.sentences("text", row))

    def notices(self, row: int) -> list[Notice]:
        """Return the notes of a version that say something was changed."""
        if row not in self._notices:
            found = (
                notes_in(field, self.sentences(field, row))
                for field in self.fields
            )
            self._notices[row] = list(chain.from_iterable(found))

        return self._notices[row]

    def new_notices(self, step: VersionStep) -> list[Notice]:
        """Return the notes of the newer version that the older had not, whatever their place."""
        known = {notice.words for notice in self.notices(step.old)}
        return [
            notice
            for notice in self.notices(step.new)
            if notice.words not in known
        ]

    def _read_sentences(self, field: str, row: int) -> list[VersionSentence]:
        tokens = self.batch.tokens(field)
        if not tokens.sentences(row):
            return []

        read = _sentences_of(tokens, row)
        return [_headline_of(tokens.texts[row], read)] if field == "headline" else read


def _sentences_of(tokens: Tokens, row: int) -> list[VersionSentence]:
    """Return the sentences of a text, with their words and how many of these are quoted."""
    found, text = tokens.sentences(row), tokens.texts[row]
    first, behind = tokens.first[row], tokens.first[row + 1]
    low = int(tokens.sentence[first])
    bounds = tokens.sentence_first[low : low + len(found) + 1] - first

    is_word = tokens.is_word[first:behind]
    n_words = sums_between(is_word, bounds)
    n_quoted = sums_between(is_word & tokens.quoted[first:behind], bounds)
    before = np.cumsum(n_words) - n_words
    position = before / max(1, int(n_words.sum()))

    numbers = (n_words.tolist(), n_quoted.tolist(), position.tolist())
    return [
        VersionSentence(*place, text[place.start : place.end], *own)
        for place, *own in zip(found, *numbers, strict=True)
    ]


def _headline_of(text: str, parts: list[VersionSentence]) -> VersionSentence:
    """Return a headline as one sentence, whatever its marks."""
    start, end = parts[0].start, parts[-1].end
    n_words = sum(part.n_words for part in parts)
    n_quoted = sum(part.n_quoted for part in parts)
    return VersionSentence(0, 0, start, end, text[start:end], n_words, n_quoted, 0.0)


def over_steps(
    versions: Any,
    pairs: str,
    make: Callable[[VersionBatch], pd.DataFrame],
) -> pd.DataFrame:
    """Make a table of the steps between versions, some articles at a time."""
    if pairs not in PAIRS:
        raise InputError(f"pairs={pairs!r} is unknown; expected one of {', '.join(PAIRS)}.")
    return stack(
        [make(VersionBatch(part, pairs)) for part in _parts(as_versions(versions))]
    )


def _parts(table: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Cut a table between articles into some of about so many versions."""
    ids = table["article_id"].tolist()
    cuts = [0]
    for n, (before, name) in enumerate(pairwise(ids), start=1):
        if name != before and n - cuts[-1] >= _AT_ONCE:
            cuts.append(n)

    for begin, end in pairwise([*cuts, len(ids)]):
        yield table.iloc[begin:end].reset_index(drop=True)


def _steps(table: pd.DataFrame, pairs: str) -> Iterator[VersionStep]:
    """Yield the steps of each article; a capture without a text is passed over."""
    rows: dict[str, list[int]] = {}
    for row, (name, is_ok) in enumerate(zip(table["article_id"], table["capture_ok"], strict=True)):
        if is_ok:
            rows.setdefault(name, []).append(row)

    for name, own in rows.items():
        chosen = own if pairs == "consecutive" else [own[0], own[-1]]
        yield from (
            VersionStep(name, a, b)
            for a, b in pairwise(chosen)
            if a != b
        )


def _whole(old: list[VersionSentence], new: list[VersionSentence]) -> list[Step]:
    """Set two headlines against each other, whatever they have in common."""
    if not old or not new:
        gone = [Step("deleted", 0, None)] * len(old)
        come = [Step("added", None, 0)] * len(new)
        return gone + come

    if same_marks(old[0].text) == same_marks(new[0].text):
        return [Step("unchanged", 0, 0, Link(0, 0, 1.0, "exact"))]
    return [Step("edited", 0, 0, Link(0, 0, 1.0, "similar"))]
