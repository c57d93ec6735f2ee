"""Encode a batch of texts once, as columns: the form, place, sentence and voice of every token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.text.codes import LINE_END, codes_of
from newskit.text.finder import Finder
from newskit.text.forms import may_be_cut, pieces, word
from newskit.text.marks import Mark, find_marks
from newskit.text.plain import Forms, told_apart
from newskit.text.sentences import START_BITS, TOLD_APART, Start, code_of, sentence_breaks
from newskit.text.turns import may_turn
from newskit.text.vocabulary import Vocabulary, shared

Array = npt.NDArray[Any]
# Flags of a form, above the bits that the rules of sentences use.
WORD, CAPITAL, MARK, SEVERAL = 0x400, 0x800, 0x1000, 0x2000
_MARKS = frozenset('"“”„‟«»‹›「」『』')


class Sentence(NamedTuple):
    """A sentence of one text: text[start:end]."""

    number: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Tokens:
    """A batch of texts as columns; every array has one value per token unless its comment says otherwise."""

    texts: tuple[str, ...]
    vocabulary: Vocabulary
    form: Array  # id of the token's form
    printed: Array  # id of the blank-separated form it is part of
    glued: Array  # whether no blank stands before it
    article: Array  # number of the text in the batch
    start: Array  # offset in its text
    end: Array
    paragraph: Array  # number in the text
    sentence: Array  # number in the batch
    first: Array  # per text, and one more: number of its first token
    sentence_first: Array  # per sentence, and one more: number of its first token
    code: Array  # what `describe` says of the form

    def feature(self, describe: Any, dtype: npt.DTypeLike = np.int32, width: int | None = None) -> Array:
        """Gather what `describe` says of each token's form: shape (tokens,) or (tokens, width)."""
        return self.vocabulary.feature(describe, dtype, width).T.take(self.form, axis=-1).T

    @cached_property
    def is_word(self) -> Array:
        """Whether the token holds a word."""
        return (self.code & WORD) > 0

    @cached_property
    def capital(self) -> Array:
        """Whether the token's word begins with a capital."""
        return (self.code & CAPITAL) > 0

    @cached_property
    def has_mark(self) -> Array:
        """Whether the token holds a character that may be a quotation mark."""
        return (self.code & MARK) > 0

    @cached_property
    def quoted(self) -> Array:
        """Whether the token's word stands inside quotation marks; scare quotes do not count."""
        inside = np.zeros(len(self.form), dtype=bool)
        for i in np.flatnonzero(self._may_be_marked):
            tokens = slice(int(self.first[i]), int(self.first[i + 1]))
            for mark in self.marks(int(i)):
                if mark.kind != "scare":
                    low, high = (
                        np.searchsorted(self.end[tokens], mark.start, "right"),
                        np.searchsorted(self.start[tokens], mark.end, "left"),
                    )
                    inside[tokens.start + low : tokens.start + high] = True
        return inside

    def sentences(self, text: int) -> list[Sentence]:
        """Return the sentences of one text, in order."""
        a, b = int(self.first[text]), int(self.first[text + 1])
        if a == b:
            return []
        low, high = int(self.sentence[a]), int(self.sentence[b - 1]) + 1
        firsts = self.sentence_first[low : high + 1]
        starts, ends = self.start[firsts[:-1]], self.end[firsts[1:] - 1]
        paragraphs = self.paragraph[firsts[:-1]]
        return [
            Sentence(n, *row)
            for n, row in enumerate(zip(paragraphs.tolist(), starts.tolist(), ends.tolist(), strict=True))
        ]

    def paragraphs(self, text: int) -> list[tuple[int, int]]:
        """Return start and end of each paragraph of one text."""
        a, b = int(self.first[text]), int(self.first[text + 1])
        firsts = a + np.flatnonzero(np.diff(self.paragraph[a:b], prepend=-1))
        ends = self.end[np.append(firsts, b)[1:] - 1]
        return list(zip(self.start[firsts].tolist(), ends.tolist(), strict=True))

    def marks(self, text: int) -> list[Mark]:
        """Return the marked spans of one text, in order."""
        cache: dict[int, list[Mark]] = self.__dict__.setdefault("_marks", {})
        if text not in cache:
            marked = self._may_be_marked[text]
            cache[text] = find_marks(self.texts[text], self.paragraphs(text)) if marked else []
        return cache[text]

    @cached_property
    def _may_be_marked(self) -> Array:
        """Per text, whether anything in it may mark speech."""
        marked = np.array([may_turn(text) for text in self.texts], dtype=bool)
        marked[self.article[self.has_mark]] = True
        return marked


def describe(form: str) -> int:
    """Pack what the segmentation needs to know of a form: the code for the rules of sentences, and flags."""
    found = word(form)
    marked = form[0] in "'‘‚" or form[-1] in "'’" or not _MARKS.isdisjoint(form)
    return (
        code_of(form)
        | (WORD if found else 0)
        | (CAPITAL if found and found.text[0].isupper() else 0)
        | (MARK if marked else 0)
        | (SEVERAL if may_be_cut(form) and len(pieces(form)) > 1 else 0)
    )


@cache
def _told_apart() -> Finder:
    return told_apart(TOLD_APART)


def describe_all(_: Vocabulary, forms: Forms) -> Array:
    """Describe many forms."""
    return forms.described(describe, _told_apart())


def encode(texts: Sequence[str]) -> Tokens:
    """Encode texts into one immutable, columnar batch.

    Every newline ends a paragraph, save a single one before a line that begins in lower case.
    """
    joined, vocabulary = "\n".join(texts), shared()
    codes = codes_of(joined)
    edges = np.flatnonzero(np.diff(codes > LINE_END, prepend=False))
    start, length = edges[::2], edges[1::2] - edges[::2]
    # Line ends before each form: they are few, so look for their places among the forms.
    lines = np.bincount(np.searchsorted(start, np.flatnonzero(codes == LINE_END)), minlength=len(start) + 1)[:-1]
    printed = vocabulary.find(joined, codes, start, length)
    code = vocabulary.feature(describe_all, many=True)[printed]

    printed, form, start, length, code, lines = _cut(vocabulary, printed, start, length, code, lines)
    glued = lines < 0

    room = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts)) + 1  # with the newline behind it
    text_start = np.cumsum(room) - room
    first = np.searchsorted(start, np.append(text_start, start[-1] + 1 if len(start) else 0))
    n_tokens = np.diff(first)
    start = start - np.repeat(text_start, n_tokens)
    new_paragraph = (lines > 1) | ((lines == 1) & ((code & START_BITS) != Start.LOWER))
    filled = n_tokens > 0
    new_paragraph[first[:-1][filled]] = True
    breaks = sentence_breaks(code, new_paragraph)
    number = np.cumsum(new_paragraph)
    return Tokens(
        texts=tuple(texts),
        vocabulary=vocabulary,
        form=form,
        printed=printed,
        glued=glued,
        code=code,
        article=np.repeat(np.arange(len(texts)), n_tokens),
        start=start,
        end=start + length,
        paragraph=number - np.repeat(number[first[:-1][filled]], n_tokens[filled]),
        sentence=np.cumsum(breaks) - 1,
        first=first,
        sentence_first=np.append(np.flatnonzero(breaks), len(form)),
    )


def _cut(
    vocabulary: Vocabulary, printed: Array, start: Array, length: Array, code: Array, lines: Array
) -> tuple[Array, Array, Array, Array, Array, Array]:
    """Cut the printed forms that hold several tokens.

    Returns, for every token, the columns that came in and its form; `lines` is -1 where a token is glued to the one
    before it. Nearly every printed form is one token.
    """
    several = np.flatnonzero(code & SEVERAL)
    if not len(several):
        return printed, printed, start, length, code, lines
    parts = {i: pieces(vocabulary.forms[i]) for i in np.unique(printed[several]).tolist()}
    found = [parts[i] for i in printed[several].tolist()]
    n_pieces = np.ones(len(printed), dtype=np.int64)
    n_pieces[several] = [len(p) for p in found]
    index = np.repeat(np.arange(len(printed)), n_pieces)
    printed, start, length, code, lines = (column[index] for column in (printed, start, length, code, lines))
    where, form = np.flatnonzero(n_pieces[index] > 1), printed.copy()
    form[where] = vocabulary.ids([piece.text for p in found for piece in p])
    start[where] += [piece.offset for p in found for piece in p]
    length[where] = [len(piece.text) for p in found for piece in p]
    code[where] = vocabulary.feature(describe_all, many=True)[form[where]]
    lines[np.diff(index, prepend=-1) == 0] = -1
    return printed, form, start, length, code, lines
