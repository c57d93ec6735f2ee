"""An article as a tape: one letter for what each token is, so that rules are short patterns over letters.

Marked speech is folded into a single `Q`; the words inside it cannot mislead a rule. What a token is depends on
its form alone and is worked out once per distinct form; the tapes of a batch are then gathered by NumPy, all at once.

    Ann Lee , who runs the harbor , said : “We are late.”      ->      NN,wnDn,V:Q.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.analyses.quotes.tags import AFTER, CLOSERS, describe, word_offsets
from newskit.text.quoted_spans import QuotedSpan
from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]
_FIELDS = 5  # of a token: bracket, word, punctuation, end of sentence, end of paragraph
_FAR = 1 << 40  # apart from all offsets: the articles of a batch are put one behind the other


@dataclass(frozen=True)
class Tape:
    """The letters of one text, and for each letter the token it stands for."""

    letters: str
    text: str
    starts: memoryview[int]  # per letter: offset of its token's word in the text
    ends: memoryview[int]
    spoken: list[QuotedSpan]  # the marks that are speech, in order
    places: list[int]  # per spoken mark: number of its letter Q, -1 where it has none
    marks: list[QuotedSpan]  # all marks, in order
    paragraph: memoryview[int]  # per letter: number of its paragraph
    stops: list[int]  # where sentences end: letters "." and "|"
    breaks: list[int]  # where paragraphs end: letters "|"

    def sentence_start(self, at: int) -> int:
        """Return the first letter of the sentence that letter `at` is in."""
        return _behind(self.stops, at)

    def sentence_end(self, at: int) -> int:
        """Return where the sentence behind letter `at` ends."""
        k = bisect_left(self.stops, at)
        return self.stops[k] if k < len(self.stops) else len(self.letters)

    def paragraph_start(self, at: int) -> int:
        """Return the first letter of the paragraph that letter `at` is in."""
        return _behind(self.breaks, at)

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Return where letters[low:high] begin and end in the text."""
        return self.starts[low], self.ends[high - 1]

    def printed(self, low: int, high: int) -> str:
        """Return the text of letters[low:high]."""
        return self.text[self.starts[low] : self.ends[high - 1]]


def _behind(ends: list[int], at: int) -> int:
    k = bisect_left(ends, at)
    return ends[k - 1] + 1 if k else 0


def tapes(tokens: Tokens) -> list[Tape]:
    """Write the tapes of all texts of a batch."""
    n, first = len(tokens.form), tokens.first
    grid = np.zeros((n, _FIELDS), dtype=np.uint8)
    grid[:, :3] = tokens.feature(describe, np.uint8, 3)
    inside = np.diff(tokens.article) == 0  # the last token of a text ends nothing
    grid[:-1, 3] = np.where(inside & (np.diff(tokens.sentence) > 0), ord("."), 0)
    grid[:-1, 4] = np.where(inside & (np.diff(tokens.paragraph) > 0), ord("|"), 0)
    spoken = [[m for m in tokens.quoted_spans(i) if m.kind != "scare"] for i in range(len(tokens.texts))]
    heads = _fold_quotes(grid, tokens, spoken)
    flat = grid.ravel()
    used = np.flatnonzero(flat)
    token, codes = used // _FIELDS, flat[used]
    offsets = tokens.feature(word_offsets, np.int32, 2)
    # A view is cut without copying, and gives plain numbers: few of them are ever asked for.
    starts, ends, paragraphs = (
        column[token].data
        for column in (tokens.start + offsets[:, 0], tokens.start + offsets[:, 1], tokens.paragraph)
    )
    letters = codes.tobytes().decode("latin-1")
    places = np.where(heads < 0, -1, np.searchsorted(used, heads * _FIELDS + 1)).tolist()
    cuts = np.searchsorted(token, first)
    ends_at = np.flatnonzero((codes == ord(".")) | (codes == ord("|")))
    stops, breaks = _shares(ends_at, cuts), _shares(ends_at[codes[ends_at] == ord("|")], cuts)
    written: list[Tape] = []
    k = 0
    for i, (low, high) in enumerate(itertools.pairwise(cuts.tolist())):
        own = [p - low if p >= 0 else -1 for p in places[k : k + len(spoken[i])]]
        k += len(own)
        written.append(
            Tape(letters[low:high], tokens.texts[i], starts[low:high], ends[low:high], spoken[i], own,
                 tokens.quoted_spans(i), paragraphs[low:high], stops[i], breaks[i])
        )  # fmt: skip
    return written


def _shares(places: Array, cuts: Array) -> list[list[int]]:
    """Share out places in all letters among the texts, as places in the letters of each."""
    edges = np.searchsorted(places, cuts)
    own = (places - np.repeat(cuts[:-1], np.diff(edges))).tolist()
    return [own[a:b] for a, b in itertools.pairwise(edges.tolist())]


def tokens_of(tokens: Tokens, article: Array, starts: list[int], ends: list[int]) -> tuple[Array, Array]:
    """Return the first token of each span, and the one behind its last; spans are of many texts."""
    base, at = article * _FAR, tokens.article * _FAR
    lows = np.searchsorted(at + tokens.end, base + starts, "right")
    return lows, np.searchsorted(at + tokens.start, base + ends, "left")


def _fold_quotes(grid: Array, tokens: Tokens, spoken: list[list[QuotedSpan]]) -> Array:
    """Write a Q over each spoken mark's tokens; return the tokens that carry it, -1 for a mark that has none."""
    article = np.repeat(np.arange(len(spoken)), [len(marks) for marks in spoken])
    marks = [m for own in spoken for m in own]
    if not marks:
        return np.zeros(0, dtype=np.int64)
    lows, highs = tokens_of(tokens, article, [m.inner_start for m in marks], [m.inner_end for m in marks])
    highs = np.maximum(highs, lows + 1)
    kept = (lows < tokens.first[article + 1]) & (np.diff(lows, prepend=-1) > 0)
    lows, highs = lows[kept], highs[kept]
    places = [(tokens.texts[i], m) for i, m, k in zip(article.tolist(), marks, kept.tolist(), strict=True) if k]
    around = np.array([_around(text, mark) for text, mark in places], dtype=np.uint8).reshape(-1, 3)
    ends = grid[highs - 1, 3:]
    folded = np.zeros(len(grid) + 1, dtype=np.int64)
    np.add.at(folded, lows, 1)
    np.add.at(folded, highs, -1)
    grid[np.cumsum(folded[:-1]) > 0] = 0
    grid[lows, 0], grid[lows, 1] = around[:, 0], ord("Q")
    grid[highs - 1, 2] = around[:, 1]
    grid[highs - 1, 3] = np.where((ends[:, 0] > 0) & (around[:, 2] > 0), ord("?"), ends[:, 0])
    grid[highs - 1, 4] = ends[:, 1]
    heads = np.full(len(marks), -1)
    heads[kept] = lows
    return heads


def _around(text: str, mark: QuotedSpan) -> tuple[int, int, bool]:
    """Return the letters of what stands before and behind a mark, and whether its end invites an attribution."""
    before = text[mark.start - 1 : mark.start] in ("(", "[")
    last = text[max(mark.inner_start, mark.inner_end - 4) : mark.inner_end].rstrip(CLOSERS)[-1:]
    outside = text[mark.end : mark.end + 1]
    behind = "," if last == "," else AFTER.get(outside, "\0")
    return ord("(") if before else 0, ord(behind), bool(last) and last in "?!,—–" and outside != "."
