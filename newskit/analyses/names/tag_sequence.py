"""An article as a sequence of tags: one for what each token is, so that rules are short patterns.

Quoted speech is folded into a single tag, `Q`; the words inside it cannot mislead a rule. What a
token is depends on its form alone and is worked out once per distinct form; the tag sequences of a
batch are then gathered by NumPy, all at once.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from newskit.analyses.names.tags import (
    CLOSERS,
    NAMES_OF_TAGS,
    OPENING,
    SEPARATORS,
    SIGNS,
    UNSETTLED,
    tags_of_form,
    word_offsets,
)
from newskit.analyses.names.unsettled import DAY_NAMED, GIVEN_DAY, settled, with_named_days
from newskit.text.quoted_spans import QuotedSpan
from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]
# Of a token: bracket, word, sign behind it, end of sentence, end of paragraph.
_FIELDS = 5
# Of a quotation: its last sign, and the marks of quotations in it.
_LAST_CHARACTERS = 4


@dataclass(slots=True)
class TagSequence:
    """The tags of one text, and for each tag the token it stands for.

    `str` shows both, which is the first thing that the author of a rule needs.

    Examples
    --------
    >>> from newskit.text.tokens import encode
    >>> (tagged,) = tag_sequences(encode(["Mayor Ann Lee, who runs it, said: “We are late.”"]))
    >>> tagged.tags
    'NNN,wnP,V:Q'
    >>> print(tagged)
    Mayor/name Ann/name Lee/name ,/comma who/who runs/noun it/pronoun ,/comma said/says :/colon
    “...”/quote
    """

    tags: str
    text: str
    starts: memoryview[int]  # per tag: offset of its token's word in the text
    ends: memoryview[int]
    spoken: list[QuotedSpan]  # the quoted spans that are speech, in order
    places: list[int]  # per spoken span: number of its tag Q, -1 where it has none
    spans: list[QuotedSpan]  # all quoted spans, in order
    paragraph: memoryview[int]  # per tag: number of its paragraph
    stops: list[int]  # where sentences end: tags "." and "|"
    breaks: list[int]  # where paragraphs end: tags "|"
    tokens: Tokens  # of all texts of its batch
    number: int  # of the text in the batch

    def __str__(self) -> str:
        """Show every token with the name of its tag; a quoted span is one token."""
        return " ".join(
            f"{self._shown(at)}/{NAMES_OF_TAGS[tag]}" for at, tag in enumerate(self.tags)
        )

    def _shown(
        self,
        at: int,
    ) -> str:
        if self.tags[at] == "Q":
            return "“...”"
        return self.tags[at] if self.tags[at] in SIGNS else self.printed(at, at + 1)

    def sentence_start(
        self,
        at: int,
    ) -> int:
        """Return the first tag of the sentence that tag `at` is in."""
        return _behind_last(self.stops, at)

    def sentence_end(
        self,
        at: int,
    ) -> int:
        """Return where the sentence behind tag `at` ends."""
        k = bisect_left(self.stops, at)
        return self.stops[k] if k < len(self.stops) else len(self.tags)

    def paragraph_start(
        self,
        at: int,
    ) -> int:
        """Return the first tag of the paragraph that tag `at` is in."""
        return _behind_last(self.breaks, at)

    def offsets(
        self,
        low: int,
        high: int,
    ) -> tuple[int, int]:
        """Return where tags[low:high] begin and end in the text."""
        return self.starts[low], self.ends[high - 1]

    def printed(
        self,
        low: int,
        high: int,
    ) -> str:
        """Return the text of tags[low:high]."""
        return self.text[self.starts[low] : self.ends[high - 1]]


def _behind_last(
    ends: list[int],
    at: int,
) -> int:
    """Return what follows the last of `ends` before `at`."""
    k = bisect_left(ends, at)
    return ends[k - 1] + 1 if k else 0


def tag_sequences(
    tokens: Tokens,
    folds: bool = True,
) -> Iterator[TagSequence]:
    """Write the tag sequences of all texts of a batch; without folding, quoted words have tags.

    They come one by one, so that one that was read can go before the next is written.
    """
    spoken = [
        [span for span in tokens.quoted_spans(number) if span.kind != "scare" and folds]
        for number in range(len(tokens.texts))
    ]
    grid = _grid_of_tags(tokens)
    heads = _fold_quotes(grid, tokens, spoken)

    # Cells in use are the tags, in order; the article, and so the text, follows from the token.
    flat = grid.ravel()
    used = np.flatnonzero(flat)
    token, codes = used // _FIELDS, flat[used]
    tags = codes.tobytes().decode("latin-1")

    # A view is cut without copying, and gives plain numbers: few of them are ever asked for.
    words = tokens.feature(word_offsets, np.int32, 2)
    starts = (tokens.start + words[:, 0])[token].data
    ends = (tokens.start + words[:, 1])[token].data
    paragraphs = tokens.paragraph[token].data

    cuts = np.searchsorted(token, tokens.first)
    places = np.where(heads < 0, -1, np.searchsorted(used, heads * _FIELDS + 1)).tolist()
    ends_at = np.flatnonzero((codes == ord(".")) | (codes == ord("|")))
    stops = _shared_out(ends_at, cuts)
    breaks = _shared_out(ends_at[codes[ends_at] == ord("|")], cuts)

    coming = iter(places)
    for number, (low, high) in enumerate(itertools.pairwise(cuts.tolist())):
        own = itertools.islice(coming, len(spoken[number]))
        in_text = [place - low if place >= 0 else -1 for place in own]
        text, begins, stops_at = tokens.texts[number], starts[low:high], ends[low:high]
        own_tags = tags[low:high]
        if UNSETTLED in own_tags:
            own_tags = settled(own_tags, _unsettled(own_tags, text, begins, stops_at))
        if DAY_NAMED.search(own_tags) or GIVEN_DAY.search(own_tags):
            own_tags = with_named_days(own_tags, partial(_word_at, text, begins, stops_at))
        yield TagSequence(
            own_tags, text, begins, stops_at,
            spoken[number], in_text, tokens.quoted_spans(number),
            paragraphs[low:high], next(stops), next(breaks), tokens, number,
        )  # fmt: skip


def _word_at(
    text: str,
    starts: memoryview[int],
    ends: memoryview[int],
    at: int,
) -> str:
    return text[starts[at] : ends[at]]


def _unsettled(
    tags: str,
    text: str,
    starts: memoryview[int],
    ends: memoryview[int],
) -> list[tuple[int, str]]:
    """Return the places of what may be a name or another word, and what is printed there."""
    places = [found.start() for found in re.finditer(UNSETTLED, tags)]
    return [(at, text[starts[at] : ends[at]]) for at in places]


def _grid_of_tags(tokens: Tokens) -> Array:
    """Return the codes of the tags of each token, one row per token; 0 for none."""
    grid = np.zeros((len(tokens.form), _FIELDS), dtype=np.uint8)
    grid[:, :3] = tokens.feature(tags_of_form, np.uint8, 3)

    inside = np.diff(tokens.article) == 0  # the last token of a text ends nothing
    grid[:-1, 3] = np.where(inside & (np.diff(tokens.sentence) > 0), ord("."), 0)
    grid[:-1, 4] = np.where(inside & (np.diff(tokens.paragraph) > 0), ord("|"), 0)
    return grid


def _shared_out(
    places: Array,
    cuts: Array,
) -> Iterator[list[int]]:
    """Share out places in all tags among the texts, as places in the tags of each."""
    edges = np.searchsorted(places, cuts)
    own = (places - np.repeat(cuts[:-1], np.diff(edges))).tolist()
    return (own[a:b] for a, b in itertools.pairwise(edges.tolist()))


def _fold_quotes(
    grid: Array,
    tokens: Tokens,
    spoken: list[list[QuotedSpan]],
) -> Array:
    """Write a Q over the tokens of each spoken span; return the token that carries it, or -1."""
    article = np.repeat(np.arange(len(spoken)), [len(own) for own in spoken])
    spans = [span for own in spoken for span in own]
    if not spans:
        return np.zeros(0, dtype=np.int64)

    starts, ends = [s.inner_start for s in spans], [s.inner_end for s in spans]
    lows, highs = tokens.within(article, starts, ends)
    highs = np.maximum(highs, lows + 1)

    # Without a tag: a span behind the last token of its text, or in the token of the span before.
    kept = (lows < tokens.first[article + 1]) & (np.diff(lows, prepend=-1) > 0)
    lows, highs = lows[kept], highs[kept]
    heads = np.full(len(spans), -1)
    heads[kept] = lows

    around = np.array(
        [_around(tokens.texts[article[k]], spans[k]) for k in np.flatnonzero(kept)],
        dtype=np.uint8,
    ).reshape(-1, 3)
    stop, end_of_paragraph = grid[highs - 1, 3], grid[highs - 1, 4]

    depth = np.zeros(len(grid) + 1, dtype=np.int64)
    np.add.at(depth, lows, 1)
    np.add.at(depth, highs, -1)
    grid[np.cumsum(depth[:-1]) > 0] = 0

    grid[lows, 0], grid[lows, 1] = around[:, 0], ord("Q")
    grid[highs - 1, 2] = around[:, 1]
    grid[highs - 1, 3] = np.where((stop > 0) & (around[:, 2] > 0), ord("?"), stop)
    grid[highs - 1, 4] = end_of_paragraph
    return heads


def _around(
    text: str,
    span: QuotedSpan,
) -> tuple[int, int, bool]:
    """Return the tags before and behind a quoted span, and whether its end invites "she said"."""
    low = max(span.inner_start, span.inner_end - _LAST_CHARACTERS)
    last = text[low : span.inner_end].rstrip(CLOSERS)[-1:]
    outside = text[span.end : span.end + 1]
    # The comma belongs to the sentence around it, on whichever side of the mark it is printed.
    behind = ord(",") if last == "," else SEPARATORS.get(outside, 0)

    invites = bool(last) and last in "?!,—–" and outside != "."
    return OPENING.get(text[span.start - 1 : span.start], 0), behind, invites
