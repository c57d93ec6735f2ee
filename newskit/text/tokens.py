"""Encode a batch of texts once, as columns: the form, place, sentence and voice of every token."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from newskit.text.arrays import Array
from newskit.text.fast import Forms
from newskit.text.forms import may_be_cut, pieces, word
from newskit.text.quotation_marks import DOUBLES
from newskit.text.quoted_spans import QuotedSpan, find_quoted_spans
from newskit.text.sentence_edges import MARK, START_BITS, TOLD_APART, Start, code_of
from newskit.text.sentences import sentence_breaks
from newskit.text.speech_by_layout import may_hold_layout_speech
from newskit.text.vocabulary import Vocabulary, shared

T = TypeVar("T")

# Flags of a form, above the bits that the rules of sentences use.
WORD, CAPITAL, SEVERAL = 0x400, 0x800, 0x2000
_TOLD_APART = Forms.told_apart(TOLD_APART)
# The texts of a batch are put one behind the other, farther apart than any offset.
_FAR = 1 << 40


class Sentence(NamedTuple):
    """A sentence of one text: text[start:end]."""

    number: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Tokens:
    """A batch of texts as columns: arrays of one value per token, unless it says otherwise.

    Attributes
    ----------
    texts : tuple of str
        The texts.
    vocabulary : Vocabulary
        What the ids of forms mean.
    form, printed : numpy.ndarray
        Ids of the token's form, and of the blank-separated form it is part of.
    glued : numpy.ndarray
        Whether no blank stands before it.
    article, start, end : numpy.ndarray
        Number of its text in the batch, and offsets in that text.
    paragraph, sentence : numpy.ndarray
        Number of its paragraph in the text, of its sentence in the batch.
    first, sentence_first : numpy.ndarray
        Per text, per sentence, and one more: number of its first token.
    code : numpy.ndarray
        What `describe` says of the form.
    """

    texts: tuple[str, ...]
    vocabulary: Vocabulary
    form: Array
    printed: Array
    glued: Array
    article: Array
    start: Array
    end: Array
    paragraph: Array
    sentence: Array
    first: Array
    sentence_first: Array
    code: Array

    def feature(
        self,
        describe: Callable[[str], Any],
        dtype: npt.DTypeLike = np.int32,
        width: int | None = None,
    ) -> Array:
        """Gather what `describe` says of each token's form: shape (tokens,) or (tokens, width)."""
        return self.vocabulary.feature(describe, dtype, width).T.take(self.form, axis=-1).T

    def once(
        self,
        work: Callable[..., T],
        *given: Hashable,
    ) -> T:
        """Return `work(tokens, *given)`, done for the first table of the batch that asks for it."""
        key = (work, *given)
        if key not in self._done:
            self._done[key] = work(self, *given)
        done: T = self._done[key]
        return done

    @cached_property
    def _done(self) -> dict[Hashable, Any]:
        """What was worked out so far; nobody may change it."""
        return {}

    def where(self, is_wanted: Callable[[str], bool]) -> list[list[int]]:
        """Return where tokens begin whose form is wanted, text by text."""
        return self.once(_where, is_wanted)

    @cached_property
    def is_word(self) -> Array:
        """Whether the token holds a word."""
        return (self.code & WORD) > 0

    @cached_property
    def capital(self) -> Array:
        """Whether the token's word begins with a capital."""
        return (self.code & CAPITAL) > 0

    @cached_property
    def quoted(self) -> Array:
        """Whether the token's word stands inside quotation marks; scare quotes do not count."""
        inside = np.zeros(len(self.form), dtype=bool)
        numbers = np.flatnonzero(self._may_be_quoted).tolist()
        spoken = [
            (number, span.start, span.end)
            for number in numbers
            for span in self.quoted_spans(number)
            if span.kind != "scare"
        ]
        if not spoken:
            return inside

        # Tokens that have a part in a span: “Hello,” has its marks in one token.
        lows, highs = self.within(*np.array(spoken, dtype=np.int64).T)
        depth = np.zeros(len(inside) + 1, dtype=np.int64)
        np.add.at(depth, lows, 1)
        np.add.at(depth, np.maximum(lows, highs), -1)
        return np.cumsum(depth[:-1]) > 0

    def within(self, text: Array, starts: Any, ends: Any) -> tuple[Array, Array]:
        """Return the first token of each span, and the one behind its last; of many texts."""
        base = text * _FAR
        begins, behind = self._far_apart
        lows = np.searchsorted(behind, base + starts, "right")
        return lows, np.searchsorted(begins, base + ends, "left")

    @cached_property
    def _far_apart(self) -> tuple[Array, Array]:
        """Where tokens begin and end, with the texts one behind the other."""
        base = self.article * _FAR
        return base + self.start, base + self.end

    def sentences(self, text: int) -> list[Sentence]:
        """Return the sentences of one text, in order."""
        first, behind = self._range(text)
        if first == behind:
            return []

        low, high = int(self.sentence[first]), int(self.sentence[behind - 1]) + 1
        firsts = self.sentence_first[low : high + 1]
        paragraphs = self.paragraph[firsts[:-1]].tolist()
        starts, ends = self.start[firsts[:-1]].tolist(), self.end[firsts[1:] - 1].tolist()
        return list(map(Sentence, range(high - low), paragraphs, starts, ends))

    def paragraphs(self, text: int) -> list[tuple[int, int]]:
        """Return start and end of each paragraph of one text."""
        starts, ends, cuts = self._edges
        own = slice(cuts[text], cuts[text + 1])
        return list(zip(starts[own], ends[own], strict=True))

    @cached_property
    def _edges(self) -> tuple[list[int], list[int], list[int]]:
        """Start and end of each paragraph of all texts, and the number of each text's first."""
        begins = np.diff(self.paragraph, prepend=-1) != 0
        begins[self.first[:-1][np.diff(self.first) > 0]] = True
        firsts = np.flatnonzero(begins)

        # A paragraph ends with the token before the first one of the next.
        ends = self.end[np.append(firsts, len(begins))[1:] - 1]
        cuts = np.searchsorted(firsts, self.first)
        return self.start[firsts].tolist(), ends.tolist(), cuts.tolist()

    def quoted_spans(self, text: int) -> list[QuotedSpan]:
        """Return the quoted spans of one text, in order."""
        # Where nothing may mark speech, not even the paragraphs need to be known.
        if not self._may_be_quoted[text]:
            return []

        if text not in self._quoted_spans:
            found = find_quoted_spans(self.texts[text], self.paragraphs(text))
            self._quoted_spans[text] = found
        return self._quoted_spans[text]

    @cached_property
    def _quoted_spans(self) -> dict[int, list[QuotedSpan]]:
        """The spans that were found so far, by text."""
        return {}

    @cached_property
    def _may_be_quoted(self) -> Array:
        """Per text, whether anything in it may mark speech."""
        marked = np.array([may_hold_layout_speech(text) for text in self.texts], dtype=bool)
        marked[self.article[(self.code & MARK) > 0]] = True
        return marked

    def _range(self, text: int) -> tuple[int, int]:
        """Return the number of the first token of a text, and of the token behind its last."""
        return int(self.first[text]), int(self.first[text + 1])


def _where(tokens: Tokens, is_wanted: Callable[[str], bool]) -> list[list[int]]:
    wanted = np.flatnonzero(tokens.feature(is_wanted, np.bool_))
    edges = np.searchsorted(wanted, tokens.first).tolist()
    starts = tokens.start[wanted].tolist()
    return [starts[a:b] for a, b in pairwise(edges)]


def describe(form: str) -> int:
    """Pack the code for the rules of sentences (`sentence_edges.code_of`) and flags."""
    code, found = code_of(form), word(form)
    if found:
        code |= CAPITAL | WORD if found.text[0].isupper() else WORD

    # Inside a word a single mark is an apostrophe.
    single = form[0] in "'‘‚" or form[-1] in "'’"
    if single or not DOUBLES.isdisjoint(form):
        code |= MARK

    # What may be cut seldom is: well-known, U.S.
    if may_be_cut(form) and len(pieces(form)) > 1:
        code |= SEVERAL
    return code


def describe_all(_: Vocabulary, forms: Forms) -> Array:
    """Describe many forms at once."""
    return forms.described(describe, _TOLD_APART)


def encode(texts: Sequence[str]) -> Tokens:
    """Encode texts into one immutable, columnar batch.

    Every newline ends a paragraph, save a single one before a line that begins in lower case.
    """
    vocabulary = shared()
    printed, cut = vocabulary.cut("\n".join(texts))
    code = vocabulary.feature(describe_all, many=True)[printed]
    whole = _Tokens(printed, printed, cut.start, cut.length, code, cut.line_ends)
    own = _taken_apart(vocabulary, whole)

    # Each text had a newline behind it. Places in all become places in each.
    text_start = np.cumsum([0, *(len(text) + 1 for text in texts)])
    first = np.searchsorted(own.start, text_start)
    n_tokens = np.diff(first)
    start = own.start - np.repeat(text_start[:-1], n_tokens)

    begins_small = (own.code & START_BITS) == Start.LOWER
    new_paragraph = (own.line_ends > 1) | ((own.line_ends == 1) & ~begins_small)
    new_paragraph[first[:-1][n_tokens > 0]] = True
    before = np.searchsorted(np.flatnonzero(new_paragraph), first[:-1])
    breaks = sentence_breaks(own.code, new_paragraph)

    return Tokens(
        texts=tuple(texts),
        vocabulary=vocabulary,
        form=own.form,
        printed=own.printed,
        glued=own.line_ends == _GLUED,
        article=np.repeat(np.arange(len(texts)), n_tokens),
        start=start,
        end=start + own.length,
        paragraph=np.cumsum(new_paragraph) - np.repeat(before + 1, n_tokens),
        sentence=np.cumsum(breaks) - 1,
        first=first,
        sentence_first=np.append(np.flatnonzero(breaks), len(own.form)),
        code=own.code,
    )


class _Tokens(NamedTuple):
    """Columns of the tokens of texts that were joined into one; see `Tokens` and `codes.Cut`."""

    printed: Array
    form: Array
    start: Array
    length: Array
    code: Array
    line_ends: Array


# In place of line ends, where not even a blank stands before a token.
_GLUED = -1


def _taken_apart(vocabulary: Vocabulary, whole: _Tokens) -> _Tokens:
    """Take the printed forms apart that hold several tokens; nearly every printed form is one."""
    several = np.flatnonzero(whole.code & SEVERAL)
    if not len(several):
        return whole

    # Each form once, though it may stand in many places.
    parts = {i: pieces(vocabulary.forms[i]) for i in np.unique(whole.printed[several]).tolist()}
    found = [parts[i] for i in whole.printed[several].tolist()]
    n_pieces = np.ones(len(whole.printed), dtype=np.int64)
    n_pieces[several] = list(map(len, found))

    # Each row stands as often as it has pieces; then the rows of several pieces are set right.
    index = np.repeat(np.arange(len(n_pieces)), n_pieces)
    own = _Tokens(*(column[index] for column in whole))
    where = np.flatnonzero(n_pieces[index] > 1)
    offsets, texts = zip(*chain.from_iterable(found), strict=True)
    own.form[where] = vocabulary.ids(texts)
    own.start[where] += offsets
    own.length[where] = list(map(len, texts))
    own.code[where] = vocabulary.feature(describe_all, many=True)[own.form[where]]

    # What follows in the same printed form.
    own.line_ends[np.diff(index, prepend=-1) == 0] = _GLUED
    return own
