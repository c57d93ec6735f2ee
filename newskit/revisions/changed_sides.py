"""The words of a sentence that changed, or of the sentences that were split or merged."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple

from newskit.aligning import printed_words
from newskit.text.quoted_spans import find_quoted_spans

_Row = dict[str, Any]
_Span = tuple[int, int]


class ChangedWord(NamedTuple):
    """A word of a side: in small letters, where it stands in its text, and which text it is."""

    key: str
    start: int
    end: int
    part: int


class ChangedPart(NamedTuple):
    """A sentence of a side."""

    text: str
    start: int
    sentence: int
    quoted: list[_Span]


class ChangedSide:
    """One side of a change: the sentence, or the sentences that were split or merged."""

    def __init__(self, rows: list[_Row], side: str) -> None:
        own = {row[f"{side}_sentence"]: row for row in rows}
        self.parts = [_part(own[number], side) for number in sorted(own)]
        self.words = [
            ChangedWord(*found, part)
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

        at = (
            self.words[begin - 1]
            if begin
            else (self.words[0] if self.words else None)
        )
        if at is None:
            only = self.parts[0]
            return only.sentence, only.start, only.start

        offset = self._offset(at, 1 if begin else 0)
        return self._sentence(at), offset, offset

    def is_quoted(self, begin: int, end: int) -> bool:
        """Say whether words stand inside quotation marks."""
        spans = (
            (self.parts[word.part].quoted, word)
            for word in self.words[begin:end]
        )
        return begin < end and all(
            any(
                low <= word.start and word.end <= high
                for low, high in quoted
            )
            for quoted, word in spans
        )

    def told(self, begin: int, end: int) -> list[tuple[str, bool]]:
        """Return words as printed, and whether each opens its sentence."""
        return [
            (self._text(word), self._opens(word))
            for word in self.words[begin:end]
        ]

    def _text(self, word: ChangedWord) -> str:
        return self.parts[word.part].text[word.start : word.end]

    def _opens(self, word: ChangedWord) -> bool:
        before = self.parts[word.part].text[: word.start]
        return not any(letter.isalnum() for letter in before)

    def _sentence(self, word: ChangedWord) -> int:
        return self.parts[word.part].sentence

    def _offset(self, word: ChangedWord, which: int) -> int:
        return self.parts[word.part].start + (word.end if which else word.start)


def _part(row: _Row, side: str) -> ChangedPart:
    text = row[f"{side}_text"] or ""
    share = row.get("quoted")
    # Speech that goes over several sentences has its marks in others.
    if share == 1:
        quoted = [(0, len(text))]
    else:
        spans = find_quoted_spans(text, [(0, len(text))])
        quoted = [(span.start, span.end) for span in spans]

    return ChangedPart(text, row[f"{side}_start"], row[f"{side}_sentence"], quoted)
