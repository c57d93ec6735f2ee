"""Encode a batch of texts once, as columns: the form, place, sentence and voice of every token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newskit.text.forms import pieces, word
from newskit.text.marks import Mark, find_marks
from newskit.text.sentences import Start, end_class, sentence_breaks, start_class
from newskit.text.vocabulary import Vocabulary, shared

Array = npt.NDArray[Any]
# Blanks and line ends of other kinds, each replaced by one character, so that offsets stay true.
_BLANKS = "\t\r\x0b\x0c\x1c\x1d\x1e\x1f\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_MARKS = frozenset('"“”„‟«»‹›「」『』')
_LINE_ENDS = "\x85\u2028\u2029"


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

    def feature(self, describe: Any, dtype: npt.DTypeLike = np.int32, width: int | None = None) -> Array:
        """Gather what `describe` says of each token's form."""
        return self.vocabulary.feature(describe, dtype, width)[self.form]

    @cached_property
    def sentence_first(self) -> Array:
        """Per sentence of the batch, and one more: number of its first token."""
        n = int(self.sentence[-1]) + 1 if len(self.sentence) else 0
        return np.searchsorted(self.sentence, np.arange(n + 1))

    def column(self, name: str) -> Array:
        """Gather a field of `Form` for each token."""
        return _known(self.vocabulary, name)[self.form]

    @cached_property
    def is_word(self) -> Array:
        """Whether the token holds a word."""
        return self.column("is_word") > 0

    @cached_property
    def capital(self) -> Array:
        """Whether the token's word begins with a capital."""
        return self.column("capital") > 0

    @cached_property
    def has_mark(self) -> Array:
        """Whether the token holds a character that may be a quotation mark."""
        return self.column("has_mark") > 0

    @cached_property
    def quoted(self) -> Array:
        """Whether the token's word stands inside quotation marks; scare quotes do not count."""
        inside = np.zeros(len(self.form), dtype=bool)
        for i in np.unique(self.article[self.has_mark]):
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
        spans: list[tuple[int, int]] = []
        for s in self.sentences(text):
            if s.paragraph == len(spans):
                spans.append((s.start, s.end))
            else:
                spans[-1] = (spans[-1][0], s.end)
        return spans

    def marks(self, text: int) -> list[Mark]:
        """Return the marked spans of one text, in order."""
        cache: dict[int, list[Mark]] = self.__dict__.setdefault("_marks", {})
        if text not in cache:
            tokens = slice(int(self.first[text]), int(self.first[text + 1]))
            found = find_marks(self.texts[text], self.paragraphs(text)) if self.has_mark[tokens].any() else []
            cache[text] = found
        return cache[text]


class Form(NamedTuple):
    """What the segmentation needs to know of a form; worked out once per distinct form."""

    length: int  # -1 for a line end, which was padded with a blank on each side
    n_pieces: int
    end: int
    start: int
    comma: bool
    zone: bool
    is_word: bool
    capital: bool
    has_mark: bool


def describe(form: str) -> Form:
    """Describe a form; the fields are columns of a table in the vocabulary."""
    if form in ("", "\n"):
        return Form(-1 if form else 0, 0, 0, 0, False, False, False, False, False)
    found = word(form)
    return Form(
        length=len(form),
        n_pieces=len(pieces(form)),
        end=end_class(form),
        start=start_class(form),
        comma=form[-1] == ",",
        zone=form.startswith("time") and form.rstrip('.,;:!?)”"') == "time",
        is_word=found is not None,
        capital=found is not None and found.text[0].isupper(),
        has_mark=form[0] in "'‘‚" or form[-1] in "'’" or not _MARKS.isdisjoint(form),
    )


def encode(texts: Sequence[str]) -> Tokens:
    """Encode texts into one immutable, columnar batch.

    Every newline ends a paragraph, save a single one before a line that begins in lower case.
    """
    joined = "\n".join(texts)
    for blank in _BLANKS:
        joined = joined.replace(blank, " ")
    for line_end in _LINE_ENDS:
        joined = joined.replace(line_end, "\n")
    vocabulary = shared()
    printed = vocabulary.ids(joined.replace("\n", " \n ").split(" "))
    length = _known(vocabulary, "length")[printed]
    start = np.cumsum(length + 1) - (length + 1)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    text_start = np.cumsum(lengths + 1) - (lengths + 1)

    lines = np.cumsum(length == -1)
    n_pieces = _known(vocabulary, "n_pieces")[printed]
    keep = n_pieces > 0
    printed, start, lines, n_pieces = printed[keep], start[keep], lines[keep], n_pieces[keep]
    form, offset, index = _expand(vocabulary, printed, n_pieces)
    start = start[index] + offset
    article = np.searchsorted(text_start, start, "right") - 1
    end = start + _known(vocabulary, "length")[form]
    glued = np.zeros(len(form), dtype=bool)
    glued[1:] = index[1:] == index[:-1]

    first = np.searchsorted(article, np.arange(len(texts) + 1))
    opening = _known(vocabulary, "start")[form]
    new_paragraph = _paragraph_breaks(lines[index], opening, first)
    number = np.cumsum(new_paragraph)
    closing, comma, zone = (_known(vocabulary, name)[form] for name in ("end", "comma", "zone"))
    sentence = np.cumsum(sentence_breaks(closing, opening, comma > 0, zone > 0, new_paragraph)) - 1
    base = text_start[article]
    return Tokens(
        texts=tuple(texts),
        vocabulary=vocabulary,
        form=form,
        printed=printed[index],
        glued=glued,
        article=article,
        start=start - base,
        end=end - base,
        paragraph=number - number[first[article]] if len(form) else number,
        sentence=sentence,
        first=first,
    )


def _known(vocabulary: Vocabulary, name: str) -> Array:
    """Return a field of `Form` for every form of the vocabulary."""
    return vocabulary.feature(describe, np.int64, len(Form._fields))[:, Form._fields.index(name)]


def _paragraph_breaks(line: Array, opening: Array, first: Array) -> Array:
    """Say which tokens open a paragraph; `line` is the number of line ends before each token."""
    new_text = np.zeros(len(line), dtype=bool)
    new_text[first[:-1][first[:-1] < first[1:]]] = True
    new_lines = np.diff(line, prepend=line[:1])
    return np.asarray(new_text | (new_lines > 1) | ((new_lines == 1) & (opening != Start.LOWER)))


def _expand(vocabulary: Vocabulary, printed: Array, n_pieces: Array) -> tuple[Array, Array, Array]:
    """Return form, offset in the printed form, and number of the printed form, for every token."""
    index = np.repeat(np.arange(len(printed)), n_pieces)
    offset = np.zeros(len(index), dtype=np.int64)
    form = printed[index]
    several = np.flatnonzero(n_pieces > 1)
    if len(several):
        first = np.cumsum(n_pieces) - n_pieces
        parts = {int(i): pieces(vocabulary.forms[i]) for i in np.unique(printed[several])}
        where = np.concatenate([np.arange(first[k], first[k] + n_pieces[k]) for k in several])
        found = [p for k in several for p in parts[int(printed[k])]]
        form[where] = vocabulary.ids([p.text for p in found])
        offset[where] = [p.offset for p in found]
    return form, offset, index
